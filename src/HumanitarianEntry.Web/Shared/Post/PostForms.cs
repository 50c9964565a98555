using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Shared.Post;

/// <summary>The post has the dossier: under which number, since when.</summary>
public sealed record ReceiptForm : IValidatableObject
{
    [Required(ErrorMessage = "Write the number or mark of the receipt.")]
    [StringLength(100, ErrorMessage = "The number is longer than 100 signs.")]
    public string? Number { get; init; }

    public PartialDateForm On { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (On.IsEmpty)
        {
            yield return new(S("Write when it was received."), [nameof(On)]);
        }
    }

    public RecordReceipt ToAct() => new(Number!.Trim(), PartialDate.Parse(On.Iso!));
}

public sealed record QuestionForm
{
    [Required(ErrorMessage = "Write the question.")]
    [StringLength(5_000, ErrorMessage = "The question is longer than 5,000 signs.")]
    public string? Question { get; init; }

    [FullDate(ErrorMessage = "Write day, month and year, or leave the date empty.")]
    public PartialDateForm DueOn { get; init; } = new();

    public RequestInformation ToAct() => new(Question!) { DueOn = DueOn.ToDay() };
}

/// <summary>What the state decided. A refusal names its remedy; "unknown" is an answer, silence is none.</summary>
public sealed record StateDecisionForm
{
    [Required(ErrorMessage = "Choose what was decided.")]
    public string? Outcome { get; init; }

    [FullDate(Needed = true, ErrorMessage = "Write day, month and year of the decision.")]
    public PartialDateForm DecidedOn { get; init; } = new();

    [Required(ErrorMessage = "Name the instrument: a letter, a note, a visa decision, with its number.")]
    [StringLength(500, ErrorMessage = "This is longer than 500 signs.")]
    public string? Instrument { get; init; }

    [Required(ErrorMessage = "Write the reason that was given.")]
    [StringLength(10_000, ErrorMessage = "The reason is longer than 10,000 signs.")]
    public string? Reason { get; init; }

    [StringLength(5_000, ErrorMessage = "This is longer than 5,000 signs.")]
    public string? Conditions { get; init; }

    [StringLength(1_000, ErrorMessage = "This is longer than 1,000 signs.")]
    public string? Remedy { get; init; }

    [FullDate(ErrorMessage = "Write day, month and year, or leave the date empty.")]
    public PartialDateForm RemedyUntil { get; init; } = new();

    [FullDate(ErrorMessage = "Write day, month and year, or leave the date empty.")]
    public PartialDateForm ValidUntil { get; init; } = new();

    public RecordStateDecision ToAct() => new(Outcome!, DecidedOn.ToDay()!.Value, Instrument!.Trim(), Reason!.Trim())
    {
        Conditions = Lines.Of(Conditions),
        Remedy = string.IsNullOrWhiteSpace(Remedy) ? null : Remedy.Trim(),
        RemedyUntil = RemedyUntil.ToDay(),
        ValidUntil = ValidUntil.ToDay(),
    };
}
