using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Receptions;

[Route("coordinators/cases/{reference}/reception-offer")]
public sealed class OffersController(CaseDoor door) : FormController<OfferForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "reception";

    protected override string FormView => "Offer";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] OfferForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The offer is recorded.");
}
