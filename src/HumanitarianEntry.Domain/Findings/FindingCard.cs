using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.Findings;

public enum FindingKind
{
    OpenSource,
    Infiltration,
    Credibility,
}

/// <summary>The patterns that the handbook names in 4f. None of them is a proof; each has innocent explanations.</summary>
public enum IntegrityPattern
{
    Contradiction,

    /// <summary>A route that a wanted man could hardly have taken.</summary>
    ImpossibleRoute,

    /// <summary>Knows, or asks, more about the network than he needs.</summary>
    KnowledgeOfNetwork,
    CoachedText,

    /// <summary>Does not let his device be looked at.</summary>
    DeviceRefused,
}

/// <summary>A finding of 4e or 4f: claim, source and grade, with what speaks against it. It is never edited: it is answered or withdrawn.</summary>
/// <param name="Grade">Reliability of the source A to F and credibility 1 to 6, set separately, such as B2.</param>
public sealed record FindingCard(FindingKind Kind, string Claim, string Source, string Grade, string CounterEvidence, bool Concern)
{
    /// <summary>F1, F2; null on cards of before labels.</summary>
    public string? Label { get; init; }

    public IntegrityPattern? Pattern { get; init; }

    /// <summary>Harmless explanations that were considered, and what came of it.</summary>
    public string? Innocent { get; init; }

    /// <summary>The source where it is on file, and what else it rests on.</summary>
    public ImmutableList<FactLink> Links { get; init; } = [];
}

public enum FindingStanding
{
    Open,

    /// <summary>There is an answer to it.</summary>
    Answered,

    /// <summary>It was wrong, or rests on nothing.</summary>
    Withdrawn,
}

public sealed record FindingStep(string Finding, FindingStanding Standing, string Reason);

public static class FindingRules
{
    /// <summary>What a card is called: its label, or for cards of before labels the second in which it was written.</summary>
    public static string LabelOf(Recorded<FindingCard> finding) => finding.Value.Label ?? "F" + finding.Provenance.At.UtcDateTime.ToString("yyMMddHHmmss", CultureInfo.InvariantCulture);

    public static Recorded<FindingStep>? LatestStep(Vetting.VettingFacts facts, string label) => facts.FindingSteps.FindLast(s => s.Value.Finding == label);

    public static FindingStanding StandingOf(Vetting.VettingFacts facts, Recorded<FindingCard> finding) => LatestStep(facts, LabelOf(finding))?.Value.Standing ?? FindingStanding.Open;

    /// <summary>Concerns that nobody has answered or withdrawn.</summary>
    public static IEnumerable<Recorded<FindingCard>> OpenConcerns(Vetting.VettingFacts facts) => facts.Findings.Where(f => f.Value.Concern && StandingOf(facts, f) == FindingStanding.Open);

    internal static bool IsGrade(string grade) => grade is [>= 'A' and <= 'F', >= '1' and <= '6'];
}
