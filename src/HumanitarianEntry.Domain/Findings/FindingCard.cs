namespace HumanitarianEntry.Domain.Findings;

public enum FindingKind
{
    OpenSource,
    Infiltration,
    Credibility,
}

/// <summary>A finding of 4e or 4f: claim, source and grade, with what speaks against it.</summary>
public sealed record FindingCard(FindingKind Kind, string Claim, string Source, string Grade, string CounterEvidence, bool Concern);
