using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;
using HumanitarianEntry.Workflows.Running;

namespace HumanitarianEntry.Workflows.Simulating;

/// <summary>A typed stimulus as the engine's, with the instant to which the clock must go; or, without one, the answer and why.</summary>
internal sealed record ReadStimulus(Stimulus? Stimulus, DateTimeOffset? DueAt = null, SimulationAnswer Answer = SimulationAnswer.Moved, string? Hint = null)
{
    public static ReadStimulus Refused(string hint) => new(Stimulus: null, DueAt: null, SimulationAnswer.Refused, hint);
}

/// <summary>
/// The forms: <c>A</c> completes the wait of activity A, <c>A=VALUE</c> with a result, <c>A:PORT</c> by its outcome, <c>set v=x</c> sets a variable,
/// <c>!event</c> and <c>!event=PAYLOAD</c> bring an event by its name, <c>retry A</c> does again what ended in an incident. <c>A/B</c> is B of the child run that A waits for.
/// </summary>
internal sealed class StimulusReader(WorkflowDefinition definition, IPublishedDefinitions? children)
{
    public ReadStimulus Read(string text, string id, RunState state)
    {
        if (text.StartsWith("set ", StringComparison.Ordinal)) return ReadSetting(text[4..].Trim(), id);
        if (text.StartsWith("retry ", StringComparison.Ordinal)) return ReadRetry(text[6..].Trim(), id, state);
        if (text.StartsWith('!')) return ReadEvent(text[1..], id);
        if (Cut(text, '=').Left.Contains('/', StringComparison.Ordinal)) return ReadBelow(text, id, state);
        if (definition.Activities.TryGetValue(text, out var plain)) return Complete(plain, value: null, id, state);
        var (name, value) = Cut(text, '=');
        if (value is not null && definition.Activities.TryGetValue(name, out var answered)) return Complete(answered, value, id, state);
        var (source, port) = Cut(name, ':');
        if (port is not null && definition.Activities.TryGetValue(source, out var left)) return Leave(left, port, value, id, state);
        return definition.Activities.Values.OfType<EventActivity>().Any(activity => activity.EventName == name)
            ? ReadEvent(text, id)
            : ReadStimulus.Refused($"the definition has no activity '{(port is null ? name : source)}'");
    }

    private static (string Left, string? Right) Cut(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }

    /// <param name="text">Begins with the parent's step or wait and a stroke.</param>
    private ReadStimulus ReadBelow(string text, string id, RunState state)
    {
        if (Address.Below(state, text) is not { } below)
        {
            var step = Cut(text, '/').Left;
            return definition.Activities.ContainsKey(step)
                ? new ReadStimulus(Stimulus: null, DueAt: null, SimulationAnswer.TooLate, $"no child run is open at '{step}'")
                : ReadStimulus.Refused($"the definition has no activity '{step}'");
        }
        return ReadBelow(below.Inside, below.Child, id, state);
    }

    private ReadStimulus ReadBelow(string inside, string childId, string id, RunState state)
    {
        var child = state.Children[childId];
        var read = new StimulusReader(children!.Version(child.VersionId)!, children).Read(inside, id, child);
        return read.Stimulus is { } known && Address.Of(known) is { } address ? read with { Stimulus = Address.With(known, ChildEffects.IdOf(childId, address)) } : read;
    }

    private ReadStimulus ReadSetting(string setting, string id)
    {
        var (name, value) = Cut(setting, '=');
        if (value is null) return ReadStimulus.Refused("write it as: set variable=value");
        return definition.VariableByName(name) is null
            ? ReadStimulus.Refused($"the definition has no variable '{name}'")
            : new ReadStimulus(new VariableSet(id, name, TypedValue.Read(definition, name, value)));
    }

    private ReadStimulus ReadRetry(string activityId, string id, RunState state) =>
        Address.Below(state, activityId) is { } below ? ReadBelow($"retry {below.Inside}", below.Child, id, state) :
        state.Incidents.FirstOrDefault(open => open.ActivityId == activityId || open.Id == activityId) is { } incident
            ? new ReadStimulus(new Retry(id, incident.Id))
            : new ReadStimulus(Stimulus: null, DueAt: null, SimulationAnswer.TooLate, $"there is no incident at '{activityId}'");

    private ReadStimulus ReadEvent(string text, string id)
    {
        var (name, value) = Cut(text, '=');
        var target = definition.Activities.Values.OfType<EventActivity>().FirstOrDefault(activity => activity.EventName == name)?.ResultVariableId;
        return new ReadStimulus(new EventReceived(id, name, Result(target, value) is { ValueKind: not JsonValueKind.Undefined } payload ? payload : Values.Null));
    }

    private ReadStimulus Leave(Activity activity, string port, string? value, string id, RunState state)
    {
        if (activity.Ports.Contains(port, StringComparer.Ordinal))
            return activity.Waits ? Complete(activity, value, id, state) : ReadStimulus.Refused($"'{activity.Id}' waits for nobody: which way it takes follows from its condition; use 'set variable=value' before it");
        var own = activity.Ports.IsEmpty ? "it has no outcomes" : $"it has {string.Join(", ", activity.Ports)}";
        var instead = activity is RunTaskActivity ? $"; bind its result to a variable, draw a FlowSwitch on it, and write {activity.Id}={port}" : string.Empty;
        return ReadStimulus.Refused($"'{activity.Id}' has no outcome '{port}': {own}{instead}");
    }

    private ReadStimulus Complete(Activity activity, string? value, string id, RunState state)
    {
        var wait = state.Waits.FirstOrDefault(open => open.ActivityId == activity.Id);
        if (wait is null) return NotWaiting(activity, value, id, state);
        return wait.Kind switch
        {
            WaitKind.Task => CompleteTask((RunTaskActivity)activity, wait, value, id, state),
            WaitKind.Event => new ReadStimulus(new EventReceived(id, wait.EventName!, OrNull(Result(((EventActivity)activity).ResultVariableId, value)))),
            WaitKind.Timer when value is not null => ReadStimulus.Refused($"'{activity.Id}' is a timer and has no result"),
            WaitKind.Timer => new ReadStimulus(new TimerFired(id, wait.Id), wait.DueAt),
            WaitKind.Child => new ReadStimulus(new ChildFinished(id, wait.Id, OrNull(Result(((DispatchWorkflowActivity)activity).ResultVariableId, value)))),
        };
    }

    /// <summary>An event that was never waited for is early and kept (design: engine rule S12); everything else is late.</summary>
    private ReadStimulus NotWaiting(Activity activity, string? value, string id, RunState state)
    {
        var isEarly = activity is EventActivity && state.Status == RunStatus.Running && !state.Rounds.ContainsKey(activity.Id);
        if (isEarly) return ReadEvent(((EventActivity)activity).EventName + (value is null ? string.Empty : "=" + value), id);
        var failed = state.Incidents.Any(open => open.ActivityId == activity.Id);
        return new ReadStimulus(
            Stimulus: null, DueAt: null, SimulationAnswer.TooLate, failed ? $"'{activity.Id}' ended in an incident; use 'retry {activity.Id}'" : $"nothing waits at '{activity.Id}'");
    }

    private ReadStimulus CompleteTask(RunTaskActivity task, Wait wait, string? value, string id, RunState state)
    {
        var result = Result(task.ResultVariableId, value);
        var allowed = wait.Task!.AllowedOutcomes;
        if (value is null && !allowed.IsEmpty)
        {
            // A bare name is enough where the answer makes no difference, or where the variable holds it already.
            if (Implied(task, [.. allowed], state) is not { } word)
                return ReadStimulus.Refused($"'{task.Id}' needs a result; write {string.Join(" or ", allowed.Select(outcome => $"{task.Id}={outcome}"))}");
            result = Result(task.ResultVariableId, word);
        }
        return new ReadStimulus(new TaskCompleted(id, wait.Id, result));
    }

    private string? Implied(RunTaskActivity task, string[] allowed, RunState state)
    {
        if (allowed.Length == 1 || task.ResultVariableId is null) return allowed[0];
        if (definition.VariableById(task.ResultVariableId) is not { } variable) return null;
        var held = state.Variables.GetValueOrDefault(variable.Name);
        if (held.ValueKind == JsonValueKind.Object && held.TryGetProperty(Outcome.Field, out var inner)) held = inner;
        return held.ValueKind == JsonValueKind.String && allowed.Contains(held.GetString(), StringComparer.Ordinal) ? held.GetString() : null;
    }

    private JsonElement Result(string? variableId, string? value)
    {
        if (value is null) return default;
        return variableId is not null && definition.VariableById(variableId) is { } variable ? TypedValue.Read(definition, variable.Name, value) : TypedValue.ReadPlain(value);
    }

    private static JsonElement OrNull(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? Values.Null : value;
}
