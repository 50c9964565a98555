using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/unseal")]
public sealed class UnsealsController(CaseDoor door) : ActController<UnsealForm>(door)
{
    protected override string Purpose => "side-path";

    protected override string FormView => "Unseal";

    protected override string Done => S("The seal is broken. The case goes on where it stood.");

    protected override Act ToAct(UnsealForm form) => form.ToAct();
}
