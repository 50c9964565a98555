using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Worklist;

public sealed record WorklistPage(IReadOnlyList<WorkItem> Mine, IReadOnlyList<WorkItem> Pool);

[Route("coordinators")]
public sealed class WorklistController(Worklists worklists, CasePool pool, ActRunner acts) : Controller
{
    private Person Person => Person.Of(User);

    [HttpGet("")]
    [Nav("Cases", Order = 1)]
    public async Task<IActionResult> Index() => View("Index", await PageAsync());

    [HttpPost("claims")]
    [ShowsFormAgain]
    public async Task<IActionResult> Claim(string? reference)
    {
        if (!ModelState.IsValid)
        {
            return View("Index", await PageAsync());
        }

        var me = Person.As(Role.Coordinator);
        if (await pool.FindAsync(me, Person.Organisation, reference ?? string.Empty, HttpContext.RequestAborted) is not { } caseId)
        {
            return await AgainAsync("This case cannot be taken any more: somebody else was faster, or it has ended.", StatusCodes.Status422UnprocessableEntity);
        }

        switch (await acts.RunAsync(new ActRequest { CaseId = caseId, Actor = me, Act = new ClaimCase(), Key = Request.ActKeyOf() }, HttpContext.RequestAborted))
        {
            case ActResult.Done done:
                TempData[CaseController.DoneMessage] = "The case is yours now.";
                return LocalRedirect("/coordinators/cases/" + done.Reference);
            case ActResult.Refused refused:
                return await AgainAsync(refused.Blockers[0].Message, StatusCodes.Status422UnprocessableEntity);
            case ActResult.Busy:
                return await AgainAsync("The database is busy and took nothing. Press the button again in a moment.", StatusCodes.Status503ServiceUnavailable);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> AgainAsync(string message, int status)
    {
        ModelState.AddModelError(string.Empty, message);
        Response.StatusCode = status;
        return View("Index", await PageAsync());
    }

    private async Task<WorklistPage> PageAsync()
    {
        var me = Person.As(Role.Coordinator);
        return new(await worklists.MineAsync(me, HttpContext.RequestAborted), await worklists.PoolAsync(me, Person.Organisation, HttpContext.RequestAborted));
    }
}
