using System.Collections.Immutable;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Running;

/// <summary>Brings one stimulus to those of a family whom it concerns. A run that is moved takes the ends of its children with it, up to the first one.</summary>
internal sealed class FamilyRound(DateTimeOffset now)
{
    public Advance Answer(WorkflowDefinition definition, RunState state, Stimulus stimulus, Ancestry ancestry) => stimulus switch
    {
        EventReceived happened => Hear(definition, state, happened, ancestry),
        PauseRun or ResumeRun => ToAll(definition, state, stimulus, ancestry),
        _ => Addressed(definition, state, stimulus, ancestry),
    };

    private Advance Addressed(WorkflowDefinition definition, RunState state, Stimulus stimulus, Ancestry ancestry)
    {
        var address = Address.Of(stimulus);
        if (address is null || !address.Contains('/', StringComparison.Ordinal) || state.Waits.Any(wait => wait.Id == address || wait.ActivityId == address)) return Interpreter.Answer(definition, state, stimulus, now, ancestry);
        return Address.Below(state, address) is { } below
            ? ToChild(definition, state, below.Child, Address.With(stimulus, below.Inside), ancestry)
            // A child that is gone took its waits with it: too late at the wait that held it.
            : Interpreter.Answer(definition, state, Address.With(stimulus, address.Split('/')[0]), now, ancestry);
    }

    /// <summary>As inside one run: an event reaches everybody who waits for it, from above to below. All take it or nobody does; with nobody waiting the first run keeps it.</summary>
    private Advance Hear(WorkflowDefinition definition, RunState state, EventReceived happened, Ancestry ancestry)
    {
        var isHeld = state.Pauses.Any(pause => !pause.AcceptedEvents.Contains(happened.Name));
        var isOurs = happened.CorrelationId is null || state.CorrelationId is null || happened.CorrelationId == state.CorrelationId;
        ImmutableArray<string> below = isHeld || !isOurs ? [] : [.. state.Children.Where(child => Awaits(child.Value, happened.Name)).Select(child => child.Key)];
        var isAwaitedHere = state.Waits.Any(wait => wait.EventName == happened.Name);
        var answer = below.IsEmpty || isAwaitedHere
            ? Interpreter.Answer(definition, state, happened, now, ancestry, Listeners(definition, state, ancestry.Definitions))
            : new Advance(state, [], new StimulusResult(happened.Id, StimulusVerdict.Accepted));
        foreach (var childId in below)
        {
            if (answer.Result.Verdict == StimulusVerdict.Refused) return Refuse(state, happened, answer.Result.Reason);
            if (answer.State.Children.ContainsKey(childId)) answer = Then(answer, ToChild(definition, answer.State, childId, happened with { CorrelationId = null }, ancestry));
        }
        return answer.Result.Verdict == StimulusVerdict.Refused ? Refuse(state, happened, answer.Result.Reason) : answer;
    }

    /// <summary>A pause is one for the whole family.</summary>
    private Advance ToAll(WorkflowDefinition definition, RunState state, Stimulus stimulus, Ancestry ancestry)
    {
        var answer = Interpreter.Answer(definition, state, stimulus, now, ancestry);
        if (answer.Result.Verdict != StimulusVerdict.Accepted) return answer;
        foreach (var childId in state.Children.Keys)
            if (answer.State.Children.ContainsKey(childId)) answer = Then(answer, ToChild(definition, answer.State, childId, stimulus, ancestry)) with { Result = answer.Result };
        return answer;
    }

    private Advance ToChild(WorkflowDefinition definition, RunState state, string childId, Stimulus stimulus, Ancestry ancestry)
    {
        var child = state.Children[childId];
        var own = ancestry.Definitions.Version(child.VersionId) ?? throw new RunException($"the version {child.VersionId} is not there; the child run '{childId}' stands on it");
        // Early events are kept for the whole family; whoever moves has them in his hands.
        var moved = Answer(own, child with { KeptEvents = state.KeptEvents }, stimulus, ancestry.Under(definition, childId));
        if (moved.Result.Verdict is StimulusVerdict.Refused or StimulusVerdict.TooLate) return new Advance(state, [], moved.Result);
        var effects = ChildEffects.Of(childId, moved.Effects).ToList();
        if (moved.State.Status == RunStatus.Running)
        {
            var children = state.Children.SetItem(childId, moved.State with { KeptEvents = [] });
            return new Advance(state with { Children = children, KeptEvents = moved.State.KeptEvents }, effects, moved.Result);
        }
        var burst = new Burst(definition, state, now, ancestry);
        burst.EndChild(childId, moved.State);
        burst.Settle();
        return new Advance(burst.State, [.. effects, .. burst.Effects], moved.Result);
    }

    private static bool Awaits(RunState run, string eventName) =>
        run.Waits.Any(wait => wait.EventName == eventName) || run.Children.Values.Any(child => Awaits(child, eventName));

    /// <summary>The definitions of all runs below, and of those that could still be started there.</summary>
    private static List<WorkflowDefinition> Listeners(WorkflowDefinition definition, RunState state, IPublishedDefinitions definitions)
    {
        var found = new Dictionary<string, WorkflowDefinition>(StringComparer.Ordinal);
        var open = new Stack<WorkflowDefinition?>([definition, .. Below(state).Select(run => definitions.Version(run.VersionId))]);
        while (open.TryPop(out var next))
        {
            if (next is null || !found.TryAdd(next.VersionId, next)) continue;
            foreach (var dispatch in next.Activities.Values.OfType<DispatchWorkflowActivity>()) open.Push(definitions.Newest(dispatch.DefinitionId));
        }
        return [.. found.Values.Where(each => each != definition)];
    }

    private static IEnumerable<RunState> Below(RunState run) => run.Children.Values.SelectMany(child => Below(child).Prepend(child));

    private static Advance Then(Advance first, Advance next) => next with { Effects = [.. first.Effects, .. next.Effects] };

    private static Advance Refuse(RunState state, Stimulus stimulus, string? reason) => new(state, [], new StimulusResult(stimulus.Id, StimulusVerdict.Refused, reason));
}
