using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Coordinators.SidePaths;

[Route("coordinators/cases/{reference}/withdrawal")]
public sealed class WithdrawalsController(CaseDoor door) : FormController<WithdrawalForm>(door)
{
    protected override string CasePath => Cases.CasesController.Path;

    protected override string Purpose => "side-path";

    protected override string FormView => "Withdraw";

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] WithdrawalForm form) =>
        SendAsync(reference, form, _ => form.ToAct(), "The withdrawal is recorded. Everybody who received something is asked to give it back.");
}
