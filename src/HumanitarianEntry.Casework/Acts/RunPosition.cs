using System.Collections.Immutable;
using System.Text.Json;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Running;

namespace HumanitarianEntry.Casework.Acts;

/// <summary>Where domain and engine meet: the run's waits as open gates, and acts as stimuli.</summary>
public static class RunPosition
{
    public static Position Of(RunState run)
    {
        var open = Family.Waits(run).Where(w => w.Task is not null)
            .Select(w => new OpenGate(GateTable.For(w.Task!.Gate).Gate, w.OpenedAt) { WaitId = w.Id, Role = w.Task.Role is { } role ? Keys.Role(role) : null });
        SidePath? path = run.Pauses.IsEmpty ? null : Enum.Parse<SidePath>(run.Pauses[^1].Reason);
        return new Position([.. open], path, run.Outcome, run.Status == RunStatus.Finished) { BeganAt = run.StartedAt, Faults = [.. Family.Incidents(run).Select(i => i.Id)] };
    }

    /// <summary>Moves the run by what an act decided; all effects of all stimuli together.</summary>
    /// <exception cref="RunRefusedException">The run would not take a stimulus that the domain allowed: the definition and the rules disagree.</exception>
    public static (RunState Run, ImmutableList<Effect> Effects) Advance(WorkflowDefinition definition, RunState run, ActOutcome outcome, Guid actId, DateTimeOffset now, IPublishedDefinitions definitions)
    {
        var effects = ImmutableList<Effect>.Empty;
        foreach (var stimulus in Stimuli(run, outcome, actId))
        {
            var advance = Family.Advance(definition, run, stimulus, now, definitions);
            if (advance.Result.Verdict is StimulusVerdict.Refused or StimulusVerdict.TooLate && stimulus is not TimerFired)
            {
                throw new RunRefusedException($"{stimulus.GetType().Name}: {advance.Result.Reason}");
            }

            run = advance.State;
            effects = effects.AddRange(advance.Effects);
        }

        return (run, effects);
    }

    private static IEnumerable<Stimulus> Stimuli(RunState run, ActOutcome outcome, Guid actId)
    {
        var id = actId.ToString("N");
        // A run that has ended cannot stand still; the alarm itself is recorded and told all the same.
        if (outcome.SidePath is { Enter: { } path })
        {
            if (run.Status == RunStatus.Finished)
            {
                yield break;
            }

            yield return new PauseRun($"{id}-pause", path.ToString(), [WithdrawCase.Event]);
        }
        else if (outcome.SidePath is not null)
        {
            // A withdrawal lifts every freeze; leaving a side path lifts the last one, if it still stands: a seal outlasts the run's end.
            foreach (var pause in outcome.Event is null ? run.Pauses.TakeLast(1) : run.Pauses)
            {
                yield return new ResumeRun($"{id}-resume-{pause.Reason}", pause.Reason);
            }
        }

        if (outcome is { StaysPut: false, Decided: { } decided })
        {
            var key = GateTable.For(decided.Gate).Key;
            var wait = Family.Waits(run).FirstOrDefault(w => w.Task?.Gate == key) ?? throw new RunRefusedException($"Nothing waits at {key}.");
            yield return new TaskCompleted($"{id}-gate", wait.Id, decided.Outcome);
        }

        if (outcome.Event is { } name)
        {
            yield return new EventReceived($"{id}-event", name, JsonSerializer.SerializeToElement(outcome.EventWord ?? id));
        }

        if (outcome.Retries is { } fault)
        {
            yield return new Retry($"{id}-retry", fault);
        }

        if (outcome.TimerWait is { } timer)
        {
            yield return new TimerFired($"timer-{timer}", timer);
        }
    }
}

/// <summary>The workflow run refused what the rules allowed; nothing is stored.</summary>
public sealed class RunRefusedException(string message) : Exception(message);
