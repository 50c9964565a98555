using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Vetters.Screening;

/// <summary>Asks for a name screening against all lists in force.</summary>
[Route("vetters/cases/{reference}/screening")]
public sealed class ScreeningController(CaseDoor door) : VetterForm<ScreeningForm>(door)
{
    protected override string FormView => "New";

    protected override string Done => S("The screening is asked for. Its result appears on this page when it is done.");

    protected override Act ToAct(ScreeningForm form) => new RequestScreening();
}

/// <summary>Nothing is asked: names and birth are taken from the case.</summary>
public sealed record ScreeningForm;
