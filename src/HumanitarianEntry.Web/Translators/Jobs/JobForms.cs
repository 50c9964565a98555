using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Translations;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Translators.Jobs;

public sealed record JobsPage(IReadOnlyList<TranslatorLine> Lines, DateOnly Today)
{
    public IReadOnlyList<TranslatorLine> Open => [.. Lines.Where(l => l.IsOpen)];

    public IReadOnlyList<TranslatorLine> Others => [.. Lines.Where(l => !l.IsOpen)];
}

public sealed record DeliveryForm
{
    [Required(ErrorMessage = "Write the translation first.")]
    [StringLength(TranslationRules.MaxText, ErrorMessage = "The translation is longer than 100,000 signs.")]
    public string? Text { get; init; }

    [StringLength(TranslationRules.MaxText, ErrorMessage = "The text is longer than 100,000 signs.")]
    public string? Transcript { get; init; }

    [StringLength(TranslationRules.MaxWords, ErrorMessage = "The note is longer than 4,000 signs.")]
    public string? Illegible { get; init; }

    [StringLength(TranslationRules.MaxWords, ErrorMessage = "The note is longer than 4,000 signs.")]
    public string? Explained { get; init; }

    [StringLength(TranslationRules.MaxWords, ErrorMessage = "The note is longer than 4,000 signs.")]
    public string? Names { get; init; }

    [Required(ErrorMessage = "Choose as what you translate.")]
    public TranslatorQualification? Qualification { get; init; }

    public bool Certifies { get; init; }

    public DeliverTranslation ToAct(string job) => new(job, Text!, Qualification!.Value, Certifies)
    {
        Transcript = Transcript.Clean(),
        Notes = new TranslatorNotes { Illegible = Illegible.Clean(), Explained = Explained.Clean(), Names = Names.Clean() },
    };

    /// <summary>What was delivered last, to be mended; the certificate is given anew.</summary>
    public static DeliveryForm Of(TranslationDelivery last) => new()
    {
        Text = last.Text,
        Transcript = last.Transcript,
        Illegible = last.Notes?.Illegible,
        Explained = last.Notes?.Explained,
        Names = last.Notes?.Names,
        Qualification = last.Qualification,
    };
}

public sealed record DeclineForm
{
    [Required(ErrorMessage = "Choose why.")]
    public DeclineReason? Reason { get; init; }

    public ConflictKind? Conflict { get; init; }

    [StringLength(DeclareConflict.MaxReason, ErrorMessage = "The reason is longer than 2,000 signs.")]
    public string? Words { get; init; }

    public DeclineTranslation ToAct(string job) => new(job, Reason!.Value) { Conflict = Reason == DeclineReason.Conflict ? Conflict : null, Words = Words.Clean() };
}

/// <param name="IsRestored">The form holds what was typed and not delivered.</param>
/// <param name="Beside">Older texts of other windows that differ from the form's.</param>
/// <param name="Shown">Drafts that the page shows; they are over when it is delivered.</param>
public sealed record JobPage(TranslatorView Job, DeliveryForm Form, bool IsRestored, IReadOnlyList<(DateTimeOffset At, string Text)> Beside, IReadOnlyList<string> Shown)
{
    public string Url => JobsController.Path + Job.Number;
}

public sealed record DeclinePage(TranslatorView Job, DeclineForm Form)
{
    public string Url => JobsController.Path + Job.Number;
}
