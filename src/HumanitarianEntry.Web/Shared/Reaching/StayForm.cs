using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Shared.Reaching;

/// <summary>Legal stay, as several audiences record it.</summary>
public sealed record StayForm : IValidatableObject
{
    [Required(ErrorMessage = "Name the country."), RegularExpression("[A-Za-z]{2}", ErrorMessage = "Write the country as two letters, such as KZ.")]
    public string? Country { get; init; }

    [Required(ErrorMessage = "Say on what the stay rests: registration, asylum certificate, visa-free days."), StringLength(500)]
    public string? Basis { get; init; }

    public PartialDateForm From { get; init; } = new();

    public PartialDateForm Until { get; init; } = new();

    /// <summary>Only for a valid form.</summary>
    public RecordStay ToAct() => new(Country!.ToUpperInvariant(), Basis!.Trim(), PartialDate.Parse(From.Iso!)) { Until = Until.Iso is { } until ? PartialDate.Parse(until) : null };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From.IsEmpty)
        {
            yield return new(S("Say since when; a year is enough."), [nameof(From) + "." + nameof(PartialDateForm.Day)]);
        }
    }
}
