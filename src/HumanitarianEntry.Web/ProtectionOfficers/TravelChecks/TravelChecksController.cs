using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.TravelChecks;

[Route("protection-officers/cases/{reference}/travel-check")]
public sealed class TravelChecksController(CaseDoor door) : FormController<TravelCheckForm>(door)
{
    protected override string CasePath => Paths.Cases;

    protected override string Purpose => "travel";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost(""), ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] TravelCheckForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The travel check is stored. It counts for 24 hours; a proposal made before it is out of date.");

    protected override TravelCheckForm FirstForm(CaseView view) => TravelCheckForm.After(view.File.Travel.Checks.Latest());
}
