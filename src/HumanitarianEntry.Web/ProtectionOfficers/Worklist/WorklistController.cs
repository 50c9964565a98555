using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Desk;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Worklist;

/// <param name="Emergencies">Cases in an emergency, before everything else.</param>
public sealed record WorklistPage(IReadOnlyList<WorkItem> Emergencies, IReadOnlyList<WorkItem> Mine, IReadOnlyList<WorkItem> Pool);

public sealed class WorklistController(Worklists worklists, CasePool pool) : PoolController(pool)
{
    [HttpGet(Paths.Home), Nav("Cases", Order = 1)]
    public async Task<IActionResult> Index()
    {
        var me = Person.As(Role.ProtectionOfficer);
        var mine = await worklists.MineAsync(me, HttpContext.RequestAborted);
        var open = await worklists.PoolAsync(me, Person.Organisation, HttpContext.RequestAborted);
        return View("Index", new WorklistPage([.. mine.Where(IsEmergency)], [.. mine.Where(w => !IsEmergency(w))], open));
    }

    [HttpPost(Paths.Home + "/claim")]
    public Task<IActionResult> Claim([FromForm] string? reference) => ClaimAsync(Role.ProtectionOfficer, reference, Paths.Cases, Index);

    private static bool IsEmergency(WorkItem item) => item.State == CaseState.Emergency;
}
