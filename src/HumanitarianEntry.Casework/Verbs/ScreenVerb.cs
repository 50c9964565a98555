using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Screening.People;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.Casework.Verbs;

/// <summary>The operator verb <c>screen</c>: a check of one name against the lists in force, on the installation's chain without the name. 0: complete; 1: not complete or nothing to search; 2: wrong usage.</summary>
public static class ScreenVerb
{
    public const string Usage = """
        screen --name TEXT [--name TEXT ...] [--born YYYY[-MM[-DD]]] --purpose PURPOSE --reason TEXT [--json]
        Searches the lists in force. Purposes: vouches, named-in-interview, works-with-us, takes-in, tries-spelling. That it was done, for what and why is kept for the auditors, without the name.
        A name of "-" is read from standard input, so that it does not stand in the shell's history.
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter error)
    {
        var read = VerbArguments.Read(args, ["--name", "--born", "--purpose", "--reason"], ["--json"], out var problem);
        BirthDate born = default;
        if (read is null || read.Positional.Count > 0 || read.All("--name").Count == 0 || (read["--born"] is { } typed && !BirthDate.TryParse(typed, out born)))
        {
            await error.WriteLineAsync(problem.Length > 0 ? problem : "Give at least one --name, and --born as a date.");
            await error.WriteLineAsync(Usage);
            return 2;
        }

        var names = new List<PersonName>();
        foreach (var name in read.All("--name"))
        {
            names.Add(PersonName.Of(name == "-" ? await Console.In.ReadLineAsync() ?? string.Empty : name));
        }

        var purpose = Enum.GetValues<CheckPurpose>().Cast<CheckPurpose?>().FirstOrDefault(p => Keys.Kebab(p.ToString()!) == read["--purpose"]);
        if (purpose is null || string.IsNullOrWhiteSpace(read["--reason"]))
        {
            await error.WriteLineAsync("Say what the check is for: --purpose and --reason.");
            await error.WriteLineAsync(Usage);
            return 2;
        }

        if (names.TrueForAll(n => n.IsEmpty))
        {
            await error.WriteLineAsync("There is no name to search for.");
            return 2;
        }

        var check = new SingleCheck(SystemActor.Instance.Id, names, born.IsGiven ? born : null, purpose.Value, read["--reason"]!.Trim());
        if (await services.GetRequiredService<SingleChecks>().RunAsync(check, CancellationToken.None) is not { } result)
        {
            await error.WriteLineAsync("No list is in force: nothing was searched.");
            return 1;
        }

        await (read.Has("--json") ? WriteJsonAsync(result, output) : WriteAsync(result, output));
        return result.Found.IsComplete ? 0 : 1;
    }

    private static async Task WriteAsync(SingleCheckResult check, TextWriter output)
    {
        var result = check.Found;
        await output.WriteLineAsync($"Searched: {string.Join(", ", check.Lists.Select(h => $"{h.Key} {h.Version} ({h.VersionDate:yyyy-MM-dd})"))}; engine {result.EngineVersion}.");
        foreach (var candidate in result.Candidates)
        {
            await output.WriteLineAsync($"{candidate.Score,5:0.0}  {candidate.MatchedName}  [{candidate.List.ListId} {candidate.Entry.Key}]  {Keys.Kebab(check.ClassOf(candidate).ToString())}");
            foreach (var line in candidate.Explanation.Lines)
            {
                await output.WriteLineAsync($"       {line.Points,5:0.0}  {line.Detail}");
            }
        }

        foreach (var name in result.NotSearched)
        {
            await output.WriteLineAsync($"Not searched: {name.Name}: {name.Why}");
        }

        await output.WriteLineAsync(!result.IsComplete ? "The search is not complete." : result.Candidates.Count == 0 ? "No candidate." : $"{result.Candidates.Count} candidates. A candidate is a question for a person, not an answer.");
    }

    private static Task WriteJsonAsync(SingleCheckResult check, TextWriter output) => output.WriteLineAsync(JsonSerializer.Serialize(
        new
        {
            check.Found.EngineVersion,
            check.Found.IsComplete,
            Lists = check.Lists.Select(h => new { h.Key, h.Version, h.VersionDate, Kind = ListHeader.KeyOf(h.Kind) }),
            Candidates = check.Found.Candidates.Select(c => new { c.List.ListId, Entry = c.Entry.Key, c.MatchedName, c.Score, Class = Keys.Kebab(check.ClassOf(c).ToString()), c.Entry.Articles, Evidence = c.Explanation.Lines.Select(l => new { Kind = l.Kind.ToString(), l.Points, l.Detail }) }),
            NotSearched = check.Found.NotSearched.Select(n => new { n.Name, n.Why }),
        },
        Json));
}
