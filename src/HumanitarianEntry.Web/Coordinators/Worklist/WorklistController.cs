using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Desk;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Worklist;

public sealed record WorklistPage(IReadOnlyList<WorkItem> Mine, IReadOnlyList<WorkItem> Pool);

[Route("coordinators")]
public sealed class WorklistController(Worklists worklists, CasePool pool) : PoolController(pool)
{
    [HttpGet("")]
    [Nav("Cases", Order = 1)]
    public async Task<IActionResult> Index() => View("Index", await PageAsync());

    [HttpPost("claims")]
    [ShowsFormAgain]
    public Task<IActionResult> Claim(string? reference) => ClaimAsync(Role.Coordinator, reference, Cases.CasesController.Path, Index);

    private async Task<WorklistPage> PageAsync()
    {
        var me = Person.As(Role.Coordinator);
        return new(await worklists.MineAsync(me, HttpContext.RequestAborted), await worklists.PoolAsync(me, Person.Organisation, HttpContext.RequestAborted));
    }
}
