using System.Diagnostics;
using System.Globalization;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Replay;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Verbs.Benchmarks;

/// <summary>
/// Whole case walks through the real acts, beside bare transactions that write as many rows of the same mean size into the same kind of database in the same run.
/// SQLite always; PostgreSQL and SQL Server when HE_BENCH_POSTGRES or HE_BENCH_SQLSERVER hold connection strings of an empty database.
/// </summary>
internal static class WalkBench
{
    private const string CaseFile = "not-recommended.yaml";

    /// <summary>A server that has run for a minute has its code compiled for good; one that has just started is measured by the first page.</summary>
    private const int WarmUp = 40;

    /// <summary>Acts and bare transactions take turns, so that whatever else the machine does meets both.</summary>
    private const int Rounds = 4;

    public static async Task<int> RunAsync(Options options)
    {
        var walks = int.TryParse(options["--walks"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : 20;
        var folder = Directory.CreateTempSubdirectory("he-bench-").FullName;
        try
        {
            var measures = new List<Measure>();
            foreach (var (name, storage) in BenchDatabases.In(folder))
            {
                measures.AddRange(await WalkAsync(name, storage, Path.Combine(folder, name), walks));
            }

            measures.Add(await FirstPageAsync(Path.Combine(folder, "first-page")));
            return await MeasureTable.PrintAsync($"bench walk: {MeasureTable.Machine()}; {walks} walks of {CaseFile}", measures, options.Has("--json"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Measure>> WalkAsync(string name, StorageOptions storage, string folder, int walks)
    {
        var replay = BenchDatabases.Replay(storage, folder);
        var path = Path.Combine(AppContext.BaseDirectory, "cases", CaseFile);
        await CaseReplay.RepeatAsync(path, replay, ..WarmUp, CancellationToken.None);
        var (times, written, bare, next) = (new WalkTimes(0, 0, TimeSpan.Zero, TimeSpan.Zero), new Written(0, 0), TimeSpan.Zero, WarmUp);
        for (var round = 0; round < Rounds; round++)
        {
            var before = await WrittenAsync(storage);
            var until = WarmUp + (walks * (round + 1) / Rounds);
            var now = await CaseReplay.RepeatAsync(path, replay, next..until, CancellationToken.None);
            var rows = (await WrittenAsync(storage)).Since(before);
            if (now.Acts > 0)
            {
                bare += now.Acts / await BareTransactions.RateAsync(storage, now.Acts, (int)Math.Ceiling((double)rows.Rows / now.Acts), (int)(rows.Bytes / now.Acts)) * TimeSpan.FromSeconds(1);
            }

            (times, written, next) = (times.And(now), written.And(rows), until);
        }

        return
        [
            new Measure($"{name}: whole walks, with background work", times.Walks / times.Whole.TotalSeconds, "1/s"),
            new Measure($"{name}: acts, against bare transactions", times.Acts / times.InActs.TotalSeconds, "1/s", times.Acts / bare.TotalSeconds),
            new Measure($"{name}: rows an act", (double)written.Rows / times.Acts, "rows"),
            new Measure($"{name}: bytes an act", (double)written.Bytes / times.Acts, "bytes"),
            new Measure($"{name}: memory after the walks", Environment.WorkingSet / 1048576.0, "MiB"),
        ];
    }

    /// <summary>What acts have written so far, counted in the tables they write.</summary>
    private static async Task<Written> WrittenAsync(StorageOptions storage)
    {
        await using var db = new CaseDatabase(storage).CreateDbContext();
        var acts = await db.Acts.CountAsync();
        return new Written(
            acts + await db.AuditEntries.CountAsync() + await db.CompartmentVersions.CountAsync() + await db.Outbox.CountAsync() + await db.InsideNotices.CountAsync()
                + await db.Waits.CountAsync() + await db.Timers.CountAsync() + await db.Assignments.CountAsync() + await db.Disclosures.CountAsync(),
            await db.CompartmentVersions.SumAsync(v => (long)v.Sealed.Length) + await db.AuditEntries.SumAsync(a => (long)a.SealedDetails!.Length)
                + await db.Outbox.SumAsync(o => (long)o.Payload.Length) + (acts * await db.Cases.Select(c => (long)c.RunState.Length).FirstOrDefaultAsync()));
    }

    private sealed record Written(long Rows, long Bytes)
    {
        public Written And(Written more) => new(Rows + more.Rows, Bytes + more.Bytes);

        public Written Since(Written before) => new(Rows - before.Rows, Bytes - before.Bytes);
    }

    /// <summary>From starting the program on an empty folder to the first page served.</summary>
    private static async Task<Measure> FirstPageAsync(string folder)
    {
        const string url = "http://127.0.0.1:5987";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "HumanitarianEntry.Web.dll"), "run", "--migrate", "--urls", url]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HE_Data__Folder"] = folder;
        var clock = Stopwatch.StartNew();
        using var server = Process.Start(start) ?? throw new InvalidOperationException("The program could not be started.");
        server.OutputDataReceived += static (_, _) => { };
        server.ErrorDataReceived += static (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        try
        {
            using var client = new HttpClient();
            while (clock.Elapsed < TimeSpan.FromMinutes(1))
            {
                try
                {
                    if ((await client.GetAsync(new Uri(url))).IsSuccessStatusCode)
                    {
                        return new Measure("first page after start on an empty folder", clock.Elapsed.TotalSeconds, "s");
                    }
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(50);
                }
            }

            throw new InvalidOperationException("No page within a minute.");
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }
}
