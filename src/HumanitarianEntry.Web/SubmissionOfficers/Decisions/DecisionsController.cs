using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.SubmissionOfficers.Decisions;

[Route("submission-officers/cases/{reference}/gates/{gate}")]
public sealed class DecisionsController(CaseDoor door, GateVerdicts verdicts) : GateController(door, verdicts)
{
    protected override string CasePath => "/submission-officers/cases/";

    [HttpGet("")]
    public Task<IActionResult> Show(string reference, string gate) => ShowAsync(reference, gate);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Decide(string reference, string gate, [Bind(Prefix = "Form")] GateForm form) => DecideAsync(reference, gate, form);
}
