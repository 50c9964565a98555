using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/emergency")]
public sealed class EmergenciesController(CaseDoor door) : ActController<EmergencyForm>(door)
{
    protected override string Purpose => "side-path";

    protected override string FormView => "Emergency";

    protected override string Done => S("The emergency is open. Protection officers and counsel were told.");

    protected override Act ToAct(EmergencyForm form) => form.ToAct();
}
