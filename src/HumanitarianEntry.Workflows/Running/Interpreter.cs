using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;

namespace HumanitarianEntry.Workflows.Running;

/// <summary>
/// Moves a run. Pure: the same definition, state, stimulus and instant give the same answer everywhere, and nothing outside is touched.
/// The host stores the state and carries out the effects in one transaction (design: engine 10.5). Runs that start other runs are moved by <see cref="Family"/>.
/// </summary>
public static class Interpreter
{
    public const string StartedBy = "start";

    /// <summary>Starts a run of a valid definition.</summary>
    /// <exception cref="DefinitionException">The definition breaks a structural rule.</exception>
    /// <exception cref="RunException">An input that the definition does not declare.</exception>
    public static Advance Start(WorkflowDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, DateTimeOffset now, RunState? ended = null) =>
        Settled(Begin(definition, inputs, now, RunSeed.After(ended), ancestry: null));

    /// <summary>Answers one stimulus.</summary>
    /// <exception cref="RunException">The state belongs to another version or format.</exception>
    public static Advance Advance(WorkflowDefinition definition, RunState state, Stimulus stimulus, DateTimeOffset now) =>
        Once(state, stimulus, () => Answer(definition, state, stimulus, now, ancestry: null));

    internal static Advance Begin(WorkflowDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, DateTimeOffset now, RunSeed seed, Ancestry? ancestry)
    {
        if (definition.StructureFindings is [var first, ..])
            throw new DefinitionException(definition.FileName, first.Line, first.Code, $"{first.ActivityId}: {first.Message}");
        if (inputs.Keys.FirstOrDefault(name => !definition.Inputs.Contains(name)) is { } unknown)
            throw new RunException($"definition {definition.VersionId} has no input '{unknown}'");
        var state = new RunState
        {
            Format = RunState.CurrentFormat,
            DefinitionId = definition.DefinitionId,
            VersionId = definition.VersionId,
            Status = RunStatus.Running,
            StartedAt = now,
            Rounds = seed.Rounds,
            CorrelationId = seed.CorrelationId,
            Pauses = seed.Pauses,
            KeptEvents = seed.KeptEvents,
        };
        state = state with
        {
            Inputs = state.Inputs.AddRange(inputs.Select(input => KeyValuePair.Create(input.Key, Values.Settled(input.Value)))),
            Variables = state.Variables.AddRange(definition.Variables.Select(variable => KeyValuePair.Create(variable.Name, seed.Variables.TryGetValue(variable.Name, out var value) ? value : InitialValue(variable)))),
        };
        var burst = new Burst(definition, state, now, ancestry);
        burst.Enter(definition.Plan.Root);
        burst.Settle();
        return new Advance(burst.State, burst.Effects, new StimulusResult(StartedBy, StimulusVerdict.Accepted));
    }

    /// <summary>Answers a stimulus that was not answered before; remembers nothing.</summary>
    /// <param name="listeners">Definitions below the run that an early event may be meant for.</param>
    internal static Advance Answer(
        WorkflowDefinition definition, RunState state, Stimulus stimulus, DateTimeOffset now, Ancestry? ancestry, IReadOnlyList<WorkflowDefinition>? listeners = null)
    {
        if (state.Format != RunState.CurrentFormat) throw new RunException($"a run of format {state.Format} cannot be read by this version");
        if (state.VersionId != definition.VersionId) throw new RunException($"the run is pinned to {state.VersionId}, not to {definition.VersionId}");
        var burst = new Burst(definition, state, now, ancestry);
        var result = new Reception(definition, burst, now, listeners ?? []).Receive(stimulus);
        if (result.Verdict == StimulusVerdict.Refused) return new Advance(state, [], result);
        if (result.Verdict == StimulusVerdict.Accepted) burst.Settle();
        return new Advance(burst.State, burst.Effects, result);
    }

    /// <summary>A stimulus has one effect, however often it comes (design: engine rule S10).</summary>
    internal static Advance Once(RunState state, Stimulus stimulus, Func<Advance> answer)
    {
        if (string.IsNullOrWhiteSpace(stimulus.Id)) throw new RunException("a stimulus must have an id");
        if (StimulusMemory.Recall(state, stimulus.Id) is { } before) return new Advance(state, [], before);
        var advance = Settled(answer());
        return advance with { State = StimulusMemory.Remember(advance.State, advance.Result) };
    }

    /// <summary>Early events end with the run that nobody stands above.</summary>
    internal static Advance Settled(Advance advance) =>
        advance.State.Status == RunStatus.Finished ? advance with { State = advance.State with { KeptEvents = [] } } : advance;

    internal static JsonElement InitialValue(Variable variable) =>
        variable.InitialText is null ? Values.Null : Values.Fit(Values.Of(variable.InitialText), variable);
}
