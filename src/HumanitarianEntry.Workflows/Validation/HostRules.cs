using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Validation;

/// <summary>V14 and V15: every task, role, outcome and event is one the host knows, and runs do not start each other in a circle.</summary>
internal static class HostRules
{
    public static IEnumerable<DefinitionFinding> Check(WorkflowDefinition definition, DefinitionHost host) =>
        definition.Activities.Values.SelectMany(activity => activity switch
        {
            RunTaskActivity task => CheckTask(task, host),
            EventActivity happened => CheckEvent(happened.Id, happened.EventName, host),
            PublishEventActivity publish => CheckEvent(publish.Id, publish.EventName, host),
            DispatchWorkflowActivity dispatch when dispatch.DefinitionId != definition.DefinitionId => CheckDispatch(definition, dispatch, host),
            _ => [],
        });

    /// <summary>The part of V15 that needs no host.</summary>
    public static IEnumerable<DefinitionFinding> CheckItself(WorkflowDefinition definition) =>
        definition.Activities.Values.OfType<DispatchWorkflowActivity>().Where(dispatch => dispatch.DefinitionId == definition.DefinitionId).Select(Circle);

    private static IEnumerable<DefinitionFinding> CheckTask(RunTaskActivity task, DefinitionHost host)
    {
        var request = task.Request;
        if (!host.Tasks.TryGetValue(task.TaskName, out var known))
        {
            yield return Finding(
                task,
                $"the task '{task.TaskName}' is not known, so nobody would ever be asked; "
                + $"use one of {string.Join(", ", host.Tasks.Keys.Order(StringComparer.Ordinal))}");
            yield break;
        }
        if (request.Role is null || !host.Roles.Contains(request.Role))
            yield return Finding(task, $"the role '{request.Role}' is not known, so nobody would see the task; use one of {Words(host.Roles)}");
        if (request.FourEyesWith is { } second && !host.Roles.Contains(second))
            yield return Finding(task, $"the second role '{second}' is not known, so the second pair of eyes would never come; use one of {Words(host.Roles)}");
        if (known.Outcomes.IsEmpty) yield break;
        if (!string.Equals(request.Gate, task.TaskName, StringComparison.Ordinal))
            yield return Finding(task, $"payload.gate '{request.Gate}' and taskName '{task.TaskName}' differ; nobody could say which rules hold; make them the same gate");
        if (request.Form is null) yield return Finding(task, "payload.form is missing, so there is nothing to fill in; name the form of the gate");
        if (request.Compartment is null || (host.Compartments.Count > 0 && !host.Compartments.Contains(request.Compartment)))
            yield return Finding(task, $"the compartment '{request.Compartment}' is not known, so nobody may read what the task needs; use one of {Words(host.Compartments)}");
        if (request.Clock is null || (host.Clocks.Count > 0 && !host.Clocks.Contains(request.Clock)))
            yield return Finding(task, $"the clock '{request.Clock}' is not in the programme's settings, so the task would never become late; name one of its clocks");
        foreach (var outcome in request.AllowedOutcomes.Except(known.Outcomes, StringComparer.Ordinal))
            yield return Finding(task, $"'{outcome}' is not an outcome of gate '{task.TaskName}', so nobody could ever give it; use {string.Join(", ", known.Outcomes)}");
        if (request.AllowedOutcomes.IsEmpty) yield return Finding(task, "payload.allowedOutcomes is empty, so any word would be taken for a result; list the outcomes that the drawing answers");
        if (known.NeedsFourEyes && request.FourEyesWith is null)
            yield return Finding(task, $"gate '{task.TaskName}' needs four eyes, and one person alone could decide about a life; name the second role in payload.fourEyesWith");
    }

    private static IEnumerable<DefinitionFinding> CheckEvent(string activityId, string name, DefinitionHost host)
    {
        if (!host.Events.Contains(name))
            yield return new DefinitionFinding(
                "V14", activityId,
                $"the event '{name}' is not known, so it would never come or never be heard; "
                + $"use one of {string.Join(", ", host.Events.Order(StringComparer.Ordinal))}");
    }

    private static IEnumerable<DefinitionFinding> CheckDispatch(WorkflowDefinition definition, DispatchWorkflowActivity dispatch, DefinitionHost host)
    {
        if (!host.Dispatches.ContainsKey(dispatch.DefinitionId))
        {
            yield return new DefinitionFinding(
                "V15", dispatch.Id,
                $"the definition '{dispatch.DefinitionId}' is not known, so nothing would be started; "
                + "put its file beside this one, or name one of " + string.Join(", ", host.Dispatches.Keys.Order(StringComparer.Ordinal)));
            yield break;
        }
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([dispatch.DefinitionId]);
        while (waiting.TryPop(out var id))
        {
            if (id == definition.DefinitionId)
            {
                yield return Circle(dispatch);
                yield break;
            }
            if (!seen.Add(id) || !host.Dispatches.TryGetValue(id, out var next)) continue;
            foreach (var each in next) waiting.Push(each);
        }
    }

    private static DefinitionFinding Circle(DispatchWorkflowActivity dispatch) => new(
        "V15", dispatch.Id,
        $"starting '{dispatch.DefinitionId}' comes back to this definition: runs would start each other without end; "
        + "take one of the DispatchWorkflow steps out");

    private static string Words(IEnumerable<string> words) => string.Join(", ", words.Order(StringComparer.Ordinal));

    private static DefinitionFinding Finding(RunTaskActivity task, string message) => new("V14", task.Id, message);
}
