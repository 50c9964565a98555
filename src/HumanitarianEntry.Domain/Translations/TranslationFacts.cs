using System.Collections.Immutable;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Translations;

/// <summary>What was ordered to be translated and what came of it. Kept in the compartment of what is translated: evidence, or interview. Never edited.</summary>
public sealed record TranslationBook
{
    public static readonly TranslationBook Empty = new();

    public ImmutableList<Recorded<TranslationOrder>> Orders { get; init; } = [];

    /// <summary>What became of the orders, in the order in which it was done.</summary>
    public ImmutableList<Recorded<TranslationStep>> Steps { get; init; } = [];

    /// <summary>Orders whose day was over and of which it was told; null where that never happened.</summary>
    public ImmutableList<Recorded<TranslationReminder>>? Reminders { get; init; }
}

public enum TranslationSourceKind
{
    /// <summary>An item of evidence, by its label.</summary>
    Item,

    /// <summary>A statement, by its number from 1.</summary>
    Statement,

    /// <summary>The verbatim answer to a question, by the question's code.</summary>
    Answer,
}

/// <summary>One stretch of one thing: the segment that one translator gets.</summary>
/// <param name="Subject">Label, number or code.</param>
/// <param name="Part">Which pages or paragraphs, in few words; empty for the whole.</param>
public sealed record TranslationSource(TranslationSourceKind Kind, string Subject, string Part)
{
    public const int LongestPart = 60;

    public override string ToString() => Part.Length == 0 ? Subject : $"{Subject} ({Part})";
}

/// <param name="Number">Random name of the job, such as <c>T-K7Q4-MZ2P</c>; all that the translator knows of the case.</param>
/// <param name="SourceSha256">Of what is translated, hexadecimal (<see cref="TranslationRules.SourceHash"/>): with another hash now the translation is stale.</param>
/// <param name="From">Language of the original (BCP 47).</param>
/// <param name="To">Language of a dossier.</param>
/// <param name="Translator">Account of the one person who gets it.</param>
public sealed record TranslationOrder(string Number, TranslationSource Source, string SourceSha256, string From, string To, Guid Translator, DateOnly DueOn)
{
    /// <summary>The original, as far as it is to be translated; null where the translator reads it from the picture.</summary>
    public string? Text { get; init; }

    /// <summary>The working copy of the item, a picture, is shown.</summary>
    public bool WithPicture { get; init; }
    public string? Instructions { get; init; }

    /// <inheritdoc cref="InterviewInterpreters"/>
    /// <remarks>Whom the person who ordered ruled out; null where no interpreter was on file, and in orders of before this was asked.</remarks>
    public ImmutableList<string>? NoneOf { get; init; }
}

public enum TranslationStepKind
{
    Taken,
    Declined,
    Delivered,
    Accepted,
    SentBack,
    Withdrawn,
}

public enum TranslatorQualification
{
    Sworn,
    Professional,
    Volunteer,
}

public enum DeclineReason
{
    NoTime,

    /// <summary>Not his languages, or not his field.</summary>
    NotMyField,

    /// <summary>He knows the person, or has another tie: he gets nothing of this case any more.</summary>
    Conflict,
}

/// <summary>What a translator says about the text besides its translation.</summary>
public sealed record TranslatorNotes
{
    /// <summary>Where the original cannot be read.</summary>
    public string? Illegible { get; init; }

    /// <summary>Slang, abbreviations and military words, explained.</summary>
    public string? Explained { get; init; }

    /// <summary>Names as they were transliterated (ICAO Doc 9303).</summary>
    public string? Names { get; init; }

    public IEnumerable<string> All => new[] { Illegible, Explained, Names }.OfType<string>();
}

/// <summary>One delivery with its certificate: a faithful and complete translation, by somebody so qualified, on the day of the delivery.</summary>
/// <param name="Version">From 1; a new delivery is a new version.</param>
public sealed record TranslationDelivery(int Version, string Text, TranslatorQualification Qualification)
{
    /// <summary>The original as the translator reads it in the picture; null where it was given as text.</summary>
    public string? Transcript { get; init; }
    public TranslatorNotes? Notes { get; init; }
}

public sealed record TranslationStep(string Job, TranslationStepKind Kind)
{
    public TranslationDelivery? Delivery { get; init; }

    /// <summary>Version that was read, with <see cref="TranslationStepKind.Accepted"/> and <see cref="TranslationStepKind.SentBack"/>.</summary>
    public int? Version { get; init; }
    public DeclineReason? Declined { get; init; }
    public ConflictKind? Conflict { get; init; }

    /// <summary>Interpreters whom the second reader ruled out, because they were not ruled out before; null where there were none.</summary>
    public ImmutableList<string>? NoneOf { get; init; }

    /// <summary>What the translator must look at again, or why it was declined or withdrawn.</summary>
    public string? Words { get; init; }
}

/// <summary>In which language an item of before says what it says.</summary>
public sealed record ItemLanguage(string Item, string Language);
