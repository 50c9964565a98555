namespace HumanitarianEntry.Dossiers.Content;

/// <summary>How far the source can be relied on (Admiralty code).</summary>
public enum SourceReliability { A, B, C, D, E, F }

/// <summary>How credible the content is, from 1 (confirmed) to 6 (cannot be judged).</summary>
public enum ContentCredibility
{
    Confirmed = 1,
    ProbablyTrue = 2,
    PossiblyTrue = 3,
    Doubtful = 4,
    Improbable = 5,
    CannotBeJudged = 6,
}

/// <summary>How far others bear the item out (handbook G5).</summary>
public enum Corroboration
{
    None,
    OwnDevice,
    OneIndependent,
    TwoIndependent,
    Contradicted,
}

/// <summary>When in the person's story an act lies; a date that can mean two periods counts for the later one.</summary>
public enum ActPeriod
{
    BeforeFlight,

    /// <summary>After flight, where the day of it is known.</summary>
    BeforeContact,
    AfterContact,
}

public sealed record EngagementRecord
{
    public required CitedText Finding { get; init; }

    /// <summary>Null where the day on which he left is not established.</summary>
    public required PartialDate? Flight { get; init; }

    public required PartialDate FirstContact { get; init; }

    public required IReadOnlyList<EvidenceItem> Items { get; init; }

    /// <summary>Days that the items are held against; none: the flight and the first contact.</summary>
    public IReadOnlyList<DatedMark> Marks { get; init; } = [];

    /// <summary>What speaks against the stance and has a date; it stands in <see cref="ContraryActs"/> too.</summary>
    public IReadOnlyList<ContraryMark> ContraryMarks { get; init; } = [];

    /// <summary>Times of silence; they stand in <see cref="ContraryActs"/> too.</summary>
    public IReadOnlyList<SilentTime> Gaps { get; init; } = [];

    /// <summary>Acts and utterances that speak against, and gaps; disclosed.</summary>
    public required IReadOnlyList<CitedText> ContraryActs { get; init; }
}

public sealed record DatedMark(string Label, PartialDate Date);

public sealed record ContraryMark(string Number, string Kind, PartialDate Date);

/// <param name="Label">Such as "8 months".</param>
public sealed record SilentTime(DateOnly From, DateOnly Until, string Label);

public sealed record EvidenceItem
{
    /// <summary>Such as E1.</summary>
    public required string Number { get; init; }

    public required PartialDate Date { get; init; }

    public required ActPeriod Period { get; init; }

    public required string Kind { get; init; }

    public required CitedText Description { get; init; }

    public required bool PublicUnderOwnName { get; init; }

    public required SourceReliability Reliability { get; init; }

    public required ContentCredibility Credibility { get; init; }

    public required Corroboration Corroboration { get; init; }

    public required string HowVerified { get; init; }
}
