using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Shared.Reaching;

/// <summary>Legal stay, as several audiences record or correct it.</summary>
public sealed record StayForm : IValidatableObject
{
    [Required(ErrorMessage = "Name the country."), RegularExpression("[A-Za-z]{2}", ErrorMessage = "Write the country as two letters, such as KZ.")]
    public string? Country { get; init; }

    [Required(ErrorMessage = "Say on what the stay rests: registration, asylum certificate, visa-free days."), StringLength(500)]
    public string? Basis { get; init; }

    public PartialDateForm From { get; init; } = new();

    public PartialDateForm Until { get; init; } = new();

    public PartialDateForm ReturnedOn { get; init; } = new();

    /// <summary>The stay that this corrects; null for another one.</summary>
    public int? Corrects { get; init; }

    [StringLength(2_000, ErrorMessage = "This is longer than 2,000 signs.")]
    public string? Why { get; init; }

    public bool NeverWas { get; init; }

    public static StayForm Of(StandingStay known) => new()
    {
        Corrects = known.Number, Country = known.Stay.Country, Basis = known.Stay.Basis, From = PartialDateForm.Of(known.Stay.From), Until = PartialDateForm.Of(known.Stay.Until), ReturnedOn = PartialDateForm.Of(known.Stay.ReturnedOn),
    };

    /// <summary>Only for a valid form.</summary>
    public Act ToAct() => Corrects is { } stay && NeverWas
        ? new StrikeStay(stay, Why!.Trim())
        : new RecordStay(Country!.ToUpperInvariant(), Basis!.Trim(), From.ToDate()!.Value) { Until = Until.ToDate(), ReturnedOn = ReturnedOn.ToDate(), Corrects = Corrects, Why = Why.Clean() };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From.IsEmpty)
        {
            yield return new(S("Say since when; a year is enough."), [nameof(From) + "." + nameof(PartialDateForm.Day)]);
        }

        if (Corrects is not null && string.IsNullOrWhiteSpace(Why))
        {
            yield return new(S("Say by what you know how it really was."), [nameof(Why)]);
        }
    }
}
