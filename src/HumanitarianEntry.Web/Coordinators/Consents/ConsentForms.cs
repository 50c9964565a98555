using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Coordinators.Consents;

public sealed record ConsentForm
{
    [Required(ErrorMessage = "Choose what the consent is for.")]
    public ConsentPurpose? Purpose { get; init; }

    [Required(ErrorMessage = "Choose what he said.")]
    public ConsentStatus? Status { get; init; }

    [StringLength(2, MinimumLength = 2, ErrorMessage = "A state has two letters, such as FR.")]
    public string? Recipient { get; init; }

    [Required(ErrorMessage = "Name the version of the text that was read to him.")]
    [StringLength(50, ErrorMessage = "This is longer than 50 signs.")]
    public string? TextVersion { get; init; }

    [Required(ErrorMessage = "Name the language it was read in.")]
    [StringLength(20, ErrorMessage = "This is longer than 20 signs.")]
    public string? Language { get; init; }

    [Required(ErrorMessage = "Choose how he said it.")]
    public ConsentMethod? Method { get; init; }

    [FullDate(ErrorMessage = "Write day, month and year, or leave the date empty.")]
    public PartialDateForm ExpiresOn { get; init; } = new();

    /// <summary>"true" when the person said back in own words what it means.</summary>
    public bool ReadBack { get; init; }

    public RecordConsent ToAct() => new(Purpose!.Value, Status!.Value, TextVersion!.Trim(), Language!.Trim(), Method!.Value)
    {
        Recipient = string.IsNullOrWhiteSpace(Recipient) ? null : Recipient.Trim().ToUpperInvariant(),
        ExpiresOn = ExpiresOn.ToDay(),
        ReadBack = ReadBack,
    };
}
