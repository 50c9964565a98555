using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Verbs;

/// <summary>The operator verb <c>screen</c>: an ad-hoc check of a name against the lists in force. 0: complete; 1: not complete or nothing to search; 2: wrong usage.</summary>
public static class ScreenVerb
{
    public const string Usage = """
        screen --name TEXT [--name TEXT ...] [--born YYYY[-MM[-DD]]] [--json]
        Searches the lists in force. The check is logged without the name. A name of "-" is read from standard input, so that it does not stand in the shell's history.
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static async Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, TextWriter error)
    {
        var read = VerbArguments.Read(args, ["--name", "--born"], ["--json"], out var problem);
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

        if (names.TrueForAll(n => n.IsEmpty))
        {
            await error.WriteLineAsync("There is no name to search for.");
            return 2;
        }

        var lists = await services.GetRequiredService<ListLibrary>().CurrentAsync(CancellationToken.None);
        if (lists is null)
        {
            await error.WriteLineAsync("No list is in force: nothing was searched.");
            return 1;
        }

        var result = lists.Index.Search(new PersonQuery { Names = names, BirthDate = born.IsGiven ? born : null });
        services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ScreenVerb).FullName!)
            .LogInformation("An operator made an ad-hoc check against {Lists} lists: {Candidates} candidates, complete {Complete}", lists.Headers.Count, result.Candidates.Count, result.IsComplete);
        await (read.Has("--json") ? WriteJsonAsync(result, lists, output) : WriteAsync(result, lists, output));
        return result.IsComplete ? 0 : 1;
    }

    private static string ClassOf(MatchCandidate candidate, LoadedLists lists) =>
        Keys.Kebab(PersecutorRule.Classify(lists.Headers.Single(h => h.Key == candidate.List.ListId).Kind, candidate.Entry.Articles).ToString());

    private static async Task WriteAsync(ScreeningResult result, LoadedLists lists, TextWriter output)
    {
        await output.WriteLineAsync($"Searched: {string.Join(", ", lists.Headers.Select(h => $"{h.Key} {h.Version} ({h.VersionDate:yyyy-MM-dd})"))}; engine {result.EngineVersion}.");
        foreach (var candidate in result.Candidates)
        {
            await output.WriteLineAsync($"{candidate.Score,5:0.0}  {candidate.MatchedName}  [{candidate.List.ListId} {candidate.Entry.Key}]  {ClassOf(candidate, lists)}");
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

    private static Task WriteJsonAsync(ScreeningResult result, LoadedLists lists, TextWriter output) => output.WriteLineAsync(JsonSerializer.Serialize(
        new
        {
            result.EngineVersion,
            result.IsComplete,
            Lists = lists.Headers.Select(h => new { h.Key, h.Version, h.VersionDate, Kind = ListHeader.KeyOf(h.Kind) }),
            Candidates = result.Candidates.Select(c => new { c.List.ListId, Entry = c.Entry.Key, c.MatchedName, c.Score, Class = ClassOf(c, lists), c.Entry.Articles, Evidence = c.Explanation.Lines.Select(l => new { Kind = l.Kind.ToString(), l.Points, l.Detail }) }),
            NotSearched = result.NotSearched.Select(n => new { n.Name, n.Why }),
        },
        Json));
}
