using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Decisions;

[Route("vetters/cases/{reference}/gates/{gate}")]
public sealed class DecisionsController(CaseDoor door, GateVerdicts verdicts) : GateController(door, verdicts)
{
    protected override string CasePath => VetterPaths.Case;

    [HttpGet("")]
    public Task<IActionResult> New(string reference, string gate) => ShowAsync(reference, gate);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, string gate, [Bind(Prefix = "Form")] GateForm form) => DecideAsync(reference, gate, form);
}
