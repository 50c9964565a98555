using HumanitarianEntry.Web.Verbs.Benchmarks.Dossiers;
using HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;
using HumanitarianEntry.Web.Verbs.Benchmarks.Pages;
using HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;
using HumanitarianEntry.Web.Verbs.Benchmarks.Uploads;

namespace HumanitarianEntry.Web.Verbs.Benchmarks;

/// <summary><c>bench NAME</c>: measures beside a peer in the same run; ends with 1 when a goal does not hold.</summary>
internal static class Bench
{
    private static readonly Dictionary<string, Func<Options, Task<int>>> ByName = new(StringComparer.Ordinal)
    {
        ["cases"] = CasesBench.RunAsync, ["timers"] = TimersBench.RunAsync, ["walk"] = WalkBench.RunAsync, ["workflow"] = WorkflowBench.RunAsync, ["nodes"] = NodesBench.RunAsync, ["soak"] = Soak.RunAsync, ["node"] = Node.RunAsync,
        ["screening"] = ScreeningBench.RunAsync, ["pages"] = PagesBench.RunAsync, ["custody"] = CustodyBench.RunAsync, ["dossier"] = DossierBench.RunAsync, ["upload"] = UploadBench.RunAsync,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var options = Options.Parse(args, ["--walks", "--size", "--nodes", "--pairs", "--kills", "--seed", "--minutes", "--database", "--run", "--data", "--only", "--negatives", "--names", "--runs", "--documents"], ["--json", "--peers", "--misses", "--speed", "--annexes"], out var complaint);
        if (options is null || options.Positional is not [var name] || !ByName.TryGetValue(name, out var bench))
        {
            await Console.Error.WriteLineAsync($"{complaint} Usage: bench NAME [--json] [--walks N] [--size CASES]   NAME is one of: {string.Join(", ", ByName.Keys.Where(n => n != "node"))}; soak also takes [--nodes N] [--pairs N] [--kills N] [--seed S] [--minutes M] [--database sqlite|postgres]; screening takes --data DIR [--only Q1,P1,...] [--negatives N] [--peers] [--misses] [--speed] [--names N]; dossier takes [--runs N] [--documents N] [--annexes]; upload takes [--size MIB]");
            return Verb.WrongUsage;
        }

        return await bench(options);
    }
}
