using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Desk;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Desk;

/// <summary>Where the day begins: what waits for me, what I hold, and what nobody has taken yet.</summary>
[Route("screeners")]
public sealed class DeskController(Worklists worklists, CasePool pool, HandOverDesk handOvers, Absences absences, SavedFilters filters) : PoolController(pool)
{
    [HttpGet(""), Nav("My cases", Order = 1)]
    public Task<IActionResult> Index([FromQuery] ChoiceForm choice, [FromQuery(Name = "page")] int number) => ShowAsync(choice, number);

    /// <summary>An intake officer takes a case that nobody holds.</summary>
    [HttpPost("claims")]
    public async Task<IActionResult> Claim([FromForm] string? reference)
    {
        if (!Person.Roles.Contains(Role.IntakeOfficer))
        {
            return NotFound();
        }

        return await ClaimAsync(Role.IntakeOfficer, reference, ScreenerPaths.Case, () => ShowAsync(new ChoiceForm(), 1));
    }

    private async Task<IActionResult> ShowAsync(ChoiceForm form, int number)
    {
        var (person, stop, choice) = (Person, HttpContext.RequestAborted, form.ToChoice());
        var roles = HttpContext.Audience().Roles.Select(Keys.Role).Where(person.Roles.Contains).OrderByDescending(r => r == Role.Screener).ToList();
        var screens = roles.Contains(Role.Screener);
        var takes = roles.Contains(Role.IntakeOfficer) && choice.IsAll;
        var page = new DeskPage(
            choice.IsAll ? await worklists.CaseloadAsync(person, roles, stop) : [],
            takes ? await worklists.PoolAsync(person.As(Role.IntakeOfficer), person.Organisation, stop) : [],
            takes)
        {
            Asked = screens ? (await handOvers.AskedOfAsync(person.Id, stop)).Count : 0,
            StandingIn = screens ? (await absences.CasesAsync(person.As(Role.Screener), stop)).Count : 0,
            Form = form,
            Choice = choice,
            Number = Math.Max(1, number),
            Chosen = choice.IsAll ? null : await worklists.ChosenAsync(person.Id, roles, person.Organisation, choice, number, stop),
            Counts = await worklists.CountAsync(person.Id, roles, stop),
            Saved = await filters.OfAsync(person.Id, stop),
        };
        return View(nameof(Index), page);
    }
}

/// <param name="Pool">Referrals that nobody holds in the role of intake officer.</param>
/// <param name="Takes">The person is an intake officer.</param>
public sealed record DeskPage(IReadOnlyList<WorkItem> Mine, IReadOnlyList<WorkItem> Pool, bool Takes)
{
    /// <summary>How many cases colleagues ask the person to take.</summary>
    public int Asked { get; init; }

    /// <summary>How many cases of absent colleagues wait for him as their stand-in.</summary>
    public int StandingIn { get; init; }

    public required ChoiceForm Form { get; init; }

    public required CaseChoice Choice { get; init; }

    /// <summary>Number of the page of chosen cases.</summary>
    public int Number { get; init; }

    /// <summary>Null while everything is shown.</summary>
    public WorkPage? Chosen { get; init; }

    public required IReadOnlyDictionary<UrgencyReason, int> Counts { get; init; }

    public required IReadOnlyList<SavedFilter> Saved { get; init; }
}
