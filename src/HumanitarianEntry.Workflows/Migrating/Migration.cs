using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Graphs;
using HumanitarianEntry.Workflows.Running;
using HumanitarianEntry.Workflows.Validation;

namespace HumanitarianEntry.Workflows.Migrating;

/// <summary>What stands against moving one run to another version; empty: it may move (design: engine rule S14).</summary>
public sealed record MigrationReport(string FromVersionId, string ToVersionId, IReadOnlyList<string> Obstacles)
{
    public bool IsPossible => Obstacles.Count == 0;
}

/// <summary>
/// Moves a run to another version of its definition, if everything it stands on exists there unchanged. Look at the report first; it changes nothing. Runs that it has started keep their versions.
/// </summary>
public static class Migration
{
    public static MigrationReport Check(RunState state, WorkflowDefinition from, WorkflowDefinition to) =>
        new(from.VersionId, to.VersionId, [.. Obstacles(state, from, to).Distinct(StringComparer.Ordinal)]);

    /// <exception cref="RunException">The report names obstacles.</exception>
    public static RunState Apply(RunState state, WorkflowDefinition from, WorkflowDefinition to)
    {
        var report = Check(state, from, to);
        if (!report.IsPossible) throw new RunException($"the run cannot move to {to.VersionId}: {string.Join("; ", report.Obstacles)}");
        var added = to.Variables.Where(variable => !state.Variables.ContainsKey(variable.Name)).Select(variable => KeyValuePair.Create(variable.Name, Interpreter.InitialValue(variable)));
        return state with { VersionId = to.VersionId, Variables = state.Variables.AddRange(added) };
    }

    private static IEnumerable<string> Obstacles(RunState state, WorkflowDefinition from, WorkflowDefinition to)
    {
        if (state.VersionId != from.VersionId) yield return $"the run is pinned to {state.VersionId}, not to {from.VersionId}";
        if (from.DefinitionId != to.DefinitionId) yield return $"{to.VersionId} is another definition ({to.DefinitionId})";
        if (state.Status == RunStatus.Finished) yield return "the run has ended";
        foreach (var finding in DefinitionValidator.ValidateStructure(to)) yield return $"the target breaks {finding.Code} at {finding.ActivityId}";
        foreach (var variable in from.Variables.Where(variable => state.Variables.ContainsKey(variable.Name)))
            if (to.VariableByName(variable.Name) is not { } kept || kept.Id != variable.Id || kept.TypeName != variable.TypeName)
                yield return $"variable '{variable.Name}' is missing there or has another id or type";
        var standsOn = state.Waits.Select(wait => wait.ActivityId).Concat(state.Incidents.Select(incident => incident.ActivityId).OfType<string>());
        foreach (var activityId in standsOn)
            foreach (var obstacle in AtActivity(activityId, from.Plan, to.Plan)) yield return obstacle;
        foreach (var held in state.Joins)
            foreach (var obstacle in AtJoin(held.JoinId, from.Plan, to.Plan)) yield return obstacle;
    }

    private static IEnumerable<string> AtActivity(string activityId, FlowPlan from, FlowPlan to)
    {
        var before = from.Activities[activityId];
        if (!to.Activities.TryGetValue(activityId, out var after) || after.GetType() != before.GetType())
        {
            yield return $"the run waits at '{activityId}', which is missing there or is another kind of step";
            yield break;
        }
        if (before is EventActivity waited && after is EventActivity other && (waited.EventName != other.EventName || waited.ResultVariableId != other.ResultVariableId))
            yield return $"'{activityId}' waits for another event or keeps it in another variable there";
        if (before is RunTaskActivity asked && after is RunTaskActivity changed && !IsSameTask(asked, changed))
            yield return $"'{activityId}' asks for another task, another role, other outcomes or another variable there";
        if (before is DispatchWorkflowActivity started && after is DispatchWorkflowActivity restarted)
        {
            if (started.DefinitionId != restarted.DefinitionId) yield return $"'{activityId}' waits for a run of '{started.DefinitionId}', and starts '{restarted.DefinitionId}' there";
            if (started.WaitForCompletion != restarted.WaitForCompletion || started.ResultVariableId != restarted.ResultVariableId)
                yield return $"'{activityId}' does not wait for its run there, or keeps its end in another variable";
        }
        if (!from.BoxesAround(activityId).SequenceEqual(to.BoxesAround(activityId), StringComparer.Ordinal))
            yield return $"'{activityId}' lies in another box there";
        if (!ForksAround(from, activityId).SequenceEqual(ForksAround(to, activityId), StringComparer.Ordinal))
            yield return $"'{activityId}' lies in other parallel parts there";
        foreach (var region in from.RegionsAround(activityId))
        {
            if (!to.Activities.TryGetValue(region.Fork.Id, out var fork) || fork is not FlowForkActivity same) continue;
            if (!region.Branches.Keys.ToHashSet(StringComparer.Ordinal).SetEquals(same.Branches))
                yield return $"the open fork '{region.Fork.Id}' has other branches there, and the new ones would never start";
            if (region.JoinId is { } join)
                foreach (var obstacle in AtJoin(join, from, to)) yield return obstacle;
        }
    }

    private static bool IsSameTask(RunTaskActivity before, RunTaskActivity after) =>
        before.TaskName == after.TaskName
        && before.ResultVariableId == after.ResultVariableId
        && before.Request.AllowedOutcomes.SequenceEqual(after.Request.AllowedOutcomes)
        && before.Request == after.Request with { AllowedOutcomes = before.Request.AllowedOutcomes };

    private static IEnumerable<string> AtJoin(string joinId, FlowPlan from, FlowPlan to)
    {
        var isSame = to.Activities.TryGetValue(joinId, out var after) && after is FlowJoinActivity join
            && from.Activities[joinId] is FlowJoinActivity before && before.Mode == join.Mode
            && Arrows(from, joinId).SetEquals(Arrows(to, joinId));
        if (!isSame) yield return $"the join '{joinId}' is missing there, has another mode or other arrows, and would never fire";
    }

    private static HashSet<string> Arrows(FlowPlan plan, string joinId) => [.. plan.GraphOf(joinId).Into(joinId).Select(connection => connection.Key)];

    private static IEnumerable<string> ForksAround(FlowPlan plan, string activityId) =>
        plan.RegionsAround(activityId).Select(region => region.Fork.Id).Order(StringComparer.Ordinal);
}
