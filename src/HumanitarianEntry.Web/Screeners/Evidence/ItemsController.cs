using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>One item of evidence: what it is, its file, how it was judged, and who had it in hands.</summary>
[Route("screeners/cases/{reference}/evidence/{label}")]
public sealed class ItemsController(CaseDoor door, StaffDirectory staff) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference, string label) =>
        await OpenAsync(reference, "evidence") is { } view && view.Shown.Contains(Compartment.Evidence) && view.File.Evidence.Find(label.ToUpperInvariant()) is { } item
            ? View(new ItemPage(view, item) { Names = await NamesAsync(view, item) })
            : NotFound();

    /// <summary>Who worked on the item.</summary>
    private Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CaseView view, EvidenceItem item)
    {
        var facts = view.File.Evidence;
        return staff.NamesAsync(
            [
                .. facts.Checks.Where(c => c.Value.Item == item.Label).Select(c => c.Provenance).Concat(facts.SupportsOf(item.Label).Select(s => s.Provenance))
                    .Concat(facts.Grades.Where(g => g.Value.Item == item.Label).Select(g => g.Provenance)).Select(p => p.By).Distinct(),
            ], HttpContext.RequestAborted);
    }
}

public sealed record ItemPage(CaseView Case, EvidenceItem Item)
{
    /// <summary>Names of colleagues, for who did what.</summary>
    public required IReadOnlyDictionary<Guid, string> Names { get; init; }

    public string CaseUrl => ScreenerPaths.Case + Case.File.Reference;

    public string Url => $"{CaseUrl}/evidence/{Item.Label.ToLowerInvariant()}";
}
