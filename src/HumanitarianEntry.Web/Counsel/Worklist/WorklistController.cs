using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.LegalSituation;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Worklist;

/// <summary>The desk of counsel: cases by the nearest legal day.</summary>
/// <param name="Kind">Only cases that have such a day; null for all.</param>
/// <param name="Country">Only cases in this country; null for all.</param>
public sealed record DeskPage(IReadOnlyList<LegalLine> All, LegalDayKind? Kind, string? Country, DateTimeOffset Now)
{
    public IReadOnlyList<LegalLine> Lines => [.. All.Where(l => (Kind is null || l.Days.Any(d => d.Kind == Kind)) && (Country is null || l.Item.CountryOfStay == Country))];

    public IReadOnlyList<string> Countries => [.. All.Select(l => l.Item.CountryOfStay).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public int CountOf(LegalDayKind kind) => All.Count(l => l.Days.Any(d => d.Kind == kind));

    /// <summary>"?day=removal&amp;country=KZ"; empty for everything.</summary>
    public static string QueryOf(LegalDayKind? kind, string? country)
    {
        var parts = new[] { kind is { } k ? $"day={Keys.Kebab(k.ToString())}" : null, country is null ? null : $"country={country}" }.OfType<string>().ToList();
        return parts.Count == 0 ? string.Empty : "?" + string.Join('&', parts);
    }
}

[Route("counsel")]
public sealed class WorklistController(LegalDesk desk, TimeProvider time) : Controller
{
    /// <summary>What is no closed word is not asked for.</summary>
    [HttpGet(""), Nav("Cases", Order = 1)]
    public async Task<IActionResult> Index([FromQuery] string? day, [FromQuery] string? country)
    {
        var kind = Enum.GetValues<LegalDayKind>().Where(k => Keys.Kebab(k.ToString()) == day).Select(k => (LegalDayKind?)k).FirstOrDefault();
        var place = country is { Length: 2 } && country.All(char.IsAsciiLetterUpper) ? country : null;
        return View(new DeskPage(await desk.OfAsync(Person.Of(User).As(Role.Counsel), HttpContext.RequestAborted), kind, place, time.GetUtcNow()));
    }
}
