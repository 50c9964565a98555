using System.Collections.Immutable;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Graphs;

/// <summary>Everything about a definition's shape that the interpreter and the validator ask for, worked out once.</summary>
internal sealed class FlowPlan
{
    private readonly Dictionary<string, Activity> activities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowGraph> graphs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> boxes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Region> regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Region> closing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FlowGraph> bodies = new(StringComparer.Ordinal);
    private readonly List<FlowGraph> levels = [];

    public FlowPlan(WorkflowDefinition definition)
    {
        Root = Add(definition.Root, box: null);
        foreach (var region in regions.Values)
            if (region.JoinId is { } join) closing[join] = region;
        Uses = VariableUse.Of(activities.Values);
    }

    public FlowGraph Root { get; }

    public IReadOnlyList<FlowGraph> Levels => levels;

    public IReadOnlyDictionary<string, Activity> Activities => activities;

    /// <summary>How conditions look at each variable, by its name.</summary>
    public IReadOnlyDictionary<string, VariableUse> Uses { get; }

    public IEnumerable<Region> Regions => regions.Values;

    public FlowGraph GraphOf(string activityId) => graphs[activityId];

    public FlowGraph BodyOf(string box) => bodies[box];

    public Region RegionOf(string forkId) => regions[forkId];

    public Region? ClosedBy(string joinId) => closing.GetValueOrDefault(joinId);

    /// <summary>The FlowNode in whose body the activity lies, null on the root level.</summary>
    public string? BoxOf(string activityId) => boxes.GetValueOrDefault(activityId);

    /// <summary>The FlowNodes around an activity, innermost first.</summary>
    public IEnumerable<string> BoxesAround(string activityId)
    {
        for (var box = BoxOf(activityId); box is not null; box = BoxOf(box)) yield return box;
    }

    public bool IsInside(string activityId, string box) => BoxesAround(activityId).Contains(box, StringComparer.Ordinal);

    /// <summary>The regions around an activity on all levels.</summary>
    public ImmutableArray<Region> RegionsAround(string activityId)
    {
        var ids = BoxesAround(activityId).Prepend(activityId).ToList();
        return [.. regions.Values.Where(region => ids.Exists(region.Nodes.Contains))];
    }

    private FlowGraph Add(Flowchart flowchart, string? box)
    {
        var graph = new FlowGraph(flowchart);
        levels.Add(graph);
        foreach (var activity in flowchart.Activities)
        {
            activities.Add(activity.Id, activity);
            graphs.Add(activity.Id, graph);
            if (box is not null) boxes.Add(activity.Id, box);
            if (activity is FlowNodeActivity node) bodies.Add(node.Id, Add(node.Body, node.Id));
        }
        foreach (var (forkId, region) in RegionFinder.Find(graph)) regions.Add(forkId, region);
        return graph;
    }
}
