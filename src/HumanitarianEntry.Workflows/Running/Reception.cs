using System.Collections.Immutable;
using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;

namespace HumanitarianEntry.Workflows.Running;

/// <summary>Decides what a stimulus means for the present position.</summary>
/// <param name="listeners">Definitions of runs below, which may wait for an event that comes early.</param>
internal sealed class Reception(WorkflowDefinition definition, Burst burst, DateTimeOffset now, IReadOnlyList<WorkflowDefinition> listeners)
{
    private const int MostKeptEvents = 100;

    private RunState State => burst.State;

    public StimulusResult Receive(Stimulus stimulus)
    {
        if (State.Status == RunStatus.Finished) return Late(stimulus, "the run has ended");
        try
        {
            return stimulus switch
            {
                TaskCompleted task => ToWait(stimulus, task.Wait, WaitKind.Task, wait => CompleteTask(task, wait)),
                TimerFired timer => ToWait(stimulus, timer.Wait, WaitKind.Timer, wait => Fire(timer, wait)),
                ChildFinished child => ToWait(stimulus, child.Wait, WaitKind.Child, wait => EndFromOutside(child, wait)),
                EventReceived happened => Happened(happened),
                Retry retry => Again(retry),
                PauseRun pause => PauseFor(pause),
                ResumeRun resume => ResumeAfter(resume),
                VariableSet correction => Correct(correction),
                _ => throw new RunException($"unknown stimulus {stimulus.GetType().Name}"),
            };
        }
        catch (ExpressionException unfit)
        {
            return Refuse(stimulus, unfit.Message);
        }
    }

    private StimulusResult ToWait(Stimulus stimulus, string target, WaitKind kind, Func<Wait, StimulusResult> deliver)
    {
        var wait = State.Waits.FirstOrDefault(open => open.Id == target) ?? State.Waits.FirstOrDefault(open => open.ActivityId == target);
        if (wait is null)
            return definition.Activities.ContainsKey(ActivityOf(target)) ? Late(stimulus, $"nothing waits at '{target}' any more") : Refuse(stimulus, $"the definition has no activity '{target}'");
        if (wait.Kind != kind) return Refuse(stimulus, $"'{wait.Id}' waits for {wait.Kind}, not for {kind}");
        if (State.IsPaused && !wait.NeverPauses) return Refuse(stimulus, "the run is paused");
        return deliver(wait);
    }

    private static string ActivityOf(string waitId) => waitId.LastIndexOf('#') is var at and > 0 ? waitId[..at] : waitId;

    private StimulusResult CompleteTask(TaskCompleted task, Wait wait)
    {
        var allowed = wait.Task!.AllowedOutcomes;
        if (!allowed.IsEmpty && !allowed.Contains(Outcome.WordOf(task.Result)))
            return Refuse(task, $"'{wait.Id}' allows only: {string.Join(", ", allowed)}");
        return Complete(task, wait, task.Result);
    }

    private StimulusResult Fire(TimerFired timer, Wait wait)
    {
        if (now < wait.DueAt) return Refuse(timer, $"'{wait.Id}' is not due yet");
        return Complete(timer, wait, Values.Null);
    }

    private StimulusResult EndFromOutside(ChildFinished child, Wait wait) =>
        State.Children.ContainsKey(wait.Id) ? Refuse(child, $"the child run of '{wait.Id}' has not ended") : Complete(child, wait, child.Result);

    private StimulusResult Complete(Stimulus stimulus, Wait wait, JsonElement result)
    {
        burst.AssignResult(ResultVariable(wait), result);
        burst.CloseWait(wait, ClosedBecause.Completed);
        burst.Send(wait.ActivityId, Activity.Done);
        return Accept(stimulus);
    }

    private StimulusResult Happened(EventReceived happened)
    {
        if (!Awaiting(definition, happened).Concat(listeners.SelectMany(below => Awaiting(below, happened))).Any())
            return Refuse(happened, $"no activity of the definition waits for event '{happened.Name}'");
        if (happened.CorrelationId is { } correlation && State.CorrelationId is { } own && correlation != own)
            return Refuse(happened, "the event belongs to another case");
        var isHeld = State.Pauses.Any(pause => !pause.AcceptedEvents.Contains(happened.Name));
        if (!isHeld && Deliver(happened.Name, happened.Payload)) return Accept(happened);
        if (Unfit(happened) is { } reason) return Refuse(happened, reason);
        if (State.KeptEvents.Length >= MostKeptEvents) return Refuse(happened, $"{MostKeptEvents} early events are kept already");
        burst.Change(State with { KeptEvents = State.KeptEvents.Add(new KeptEvent(happened.Name, Values.Settled(happened.Payload), now)) });
        return new StimulusResult(happened.Id, StimulusVerdict.Kept);
    }

    /// <summary>A kept event must fit its variable now: later there is nobody left who could be told.</summary>
    private string? Unfit(EventReceived happened)
    {
        try
        {
            foreach (var each in listeners.Prepend(definition))
            {
                var early = new Burst(each, State, now, ancestry: null);
                foreach (var awaited in Awaiting(each, happened)) early.AssignResult(awaited.ResultVariableId, happened.Payload);
            }
            return null;
        }
        catch (ExpressionException unfit)
        {
            return unfit.Message;
        }
    }

    private static IEnumerable<EventActivity> Awaiting(WorkflowDefinition definition, EventReceived happened) =>
        definition.Activities.Values.OfType<EventActivity>().Where(activity => activity.EventName == happened.Name);

    private bool Deliver(string name, JsonElement payload)
    {
        var waits = State.Waits.Where(open => open.Kind == WaitKind.Event && open.EventName == name).ToList();
        foreach (var wait in waits)
        {
            if (!State.Waits.Contains(wait)) continue;
            burst.AssignResult(ResultVariable(wait), payload);
            burst.CloseWait(wait, ClosedBecause.Completed);
            burst.Send(wait.ActivityId, Activity.Done);
            burst.Settle();
        }
        return waits.Count > 0;
    }

    private StimulusResult Again(Retry retry)
    {
        var incident = State.Incidents.FirstOrDefault(open => open.Id == retry.IncidentId);
        if (incident is null) return Late(retry, $"there is no incident '{retry.IncidentId}' any more");
        if (State.IsPaused) return Refuse(retry, "the run is paused");
        if (incident.ActivityId is null) return Refuse(retry, "a stalled run has nothing to retry; move it to a corrected version");
        var activity = definition.Activities[incident.ActivityId];
        burst.CloseIncident(incident, ClosedBecause.Completed);
        // A deliberate fault would only raise itself again; its Done arrow says where to go once people have dealt with it.
        if (activity is FaultActivity && definition.Plan.GraphOf(activity.Id).From(activity.Id, Activity.Done).Any()) burst.Send(activity.Id, Activity.Done);
        else burst.Run(activity);
        return Accept(retry);
    }

    private StimulusResult PauseFor(PauseRun pause)
    {
        if (State.Pauses.Any(open => open.Reason == pause.Reason)) return Refuse(pause, $"the run is paused for '{pause.Reason}' already");
        var stopped = State.IsPaused ? [] : State.Waits.Where(PausesTimer).Select(wait => new TimerCancelled(wait.Id)).ToList();
        burst.Change(State with { Pauses = State.Pauses.Add(new Pause(pause.Reason, now, pause.AcceptedEvents)) }, [new RunPaused(pause.Reason), .. stopped]);
        return Accept(pause);
    }

    private StimulusResult ResumeAfter(ResumeRun resume)
    {
        if (State.Pauses.All(open => open.Reason != resume.Reason)) return Refuse(resume, $"the run is not paused for '{resume.Reason}'");
        var since = State.Pauses.Min(open => open.Since);
        var left = State.Pauses.RemoveAll(open => open.Reason == resume.Reason);
        if (!left.IsEmpty)
        {
            burst.Change(State with { Pauses = [.. left.Select(open => open with { Since = since })] });
            return Accept(resume);
        }
        var waits = State.Waits.Select(wait => Shift(wait, since)).ToImmutableArray();
        burst.Change(
            State with { Pauses = [], Waits = waits },
            [new RunResumed(resume.Reason, now - since), .. waits.Where(PausesTimer).Select(wait => new TimerArmed(wait.Id, wait.DueAt!.Value))]);
        foreach (var kept in State.KeptEvents)
            if (State.Status == RunStatus.Running && State.KeptEvents.Contains(kept) && State.Waits.Any(wait => wait.EventName == kept.Name))
            {
                burst.Change(State with { KeptEvents = State.KeptEvents.Remove(kept) });
                Deliver(kept.Name, kept.Payload);
            }
        return Accept(resume);
    }

    private Wait Shift(Wait wait, DateTimeOffset since)
    {
        if (!PausesTimer(wait)) return wait;
        var stoodStillFrom = wait.OpenedAt > since ? wait.OpenedAt : since;
        return wait with { DueAt = wait.DueAt + (now - stoodStillFrom) };
    }

    private StimulusResult Correct(VariableSet correction)
    {
        var variable = definition.VariableByName(correction.Name);
        if (variable is null) return Refuse(correction, $"the definition has no variable '{correction.Name}'");
        burst.Assign(variable.Id, correction.Value);
        return Accept(correction);
    }

    private string? ResultVariable(Wait wait) => definition.Activities[wait.ActivityId] switch
    {
        RunTaskActivity task => task.ResultVariableId,
        EventActivity happened => happened.ResultVariableId,
        DispatchWorkflowActivity dispatch => dispatch.ResultVariableId,
        _ => null,
    };

    private static bool PausesTimer(Wait wait) => wait.Kind == WaitKind.Timer && !wait.NeverPauses;

    private static StimulusResult Accept(Stimulus stimulus) => new(stimulus.Id, StimulusVerdict.Accepted);

    private static StimulusResult Late(Stimulus stimulus, string reason) => new(stimulus.Id, StimulusVerdict.TooLate, reason);

    private static StimulusResult Refuse(Stimulus stimulus, string reason) => new(stimulus.Id, StimulusVerdict.Refused, reason);
}
