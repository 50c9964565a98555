using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/park")]
public sealed class ParkingController(CaseDoor door) : FormController<ParkForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "side-path";

    protected override string FormView => "Park";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] ParkForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The case is parked. Its place in the queue is kept.");
}
