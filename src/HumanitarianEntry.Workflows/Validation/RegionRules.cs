using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Graphs;

namespace HumanitarianEntry.Workflows.Validation;

/// <summary>V3 to V6, V8 to V11: what runs in parallel must come together again in one known place, or end everything.</summary>
internal static class RegionRules
{
    public static IEnumerable<DefinitionFinding> Check(FlowPlan plan) =>
        plan.Regions.SelectMany(region => CheckRegion(plan.GraphOf(region.Fork.Id), region))
            .Concat(plan.Activities.Values.OfType<FlowJoinActivity>().SelectMany(join => CheckJoin(plan, join)))
            .Concat(plan.Activities.Values.OfType<FinishActivity>().SelectMany(finish => CheckFinish(plan, finish)));

    private static IEnumerable<DefinitionFinding> CheckRegion(FlowGraph graph, Region region)
    {
        var fork = region.Fork.Id;
        if (region.Branches.Count < 2)
            yield return new DefinitionFinding("V3", fork, "a fork with fewer than two branches splits nothing; draw two branches or take it out");
        if (region.Joins.Count > 1)
            yield return new DefinitionFinding(
                "V3", fork,
                $"the branches come together in several joins ({string.Join(", ", region.Joins)}), so no join ever has all of them; "
                + "close the fork by exactly one FlowJoin");
        foreach (var arrow in region.LoopsToFork)
            yield return new DefinitionFinding(
                "V3", arrow.Source,
                $"a branch goes back to its own fork '{fork}' without a join: the other branches keep running and pile up; "
                + "close the fork by a FlowJoin first");
        foreach (var arrow in region.Leaves)
        {
            yield return new DefinitionFinding(
                "V6", arrow.Source,
                $"the arrow to '{arrow.Target}' leaves the parallel part of '{fork}' past its join, and what runs beside it is orphaned; "
                + "leave only through the join or a Finish");
            if (region.Joins.Count == 0)
                yield return new DefinitionFinding(
                    "V3", fork,
                    $"the branch over '{arrow.Source}' neither joins the others nor ends in Finish; "
                    + "close the fork by one FlowJoin, or end every branch in Finish");
        }
        foreach (var arrow in EnteringArrows(graph, region))
            yield return new DefinitionFinding(
                "V6", arrow.Source,
                $"the arrow to '{arrow.Target}' enters one branch of '{fork}' from outside, where the other branches are not running: its join then gets a token that belongs to no round; "
                + "go back to the fork or to a step before it");
        foreach (var finding in region.Joins.Count == 0 ? CheckOpenRegion(graph, region) : CheckClosedRegion(graph, region)) yield return finding;
        foreach (var finding in CheckMeetings(graph, region)) yield return finding;
    }

    private static IEnumerable<Connection> EnteringArrows(FlowGraph graph, Region region)
    {
        var nodes = region.Nodes;
        // A branch whose first box can be reached without the fork counts as left; the arrow that comes from elsewhere is the one to name.
        var firsts = region.Leaves.Where(arrow => arrow.Source == region.Fork.Id && !graph.Reachable([arrow.Target]).Contains(region.Fork.Id)).Select(arrow => arrow.Target);
        return nodes.Concat(firsts).Distinct(StringComparer.Ordinal).SelectMany(graph.Into).Where(arrow => arrow.Source != region.Fork.Id && !nodes.Contains(arrow.Source));
    }

    private static IEnumerable<DefinitionFinding> CheckOpenRegion(FlowGraph graph, Region region)
    {
        foreach (var (branch, nodes) in region.Branches)
            if (!nodes.Any(node => graph[node] is FinishActivity))
                yield return new DefinitionFinding(
                    "V3", region.Fork.Id,
                    $"branch '{branch}' is never joined and never finishes; "
                    + "close the fork by one FlowJoin, or end every branch in Finish");
    }

    private static IEnumerable<DefinitionFinding> CheckClosedRegion(FlowGraph graph, Region region)
    {
        foreach (var (branch, arrows) in region.Arrivals)
        {
            if (arrows.Count == 0)
                yield return new DefinitionFinding(
                    "V3", region.Fork.Id,
                    $"branch '{branch}' never reaches the join, which then waits for ever; "
                    + "lead it into the join");
            if (arrows.GroupBy(arrow => arrow.Target, StringComparer.Ordinal).Any(group => group.Count() > 1))
                yield return new DefinitionFinding(
                    "V4", region.Fork.Id,
                    $"branch '{branch}' enters the join by several arrows ({string.Join(", ", arrows.Select(arrow => arrow.Source).Order(StringComparer.Ordinal))}) of which only one gets a token, so the join waits for ever; "
                    + "merge them in one box before the join");
        }
        foreach (var end in region.Ends.Order(StringComparer.Ordinal))
            yield return new DefinitionFinding(
                "V5", end,
                $"a branch of '{region.Fork.Id}' can end here, and its join then waits for ever for it; "
                + "lead every way of the branch into the join and decide after it");
        var loose = region.Nodes.Where(node => !graph.Reachable([node]).Overlaps(region.Joins)).Except(region.Ends, StringComparer.Ordinal);
        foreach (var node in loose.Where(node => !graph.Reachable([node]).Overlaps(region.Ends)).Order(StringComparer.Ordinal))
            yield return new DefinitionFinding(
                "V5", node,
                $"from here the join of '{region.Fork.Id}' cannot be reached any more; "
                + "lead the branch into the join");
    }

    private static IEnumerable<DefinitionFinding> CheckMeetings(FlowGraph graph, Region region)
    {
        var shared = region.Branches.Values.SelectMany(nodes => nodes).GroupBy(node => node, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key);
        foreach (var node in shared.Where(node => graph[node] is not FinishActivity && graph.Into(node).Count() > 1).Order(StringComparer.Ordinal))
            yield return new DefinitionFinding(
                "V10", node,
                $"parallel branches of '{region.Fork.Id}' meet here without a join, so this step is done once or twice depending on the engine; "
                + "draw a FlowJoin before it");
    }

    private static IEnumerable<DefinitionFinding> CheckJoin(FlowPlan plan, FlowJoinActivity join)
    {
        var graph = plan.GraphOf(join.Id);
        if (join.Mode == JoinMode.WaitAny && plan.BoxOf(join.Id) is not null)
            yield return new DefinitionFinding(
                "V9", join.Id,
                "a race inside a FlowNode faults on other engines and takes the case down; "
                + "draw the race on the main level");
        var closed = plan.Regions.Where(region => region.Joins.Contains(join.Id, StringComparer.Ordinal)).ToList();
        if (closed.Count == 0)
            yield return new DefinitionFinding(
                "V3", join.Id,
                "this join closes no fork; "
                + "take it out, several ways that exclude each other may simply meet in the next box");
        if (closed.Count > 1)
            yield return new DefinitionFinding(
                "V3", join.Id,
                $"this join closes several forks ({string.Join(", ", closed.Select(region => region.Fork.Id))}); "
                + "close each fork by a join of its own, the inner one first");
        var inside = closed.SelectMany(region => region.Nodes).Concat(closed.Select(region => region.Fork.Id)).ToHashSet(StringComparer.Ordinal);
        var after = graph.Reachable(graph.From(join.Id).Select(connection => connection.Target));
        foreach (var arrow in graph.Into(join.Id).Where(arrow => !inside.Contains(arrow.Source)))
            yield return after.Contains(arrow.Source)
                ? new DefinitionFinding(
                    "V8", arrow.Source,
                    $"this goes back into the join '{join.Id}', which then waits for branches that are not running; "
                    + "go back to the fork or to a step before it")
                : new DefinitionFinding(
                    "V6", arrow.Source,
                    $"this arrow enters the join '{join.Id}' from outside its fork; "
                    + "enter a parallel part only through its fork");
    }

    private static IEnumerable<DefinitionFinding> CheckFinish(FlowPlan plan, FinishActivity finish)
    {
        if (plan.BoxOf(finish.Id) is { } box)
            yield return new DefinitionFinding(
                "V11", finish.Id,
                $"a Finish inside '{box}' ends the whole case from within a sub-step; "
                + "leave the FlowNode and draw Finish on the main level");
    }
}
