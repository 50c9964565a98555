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
public sealed class DeskController(Worklists worklists, CasePool pool, HandOverDesk handOvers, Absences absences) : PoolController(pool)
{
    [HttpGet(""), Nav("My cases", Order = 1)]
    public async Task<IActionResult> Index() => View(nameof(Index), await PageAsync());

    /// <summary>An intake officer takes a case that nobody holds.</summary>
    [HttpPost("claims")]
    public async Task<IActionResult> Claim([FromForm] string? reference)
    {
        if (!Person.Roles.Contains(Role.IntakeOfficer))
        {
            return NotFound();
        }

        return await ClaimAsync(Role.IntakeOfficer, reference, ScreenerPaths.Case, Index);
    }

    private async Task<DeskPage> PageAsync()
    {
        var person = Person;
        var roles = HttpContext.Audience().Roles.Select(Keys.Role).Where(person.Roles.Contains).ToList();
        var mine = await worklists.CaseloadAsync(person, roles, HttpContext.RequestAborted);
        var takes = roles.Contains(Role.IntakeOfficer);
        return new DeskPage(mine, takes ? await worklists.PoolAsync(person.As(Role.IntakeOfficer), person.Organisation, HttpContext.RequestAborted) : [], takes)
        {
            Asked = roles.Contains(Role.Screener) ? (await handOvers.AskedOfAsync(person.Id, HttpContext.RequestAborted)).Count : 0,
            StandingIn = roles.Contains(Role.Screener) ? (await absences.CasesAsync(person.As(Role.Screener), HttpContext.RequestAborted)).Count : 0,
        };
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
}
