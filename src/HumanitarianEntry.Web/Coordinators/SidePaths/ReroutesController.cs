using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/reroute")]
public sealed class ReroutesController(CaseDoor door) : ActController<RerouteForm>(door)
{
    protected override string Purpose => "side-path";

    protected override string FormView => "Reroute";

    protected override string Done => S("The case goes on in the other programme and waits for consent.");

    protected override Act ToAct(RerouteForm form) => form.ToAct();
}
