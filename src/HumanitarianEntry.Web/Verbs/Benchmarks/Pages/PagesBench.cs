using System.Globalization;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Replay;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Pages;

/// <summary>
/// What people wait for: the applicant's first page and the screener's caseload over real HTTP on loopback, signed in through the real doors, beside a thousand cases and beside many, against a bare MVC
/// page with one query of the same database in the same run. A tenth of the cases is open and held by others, a hundredth waits for a screener, the rest has ended. SQLite.
/// </summary>
internal static class PagesBench
{
    private const int Few = 1_000;

    /// <summary>Cases of one screener.</summary>
    private const int Caseload = 40;
    private const int Times = 400;
    private const double MostGrowth = 1.5;
    private const double FirstView = 60 * 1024;

    public static async Task<int> RunAsync(Options options)
    {
        var size = int.TryParse(options["--size"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > Few ? asked : 100_000;
        var folder = Directory.CreateTempSubdirectory("he-bench-").FullName;
        try
        {
            var measures = await MeasureAsync(folder, Few, size, Times);
            return await MeasureTable.PrintAsync($"bench pages: {MeasureTable.Machine()}; each page {Times} times, the bare page in turn with it", measures, options.Has("--json"));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <param name="times">How often each page is asked for at each size.</param>
    public static async Task<IReadOnlyList<Measure>> MeasureAsync(string folder, int few, int many, int times)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, "sqlite")).FullName;
        var storage = StorageOptions.InFolder(own);
        await CaseReplay.RepeatAsync(Path.Combine(AppContext.BaseDirectory, "cases", PagesOffice.CaseFile), BenchDatabases.Replay(storage, own), ..1, CancellationToken.None);
        var measures = new List<Measure>();
        var office = new PagesOffice(storage, own);
        await office.OpenAsync(Math.Min(Caseload, few / 20));
        await office.FillAsync(0, few);
        var first = await RoundAsync(office, few, times);
        await office.FillAsync(few, many);
        var second = await RoundAsync(office, many, times);
        foreach (var (page, before) in first)
        {
            var after = second[page];
            foreach (var (size, timing) in new[] { (few, before), (many, after) })
            {
                measures.Add(new Measure(string.Create(CultureInfo.InvariantCulture, $"{page}, {size:N0} cases: p50, bare"), timing.P50, "ms", timing.BareP50));
                measures.Add(new Measure(string.Create(CultureInfo.InvariantCulture, $"{page}, {size:N0} cases: p99, bare"), timing.P99, "ms", timing.BareP99));
            }

            // How many wait for a screener grows with the cases here: that page is reported, and held to nothing.
            double? goal = page == PagesOffice.Waiting ? null : MostGrowth;
            measures.Add(new Measure($"{page}: p50, many against few", after.P50, "ms", before.P50, goal, LessIsBetter: true));
            measures.Add(new Measure($"{page}: p99, many against few", after.P99, "ms", before.P99, goal, LessIsBetter: true));
            if (after.Page is { } served)
            {
                measures.Add(new Measure($"{page}: bytes, plain", served.Plain, "bytes"));
                measures.Add(new Measure($"{page}: bytes, gzip", served.Gzip, "bytes"));
                measures.Add(new Measure($"{page}: first view, all files, plain", served.WithFiles, "bytes") { Most = page == PagesOffice.Status ? FirstView : null });
            }
        }

        return measures;
    }

    private static async Task<IReadOnlyDictionary<string, PageTiming>> RoundAsync(PagesOffice office, int size, int times)
    {
        await using var server = await office.ServeAsync();
        await using var bare = await BarePage.ServeAsync(office.Storage, office.BareReference);
        var found = new Dictionary<string, PageTiming>(StringComparer.Ordinal);
        foreach (var (name, ask, path) in await office.PagesAsync(server, size))
        {
            found[name] = await PageTiming.OfAsync(ask, bare.AskAsync, times, path is null ? null : () => office.WeighAsync(server, name, path));
        }

        return found;
    }
}
