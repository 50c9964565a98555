using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Cases;

public sealed record CasePage(CaseView Case, Checklist Next, IReadOnlyList<TimelineEntry> Timeline, IReadOnlyList<DisclosureMade> Disclosures, IReadOnlyDictionary<Guid, string> Names)
{
    public string Url => CasesController.Path + Case.File.Reference;
}

[Route("coordinators/cases/{reference}")]
public sealed class CasesController(CaseDoor door, GateVerdicts verdicts, CaseTimeline timeline, CaseDisclosures disclosures, StaffDirectory directory) : CaseController(door)
{
    public const string Path = "/coordinators/cases/";

    /// <summary>Where a coordinator mends what stands against a gate.</summary>
    private static Dictionary<string, Mend> Mends => new(StringComparer.Ordinal)
    {
        ["recommendation-not-written"] = new("recommendation", S("Write the recommendation")),
        ["finding-missing"] = new("recommendation", S("Complete the recommendation")),
        ["criterion-not-met"] = new("recommendation", S("Look at the recommendation")),
        ["engagement-without-evidence"] = new("recommendation", S("Complete the recommendation")),
        ["not-heard"] = new("hearing", S("Hear the person")),
        ["conditions-not-answered"] = new("conditions", S("Read the conditions to the person")),
        ["conditions-refused"] = new("conditions", S("Look at the conditions")),
        ["review-waits"] = new("review", S("Decide the review")),
        ["question-not-answered"] = new("answer", S("Answer the question of the post")),
        ["consent-to-submit-missing"] = new("consent", S("Record the consent")),
        ["consent-to-reception-missing"] = new("consent", S("Record the consent")),
        ["child-check-missing"] = new("family", S("Check what is best for the child")),
        ["child-check-open"] = new("family", S("Look at the family")),
        ["custody-open"] = new("family", S("Look at the family")),
        ["member-outcome-missing"] = new("family", S("Record what the state decided for each member")),
        ["member-not-going"] = new("family", S("Look at the family")),
        ["member-consent-missing"] = new("family", S("Look at the family")),
        ["claims-open"] = new("claims", S("Tie the open statements")),
        ["sections-disagree"] = new("claims", S("Look at the sections")),
        ["package-missing"] = new("reception-package", S("Prepare the hand-over package")),
        ["contact-not-really-lost"] = new("contact-attempt", S("Record an attempt to reach him")),
    };

    [HttpGet("")]
    public async Task<IActionResult> Show(string reference)
    {
        if (await OpenAsync(reference, "caseload") is not { } view)
        {
            return NotFound();
        }

        var cancelled = HttpContext.RequestAborted;
        var next = await GatesAhead.OfAsync(verdicts, view, Person.As(Role.Coordinator), Path + view.File.Reference, Mends, cancelled);
        var names = await directory.NamesAsync([.. view.File.Assignments.Select(a => a.StaffId)], cancelled);
        return View("Show", new CasePage(view, next, await timeline.OfAsync(view, cancelled), await disclosures.OfAsync(view, cancelled), names));
    }
}
