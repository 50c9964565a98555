using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Running;

namespace HumanitarianEntry.Web.Designers.Calls;

/// <summary>Runs in Elsa's words. No payload, no input, no name, no reference: those fields are there because Studio wants them, and empty.</summary>
internal static class RunJson
{
    public static string StatusOf(RunSummary run) => run.Finished ? "Finished" : "Running";

    public static string SubStatusOf(RunSummary run) => run.Finished ? "Finished" : "Suspended";

    public static JsonObject Summary(RunSummary run, WorkflowDefinition definition) => new()
    {
        ["id"] = run.Id.ToString(),
        ["definitionId"] = definition.DefinitionId,
        ["definitionVersionId"] = run.VersionId,
        ["version"] = definition.Version,
        ["status"] = StatusOf(run),
        ["subStatus"] = SubStatusOf(run),
        ["correlationId"] = null,
        ["name"] = null,
        ["incidentCount"] = run.Incidents,
        ["createdAt"] = run.OpenedAt,
        ["updatedAt"] = run.UpdatedAt,
        ["finishedAt"] = run.Finished ? run.UpdatedAt : null,
    };

    public static JsonObject Whole(RunView run)
    {
        var whole = Summary(run.Summary, run.Definition);
        whole["parentWorkflowInstanceId"] = null;
        whole["workflowState"] = new JsonObject
        {
            ["id"] = run.Summary.Id.ToString(),
            ["definitionId"] = run.Definition.DefinitionId,
            ["definitionVersionId"] = run.Definition.VersionId,
            ["definitionVersion"] = run.Definition.Version,
            ["correlationId"] = null,
            ["status"] = StatusOf(run.Summary),
            ["subStatus"] = SubStatusOf(run.Summary),
            ["bookmarks"] = new JsonArray([.. run.Run.Waits.Select(wait => Bookmark(run, wait))]),
            ["incidents"] = new JsonArray([.. run.Run.Incidents.Select(incident => Incident(run, incident))]),
            ["completionCallbacks"] = new JsonArray(),
            ["activityExecutionContexts"] = new JsonArray(),
            ["input"] = new JsonObject(),
            ["output"] = new JsonObject(),
            ["properties"] = new JsonObject(),
            ["createdAt"] = run.Summary.OpenedAt,
            ["updatedAt"] = run.Summary.UpdatedAt,
            ["finishedAt"] = run.Summary.Finished ? run.Summary.UpdatedAt : null,
        };
        return whole;
    }

    /// <summary>What happened, in order: begun, then done or cancelled.</summary>
    public static IEnumerable<JsonObject> Journal(RunView run)
    {
        var nodes = Nodes(run.Definition);
        var entries = run.Steps.SelectMany(step => Entries(step).Select(entry => (Step: step, entry.Event, entry.At))).OrderBy(entry => entry.At);
        return entries.Select((entry, i) => new JsonObject
        {
            ["id"] = $"{entry.Step.WaitId}-{entry.Event}",
            ["activityInstanceId"] = entry.Step.WaitId,
            ["parentActivityInstanceId"] = null,
            ["activityId"] = entry.Step.ActivityId,
            ["activityType"] = TypeOf(run, entry.Step.ActivityId),
            ["activityTypeVersion"] = 1,
            ["activityName"] = entry.Step.ActivityId,
            ["nodeId"] = nodes.GetValueOrDefault(entry.Step.ActivityId),
            ["timestamp"] = entry.At,
            ["sequence"] = i,
            ["eventName"] = entry.Event,
            ["message"] = null,
            ["source"] = null,
            ["activityState"] = null,
            ["payload"] = null,
        });
    }

    public static JsonObject Execution(RunView run, RunStep step) => new()
    {
        ["id"] = step.WaitId,
        ["workflowInstanceId"] = run.Summary.Id.ToString(),
        ["activityId"] = step.ActivityId,
        ["activityNodeId"] = Nodes(run.Definition).GetValueOrDefault(step.ActivityId),
        ["activityType"] = TypeOf(run, step.ActivityId),
        ["activityTypeVersion"] = 1,
        ["activityName"] = step.ActivityId,
        ["activityState"] = null,
        ["payload"] = null,
        ["outputs"] = null,
        ["exception"] = null,
        ["startedAt"] = step.StartedAt,
        ["hasBookmarks"] = step.State == StepState.Waiting,
        ["status"] = step.State switch { StepState.Waiting => "Running", StepState.Completed => "Completed", StepState.Cancelled => "Canceled" },
        ["completedAt"] = step.EndedAt,
        ["aggregateFaultCount"] = 0,
        ["metadata"] = new JsonObject(),
        ["properties"] = new JsonObject(),
    };

    /// <summary>What the badges on a box are drawn from. What was cancelled is neither done nor open.</summary>
    public static JsonObject Stats(RunView run, string nodeId)
    {
        var activity = nodeId[(nodeId.LastIndexOf(':') + 1)..];
        var steps = run.Steps.Where(s => s.ActivityId == activity).ToList();
        var (waiting, completed) = (steps.Count(s => s.State == StepState.Waiting), steps.Count(s => s.State == StepState.Completed));
        return new JsonObject
        {
            ["activityId"] = activity,
            ["activityNodeId"] = nodeId,
            ["startedCount"] = waiting + completed,
            ["completedCount"] = completed,
            ["uncompletedCount"] = waiting,
            ["isBlocked"] = waiting > 0,
            ["isFaulted"] = run.Run.Incidents.Any(i => i.ActivityId == activity),
            ["aggregateFaultCount"] = run.Run.Incidents.Count(i => i.ActivityId == activity),
            ["metadata"] = new JsonObject(),
        };
    }

    public static string? NodeOf(RunView run, string activity) => Nodes(run.Definition).GetValueOrDefault(activity);

    private static IEnumerable<(string Event, DateTimeOffset At)> Entries(RunStep step)
    {
        yield return ("Started", step.StartedAt);
        if (step.EndedAt is { } ended)
        {
            yield return (step.State == StepState.Completed ? "Completed" : "Canceled", ended);
        }
    }

    private static JsonObject Bookmark(RunView run, Wait wait) => new()
    {
        ["id"] = wait.Id,
        ["name"] = TypeOf(run, wait.ActivityId),
        ["hash"] = wait.Id,
        ["payload"] = null,
        ["activityId"] = wait.ActivityId,
        ["activityNodeId"] = NodeOf(run, wait.ActivityId),
        ["activityInstanceId"] = wait.Id,
        ["createdAt"] = wait.OpenedAt,
        ["autoBurn"] = true,
        ["callbackMethodName"] = null,
        ["autoComplete"] = true,
        ["metadata"] = null,
    };

    // The message may hold a value; the code says enough to whoever draws.
    private static JsonObject Incident(RunView run, Incident incident) => new()
    {
        ["activityId"] = incident.ActivityId,
        ["activityNodeId"] = incident.ActivityId is { } id ? NodeOf(run, id) : null,
        ["activityType"] = incident.ActivityId is { } box ? TypeOf(run, box) : "Elsa.Flowchart",
        ["message"] = S($"Incident {incident.Code}. What it says is shown to those who work on the case."),
        ["exception"] = null,
        ["timestamp"] = incident.RaisedAt,
    };

    private static string TypeOf(RunView run, string activity) => run.Definition.Activities.TryGetValue(activity, out var box) ? box.Type : "Elsa.Unknown";

    private static Dictionary<string, string> Nodes(WorkflowDefinition definition)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(definition.Root, "Workflow1", found);
        return found;
    }

    private static void Collect(Flowchart flowchart, string above, Dictionary<string, string> found)
    {
        var path = $"{above}:{flowchart.Id}";
        foreach (var activity in flowchart.Activities)
        {
            found[activity.Id] = $"{path}:{activity.Id}";
            if (activity is FlowNodeActivity { Body: var body })
            {
                Collect(body, $"{path}:{activity.Id}", found);
            }
        }
    }
}
