using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>Compartment "vetting": screening runs, adjudications, unit analysis, exclusion, voluntariness, findings. Never shown to the applicant, referrer or embassy.</summary>
public sealed record VettingFacts : CompartmentFacts
{
    public ImmutableList<Recorded<ScreeningRun>> Runs { get; init; } = [];
    public ImmutableList<Recorded<HitAdjudication>> Adjudications { get; init; } = [];
    public ImmutableList<Recorded<ReportedIncident>> Incidents { get; init; } = [];
    public ImmutableList<Recorded<UnitOverlap>> Overlaps { get; init; } = [];
    public ImmutableList<Recorded<ExclusionAssessment>> Exclusions { get; init; } = [];
    public ImmutableList<Recorded<VoluntarinessFinding>> Voluntariness { get; init; } = [];
    public ImmutableList<Recorded<FindingCard>> Findings { get; init; } = [];

    /// <summary>What vetters made of sources that do not fit together (4f).</summary>
    public ImmutableList<Recorded<MismatchStep>> MismatchSteps { get; init; } = [];

    /// <summary>Newer list versions that the result of a run was found to hold for as well.</summary>
    public ImmutableList<Recorded<ScreeningCarried>> Carried { get; init; } = [];

    /// <summary>The last run, with the list versions that its result holds for by now.</summary>
    public Recorded<ScreeningRun>? LatestRun => Runs.LastOrDefault() is not { } run ? null
        : Carried.LastOrDefault() is { } carried && carried.Provenance.At >= run.Provenance.At && carried.Value.Run == Runs.Count ? run with { Value = run.Value with { Lists = carried.Value.Lists } }
        : run;

    /// <summary>
    /// How a hit stands by the latest opinion of each person: "same" counts only when two said so, and whoever speaks last does not settle a disagreement;
    /// without a majority nobody can tell.
    /// </summary>
    public HitStanding StandingOf(ScreeningHit hit)
    {
        var opinions = Adjudications.Where(a => a.Value.EntryHash == hit.EntryHash && a.Value.ApplicantHash == LatestRun?.Value.ApplicantHash)
            .GroupBy(a => a.Provenance.By).Select(g => g.Last().Value.Outcome).ToList();
        if (opinions.Count == 0)
        {
            return HitStanding.Pending;
        }

        var most = opinions.GroupBy(o => o).MaxBy(g => g.Count())!;
        return 2 * most.Count() <= opinions.Count ? HitStanding.CannotTell : most.Key switch
        {
            HitOutcome.NotSame => HitStanding.NotSame,
            HitOutcome.CannotTell => HitStanding.CannotTell,
            HitOutcome.Same => most.Count() >= 2 ? HitStanding.Same : HitStanding.SameNeedsSecond,
        };
    }
}

/// <summary>What kind of list it is; decides what being on it can mean (persecutor rule).</summary>
public enum ListKind
{
    /// <summary>Wanted lists of the persecuting state or at its request.</summary>
    PersecutorWanted,
    Sanctions,
    CourtOrPolice,
    Crowd,
    UkrainianAbsentSoldiers,
}

/// <summary>A list version that a run was made against.</summary>
public sealed record ScreenedList(string Id, string Name, ListKind Kind, string Version, DateOnly VersionDate);

/// <summary>One run over all lists. A failed run is a state of its own, never an empty result.</summary>
/// <param name="ApplicantHash">Hash of the names and birth facts that were searched; another hash means the run is stale.</param>
public sealed record ScreeningRun(string EngineVersion, string ApplicantHash, ImmutableList<ScreenedList> Lists, ImmutableList<ScreeningHit> Hits, string? Failure);

/// <summary>Nothing that newer versions of the lists add, change or take away touches the applicant: the result of a run holds for them unchanged.</summary>
/// <param name="Run">Number of the run, from 1.</param>
/// <param name="Lists">All lists that the result holds for now.</param>
public sealed record ScreeningCarried(int Run, ImmutableList<ScreenedList> Lists);

/// <summary>A list version that everybody must have been searched in.</summary>
/// <param name="Since">When it was put in force.</param>
public sealed record ListInForce(ScreenedList List, DateTimeOffset Since);

/// <summary>What a whole screening has searched today: these list versions, by this engine.</summary>
public sealed record ScreeningStandard(string EngineVersion, ImmutableList<ListInForce> Lists)
{
    /// <summary>Lists that a run has not been made against in the version that is in force.</summary>
    public IEnumerable<ListInForce> MissingIn(ScreeningRun? run) => MissingIn(run?.Lists ?? []);

    /// <summary>Lists in force that are not among these in their version.</summary>
    public IEnumerable<ListInForce> MissingIn(ImmutableList<ScreenedList> searched) => Lists.Where(l => !searched.Exists(s => s.Id == l.List.Id && s.Version == l.List.Version));
}

/// <param name="EntryHash">Content hash of the list entry; a dismissal holds only for this content.</param>
/// <param name="Score">0-100; the points of the explanation add up to it.</param>
/// <param name="Explanation">Lines such as "family Щуренков = SHCHURENKOV: 38".</param>
public sealed record ScreeningHit(
    string Label, string ListId, string EntryId, string EntryHash, string MatchedName, double Score, ImmutableList<string> Explanation, ImmutableList<string> Articles, string? Reason, HitClass Class)
{
    /// <summary>Birth dates that the list gives; they may contradict each other. Empty in runs of before they were kept.</summary>
    public ImmutableList<PartialDate> Born { get; init; } = [];

    /// <summary>The name of the applicant that fitted best. Null in runs of before it was kept.</summary>
    public string? SearchedName { get; init; }

    /// <summary>The whole entry as the screening library writes it, so that the comparison can be worked out again. Null in runs of before it was kept.</summary>
    public string? Entry { get; init; }
}

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

public sealed record HitAdjudication(string EntryHash, string ApplicantHash, HitOutcome Outcome, string Reason);

/// <summary>An event of the incident register that a unit is publicly tied to.</summary>
public sealed record ReportedIncident(string Id, ImmutableList<string> Units, string Place, PartialDate From, PartialDate To, string Type, ImmutableList<string> Sources);

public enum OverlapResult
{
    NoOverlap,
    UnitOnly,
    PresentRemoteRole,
    PresentProximateRole,
}

public sealed record UnitOverlap(string ServiceLabel, string IncidentId, OverlapResult Result, string Reason);

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

public enum FindingKind
{
    OpenSource,
    Infiltration,
    Credibility,
}

/// <summary>A finding of 4e or 4f: claim, source and grade, with what speaks against it.</summary>
public sealed record FindingCard(FindingKind Kind, string Claim, string Source, string Grade, string CounterEvidence, bool Concern);
