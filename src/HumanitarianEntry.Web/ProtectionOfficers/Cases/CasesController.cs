using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Cases;

public sealed class CasesController(CaseDoor door, Worklists worklists, CasePool pool, GateVerdicts verdicts) : CaseController(door)
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
    public async Task<IActionResult> Claim([FromForm] string reference)
    {
        switch (await pool.ClaimAsync(Me, Person.Organisation, reference, Request.ActKeyOf(), HttpContext.RequestAborted))
        {
            case ActResult.Done done:
                TempData[DoneMessage] = "The case is yours now.";
                return LocalRedirect(Paths.Cases + done.Reference);
            case ActResult.Refused refused:
                TempData[DoneMessage] = "Not taken: " + string.Join(" ", refused.Blockers.Select(b => b.Message));
                return LocalRedirect(Paths.Home);
            case ActResult.Busy or ActResult.Stale:
                TempData[DoneMessage] = "Not taken: the database is busy. Try again in a moment.";
                return LocalRedirect(Paths.Home);
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

    private static bool IsEmergency(WorkItem item) => item.State == CaseState.Emergency;
}
