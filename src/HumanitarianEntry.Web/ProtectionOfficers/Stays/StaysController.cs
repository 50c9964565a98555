using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.Stays;

[Route("protection-officers/cases/{reference}/stay")]
public sealed class StaysController(CaseDoor door) : FormController<StayForm>(door)
{
    protected override string CasePath => Paths.Cases;

    protected override string Purpose => "stay";

    protected override string FormView => "/Shared/Case/Stay.cshtml";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost(""), ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] StayForm form) => SendAsync(reference, form, _ => form.ToAct(), "The stay is recorded.");

    protected override StayForm FirstForm(Casework.Queries.CaseView view) => new() { Country = view.File.CountryOfStay };
}
