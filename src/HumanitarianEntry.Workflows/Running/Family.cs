using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Running;

/// <summary>
/// Moves a run together with the runs it has started, as one (design: engine rule S15): a child's end is its parent's stimulus in the same advance.
/// Pure like <see cref="Interpreter"/>; the children are part of their parent's state, and their waits are addressed <c>parent's wait/child's wait</c>.
/// </summary>
public static class Family
{
    /// <summary>Starts a run and whatever it starts.</summary>
    /// <exception cref="DefinitionException">The definition breaks a structural rule. A child's definition that does so is an incident.</exception>
    /// <exception cref="RunException">An input that the definition does not declare.</exception>
    public static Advance Start(
        WorkflowDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, DateTimeOffset now, IPublishedDefinitions definitions, RunState? ended = null) =>
        Interpreter.Settled(Interpreter.Begin(definition, inputs, now, RunSeed.After(ended), Ancestry.First(definitions)));

    /// <summary>Answers one stimulus of the run or of a run below it.</summary>
    /// <exception cref="RunException">A state belongs to another version or format, or the version of a running child is not there.</exception>
    public static Advance Advance(WorkflowDefinition definition, RunState state, Stimulus stimulus, DateTimeOffset now, IPublishedDefinitions definitions) =>
        Interpreter.Once(state, stimulus, () => new FamilyRound(now).Answer(definition, state, stimulus, Ancestry.First(definitions)));

    /// <summary>Ends a run from outside, wherever it stands and however it is drawn: everything that is open in it and below is closed.</summary>
    public static Advance End(WorkflowDefinition definition, RunState state, string outcome, string stimulusId, DateTimeOffset now)
    {
        var burst = new Burst(definition, state, now, ancestry: null);
        burst.End(outcome);
        return new Advance(burst.State, burst.Effects, new StimulusResult(stimulusId, StimulusVerdict.Accepted));
    }

    /// <summary>Every open wait of the run and of those below it, with full ids.</summary>
    public static IEnumerable<Wait> Waits(RunState run) =>
        run.Waits.Concat(run.Children.SelectMany(child => Waits(child.Value).Select(wait => wait with { Id = ChildEffects.IdOf(child.Key, wait.Id) })));

    /// <summary>Every incident of the run and of those below it, with full ids.</summary>
    public static IEnumerable<Incident> Incidents(RunState run) =>
        run.Incidents.Concat(run.Children.SelectMany(child => Incidents(child.Value).Select(incident => incident with { Id = ChildEffects.IdOf(child.Key, incident.Id) })));
}
