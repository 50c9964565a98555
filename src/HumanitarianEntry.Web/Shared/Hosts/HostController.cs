using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.HostCountries;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Shared.Hosts;

/// <summary>The profiles of the countries of stay.</summary>
/// <param name="Url">Address of the list in this audience.</param>
public sealed record HostsPage(string Url, ProgrammeShelf Shelf);

/// <param name="History">Numbered changes of the profile and of the danger, newest first; empty for who may not read them.</param>
public sealed record HostPage(string Url, HostProfile Profile, HostRisk Risk, NumberedChange? RiskSince, IReadOnlyList<PastChange> History, string? ProgrammesUrl);

public sealed record HostProfileForm : ReasonForm
{
    [Required(ErrorMessage = "Write the profile.")]
    [StringLength(100_000, ErrorMessage = "This profile is longer than 100,000 signs.")]
    public string? Json { get; init; }
}

public sealed record HostEditPage(string Url, string Country, HostProfileForm Form);

/// <summary>What is known of the countries of stay, for everybody who works with people there. It holds nothing about a person.</summary>
public abstract class HostController(ProgrammeDesk desk) : Controller
{
    private const string Views = "/Shared/Hosts/";

    protected string Home => $"/{HttpContext.Audience().Path}/countries";

    protected ProgrammeDesk Desk => desk;

    protected CancellationToken Gone => HttpContext.RequestAborted;

    /// <summary>Where this audience changes programmes; null where it changes none.</summary>
    protected virtual string? ProgrammesUrl => null;

    [HttpGet(""), Nav("Countries of stay", Order = 6)]
    public async Task<IActionResult> Index() => View(Views + "Index.cshtml", new HostsPage(Home, await desk.ShelfAsync(Gone)));

    [HttpGet("{country}")]
    public async Task<IActionResult> Show(string country)
    {
        var shelf = await desk.ShelfAsync(Gone);
        if (!shelf.HostProfiles.TryGetValue(country, out var profile))
        {
            return NotFound();
        }

        var history = ProgrammesUrl is null ? [] : (await desk.HistoryAsync(Gone)).Where(c => c.Change.Change.Subject == country).ToList();
        return View(Views + "Show.cshtml", new HostPage(Home, profile, shelf.RiskIn(country), shelf.Changes.LastOrDefault(c => c.Change is HostRiskSet set && set.Country == country), history, ProgrammesUrl));
    }
}

/// <summary>The same for those who change programmes: a new version is proposed by one and confirmed by another, as every change of a programme.</summary>
public abstract class ChangingHostController(ProgrammeDesk desk, ProgrammeChanges changes) : HostController(desk)
{
    protected override string ProgrammesUrl => $"/{HttpContext.Audience().Path}/programmes";

    [HttpGet("{country}/edit")]
    public async Task<IActionResult> Edit(string country) =>
        (await Desk.ShelfAsync(Gone)).HostProfiles.TryGetValue(country, out var profile) ? Form(country, new HostProfileForm { Json = profile.Json }) : NotFound();

    [HttpPost("{country}/edit"), ShowsFormAgain]
    public async Task<IActionResult> Propose(string country, [Bind(Prefix = "Form")] HostProfileForm form)
    {
        if (!(await Desk.ShelfAsync(Gone)).HostProfiles.ContainsKey(country))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var person = Person.Of(User);
            var actor = person.As(HttpContext.Audience().Roles.Select(Keys.Role).First(r => ProgrammeChanges.MayChange(r) && person.Roles.Contains(r)));
            var result = await changes.ProposeAsync(actor, new HostProfileSet(country, form.Json!.ReplaceLineEndings("\n")), form.Reason!, Gone);
            if (result is ChangeResult.Done)
            {
                TempData[CaseController.DoneMessage] = S("Proposed. Another person must confirm it; until then nothing changes.");
                return LocalRedirect(ProgrammesUrl);
            }

            ModelState.AddModelError(string.Empty, result is ChangeResult.Refused refused ? S(refused.Why) : S("This cannot be changed here."));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Form(country, form);
    }

    private ViewResult Form(string country, HostProfileForm form) => View("/Shared/Hosts/Edit.cshtml", new HostEditPage(Home, country, form));
}
