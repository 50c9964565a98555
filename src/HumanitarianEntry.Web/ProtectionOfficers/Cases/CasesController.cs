using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Cases;

public sealed class CasesController(CaseDoor door, Worklists worklists, CasePool pool, GateVerdicts verdicts, ActRunner acts) : CaseController(door)
{
    private Actor Me => Person.As(Role.ProtectionOfficer);

    [HttpGet(Paths.Home), Nav("Cases", Order = 1)]
    public async Task<IActionResult> Index()
    {
        var mine = await worklists.MineAsync(Me, HttpContext.RequestAborted);
        var open = await worklists.PoolAsync(Me, Person.Organisation, HttpContext.RequestAborted);
        return View(new CasesPage([.. mine.Where(IsEmergency)], [.. mine.Where(w => !IsEmergency(w))], open));
    }

    [HttpPost(Paths.Home + "/claim")]
    public async Task<IActionResult> Claim([FromForm] string? reference)
    {
        if (await pool.FindAsync(Me, Person.Organisation, reference ?? string.Empty, HttpContext.RequestAborted) is not { } caseId)
        {
            return NotTaken("somebody else was faster, or the case has ended.");
        }

        switch (await acts.RunAsync(new ActRequest { CaseId = caseId, Actor = Me, Act = new ClaimCase(), Key = Request.ActKeyOf() }, HttpContext.RequestAborted))
        {
            case ActResult.Done done:
                TempData[DoneMessage] = "The case is yours now.";
                return LocalRedirect(Paths.Cases + done.Reference);
            case ActResult.Refused refused:
                return NotTaken(string.Join(" ", refused.Blockers.Select(b => b.Message)));
            case ActResult.Busy:
                return NotTaken("the database is busy. Press the button again in a moment.");
            default:
                return NotFound();
        }
    }

    [HttpGet(Paths.Cases + "{reference}")]
    public async Task<IActionResult> Show(string reference)
    {
        if (await OpenAsync(reference, "caseload") is not { } view)
        {
            return NotFound();
        }

        var url = Paths.Cases + view.File.Reference;
        return View(new CasePage(view, await GatesAhead.OfAsync(verdicts, view, Me, url, ProtectionMends.All, HttpContext.RequestAborted), url));
    }

    private LocalRedirectResult NotTaken(string why)
    {
        TempData[DoneMessage] = "Not taken: " + why;
        return LocalRedirect(Paths.Home);
    }

    private static bool IsEmergency(WorkItem item) => item.State == CaseState.Emergency;
}
