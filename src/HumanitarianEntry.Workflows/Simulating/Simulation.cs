using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;
using HumanitarianEntry.Workflows.Running;

namespace HumanitarianEntry.Workflows.Simulating;

/// <summary>
/// Tries a definition before anybody depends on it. Runs the real interpreter with a clock that jumps to each timer; the state goes through its stored form before every stimulus.
/// </summary>
public sealed class Simulation
{
    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly WorkflowDefinition definition;
    private readonly IPublishedDefinitions? children;
    private readonly StimulusReader reader;
    private readonly List<SimulationStep> steps = [];
    private DateTimeOffset now = Beginning;

    private Simulation(WorkflowDefinition definition, Advance started, IPublishedDefinitions? children)
    {
        this.definition = definition;
        this.children = children;
        reader = new StimulusReader(definition, children);
        steps.Add(new SimulationStep(Interpreter.StartedBy, SimulationAnswer.Moved, started.State, started.Effects, Hint: null));
    }

    public IReadOnlyList<SimulationStep> Steps => steps;

    public RunState State => steps[^1].State;

    /// <summary>Starts a run. Every setting names a variable or an input of the definition.</summary>
    /// <param name="children">The definitions that it may start, played with it (<c>step/inner step</c> names a step of a child); null: a child's end is typed like any other.</param>
    /// <exception cref="DefinitionException">The definition breaks a rule.</exception>
    /// <exception cref="RunException">A setting names nothing, or does not fit.</exception>
    public static Simulation Start(WorkflowDefinition definition, IReadOnlyList<KeyValuePair<string, string>> settings, IPublishedDefinitions? children = null)
    {
        var (inputs, variables) = (new Dictionary<string, JsonElement>(StringComparer.Ordinal), new Dictionary<string, JsonElement>(StringComparer.Ordinal));
        foreach (var (name, text) in settings)
        {
            var (isVariable, isInput) = (definition.VariableByName(name) is not null, definition.Inputs.Contains(name));
            if (!isVariable && !isInput) throw new RunException($"the definition has neither a variable nor an input '{name}'{Known(definition)}");
            if (isVariable) variables[name] = TypedValue.Read(definition, name, text);
            else inputs[name] = Values.Of(text);
        }
        try
        {
            var ancestry = children is null ? null : Ancestry.First(children);
            return new Simulation(definition, Interpreter.Begin(definition, inputs, Beginning, new RunSeed { Variables = variables }, ancestry), children);
        }
        catch (ExpressionException unfit)
        {
            throw new RunException(unfit.Message);
        }
    }

    /// <summary>Does one stimulus in the words of a person (design 11.18). Never throws for a wrong word: the step says what was wrong.</summary>
    public SimulationStep Do(string stimulus)
    {
        var id = steps.Count.ToString(CultureInfo.InvariantCulture);
        var stored = RunStateJson.Read(RunStateJson.Write(State));
        SimulationStep step;
        try
        {
            var read = reader.Read(stimulus, id, stored);
            if (read.DueAt is { } due && due > now) now = due;
            step = read.Stimulus is { } known ? Step(stimulus, Answer(stored, known)) : new SimulationStep(stimulus, read.Answer, stored, [], read.Hint);
        }
        catch (Exception impossible) when (impossible is ExpressionException or RunException)
        {
            step = new SimulationStep(stimulus, SimulationAnswer.Refused, stored, [], impossible.Message);
        }
        steps.Add(step);
        return step;
    }

    private Advance Answer(RunState stored, Stimulus stimulus) =>
        children is null ? Interpreter.Advance(definition, stored, stimulus, now) : Family.Advance(definition, stored, stimulus, now, children);

    private static SimulationStep Step(string stimulus, Advance advance) =>
        new(stimulus, AnswerOf(advance.Result.Verdict), advance.State, advance.Effects, advance.Result.Reason);

    private static SimulationAnswer AnswerOf(StimulusVerdict verdict) => verdict switch
    {
        StimulusVerdict.Accepted => SimulationAnswer.Moved,
        StimulusVerdict.Kept => SimulationAnswer.Kept,
        StimulusVerdict.TooLate => SimulationAnswer.TooLate,
        StimulusVerdict.Refused => SimulationAnswer.Refused,
    };

    private static string Known(WorkflowDefinition definition)
    {
        var names = definition.Variables.Select(variable => variable.Name).Concat(definition.Inputs).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? string.Empty : $"; it has {string.Join(", ", names)}";
    }
}
