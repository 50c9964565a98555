using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/seal")]
public sealed class SealsController(CaseDoor door) : ActController<SealForm>(door)
{
    protected override string Purpose => "side-path";

    protected override string FormView => "Seal";

    protected override string Done => S("The case is sealed. Only coordinators and protection officers on it see it now.");

    protected override Act ToAct(SealForm form) => form.ToAct();
}
