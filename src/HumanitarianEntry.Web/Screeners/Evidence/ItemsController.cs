using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>One item of evidence: what it is, its file, how it was judged, and who had it in hands.</summary>
[Route("screeners/cases/{reference}/evidence/{label}")]
public sealed class ItemsController(CaseDoor door) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference, string label) =>
        await OpenAsync(reference, "evidence") is { } view && view.Shown.Contains(Compartment.Evidence) && view.File.Evidence.Find(label.ToUpperInvariant()) is { } item
            ? View(new ItemPage(view, item))
            : NotFound();
}

public sealed record ItemPage(CaseView Case, EvidenceItem Item)
{
    public string CaseUrl => ScreenerPaths.Case + Case.File.Reference;

    public string Url => $"{CaseUrl}/evidence/{Item.Label.ToLowerInvariant()}";
}
