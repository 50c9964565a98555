using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Referral;

namespace HumanitarianEntry.Web.Coordinators.Priorities;

public sealed record PriorityForm
{
    [Required(ErrorMessage = "Choose how urgent the case is.")]
    public Priority? Priority { get; init; }

    [Required(ErrorMessage = "Say why the priority changes.")]
    [StringLength(2_000, ErrorMessage = "The reason is longer than 2,000 signs.")]
    public string? Reason { get; init; }

    public SetPriority ToAct() => new(Priority!.Value, Reason!);
}
