using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.DossierOfficers.Worklist;

public sealed record WorklistPage(IReadOnlyList<WorkItem> Cases);

[Route("dossier-officers")]
public sealed class WorklistController(Worklists worklists) : Controller
{
    [HttpGet("")]
    [Nav("Cases", Order = 1)]
    public async Task<IActionResult> Index() =>
        View("Index", new WorklistPage(await worklists.MineAsync(Person.Of(User).As(Role.DossierOfficer), HttpContext.RequestAborted)));
}
