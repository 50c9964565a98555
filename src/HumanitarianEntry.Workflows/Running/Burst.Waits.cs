using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Graphs;

namespace HumanitarianEntry.Workflows.Running;

/// <summary>Waits, incidents, forks, joins and boxes.</summary>
internal sealed partial class Burst
{
    public void CloseWait(Wait wait, ClosedBecause because)
    {
        if (wait.Kind == WaitKind.Child) CloseChild(wait.Id, because);
        State = State with { Waits = State.Waits.RemoveAll(open => open.Id == wait.Id) };
        effects.Add(new WaitClosed(wait.Id, wait.ActivityId, because));
        if (wait.Kind == WaitKind.Timer && because != ClosedBecause.Completed) effects.Add(new TimerCancelled(wait.Id));
    }

    public void CloseIncident(Incident incident, ClosedBecause because)
    {
        State = State with { Incidents = State.Incidents.RemoveAll(open => open.Id == incident.Id) };
        effects.Add(new IncidentClosed(incident.Id, because));
    }

    public void Change(RunState changed, params ReadOnlySpan<Effect> because)
    {
        State = changed;
        foreach (var effect in because) effects.Add(effect);
    }

    private void OpenWait(Activity activity)
    {
        switch (activity)
        {
            case RunTaskActivity task:
                Open(NewWait(task, WaitKind.Task) with { Task = task.Request });
                break;
            case EventActivity awaited when !State.IsPaused && State.KeptEvents.FirstOrDefault(kept => kept.Name == awaited.EventName) is { } early:
                AssignResult(awaited.ResultVariableId, early.Payload);
                State = State with { KeptEvents = State.KeptEvents.Remove(early) };
                // The wait was there and over in the same moment; its number is used up.
                NextId(awaited.Id);
                Send(awaited.Id, Activity.Done);
                break;
            case EventActivity awaited:
                Open(NewWait(awaited, WaitKind.Event) with { EventName = awaited.EventName });
                break;
            case DelayActivity delay:
                var span = EvaluateDelay(delay.TimeSpan);
                OpenTimer(NewWait(delay, WaitKind.Timer) with { DueAt = now + span, NeverPauses = delay.NeverPauses });
                break;
            case StartAtActivity at:
                var instant = EvaluateInstant(at.Instant);
                OpenTimer(NewWait(at, WaitKind.Timer) with { DueAt = instant, NeverPauses = at.NeverPauses });
                break;
            default:
                throw new RunException($"no wait for activities of type {activity.Type}");
        }
    }

    private void Open(Wait wait)
    {
        State = State with { Waits = State.Waits.Add(wait) };
        effects.Add(new WaitOpened(wait));
    }

    private void OpenTimer(Wait timer)
    {
        Open(timer);
        if (!State.IsPaused || timer.NeverPauses) effects.Add(new TimerArmed(timer.Id, timer.DueAt!.Value));
    }

    private Wait NewWait(Activity activity, WaitKind kind) =>
        new() { Id = NextId(activity.Id), ActivityId = activity.Id, Kind = kind, OpenedAt = now };

    private void Raise(string? activityId, string code, string message)
    {
        var incident = new Incident(NextId(activityId ?? definition.Root.Id), activityId, code, message, now);
        State = State with { Incidents = State.Incidents.Add(incident) };
        effects.Add(new IncidentRaised(incident));
    }

    private string NextId(string activityId)
    {
        var next = PeekId(activityId);
        State = State with { Rounds = State.Rounds.SetItem(activityId, State.Rounds.GetValueOrDefault(activityId) + 1) };
        return next;
    }

    private string PeekId(string activityId) => $"{activityId}#{(State.Rounds.GetValueOrDefault(activityId) + 1).ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A new round: tokens of an older one never count (design: engine rule S5). Branches start in the order of their arrows in the file, as on Elsa; it decides which of two instant Finishes is first.</summary>
    private void StartRound(FlowForkActivity fork)
    {
        Clear(plan.RegionOf(fork.Id));
        foreach (var box in plan.BoxesAround(fork.Id)) touchedBoxes.Add(box);
        foreach (var connection in plan.GraphOf(fork.Id).From(fork.Id)) tokens.Enqueue(new Token(connection.Target, connection.Key));
    }

    private void Arrive(FlowJoinActivity join, string connectionKey)
    {
        foreach (var box in plan.BoxesAround(join.Id)) touchedBoxes.Add(box);
        if (join.Mode == JoinMode.WaitAny)
        {
            Clear(plan.ClosedBy(join.Id) ?? throw new RunException($"join '{join.Id}' closes no fork"));
            Send(join.Id, Activity.Done);
            return;
        }
        var held = State.Joins.FirstOrDefault(tokenSet => tokenSet.JoinId == join.Id);
        var arrived = (held?.Arrived ?? []).Append(connectionKey).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        var others = held is null ? State.Joins : State.Joins.Remove(held);
        var isFull = plan.GraphOf(join.Id).Into(join.Id).All(connection => arrived.Contains(connection.Key));
        State = State with { Joins = isFull ? others : others.Add(new JoinTokens(join.Id, arrived)) };
        if (isFull) Send(join.Id, Activity.Done);
    }

    /// <summary>Takes away everything that waits or moves between a fork and its join (design: engine rule S4).</summary>
    private void Clear(Region region)
    {
        var nodes = region.Nodes;
        if (region.JoinId is { } join) nodes.Add(join);
        foreach (var wait in State.Waits)
            if (IsIn(nodes, wait.ActivityId)) CloseWait(wait, ClosedBecause.LostRace);
        foreach (var incident in State.Incidents)
            if (incident.ActivityId is { } at && IsIn(nodes, at)) CloseIncident(incident, ClosedBecause.LostRace);
        State = State with { Joins = State.Joins.RemoveAll(held => IsIn(nodes, held.JoinId)) };
        touchedBoxes.RemoveWhere(box => IsIn(nodes, box));
        var moving = tokens.Where(token => !IsIn(nodes, token.Target)).ToList();
        tokens.Clear();
        foreach (var token in moving) tokens.Enqueue(token);
    }

    private bool IsIn(HashSet<string> nodes, string activityId) =>
        nodes.Contains(activityId) || plan.BoxesAround(activityId).Any(nodes.Contains);

    /// <summary>A box is done when nothing inside waits, failed or is half joined (design: engine rule S6).</summary>
    private bool CloseQuietBox()
    {
        foreach (var box in touchedBoxes.OrderByDescending(id => plan.BoxesAround(id).Count()).ThenBy(id => id, StringComparer.Ordinal).ToList())
        {
            touchedBoxes.Remove(box);
            var isQuiet = !State.Waits.Any(wait => plan.IsInside(wait.ActivityId, box))
                && !State.Incidents.Any(incident => incident.ActivityId is { } at && plan.IsInside(at, box))
                && !State.Joins.Any(held => plan.IsInside(held.JoinId, box));
            if (!isQuiet) continue;
            Send(box, Activity.Done);
            return true;
        }
        return false;
    }
}
