using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Counsel.Decisions;

/// <summary>Only the gates that counsel has a part in.</summary>
[Route("counsel/cases/{reference}/gates/{gate:regex(^(review|travel-safety)$)}")]
public sealed class DecisionsController(CaseDoor door, GateVerdicts verdicts) : GateController(door, verdicts)
{
    protected override string CasePath => Paths.Cases;

    [HttpGet("")]
    public Task<IActionResult> New(string reference, string gate) => ShowAsync(reference, gate);

    [HttpPost(""), ShowsFormAgain]
    public Task<IActionResult> Create(string reference, string gate, [Bind(Prefix = "Form")] GateForm form) => DecideAsync(reference, gate, form);
}
