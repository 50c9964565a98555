using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Receptions;

[Route("coordinators/cases/{reference}/reception-package")]
public sealed class PackagesController(CaseDoor door) : FormController<PackageForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "reception";

    protected override string FormView => "Package";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] PackageForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The hand-over package is prepared.");
}
