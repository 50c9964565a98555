using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/unpark")]
public sealed class UnparkingController(CaseDoor door) : FormController<UnparkForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "side-path";

    protected override string FormView => "Unpark";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] UnparkForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The case goes on where it stood.");
}
