using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Evidence;

/// <summary>One item of evidence: what it is, its file, how it was judged, and who had it in hands.</summary>
[Route("screeners/cases/{reference}/evidence/{label}")]
public sealed class ItemsController(CaseDoor door, CustodyRecord custody, StaffDirectory staff) : CaseController(door)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference, string label)
    {
        if (await OpenAsync(reference, "evidence") is not { } view || !view.Shown.Contains(Compartment.Evidence) || view.File.Evidence.Find(label.ToUpperInvariant()) is not { } item)
        {
            return NotFound();
        }

        var record = await custody.OfAsync(view, item.Label, HttpContext.RequestAborted);
        return View(new ItemPage(view, item, record, await staff.NamesAsync([.. record.Lines.Select(l => l.By).Concat(Workers(view.File.Evidence, item)).Distinct()], HttpContext.RequestAborted)));
    }

    /// <summary>Who worked on the item.</summary>
    private static IEnumerable<Guid> Workers(EvidenceFacts facts, EvidenceItem item) =>
        facts.Checks.Where(c => c.Value.Item == item.Label).Select(c => c.Provenance).Concat(facts.Captures.Where(c => c.Value.Item == item.Label).Select(c => c.Provenance)).Concat(facts.SupportsOf(item.Label).Select(s => s.Provenance))
            .Concat(facts.Grades.Where(g => g.Value.Item == item.Label).Select(g => g.Provenance)).Select(p => p.By);
}

public sealed record ItemPage(CaseView Case, EvidenceItem Item, ItemCustody Custody, IReadOnlyDictionary<Guid, string> Names)
{
    public string CaseUrl => ScreenerPaths.Case + Case.File.Reference;

    public string Url => $"{CaseUrl}/evidence/{Item.Label.ToLowerInvariant()}";

    /// <summary>Who did it, as colleagues know him.</summary>
    public string NameOf(CustodyLine line) => Names.TryGetValue(line.By, out var name) ? name : line.By == Case.File.Id ? S("the applicant") : S("the program");
}
