using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Cases;

public sealed class CasesController(CaseDoor door, GateVerdicts verdicts) : CaseController(door)
{
    private Actor Me => Person.As(Role.Counsel);

    [HttpGet(Paths.Cases + "{reference}")]
    public async Task<IActionResult> Show(string reference)
    {
        if (await OpenAsync(reference, "caseload") is not { } view)
        {
            return NotFound();
        }

        var url = Paths.Cases + view.File.Reference;
        var next = await GatesAhead.OfAsync(verdicts, view, Me, url, CounselMends.All, HttpContext.RequestAborted);
        // What stands against other gates speaks of vetting work and other parts that are closed to counsel.
        return View(new CasePage(view, next with { Gates = [.. next.Gates.Where(g => g.Row.Deciders.Contains(Role.Counsel))] }, url));
    }
}
