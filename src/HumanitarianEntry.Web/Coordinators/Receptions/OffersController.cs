using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.Receptions;

[Route("coordinators/cases/{reference}/reception-offer")]
public sealed class OffersController(CaseDoor door) : ActController<OfferForm>(door)
{
    protected override string Purpose => "reception";

    protected override string FormView => "Offer";

    protected override string Done => S("The offer is recorded.");

    protected override Act ToAct(OfferForm form) => form.ToAct();
}
