using System.Globalization;
using System.Text.Json;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>The operator verb <c>replay FILE...</c>.</summary>
public static class ReplayVerb
{
    private const string Usage = """
        replay FILE... [--json] [--keep DIR] [--workflows DIR] [--templates DIR]
        Runs case files (tests/cases/README.md) on a throw-away database with a clock of their own.
          --json           one JSON document instead of lines
          --keep DIR       leaves databases, files, mails and dossiers of each case in DIR/<name of the file>
          --workflows DIR  programme definitions; found beside the program or above the current folder when left out
          --templates DIR  texts and templates; found likewise
        Ends with 0 when everything held, 1 when an expectation failed or a file cannot be read (with file and line), 2 on wrong usage.
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Contains("--help"))
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }

        if (ReplayArguments.Read(args, out var problem) is not { } arguments)
        {
            await error.WriteLineAsync(problem);
            await error.WriteLineAsync(Usage);
            return 2;
        }

        var results = new List<ReplayResult>();
        var failed = false;
        foreach (var file in arguments.Files)
        {
            if (await RunAsync(file, arguments, output, error) is { } result)
            {
                results.Add(result);
                failed |= !result.Ok;
            }
            else
            {
                failed = true;
            }
        }

        if (arguments.Json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(results.Select(r => new { r.File, r.Title, r.Reference, r.Ok, r.Failure, r.KeptIn, r.Lines }), Json));
        }

        return failed ? 1 : 0;
    }

    private static async Task<ReplayResult?> RunAsync(string file, ReplayArguments arguments, TextWriter output, TextWriter error)
    {
        try
        {
            var options = new ReplayOptions
            {
                WorkflowsPath = arguments.Workflows,
                TemplatesPath = arguments.Templates,
                KeepFolder = arguments.Keep is null ? null : Path.Combine(arguments.Keep, Path.GetFileNameWithoutExtension(file)),
                Progress = arguments.Json ? null : line => output.WriteLine(Text(line)),
            };
            var result = await CaseReplay.RunAsync(file, options, CancellationToken.None);
            if (result.Failure is { } failure)
            {
                await error.WriteLineAsync(failure);
            }
            else if (!arguments.Json)
            {
                await output.WriteLineAsync($"{Path.GetFileName(file)}: {result.Lines.Count.ToString(CultureInfo.InvariantCulture)} steps, everything held");
            }

            return result;
        }
        catch (CaseFileException unreadable)
        {
            await error.WriteLineAsync(unreadable.Message);
            return null;
        }
    }

    private static string Text(ReplayLine line) =>
        string.Create(CultureInfo.InvariantCulture, $"{line.Number,4}  {line.At:yyyy-MM-dd}  {line.Who,-14}  {line.What,-44}  -> {line.Outcome}  {(line.Ok ? "ok" : "DIFFERS")}");
}

internal sealed record ReplayArguments(IReadOnlyList<string> Files, bool Json, string? Keep, string Workflows, string Templates)
{
    public static ReplayArguments? Read(string[] args, out string problem)
    {
        problem = string.Empty;
        var files = new List<string>();
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var json = false;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--json":
                    json = true;
                    break;
                case "--keep" or "--workflows" or "--templates" when i + 1 < args.Length:
                    values[args[i]] = args[++i];
                    break;
                case ['-', ..]:
                    problem = $"'{args[i]}' is not known, or its value is missing.";
                    return null;
                default:
                    files.Add(args[i]);
                    break;
            }
        }

        problem = files.Count == 0 ? "Name at least one case file." : files.Find(f => !File.Exists(f)) is { } missing ? $"There is no file {missing}." : string.Empty;
        var workflows = values.GetValueOrDefault("--workflows") ?? Find("workflows", "published.sha256");
        var templates = values.GetValueOrDefault("--templates") ?? Find("templates", "notices");
        if (problem.Length == 0 && (workflows is null || templates is null))
        {
            problem = "The folders 'workflows' and 'templates' were not found beside the program or above the current folder: name them with --workflows and --templates.";
        }

        return problem.Length > 0 ? null : new ReplayArguments(files, json, values.GetValueOrDefault("--keep"), workflows!, templates!);
    }

    private static string? Find(string folder, string mark)
    {
        foreach (var start in new[] { AppContext.BaseDirectory, Directory.GetCurrentDirectory() })
        {
            for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
            {
                var found = Path.Combine(at.FullName, folder);
                if (Path.Exists(Path.Combine(found, mark)))
                {
                    return found;
                }
            }
        }

        return null;
    }
}
