using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.ProtectionOfficers.TravelChecks;

[Route("protection-officers/cases/{reference}/travel-check")]
public sealed class TravelChecksController(CaseDoor door) : ActController<TravelCheckForm>(door)
{
    protected override string Purpose => "travel";

    protected override string Done => S("The travel check is stored. It counts for 24 hours; a proposal made before it is out of date.");

    protected override Act ToAct(TravelCheckForm form) => form.ToAct();

    protected override TravelCheckForm FirstForm(CaseView view) => TravelCheckForm.After(view.File.Travel.Checks.Latest());
}
