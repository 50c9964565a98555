using System.Globalization;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;
using HumanitarianEntry.Workflows.Graphs;

namespace HumanitarianEntry.Workflows.Validation;

/// <summary>V7 and V12: where a way may go round, that somebody is waited for on every round, and that every loop can be left.</summary>
internal static class LoopRules
{
    public static IEnumerable<DefinitionFinding> Check(FlowPlan plan) =>
        plan.Regions.Where(region => region.Joins.Count > 0).SelectMany(region => CheckBranches(plan, region))
            .Concat(plan.Levels.SelectMany(graph => CheckRests(plan, graph)))
            .Concat(plan.Levels.SelectMany(CheckWayOut))
            .Concat(plan.Activities.Values.OfType<DelayActivity>().SelectMany(CheckDelay));

    private static IEnumerable<DefinitionFinding> CheckBranches(FlowPlan plan, Region region)
    {
        var graph = plan.GraphOf(region.Fork.Id);
        foreach (var nodes in region.Branches.Values)
            if (graph.OnCycles(nodes) is [var first, ..])
                yield return new DefinitionFinding(
                    "V7", first,
                    $"a loop lies flat in a branch of '{region.Fork.Id}': other engines end the run or drop this branch silently; "
                    + "put the loop into a FlowNode");
    }

    private static IEnumerable<DefinitionFinding> CheckRests(FlowPlan plan, FlowGraph graph)
    {
        var restless = RestlessIn(plan, graph);
        if (graph.OnCycles(restless) is [var first, ..])
            yield return new DefinitionFinding(
                "V12", first,
                "this loop waits for nobody and would run without end; "
                + "put a task, an event or a delay on it");
    }

    /// <summary>A case that comes into a loop without a way out could never be closed.</summary>
    private static IEnumerable<DefinitionFinding> CheckWayOut(FlowGraph graph)
    {
        var ends = graph.Flowchart.Activities.Where(activity => !graph.From(activity.Id).Any()).Select(activity => activity.Id);
        var leading = graph.Leading(ends);
        var lost = graph.Flowchart.Activities.Select(activity => activity.Id).Where(id => !leading.Contains(id)).ToHashSet(StringComparer.Ordinal);
        if (graph.OnCycles(lost) is [var first, ..])
            yield return new DefinitionFinding(
                "V12", first,
                "from here no way leads to an end: a case that comes here goes round and can never be closed; "
                + "draw a way out of the loop");
    }

    /// <summary>Activities a token can pass without any wait.</summary>
    private static HashSet<string> RestlessIn(FlowPlan plan, FlowGraph graph)
    {
        var restless = graph.Flowchart.Activities.Where(activity => !Rests(plan, activity)).Select(activity => activity.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var region in plan.Regions.Where(region => region.JoinId is not null && ReferenceEquals(plan.GraphOf(region.Fork.Id), graph)).OrderBy(region => region.Nodes.Count))
            if (graph[region.JoinId!] is FlowJoinActivity { Mode: JoinMode.WaitAll } && region.Branches.Keys.Any(branch => !Passes(graph, region, branch, restless)))
                restless.Remove(region.JoinId!);
        return restless;
    }

    private static bool Passes(FlowGraph graph, Region region, string branch, HashSet<string> restless)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(graph.From(region.Fork.Id, branch).Select(connection => connection.Target));
        while (waiting.TryPop(out var id))
        {
            if (id == region.JoinId) return true;
            if (!restless.Contains(id) || !seen.Add(id)) continue;
            foreach (var next in graph.From(id)) waiting.Push(next.Target);
        }
        return false;
    }

    /// <summary>A box rests when its body cannot be crossed without a wait.</summary>
    private static bool Rests(FlowPlan plan, Activity activity)
    {
        if (activity is not FlowNodeActivity box) return activity.Waits || activity is FaultActivity;
        var body = plan.BodyOf(box.Id);
        if (body.Entry is null) return false;
        var restless = RestlessIn(plan, body);
        var crossed = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([body.Entry.Id]);
        while (waiting.TryPop(out var id))
        {
            if (!restless.Contains(id) || !crossed.Add(id)) continue;
            if (!body.From(id).Any()) return false;
            foreach (var next in body.From(id)) waiting.Push(next.Target);
        }
        return true;
    }

    private static IEnumerable<DefinitionFinding> CheckDelay(DelayActivity delay)
    {
        if (delay.TimeSpan is not LiteralExpression literal) yield break;
        var isGood = literal.Value.ValueKind == System.Text.Json.JsonValueKind.String
            && TimeSpan.TryParseExact(literal.Value.GetString(), "c", CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero;
        if (!isGood) yield return new DefinitionFinding(
            "V12", delay.Id,
            "a delay of zero or of no readable length does not wait; "
            + "give a time span above zero such as 30.00:00:00");
    }
}
