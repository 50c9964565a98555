using System.Diagnostics;
using System.Globalization;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Replay;

namespace HumanitarianEntry.Web.Verbs.Benchmarks;

/// <summary>
/// What an act costs in a database of many cases, against the same acts beside a thousand in the same run. The cases are copies of one that really was walked to its end: every row of it,
/// under keys of their own. SQLite always; PostgreSQL when HE_BENCH_POSTGRES holds the connection string of an empty database.
/// </summary>
internal static class CasesBench
{
    private const string CaseFile = "not-recommended.yaml";
    private const int Few = 1_000;
    private const int WarmUp = 30;
    private const int Walks = 10;
    private const double LeastRatio = 1 / 1.3;

    public static async Task<int> RunAsync(Options options)
    {
        var size = int.TryParse(options["--size"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > Few ? asked : 100_000;
        var folder = Directory.CreateTempSubdirectory("he-bench-").FullName;
        try
        {
            var measures = new List<Measure>();
            foreach (var (name, storage) in BenchDatabases.In(folder).Where(d => d.Storage.Provider != DatabaseProvider.SqlServer))
            {
                var walks = new Walker(storage, Path.Combine(folder, name));
                await walks.RateAsync(WarmUp);
                await CaseCopies.AddAsync(storage, 1, Few);
                var few = await walks.RateAsync(Walks);
                var clock = Stopwatch.StartNew();
                await CaseCopies.AddAsync(storage, Few + 1, size);
                measures.Add(new Measure($"{name}: cases copied", (size - Few) / clock.Elapsed.TotalSeconds, "1/s"));
                measures.Add(new Measure(string.Create(CultureInfo.InvariantCulture, $"{name}: acts beside {size:N0} cases, against {Few:N0}"), await walks.RateAsync(Walks), "1/s", few, LeastRatio));
            }

            return await MeasureTable.PrintAsync($"bench cases: {MeasureTable.Machine()}; {Walks} walks of {CaseFile} each", measures, options.Has("--json"));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Walker(StorageOptions storage, string folder)
    {
        private int next;

        /// <returns>Acts a second over so many walks.</returns>
        public async Task<double> RateAsync(int walks)
        {
            var replay = BenchDatabases.Replay(storage, folder);
            var times = await CaseReplay.RepeatAsync(Path.Combine(AppContext.BaseDirectory, "cases", CaseFile), replay, next..(next + walks), CancellationToken.None);
            next += walks;
            return times.Acts / times.InActs.TotalSeconds;
        }
    }
}
