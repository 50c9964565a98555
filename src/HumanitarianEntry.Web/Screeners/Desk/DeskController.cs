using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Desk;

/// <summary>Where the day begins: what waits for me, what I hold, and what nobody has taken yet.</summary>
[Route("screeners")]
public sealed class DeskController(Worklists worklists, CasePool pool, ActRunner acts) : Controller
{
    private Person Person => Person.Of(User);

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

        var me = Person.As(Role.IntakeOfficer);
        if (await pool.FindAsync(me, Person.Organisation, reference ?? string.Empty, HttpContext.RequestAborted) is not { } caseId)
        {
            return await NotTakenAsync("This case cannot be taken any more: somebody else was faster, or it has ended.", StatusCodes.Status422UnprocessableEntity);
        }

        return await acts.RunAsync(new ActRequest { CaseId = caseId, Actor = me, Act = new ClaimCase(), Key = Request.ActKeyOf() }, HttpContext.RequestAborted) switch
        {
            ActResult.Done done => Taken(done.Reference),
            ActResult.Refused refused => await NotTakenAsync(string.Join(" ", refused.Blockers.Select(b => b.Message)), StatusCodes.Status422UnprocessableEntity),
            ActResult.Busy => await NotTakenAsync("The database is busy and took nothing. Try again in a moment.", StatusCodes.Status503ServiceUnavailable),
            _ => NotFound(),
        };
    }

    private LocalRedirectResult Taken(string reference)
    {
        TempData[CaseController.DoneMessage] = "The case is yours now.";
        return LocalRedirect(ScreenerPaths.Case + reference);
    }

    private async Task<IActionResult> NotTakenAsync(string why, int status)
    {
        ModelState.AddModelError(string.Empty, why);
        Response.StatusCode = status;
        return await Index();
    }

    private async Task<DeskPage> PageAsync()
    {
        var person = Person;
        var roles = HttpContext.Audience().Roles.Select(Keys.Role).Where(person.Roles.Contains).ToList();
        var mine = await worklists.CaseloadAsync(person, roles, HttpContext.RequestAborted);
        var takes = roles.Contains(Role.IntakeOfficer);
        return new DeskPage(mine, takes ? await worklists.PoolAsync(person.As(Role.IntakeOfficer), person.Organisation, HttpContext.RequestAborted) : [], takes);
    }
}

/// <param name="Pool">Referrals that nobody holds in the role of intake officer.</param>
/// <param name="Takes">The person is an intake officer.</param>
public sealed record DeskPage(IReadOnlyList<WorkItem> Mine, IReadOnlyList<WorkItem> Pool, bool Takes);
