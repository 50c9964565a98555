using System.Collections.Immutable;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Graphs;

/// <summary>One flowchart as a graph: who follows whom, where it is entered, what is reachable.</summary>
internal sealed class FlowGraph
{
    private readonly ILookup<string, Connection> outgoing;
    private readonly ILookup<string, Connection> incoming;
    private readonly Dictionary<string, Activity> activities;

    public FlowGraph(Flowchart flowchart)
    {
        Flowchart = flowchart;
        outgoing = flowchart.Connections.ToLookup(connection => connection.Source, StringComparer.Ordinal);
        incoming = flowchart.Connections.ToLookup(connection => connection.Target, StringComparer.Ordinal);
        activities = flowchart.Activities.ToDictionary(activity => activity.Id, StringComparer.Ordinal);
        Entry = FindEntry();
    }

    public Flowchart Flowchart { get; }

    /// <summary>Where the flowchart starts: its Start, else the only box without an inbound arrow, else the first box.</summary>
    public Activity? Entry { get; }

    public Activity this[string id] => activities[id];

    public IEnumerable<Connection> From(string id) => outgoing[id];

    public IEnumerable<Connection> From(string id, string port) => outgoing[id].Where(connection => connection.Port == port);

    public IEnumerable<Connection> Into(string id) => incoming[id];

    /// <summary>Everything reachable from the given activities, themselves included, never walking through the barred one.</summary>
    public HashSet<string> Reachable(IEnumerable<string> from, string? barred = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(from.Where(id => id != barred));
        while (waiting.TryPop(out var id))
        {
            if (!seen.Add(id)) continue;
            foreach (var next in outgoing[id])
                if (next.Target != barred) waiting.Push(next.Target);
        }
        return seen;
    }

    /// <summary>Everything from which a way leads to one of the given activities, themselves included.</summary>
    public HashSet<string> Leading(IEnumerable<string> ends)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(ends);
        while (waiting.TryPop(out var id))
            if (seen.Add(id))
                foreach (var before in incoming[id]) waiting.Push(before.Source);
        return seen;
    }

    /// <summary>Activities that are on a cycle made only of the given ones.</summary>
    public ImmutableArray<string> OnCycles(IReadOnlySet<string> within) =>
        [.. within.Where(id => ReachesItself(id, within)).Order(StringComparer.Ordinal)];

    private bool ReachesItself(string start, IReadOnlySet<string> within)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([start]);
        while (waiting.TryPop(out var id))
            foreach (var next in outgoing[id].Select(connection => connection.Target).Where(within.Contains))
            {
                if (next == start) return true;
                if (seen.Add(next)) waiting.Push(next);
            }
        return false;
    }

    private Activity? FindEntry() =>
        Flowchart.Activities.FirstOrDefault(activity => activity is StartActivity)
        ?? Flowchart.Activities.FirstOrDefault(activity => !incoming[activity.Id].Any())
        ?? Flowchart.Activities.FirstOrDefault();
}
