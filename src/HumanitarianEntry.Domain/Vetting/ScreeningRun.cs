using System.Collections.Immutable;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Vetting;

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

    /// <summary>From which score entries of the list were shown in this run. Null in runs of before it could be changed: 70, or 60 with the birth year.</summary>
    public ShownScores? ShownFrom { get; init; }

    /// <summary>The whole entry as the screening library writes it, so that the comparison can be worked out again. Null in runs of before it was kept.</summary>
    public string? Entry { get; init; }
}

/// <param name="Supported">Enough where the birth year or the number of a paper agrees too.</param>
public sealed record ShownScores(double Review, double Supported);
