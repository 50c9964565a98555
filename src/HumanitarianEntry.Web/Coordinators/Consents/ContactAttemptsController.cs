using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Consents;

[Route("coordinators/cases/{reference}/contact-attempt")]
public sealed class ContactAttemptsController(CaseDoor door) : FormController<ContactAttemptForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "contact-attempt";

    protected override string FormView => "Attempt";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] ContactAttemptForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The attempt is recorded.");
}
