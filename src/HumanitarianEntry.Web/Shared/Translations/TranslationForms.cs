using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Shared.Translations;

public sealed record OrderForm
{
    [Required]
    public TranslationSourceKind? Kind { get; init; }

    [Required, StringLength(20)]
    public string? Subject { get; init; }

    [StringLength(TranslationSource.LongestPart, ErrorMessage = "This is longer than 60 signs.")]
    public string? Part { get; init; }

    [Required(ErrorMessage = "Choose the language of the original.")]
    public string? From { get; init; }

    [Required(ErrorMessage = "Choose the language of the translation.")]
    public string? To { get; init; }

    [StringLength(TranslationRules.MaxText, ErrorMessage = "The text is too long for one order. Order it in parts.")]
    public string? Text { get; init; }

    public bool WithPicture { get; init; }

    [Required(ErrorMessage = "Choose a translator.")]
    public Guid? Translator { get; init; }

    /// <summary>Interpreters of the interview who were ticked: the translator is another person.</summary>
    public List<string> NoneOf { get; init; } = [];

    [FullDate(Needed = true, ErrorMessage = "Write the day, month and year.")]
    public PartialDateForm DueOn { get; init; } = new();

    [StringLength(TranslationRules.MaxWords, ErrorMessage = "The instructions are longer than 4,000 signs.")]
    public string? Instructions { get; init; }

    public TranslationSource Source => new(Kind!.Value, (Subject ?? string.Empty).Trim().ToUpperInvariant(), Part.Clean() ?? string.Empty);

    public OrderTranslation ToAct() => new(Source, From!, To!, Translator!.Value, DueOn.ToDay()!.Value) { Text = Text.Clean(), WithPicture = WithPicture, Instructions = Instructions.Clean(), NoneOf = [.. NoneOf] };
}

public sealed record ReadingForm
{
    public int Version { get; init; }

    /// <inheritdoc cref="OrderForm.NoneOf"/>
    public List<string> NoneOf { get; init; } = [];

    [StringLength(TranslationRules.MaxWords, ErrorMessage = "The remarks are longer than 4,000 signs.")]
    public string? Remarks { get; init; }
}

public sealed record WithdrawForm
{
    [Required(ErrorMessage = "Say in a sentence why it is withdrawn.")]
    [StringLength(TranslationRules.MaxWords, ErrorMessage = "The reason is longer than 4,000 signs.")]
    public string? Reason { get; init; }
}

/// <summary>Translations of a case, as far as the reader sees what is translated.</summary>
/// <param name="MayOrder">The reader orders and withdraws; others only read.</param>
public sealed record TranslationsPage(CaseView Case, IReadOnlyList<TranslationJob> Jobs, IReadOnlyDictionary<Guid, string> Names, string CaseUrl, bool MayOrder, DateOnly Today)
{
    public string Url => CaseUrl + "/translations";

    public bool IsLate(TranslationJob job) => TranslationReminders.IsLate(job, Today);
}

/// <summary>What can be translated, to choose from.</summary>
public sealed record SourcesPage(CaseView Case, string CaseUrl, bool WithWords, bool WithAnswers);

/// <param name="HasPicture">The working copy is a picture that can be shown.</param>
/// <param name="HasPages">The text was taken from a PDF, by pages.</param>
public sealed record OrderPage(CaseView Case, OrderForm Form, string CaseUrl, IReadOnlyList<Choice> Translators, bool HasPicture, bool HasPages)
{
    public string Url => CaseUrl + "/translations";

    /// <summary>The interpreters of the interview, who must not be the translator.</summary>
    public required IReadOnlyList<string> Interpreters { get; init; }
}

/// <param name="MayRead">The reader may be the second person.</param>
public sealed record ReadingPage(CaseView Case, TranslationJob Job, IReadOnlyDictionary<Guid, string> Names, string CaseUrl, bool MayRead, bool MayWithdraw, bool IsStale, ReadingForm Reading, WithdrawForm Withdraw)
{
    public string Url => $"{CaseUrl}/translations/{Job.Number}";

    /// <summary>Interpreters whom nobody has ruled out yet; the second reader does.</summary>
    public required IReadOnlyList<string> Interpreters { get; init; }

    public TranslationDelivery? Before => Job.Deliveries.SkipLast(1).LastOrDefault()?.Value.Delivery;
}
