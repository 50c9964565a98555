using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Maps;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Programmes;

public sealed record ProgrammesPage(IReadOnlyList<(Programme Programme, MapView Map)> Programmes)
{
    /// <summary>"24 hours", "7 days".</summary>
    public static string Length(TimeSpan span) => span.TotalHours < 48 ? Count((int)span.TotalHours, "hour") : Count((int)span.TotalDays, "day");

    /// <summary>A purpose as the settings name it, such as <c>submit:FR</c>, in words.</summary>
    public static string Consent(string purpose) => purpose.Split(':') switch
    {
        [var name, var state] => $"{FactWords.PurposeOf(Enum.Parse<ConsentPurpose>(name, ignoreCase: true))} ({FactWords.Country(state)})",
        _ => FactWords.PurposeOf(Enum.Parse<ConsentPurpose>(purpose, ignoreCase: true)),
    };

    private static string Count(int number, string unit) => $"{number} {unit}{(number == 1 ? string.Empty : "s")}";
}

[Route("coordinators/programmes")]
public sealed class ProgrammesController(ProgrammeLibrary library, Words words) : Controller
{
    [HttpGet("")]
    [Nav("Programmes", Order = 4)]
    public IActionResult Index() => View("Index", new ProgrammesPage([.. library.All.Select(p => (p, MapView.Of(library.Map(p.Definition.VersionId), "The way of a case through this programme. The table below says the same in words.", words)))]));
}
