using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/emergency")]
public sealed class EmergenciesController(CaseDoor door) : FormController<EmergencyForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "side-path";

    protected override string FormView => "Emergency";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] EmergencyForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The emergency is open. Protection officers and counsel were told.");
}
