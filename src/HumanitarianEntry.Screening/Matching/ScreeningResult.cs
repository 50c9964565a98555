using System.Collections.Immutable;
using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>Bands of the score. A band orders the work of people; it decides nothing.</summary>
public enum MatchBand
{
    /// <summary>Under the threshold.</summary>
    Below,

    /// <summary>60-69 by the usual thresholds, shown because the birth year (within one) or an identity number agrees.</summary>
    Supported,

    /// <summary>70-84 by the usual thresholds.</summary>
    Review,

    /// <summary>85 and more.</summary>
    Strong,
}

/// <summary>How much to return, and from which score an entry is a candidate.</summary>
public sealed record SearchOptions
{
    public static SearchOptions Default { get; } = new();

    /// <summary>For lists without thresholds of their own.</summary>
    public Thresholds Thresholds { get; init; } = Thresholds.HighRecall;

    /// <summary>Thresholds of single lists, by their id.</summary>
    public IReadOnlyDictionary<string, Thresholds> OfLists { get; init; } = ImmutableDictionary<string, Thresholds>.Empty;

    /// <summary>Most candidates returned, 1-1000.</summary>
    public int Top { get; init; } = 20;

    /// <summary>How many entries under the threshold are shown as the nearest, 0-100.</summary>
    public int NearestBelow { get; init; } = 3;
}

/// <summary>One list entry and how well it fits.</summary>
public sealed record MatchCandidate
{
    public required ListMetadata List { get; init; }

    public required ListEntry Entry { get; init; }

    /// <summary>Identity hash of the entry: what a "not the same person" decision holds for.</summary>
    public string EntryHash => Entry.IdentityHash();

    /// <summary>The name of the person that fitted, as given.</summary>
    public required string QueryName { get; init; }

    /// <summary>The name of the entry that fitted, as the list writes it.</summary>
    public required string MatchedName { get; init; }

    /// <summary>0-100, one decimal.</summary>
    public required decimal Score { get; init; }

    public required MatchBand Band { get; init; }

    public required Explanation Explanation { get; init; }
}

/// <summary>A name that could not be searched, and why. While there is one, no answer is complete.</summary>
public sealed record UnsearchedName(string Name, string Why);

/// <summary>The answer to one query against fixed list versions. Same query, lists and engine version: same answer, byte for byte.</summary>
public sealed record ScreeningResult
{
    /// <summary>Best first; ties in ordinal order of list and key.</summary>
    public required IReadOnlyList<MatchCandidate> Candidates { get; init; }

    /// <summary>The best entries under the threshold: what a clear answer rests on.</summary>
    public required IReadOnlyList<MatchCandidate> NearestBelow { get; init; }

    public required IReadOnlyList<UnsearchedName> NotSearched { get; init; }

    /// <summary>More entries reached the threshold than were asked for.</summary>
    public required bool MoreCandidates { get; init; }

    public required string EngineVersion { get; init; }

    /// <summary>The list versions that were searched.</summary>
    public required IReadOnlyList<ListMetadata> Lists { get; init; }

    /// <summary>Every name was searched and every candidate is shown. A gate must not read "clear" from a result that is not complete.</summary>
    public bool IsComplete => NotSearched.Count == 0 && !MoreCandidates;

    /// <summary>Candidates of lists that speak against a person.</summary>
    public IEnumerable<MatchCandidate> AdverseCandidates => Candidates.Where(c => !c.List.IsPersecutor);

    /// <summary>Candidates of the persecutor's lists: evidence for the applicant, never adverse.</summary>
    public IEnumerable<MatchCandidate> PersecutionCandidates => Candidates.Where(c => c.List.IsPersecutor);
}
