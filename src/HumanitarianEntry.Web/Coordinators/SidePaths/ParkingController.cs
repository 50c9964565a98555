using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/park")]
public sealed class ParkingController(CaseDoor door) : ActController<ParkForm>(door)
{
    protected override string Purpose => "side-path";

    protected override string FormView => "Park";

    protected override string Done => S("The case is parked. Its place in the queue is kept.");

    protected override Act ToAct(ParkForm form) => form.ToAct();
}
