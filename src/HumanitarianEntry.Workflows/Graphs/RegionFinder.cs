using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Graphs;

/// <summary>Walks from every fork to its join. Never throws on a broken drawing: it records what is wrong for the validator.</summary>
internal sealed class RegionFinder(FlowGraph graph)
{
    private readonly Dictionary<string, Region> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> notBehind = new(StringComparer.Ordinal);

    public static IReadOnlyDictionary<string, Region> Find(FlowGraph graph)
    {
        var finder = new RegionFinder(graph);
        foreach (var fork in graph.Flowchart.Activities.OfType<FlowForkActivity>()) finder.RegionOf(fork);
        return finder.found;
    }

    private Region RegionOf(FlowForkActivity fork)
    {
        if (found.TryGetValue(fork.Id, out var known)) return known;
        var region = new Region(fork);
        found[fork.Id] = region;
        foreach (var branch in region.Branches.Keys)
        {
            var arrows = graph.From(fork.Id, branch).ToList();
            if (arrows.Count == 0) AddOpenEnd(region, fork.Id);
            foreach (var arrow in arrows) Visit(region, branch, arrow);
        }
        return region;
    }

    private void Visit(Region region, string branch, Connection arrow)
    {
        var target = graph[arrow.Target];
        if (target.Id == region.Fork.Id)
        {
            region.LoopsToFork.Add(arrow);
            return;
        }
        if (!IsBehind(region.Fork, target.Id))
        {
            region.Leaves.Add(arrow);
            return;
        }
        if (target is FlowJoinActivity)
        {
            region.Arrivals[branch].Add(arrow);
            return;
        }
        if (!region.Branches[branch].Add(target.Id)) return;
        if (target is FlowForkActivity inner) VisitInner(region, branch, RegionOf(inner));
        else if (target is FinishActivity or UnknownActivity) region.Ends.Add(target.Id);
        else Follow(region, branch, target);
    }

    private void Follow(Region region, string branch, Activity from)
    {
        if (from.Ports.Any(port => !graph.From(from.Id, port).Any())) AddOpenEnd(region, from.Id);
        foreach (var arrow in graph.From(from.Id)) Visit(region, branch, arrow);
    }

    private void VisitInner(Region region, string branch, Region inner)
    {
        region.Branches[branch].UnionWith(inner.Nodes);
        region.Ends.UnionWith(inner.Ends);
        region.OpenEnds.UnionWith(inner.OpenEnds);
        foreach (var arrow in inner.Leaves.ToList()) Visit(region, branch, arrow);
        foreach (var join in inner.Joins)
            if (region.Branches[branch].Add(join))
                Follow(region, branch, graph[join]);
    }

    private static void AddOpenEnd(Region region, string id)
    {
        region.Ends.Add(id);
        region.OpenEnds.Add(id);
    }

    /// <summary>True when every way to the activity passes the fork.</summary>
    private bool IsBehind(FlowForkActivity fork, string id)
    {
        if (!notBehind.TryGetValue(fork.Id, out var others))
        {
            others = graph.Entry is null ? [] : graph.Reachable([graph.Entry.Id], barred: fork.Id);
            notBehind[fork.Id] = others;
        }
        return !others.Contains(id);
    }
}
