using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Graphs;

namespace HumanitarianEntry.Workflows.Validation;

/// <summary>V1 and V2: nothing may fall out of the drawing, nothing may be unreachable. V10 for ports that give several tokens.</summary>
internal static class PortRules
{
    public static IEnumerable<DefinitionFinding> Check(FlowPlan plan)
    {
        foreach (var graph in plan.Levels)
        {
            var isBody = !ReferenceEquals(graph, plan.Root);
            foreach (var finding in CheckEntry(graph, isBody)) yield return finding;
            foreach (var finding in CheckOpenPorts(graph, isBody)) yield return finding;
            foreach (var finding in graph.Flowchart.Activities.SelectMany(activity => CheckArrows(graph, activity))) yield return finding;
        }
    }

    private static IEnumerable<DefinitionFinding> CheckEntry(FlowGraph graph, bool isBody)
    {
        var starts = graph.Flowchart.Activities.OfType<StartActivity>().ToList();
        if (starts.Count > 1 || (starts.Count == 0 && !isBody))
            yield return new DefinitionFinding(
                "V2", null,
                $"flowchart '{graph.Flowchart.Id}' has {starts.Count} Start boxes; nobody could tell where a case begins; "
                + "draw exactly one");
        if (graph.Entry is null)
        {
            yield return new DefinitionFinding(
                "V2", null,
                $"flowchart '{graph.Flowchart.Id}' is empty; "
                + "draw what should happen in it or take it out");
            yield break;
        }
        var reached = graph.Reachable([graph.Entry.Id]);
        foreach (var activity in graph.Flowchart.Activities.Where(activity => !reached.Contains(activity.Id)))
            yield return new DefinitionFinding(
                "V2", activity.Id,
                "no way leads here from the start, so this step would silently never happen; "
                + "connect it or take it out");
        foreach (var start in starts.Where(start => graph.Into(start.Id).Any()))
            yield return new DefinitionFinding("V2", start.Id, "an arrow leads back into Start, where a case begins once and no more; loop back to the first real step");
    }

    private static IEnumerable<DefinitionFinding> CheckOpenPorts(FlowGraph graph, bool isBody)
    {
        var lastOfBody = isBody
            ? graph.Flowchart.Activities.Where(activity => activity.Ports is [Activity.Done] && !graph.From(activity.Id).Any()).Select(activity => activity.Id).ToList()
            : [];
        foreach (var activity in graph.Flowchart.Activities)
            foreach (var port in activity.Ports.Where(port => !graph.From(activity.Id, port).Any()))
                if (lastOfBody is not [var only] || only != activity.Id)
                    yield return new DefinitionFinding(
                        "V1", activity.Id,
                        $"the outcome '{port}' leads nowhere: a case that gets it would end without anybody noticing; "
                        + $"connect it{(isBody ? " (one last box of a FlowNode may stay open)" : string.Empty)}");
    }

    private static IEnumerable<DefinitionFinding> CheckArrows(FlowGraph graph, Activity activity)
    {
        foreach (var port in graph.From(activity.Id).GroupBy(connection => connection.Port, StringComparer.Ordinal))
        {
            var isKnown = activity.Ports.Contains(port.Key) || activity is UnknownActivity || (activity is FaultActivity && port.Key == Activity.Done);
            if (!isKnown)
                yield return new DefinitionFinding(
                    "V1", activity.Id,
                    $"there is no outcome '{port.Key}' here, so this arrow is never taken; "
                    + $"{(activity is RunTaskActivity ? "bind the task's result to a variable and draw a FlowSwitch on it" : "use one of " + string.Join(", ", activity.Ports))}");
            if (port.Count() > 1)
                yield return new DefinitionFinding(
                    "V10", activity.Id,
                    $"several arrows leave the outcome '{port.Key}': their tokens run side by side without a fork and meet again by chance; "
                    + "draw a FlowFork and a FlowJoin");
        }
        foreach (var twice in activity.Ports.GroupBy(port => port, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return new DefinitionFinding("V1", activity.Id, $"the outcome '{twice.Key}' is declared twice, and only one of the two ways could ever be taken; give every outcome its own name");
    }
}
