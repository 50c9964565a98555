using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Cases;

[Route("vetters/cases/{reference}")]
public sealed class CasesController(CaseDoor door, GateVerdicts verdicts) : CaseController(door)
{
    private static Dictionary<string, Mend> Mends => new(StringComparer.Ordinal)
    {
        ["screening-missing"] = new("screening", S("Screen the names")),
        ["screening-failed"] = new("screening", S("Screen the names again")),
        ["screening-without-lists"] = new("screening", S("Screen the names again")),
        ["screening-stale"] = new("screening", S("Screen the names again")),
        ["screening-outdated"] = new("screening", S("Screen the names again")),
        ["screening-list-missing"] = new("screening", S("Screen the names in it now")),
        ["screening-engine-changed"] = new("screening", S("Screen the names again")),
        ["hit-not-adjudicated"] = new("#hits", S("Answer the hits")),
        ["hit-not-assessed"] = new("exclusion", S("Assess exclusion")),
        ["exclusion-not-assessed"] = new("exclusion", S("Assess exclusion")),
        ["unit-overlap-not-assessed"] = new("units", S("Hold service against the incident")),
        ["unit-not-chosen"] = new("units", S("Choose the unit")),
        ["voluntariness-not-assessed"] = new("voluntariness", S("Assess voluntariness")),
    };

    /// <summary>Vetting of one case: what is next, what was searched and found, what was concluded.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Show(string reference)
    {
        if (await OpenAsync(reference, "caseload") is not { } view)
        {
            return NotFound();
        }

        var url = VetterPaths.Case + view.File.Reference;
        return View(new CasePage(view, await GatesAhead.OfAsync(verdicts, view, Person.As(Role.Vetter), url, Mends, HttpContext.RequestAborted), url));
    }

    /// <summary>Identity, interview and evidence as others recorded them, to read only.</summary>
    [HttpGet("facts")]
    public async Task<IActionResult> Facts(string reference) =>
        await OpenAsync(reference, "facts") is { } view ? View(new FactsPage(view, VetterPaths.Case + view.File.Reference)) : NotFound();
}

public sealed record CasePage(CaseView Case, Checklist Checklist, string Url);

public sealed record FactsPage(CaseView Case, string Url);
