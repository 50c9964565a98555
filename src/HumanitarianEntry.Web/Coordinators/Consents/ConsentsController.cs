using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Consents;

[Route("coordinators/cases/{reference}/consent")]
public sealed class ConsentsController(CaseDoor door) : FormController<ConsentForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "consent";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] ConsentForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "What he said is recorded.");
}
