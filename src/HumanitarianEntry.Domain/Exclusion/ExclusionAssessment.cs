namespace HumanitarianEntry.Domain.Exclusion;

public enum ExclusionLimb
{
    Peace,
    WarCrime,
    CrimeAgainstHumanity,
    SeriousNonPoliticalCrime,
    UnitedNationsPurposes,
}

public enum ExclusionConclusion
{
    NoTrigger,
    TriggerCleared,
    Unresolved,
    SeriousReasons,
}

/// <summary>Individual assessment under article 1F of the 1951 Convention; the standard is "serious reasons for considering" (handbook 4c).</summary>
/// <param name="Subject">What raised the question: an answer code, an incident id or the label of a hit.</param>
public sealed record ExclusionAssessment(
    string Subject, ExclusionLimb Limb, string Act, string Contribution, string KnowledgeAndIntent, string Defences, string Proportionality, ExclusionConclusion Conclusion, string Reason)
{
    /// <summary>The list entry, where the subject is a hit of the run that was the latest then.</summary>
    public string? EntryHash { get; init; }
}

public sealed record VoluntarinessFinding(bool Voluntary, string Reason);
