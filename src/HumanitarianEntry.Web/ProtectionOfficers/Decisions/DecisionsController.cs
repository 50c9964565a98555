using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Decisions;

/// <summary>Only the gates that a protection officer has a part in: the sentences of other gates speak of what is closed to him.</summary>
[Route("protection-officers/cases/{reference}/gates/{gate:regex(^(travel-safety|journey)$)}")]
public sealed class DecisionsController(CaseDoor door, GateVerdicts verdicts) : GateController(door, verdicts)
{
    protected override string CasePath => Paths.Cases;

    [HttpGet("")]
    public Task<IActionResult> New(string reference, string gate) => ShowAsync(reference, gate);

    [HttpPost(""), ShowsFormAgain]
    public Task<IActionResult> Create(string reference, string gate, [Bind(Prefix = "Form")] GateForm form) => DecideAsync(reference, gate, form);
}
