using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Maps;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Maps;

public sealed record MapPage(CaseView Case, MapView Map, string CaseUrl);

/// <summary>Where a case is on its programme's way, what waits for whom since when.</summary>
[Route("coordinators/cases/{reference}/map")]
public sealed class MapsController(CaseDoor door, CaseMaps maps, Words words) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference) => await OpenAsync(reference, "map") is { } view
        ? View("Show", new MapPage(view, MapView.Of(await maps.OfAsync(view, HttpContext.RequestAborted), S("The way of this case through its programme. The table below says the same in words."), words), Cases.CasesController.Path + view.File.Reference))
        : NotFound();
}
