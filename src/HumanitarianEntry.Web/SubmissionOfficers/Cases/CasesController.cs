using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Cases;

public sealed record CasePage(CaseView Case, Checklist Next, IReadOnlyList<DisclosureMade> Disclosures)
{
    public string Url => CasesController.Path + Case.File.Reference;
}

[Route("submission-officers/cases/{reference}")]
public sealed class CasesController(CaseDoor door, GateVerdicts verdicts, CaseDisclosures disclosures) : CaseController(door)
{
    public const string Path = "/submission-officers/cases/";

    private static Dictionary<string, Mend> Mends => new(StringComparer.Ordinal)
    {
        ["nothing-submitted"] = new("submission", S("Hand over the released version")),
        ["question-not-answered"] = new("answer", S("Answer the question")),
        ["state-decision-not-recorded"] = new("state-decision", S("Record the decision of the state")),
        ["travel-paper-missing"] = new("travel-paper", S("Record the travel paper")),
        ["carrier-not-asked"] = new("travel-paper", S("Record the paper again, with the word of the carrier")),
    };

    [HttpGet("")]
    public async Task<IActionResult> Show(string reference)
    {
        if (await OpenAsync(reference, "caseload") is not { } view)
        {
            return NotFound();
        }

        var next = await GatesAhead.OfAsync(verdicts, view, Person.As(Role.SubmissionOfficer), Path + view.File.Reference, Mends, HttpContext.RequestAborted);
        return View("Show", new CasePage(view, next, await disclosures.OfAsync(view, HttpContext.RequestAborted)));
    }
}
