using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Contact;

/// <summary>How fast the case must move.</summary>
[Route("screeners/cases/{reference}/priority")]
public sealed class PriorityController(CaseDoor door) : ScreenerForm<PriorityForm>(door)
{
    protected override string FormView => "Priority";

    protected override string Done => S("The priority is changed.");

    protected override Act ToAct(PriorityForm form) => form.ToAct();
}

public sealed record PriorityForm
{
    [Required(ErrorMessage = "Choose the priority.")]
    public Priority? Priority { get; init; }

    [Required(ErrorMessage = "Say why the priority changes.")]
    [StringLength(2_000, ErrorMessage = "The reason is longer than 2,000 signs.")]
    public string? Reason { get; init; }

    public SetPriority ToAct() => new(Priority!.Value, Reason!);
}
