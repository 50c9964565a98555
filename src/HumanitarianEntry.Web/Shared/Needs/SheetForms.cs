using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Needs;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Shared.Needs;

public sealed record NeedForm
{
    [StringLength(10, ErrorMessage = "This is longer than 10 signs.")]
    public string? Continues { get; init; }

    [Required(ErrorMessage = "Write what is needed."), StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? What { get; init; }

    [Required(ErrorMessage = "Choose how urgent it is.")]
    public NeedUrgency? Urgency { get; init; }

    [StringLength(10, ErrorMessage = "This is longer than 10 signs.")]
    public string? Whose { get; init; }

    public bool Met { get; init; }

    public static NeedForm From(Need known) => new() { Continues = known.Label, What = known.What, Urgency = known.Urgency, Whose = known.Whose, Met = known.Met };

    /// <summary>Only for a valid form.</summary>
    public WriteNeed ToAct(Sheet sheet) => new(sheet, What!.Trim(), Urgency!.Value) { Continues = Continues.Clean(), Whose = Whose.Clean(), Met = Met };
}

public sealed record ReferralForm
{
    [Required(ErrorMessage = "Choose the need on the sheet."), StringLength(10, ErrorMessage = "This is longer than 10 signs.")]
    public string? Need { get; init; }

    [Required(ErrorMessage = "Say whom you ask, by function and organisation."), StringLength(200, ErrorMessage = "This is longer than 200 signs.")]
    public string? Recipient { get; init; }

    [Required(ErrorMessage = "Write what you tell, and no more than is needed."), StringLength(2_000, ErrorMessage = "This is longer than 2,000 signs.")]
    public string? Shared { get; init; }

    /// <summary>Only for a valid form.</summary>
    public ReferNeed ToAct(Sheet sheet) => new(sheet, Need!, Recipient!.Trim(), Shared!.Trim());
}

public sealed record ReferralAnswerForm
{
    [Required(ErrorMessage = "Choose the referral on the sheet."), StringLength(10, ErrorMessage = "This is longer than 10 signs.")]
    public string? Referral { get; init; }

    [Required(ErrorMessage = "Write what the helper answered."), StringLength(2_000, ErrorMessage = "This is longer than 2,000 signs.")]
    public string? Answer { get; init; }

    /// <summary>Only for a valid form.</summary>
    public AnswerReferral ToAct(Sheet sheet) => new(sheet, Referral!, Answer!.Trim());
}
