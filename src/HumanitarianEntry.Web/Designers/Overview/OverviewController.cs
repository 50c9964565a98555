using HumanitarianEntry.Casework.Drafting;
using HumanitarianEntry.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Designers.Overview;

public sealed record OverviewPage(IReadOnlyList<DrawnDefinition> Definitions, bool MayEdit);

/// <summary>All procedures in one table; from here one goes into Studio.</summary>
[Route("designer")]
public sealed class OverviewController(DefinitionShelf shelf) : Controller
{
    [HttpGet(""), Nav("Procedures", Order = 8)]
    public async Task<IActionResult> Index() => View(new OverviewPage(await shelf.AllAsync(HttpContext.RequestAborted), User.IsInRole(Audiences.DesignerRole)));
}
