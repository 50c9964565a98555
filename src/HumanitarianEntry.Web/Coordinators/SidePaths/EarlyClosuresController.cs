using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/early-closure")]
public sealed class EarlyClosuresController(CaseDoor door) : FormController<EarlyClosureForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "side-path";

    protected override string FormView => "Close";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] EarlyClosureForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The case is closed.");
}
