using System.Text.Encodings.Web;
using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Running;
using HumanitarianEntry.Workflows.Simulating;
using HumanitarianEntry.Workflows.Validation;

namespace HumanitarianEntry.Web.Verbs;

/// <summary><c>simulate</c>: walks a definition stimulus by stimulus and prints the position after each. Touches no database.</summary>
internal static class SimulateVerb
{
    private const string Usage = "Usage: simulate DEFINITION.json [--set name=value ...] [--with CHILD.json ...] [--json] STIMULUS...";
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string[] args)
    {
        if (SimulateArguments.Read(args) is not { } asked)
        {
            await Console.Error.WriteLineAsync(Usage);
            return Verb.WrongUsage;
        }

        var definitions = new List<WorkflowDefinition>();
        foreach (var path in asked.Children.Prepend(asked.Path))
        {
            if (!File.Exists(path))
            {
                await Console.Error.WriteLineAsync($"There is no file '{path}'.");
                return Verb.Failed;
            }

            definitions.Add(WorkflowDefinition.Parse(await File.ReadAllTextAsync(path), Path.GetFileName(path)));
            var findings = DefinitionValidator.ValidateStructure(definitions[^1]);
            if (findings.Count > 0)
            {
                await RefuseAsync(definitions[^1], findings, asked.AsJson);
                return Verb.Failed;
            }
        }

        var definition = definitions[0];

        Simulation simulation;
        try
        {
            simulation = Simulation.Start(definition, asked.Settings, asked.Children.Count == 0 ? null : new FilesBeside(definitions[1..]));
        }
        catch (RunException refused)
        {
            await Console.Error.WriteLineAsync($"Refused: {refused.Message}");
            return Verb.Failed;
        }

        foreach (var stimulus in asked.Stimuli)
        {
            simulation.Do(stimulus);
        }

        await (asked.AsJson ? WriteJsonAsync(definition, simulation) : WriteLinesAsync(simulation));
        return simulation.Steps.Any(step => step.Answer == SimulationAnswer.Refused) ? Verb.Failed : Verb.Done;
    }

    private static async Task WriteLinesAsync(Simulation simulation)
    {
        foreach (var step in simulation.Steps)
        {
            await Console.Out.WriteLineAsync(step.ToLine());
            if (step is { Answer: SimulationAnswer.Refused, Hint: { } hint })
            {
                await Console.Error.WriteLineAsync($"Refused: {step.Stimulus}: {hint}");
            }
        }

        var last = simulation.Steps[^1];
        var end = last.State.Status == RunStatus.Finished ? $"Finished, outcome {last.State.Outcome}" : $"Running, waiting for {(last.Waiting.Count == 0 ? "nobody" : string.Join(", ", last.Waiting))}";
        await Console.Out.WriteLineAsync($"end: {end}");
        foreach (var incident in Family.Incidents(last.State))
        {
            await Console.Out.WriteLineAsync($"incident: {incident.ActivityId ?? "the run"}: {incident.Code}: {incident.Message}");
        }
    }

    private static Task WriteJsonAsync(WorkflowDefinition definition, Simulation simulation) =>
        Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { definition = definition.VersionId, steps = simulation.Steps.Select(StepOf), end = EndOf(simulation.State) }, Json));

    private static object StepOf(SimulationStep step) => new
    {
        stimulus = step.Stimulus,
        answer = AnswerWord(step.Answer),
        waiting = step.Waiting,
        status = step.State.Status.ToString(),
        incidents = Family.Incidents(step.State).Select(incident => new { activity = incident.ActivityId, code = incident.Code, message = incident.Message }),
        published = step.Effects.OfType<EventPublished>().Select(happened => happened.Name),
        hint = step.Hint,
    };

    private static object EndOf(RunState state) => new
    {
        status = state.Status.ToString(),
        outcome = state.Outcome,
        correlationId = state.CorrelationId,
        variables = state.Variables,
        waits = Family.Waits(state).Select(wait => new { id = wait.Id, activity = wait.ActivityId, kind = wait.Kind.ToString(), due = wait.DueAt }),
    };

    private static string AnswerWord(SimulationAnswer answer) => answer switch
    {
        SimulationAnswer.Moved => "moved",
        SimulationAnswer.Kept => "kept",
        SimulationAnswer.TooLate => "too late",
        SimulationAnswer.Refused => "refused",
    };

    private static async Task RefuseAsync(WorkflowDefinition definition, IReadOnlyList<DefinitionFinding> findings, bool asJson)
    {
        if (asJson)
        {
            var refused = findings.Select(finding => new { code = finding.Code, activity = finding.ActivityId, line = finding.Line, message = finding.Message });
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { definition = definition.VersionId, refused }, Json));
        }

        foreach (var finding in findings)
        {
            await Console.Error.WriteLineAsync($"Refused: {finding.In(definition.FileName)}");
        }
    }
}

/// <summary>The definitions that were named beside the one that is tried: of each id the last.</summary>
internal sealed class FilesBeside(IReadOnlyList<WorkflowDefinition> definitions) : IPublishedDefinitions
{
    public WorkflowDefinition? Newest(string definitionId) => definitions.LastOrDefault(each => each.DefinitionId == definitionId);

    public WorkflowDefinition? Version(string versionId) => definitions.LastOrDefault(each => each.VersionId == versionId);
}

/// <summary>What was asked on the command line; null when it is not understood.</summary>
internal sealed record SimulateArguments(string Path, IReadOnlyList<KeyValuePair<string, string>> Settings, IReadOnlyList<string> Children, IReadOnlyList<string> Stimuli, bool AsJson)
{
    public static SimulateArguments? Read(string[] args)
    {
        var (settings, children, words, asJson) = (new List<KeyValuePair<string, string>>(), new List<string>(), new List<string>(), false);
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] == "--json")
            {
                asJson = true;
            }
            else if (args[at] == "--set" && at + 1 < args.Length && args[at + 1].IndexOf('=', StringComparison.Ordinal) is var equals and > 0)
            {
                at++;
                settings.Add(KeyValuePair.Create(args[at][..equals], args[at][(equals + 1)..]));
            }
            else if (args[at] == "--with" && at + 1 < args.Length)
            {
                children.Add(args[++at]);
            }
            else if (args[at] is "set" or "retry" && at + 1 < args.Length)
            {
                // The two words of one stimulus, when the shell was not told to keep them together.
                words.Add($"{args[at]} {args[++at]}");
            }
            else if (args[at].StartsWith("--", StringComparison.Ordinal))
            {
                return null;
            }
            else
            {
                words.Add(args[at]);
            }
        }

        return words is [var path, .. var stimuli] ? new SimulateArguments(path, settings, children, stimuli, asJson) : null;
    }
}
