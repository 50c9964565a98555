using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;
using HumanitarianEntry.Workflows.Running;

namespace HumanitarianEntry.Workflows.Replaying;

public enum PastStepKind
{
    /// <summary>A gate was decided; the word is its outcome.</summary>
    Gate,

    /// <summary>An event came; the word is its payload.</summary>
    Event,

    /// <summary>The timer of an activity fired.</summary>
    Timer,

    /// <summary>The case had ended and began again.</summary>
    Reopening,
}

/// <summary>One thing that once happened to a case. <paramref name="Key"/> is the gate, the event's name or the timer's activity: never a fact about a person.</summary>
public sealed record PastStep(PastStepKind Kind, string Key, string? Word, DateTimeOffset At)
{
    public override string ToString() => Word is null ? Key : $"{Key}={Word}";
}

/// <summary>Where a past case would have gone another way. <paramref name="Step"/> counts from 1; 0 is the opening.</summary>
public sealed record Difference(int Step, string After, string Was, string WouldBe);

/// <summary>Runs what once happened to a case on the version it had and on another one, and tells where they part.</summary>
public static class PastRun
{
    private const string Nowhere = "nobody waits for it";

    /// <summary>Empty: the case would have gone the same way.</summary>
    /// <param name="definitions">Of the runs that the case starts; without them such a run would be waited for without end.</param>
    /// <exception cref="RunException">The case's own version does not repeat what happened: the record is not whole.</exception>
    public static IReadOnlyList<Difference> Compare(WorkflowDefinition own, WorkflowDefinition other, IReadOnlyList<PastStep> steps, DateTimeOffset openedAt, IPublishedDefinitions definitions)
    {
        var (past, future) = (Begin(own, openedAt, definitions), Begin(other, openedAt, definitions));
        var differences = new List<Difference>();
        Note(differences, 0, "the opening", past, future);
        for (var at = 0; at < steps.Count; at++)
        {
            var moved = Move(own, past, steps[at], at, definitions);
            if (moved.Problem is { } unrepeatable) throw new RunException($"step {at + 1} ({steps[at]}) cannot be repeated on {own.VersionId}: {unrepeatable}");
            var tried = Move(other, future, steps[at], at, definitions);
            past = moved.State;
            if (tried.Problem is { } problem)
            {
                differences.Add(new Difference(at + 1, steps[at].ToString(), Standing(past), problem));
                return differences;
            }
            future = tried.State;
            Note(differences, at + 1, steps[at].ToString(), past, future);
        }
        return differences;
    }

    private static RunState Begin(WorkflowDefinition definition, DateTimeOffset openedAt, IPublishedDefinitions definitions, RunState? ended = null)
    {
        // The reference only binds the run to its case; any word stands for it.
        var inputs = definition.Inputs.ToDictionary(input => input, input => Values.Of(input), StringComparer.Ordinal);
        return Family.Start(definition, inputs, openedAt, definitions, ended).State;
    }

    private static void Note(List<Difference> differences, int step, string after, RunState past, RunState future)
    {
        var (was, wouldBe) = (Standing(past), Standing(future));
        if (was != wouldBe) differences.Add(new Difference(step, after, was, wouldBe));
    }

    private static (RunState State, string? Problem) Move(WorkflowDefinition definition, RunState state, PastStep step, int number, IPublishedDefinitions definitions)
    {
        if (step.Kind == PastStepKind.Reopening)
            return state.Status == RunStatus.Finished ? (Begin(definition, step.At, definitions, state), null) : (state, "the case has not ended");
        var id = $"past-{number}";
        var wait = Family.Waits(state).FirstOrDefault(open => IsMeant(open, step));
        if (wait is null && step.Kind != PastStepKind.Event) return (state, Nowhere);
        var now = wait?.DueAt is { } due && due > step.At ? due : step.At;
        Stimulus stimulus = step.Kind switch
        {
            PastStepKind.Gate => new TaskCompleted(id, wait!.Id, step.Word),
            PastStepKind.Event => new EventReceived(id, step.Key, Values.Of(step.Word)),
            PastStepKind.Timer => new TimerFired(id, wait!.Id),
            PastStepKind.Reopening => throw new RunException("a reopening is no stimulus"),
        };
        var advance = Family.Advance(definition, state, stimulus, now, definitions);
        return advance.Result.Verdict switch
        {
            StimulusVerdict.Accepted or StimulusVerdict.Kept => (advance.State, null),
            StimulusVerdict.TooLate or StimulusVerdict.Refused => (state, advance.Result.Reason ?? Nowhere),
        };
    }

    private static bool IsMeant(Wait wait, PastStep step) => step.Kind switch
    {
        PastStepKind.Gate => wait.Task?.Gate == step.Key,
        PastStepKind.Event => wait.EventName == step.Key,
        PastStepKind.Timer => wait.Kind == WaitKind.Timer && wait.ActivityId == step.Key,
        PastStepKind.Reopening => false,
    };

    private static string Standing(RunState state)
    {
        if (state.Status == RunStatus.Finished) return $"ended: {state.Outcome}";
        var waits = Family.Waits(state).Where(wait => wait.Kind != WaitKind.Child || !state.Children.ContainsKey(wait.Id)).Select(wait => wait.Task?.Gate ?? wait.EventName ?? wait.ActivityId).Concat(Family.Incidents(state).Select(incident => $"incident at {incident.ActivityId ?? "the run"}"));
        return string.Join(", ", waits.Order(StringComparer.Ordinal));
    }
}
