using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Screeners.Consents;

/// <summary>What the person said about one purpose.</summary>
[Route("screeners/cases/{reference}/consents/{purpose}")]
public sealed class ConsentsController(CaseDoor door) : FormController<ConsentForm>(door)
{
    protected override string Purpose => "form";

    private ConsentPurpose? Asked => Purposes.Of((string?)RouteData.Values["purpose"]);

    [HttpGet("")]
    public Task<IActionResult> New(string reference) => Asked is null ? Task.FromResult<IActionResult>(NotFound()) : ShowAsync(reference);

    [HttpPost("")]
    [ShowsFormAgain]
    public Task<IActionResult> Create(string reference, [Bind(Prefix = "Form")] ConsentForm form) =>
        Asked is { } purpose ? SendAsync(reference, form, _ => form.ToAct(purpose), S($"{FactWords.PurposeOf(purpose)}: recorded what was said.")) : Task.FromResult<IActionResult>(NotFound());

    protected override ConsentForm FirstForm(CaseView view) => new()
    {
        Language = view.File.Contact.Referrals.Count > 0 ? view.File.Contact.Referrals[^1].Value.Language : "ru",
        Recipient = Asked == ConsentPurpose.Submit ? view.Programme.Rules.DestinationState : null,
        TextVersion = "1",
    };
}

public sealed record ConsentForm
{
    [Required(ErrorMessage = "Choose what the person said.")]
    public ConsentStatus? Status { get; init; }

    [RegularExpression("[A-Za-z]{2}", ErrorMessage = "A state has two letters, such as FR.")]
    public string? Recipient { get; init; }

    [Required(ErrorMessage = "Name the version of the text that was read out.")]
    [StringLength(50, ErrorMessage = "This is longer than 50 signs.")]
    public string? TextVersion { get; init; }

    [Required(ErrorMessage = "Name the language it was read in.")]
    [StringLength(20, ErrorMessage = "This is longer than 20 signs.")]
    public string? Language { get; init; }

    [Required(ErrorMessage = "Choose how the person said it.")]
    public ConsentMethod? Method { get; init; }

    [FullDate(ErrorMessage = "Write day, month and year, or leave the date empty.")]
    public PartialDateForm ExpiresOn { get; init; } = new();

    /// <summary>"true" when the person said back in own words what it means.</summary>
    public bool ReadBack { get; init; }

    public RecordConsent ToAct(ConsentPurpose purpose) => new(purpose, Status!.Value, TextVersion!.Trim(), Language!.Trim(), Method!.Value) { Recipient = Recipient.Clean()?.ToUpperInvariant(), ExpiresOn = ExpiresOn.ToDay(), ReadBack = ReadBack };
}

/// <summary>The purposes in words a person can agree or disagree with.</summary>
public static class Purposes
{
    public static ConsentPurpose? Of(string? word) =>
        Enum.GetValues<ConsentPurpose>().Select(p => (ConsentPurpose?)p).FirstOrDefault(p => string.Equals(p.ToString(), word, StringComparison.OrdinalIgnoreCase));
}
