using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Stopping;

/// <summary>The person stops; he need not say why.</summary>
[Route("screeners/cases/{reference}/withdrawal")]
public sealed class WithdrawalController(CaseDoor door) : ScreenerForm<WithdrawalForm>(door)
{
    protected override string FormView => "Withdrawal";

    protected override string Done => S("The withdrawal is recorded. Everybody who received something is asked to give it back.");

    protected override Act ToAct(WithdrawalForm form) => form.ToAct();
}

public sealed record WithdrawalForm
{
    [Required(ErrorMessage = "Confirm that the person said so.")]
    public string? Confirmed { get; init; }

    [StringLength(2_000, ErrorMessage = "The reason is longer than 2,000 signs.")]
    public string? Reason { get; init; }

    public WithdrawCase ToAct() => new() { Reason = Reason.Clean() };
}
