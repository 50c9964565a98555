using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Graphs;

/// <summary>What lies between a fork and the join that closes it, or up to the Finishes when none does.</summary>
internal sealed class Region(FlowForkActivity fork)
{
    public FlowForkActivity Fork { get; } = fork;

    /// <summary>Activities of each branch, the closing join left out.</summary>
    public Dictionary<string, HashSet<string>> Branches { get; } = fork.Branches.Distinct(StringComparer.Ordinal)
        .ToDictionary(branch => branch, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Arrows into closing joins, by branch.</summary>
    public Dictionary<string, HashSet<Connection>> Arrivals { get; } = fork.Branches.Distinct(StringComparer.Ordinal)
        .ToDictionary(branch => branch, _ => new HashSet<Connection>(), StringComparer.Ordinal);

    /// <summary>Arrows that go somewhere a token of this region must not go.</summary>
    public HashSet<Connection> Leaves { get; } = [];

    /// <summary>Arrows back to the fork that did not pass its join.</summary>
    public HashSet<Connection> LoopsToFork { get; } = [];

    /// <summary>Places where a token is lost: Finish, an open port, an unknown kind.</summary>
    public HashSet<string> Ends { get; } = new(StringComparer.Ordinal);

    /// <summary>Open ports only.</summary>
    public HashSet<string> OpenEnds { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Joins => [.. Arrivals.Values.SelectMany(arrows => arrows).Select(arrow => arrow.Target).Distinct(StringComparer.Ordinal)];

    /// <summary>The join that closes the region, null for withdraw-anytime regions and for broken ones.</summary>
    public string? JoinId => Joins is [var only] ? only : null;

    public HashSet<string> Nodes => [.. Branches.Values.SelectMany(nodes => nodes)];
}
