using System.Text.Json;
using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Validation;

namespace HumanitarianEntry.Web.Verbs;

/// <summary><c>check-workflows</c>: every finding of every definition, then the programmes of a folder as the program would load them.</summary>
internal static class CheckWorkflowsVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = Options.Parse(args, [], ["--json"], out var complaint);
        if (options is null)
        {
            await Console.Error.WriteLineAsync($"{complaint} Usage: check-workflows [FOLDER | FILE...] [--json]");
            return Verb.WrongUsage;
        }

        var configuration = new ConfigurationBuilder().AddEnvironmentVariables(KnownSettings.Prefix).Build();
        var asked = options.Positional.Count > 0 ? options.Positional : [configuration["Data:Workflows"] ?? Path.Combine(AppContext.BaseDirectory, "workflows")];
        if (asked.Find(path => !File.Exists(path) && !Directory.Exists(path)) is { } missing)
        {
            await Console.Error.WriteLineAsync($"There is no file or folder '{missing}'.");
            return Verb.Failed;
        }

        var files = asked.SelectMany(IEnumerable<string> (path) => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.v*.json").Order(StringComparer.Ordinal) : [path]);
        var definitions = files.Select(path => WorkflowDefinition.Parse(File.ReadAllText(path), Path.GetFileName(path))).ToList();
        var host = ProgrammeLibrary.Host.Knowing(definitions);
        var found = definitions.SelectMany(definition => DefinitionValidator.Validate(definition, host).Select(finding => (definition.FileName, Finding: finding))).ToList();
        if (options.Has("--json"))
        {
            var rows = found.Select(one => new { file = one.FileName, line = one.Finding.Line, code = one.Finding.Code, activity = one.Finding.ActivityId, message = one.Finding.Message });
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { files = definitions.Select(definition => definition.FileName), findings = rows }));
            return found.Count == 0 ? Verb.Done : Verb.Failed;
        }

        foreach (var (file, finding) in found)
        {
            await Console.Error.WriteLineAsync(finding.In(file));
        }

        if (found.Count > 0)
        {
            return Verb.Failed;
        }

        foreach (var definition in definitions)
        {
            await Console.Out.WriteLineAsync($"{definition.FileName}: {definition.Activities.Count} activities, nothing against it");
        }

        var programmes = asked.Where(Directory.Exists).SelectMany(folder => ProgrammeLibrary.Load(folder).All).ToList();
        DossierTemplates.Demand(configuration["Data:Templates"] ?? Path.Combine(AppContext.BaseDirectory, "templates"), programmes);
        foreach (var programme in programmes)
        {
            await Console.Out.WriteLineAsync($"{programme.Settings.Id}: {programme.Settings.Status}, runs on {programme.Definition.FileName}");
        }

        return Verb.Done;
    }
}
