using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>What two reviewers can agree or differ on, besides their outcome.</summary>
public enum ReviewItemKind
{
    /// <summary>Is the person of a list entry the applicant? The subject is the hit's label.</summary>
    Hit,

    /// <summary>A question of article 1F; the subject is what raised it.</summary>
    Exclusion,

    /// <summary>Entered and stayed of his own will (4d).</summary>
    Voluntariness,

    /// <summary>Two sources that do not fit together; the subject is its key.</summary>
    Mismatch,

    /// <summary>Is any finding card of concern on file (4e, 4f)?</summary>
    Concern,
}

/// <summary>One reviewer's answer to an item. A closed list: these words are counted.</summary>
public enum ReviewAnswer
{
    /// <summary>Nothing was said.</summary>
    NoAnswer,
    Same,
    NotSame,
    CannotTell,
    Cleared,
    Unresolved,
    SeriousReasons,
    OfOwnWill,
    NotOfOwnWill,
    Explained,
    LeftOpen,
    Concern,
    NoConcern,
}

/// <param name="Subject">Empty where there is one such item in a case.</param>
/// <param name="Weighs">Being apart here sends the question to a panel: an exclusion question, or a hit that may weigh against the person.</param>
/// <param name="IsRequired">A passing outcome needs an answer of both.</param>
public sealed record ReviewItem(ReviewItemKind Kind, string Subject, ReviewAnswer First, ReviewAnswer Second, bool Weighs, bool IsRequired)
{
    /// <summary>The third person's own answer, where there was a panel.</summary>
    public ReviewAnswer Third { get; init; }

    public bool Agrees => First == Second;

    /// <summary>Apart on something that matters: cleared by one and not by the other, or the same person for one and not for the other. For a passing outcome an answer that is missing counts as apart.</summary>
    public bool NeedsPanel(bool isPassing) =>
        Weighs && First != Second
        && (First == ReviewAnswer.NoAnswer || Second == ReviewAnswer.NoAnswer ? isPassing && IsRequired : Yes(First) != Yes(Second));

    /// <summary>The subject by which an assessment is compared: the hit that the entry has now, else what raised it.</summary>
    public static string SubjectOf(CaseFile file, ExclusionAssessment assessment) => SubjectOf(file.Vetting.LatestRun?.Value, assessment);

    internal static string SubjectOf(ScreeningRun? run, ExclusionAssessment assessment) =>
        assessment.EntryHash is { } hash ? run?.Hits.Find(h => h.EntryHash == hash)?.Label ?? assessment.Subject : assessment.Subject;

    private static bool Yes(ReviewAnswer answer) => answer is ReviewAnswer.Same or ReviewAnswer.Cleared;
}
