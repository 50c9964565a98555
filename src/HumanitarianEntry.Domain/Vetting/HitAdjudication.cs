using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.Vetting;

public enum HitOutcome
{
    Same,
    NotSame,
    CannotTell,
}

public enum HitStanding
{
    Pending,
    SameNeedsSecond,
    Same,
    NotSame,
    CannotTell,
}

/// <param name="Reason">In the reviewer's own words.</param>
public sealed record HitAdjudication(string EntryHash, string ApplicantHash, HitOutcome Outcome, string Reason)
{
    /// <summary>What it rests on; empty in answers of before it was asked.</summary>
    public ImmutableList<HitReason> Codes { get; init; } = [];

    /// <summary>A dismissal that holds until this day only.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>Labels of evidence items that it rests on.</summary>
    public ImmutableList<string> Evidence { get; init; } = [];
}
