using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/reopen")]
public sealed class ReopeningsController(CaseDoor door) : ActController<ReopenForm>(door)
{
    protected override string Purpose => "side-path";

    protected override string FormView => "Reopen";

    protected override string Done => S("The case is open again and waits for consent.");

    protected override Act ToAct(ReopenForm form) => form.ToAct();
}
