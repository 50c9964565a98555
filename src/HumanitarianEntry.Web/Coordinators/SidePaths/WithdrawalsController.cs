using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/withdrawal")]
public sealed class WithdrawalsController(CaseDoor door) : ActController<WithdrawalForm>(door)
{
    protected override string Purpose => "side-path";

    protected override string FormView => "Withdraw";

    protected override string Done => S("The withdrawal is recorded. Everybody who received something is asked to give it back.");

    protected override Act ToAct(WithdrawalForm form) => form.ToAct();
}
