using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/early-closure")]
public sealed class EarlyClosuresController(CaseDoor door) : ActController<EarlyClosureForm>(door)
{
    protected override string Purpose => "side-path";

    protected override string FormView => "Close";

    protected override string Done => S("The case is closed.");

    protected override Act ToAct(EarlyClosureForm form) => form.ToAct();
}
