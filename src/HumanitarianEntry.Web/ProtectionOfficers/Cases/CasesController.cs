using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Cases;

public sealed class CasesController(CaseDoor door, GateVerdicts verdicts) : CaseController(door)
{
    private Actor Me => Person.As(Role.ProtectionOfficer);

    [HttpGet(Paths.Cases + "{reference}")]
    public async Task<IActionResult> Show(string reference)
    {
        if (await OpenAsync(reference, "caseload") is not { } view)
        {
            return NotFound();
        }

        var url = Paths.Cases + view.File.Reference;
        var next = await GatesAhead.OfAsync(verdicts, view, Me, url, ProtectionMends.All, HttpContext.RequestAborted);
        // Other gates have no page here: what stands against them speaks of parts that are closed to a protection officer.
        return View(new CasePage(view, next with { Gates = [.. next.Gates.Where(g => g.Row.Deciders.Contains(Role.ProtectionOfficer) || g.Row.Proposers.Contains(Role.ProtectionOfficer))] }, url));
    }
}
