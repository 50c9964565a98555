using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.ContactPlans;

[Route("protection-officers/cases/{reference}/contact-plan")]
public sealed class ContactPlansController(CaseDoor door) : FormController<ContactPlanForm>(door)
{
    protected override string CasePath => Paths.Cases;

    protected override string Purpose => "contact";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost(""), ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] ContactPlanForm form) => SendAsync(reference, form, _ => form.ToAct(), "The safe-contact plan is stored.");

    protected override ContactPlanForm FirstForm(CaseView view) => ContactPlanForm.Of(view.File.Contact);
}
