using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/unpark")]
public sealed class UnparkingController(CaseDoor door) : ActController<UnparkForm>(door)
{
    protected override string Purpose => "side-path";

    protected override string FormView => "Unpark";

    protected override string Done => S("The case goes on where it stood.");

    protected override Act ToAct(UnparkForm form) => form.ToAct();
}
