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

    public static async Task<int> RunAsync(Options options)
    {
        var walks = int.TryParse(options["--walks"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : 5;
        var folder = Directory.CreateTempSubdirectory("he-bench-").FullName;
        try
        {
            var measures = new List<Measure>();
            foreach (var (name, storage) in Databases(folder))
            {
                measures.AddRange(await WalkAsync(name, storage, walks));
            }

            measures.Add(await FirstPageAsync(Path.Combine(folder, "first-page")));
            return await MeasureTable.PrintAsync($"bench walk: {MeasureTable.Machine()}; {walks} walks of {CaseFile}", measures, options.Has("--json"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string Name, StorageOptions Storage)> Databases(string folder)
    {
        var sqlite = StorageOptions.InFolder(Directory.CreateDirectory(Path.Combine(folder, "sqlite")).FullName);
        yield return ("sqlite", sqlite);
        foreach (var (name, provider, variable) in new[] { ("postgres", DatabaseProvider.Postgres, "HE_BENCH_POSTGRES"), ("sqlserver", DatabaseProvider.SqlServer, "HE_BENCH_SQLSERVER") })
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } connection)
            {
                var own = StorageOptions.InFolder(Directory.CreateDirectory(Path.Combine(folder, name)).FullName);
                yield return (name, own with { Provider = provider, ConnectionString = connection, KeyStoreConnectionString = connection });
            }
        }
    }

    private static async Task<IReadOnlyList<Measure>> WalkAsync(string name, StorageOptions storage, int walks)
    {
        var replay = new ReplayOptions
        {
            WorkflowsPath = Path.Combine(AppContext.BaseDirectory, "workflows"),
            TemplatesPath = Path.Combine(AppContext.BaseDirectory, "templates"),
            Storage = storage,
            DropMail = false,
            OnlyActs = true,
        };
        var path = Path.Combine(AppContext.BaseDirectory, "cases", CaseFile);
        await CaseReplay.RunAsync(path, replay, CancellationToken.None);
        var acts = 0;
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < walks; i++)
        {
            var result = await CaseReplay.RunAsync(path, replay, CancellationToken.None);
            acts += result.Ok ? result.Lines.Count : throw new InvalidOperationException($"The walk failed: {result.Failure}");
        }

        var seconds = clock.Elapsed.TotalSeconds;
        var bare = await BareAsync(storage, acts);
        return
        [
            new Measure($"{name}: whole walks", walks / seconds, "1/s"),
            new Measure($"{name}: acts, against bare transactions", acts / seconds, "1/s", bare),
            new Measure($"{name}: memory after the walks", Environment.WorkingSet / 1048576.0, "MiB"),
        ];
    }

    /// <summary>As many transactions as there were acts, each with as many outbox-sized rows as an act wrote on average.</summary>
    private static async Task<double> BareAsync(StorageOptions storage, int transactions)
    {
        var cases = new CaseDatabase(storage);
        int rowsEach;
        string payload;
        await using (var db = cases.CreateDbContext())
        {
            var rows = await db.AuditEntries.CountAsync() + await db.CompartmentVersions.CountAsync() + await db.Acts.CountAsync() + await db.Outbox.CountAsync() + await db.InsideNotices.CountAsync() + await db.Waits.CountAsync();
            var bytes = await db.CompartmentVersions.Select(v => v.Sealed.Length).AverageAsync();
            rowsEach = Math.Max(1, rows / Math.Max(1, await db.Acts.CountAsync()));
            payload = new string('0', (int)bytes / rowsEach);
        }

        var clock = Stopwatch.StartNew();
        for (var i = 0; i < transactions; i++)
        {
            await using var db = cases.CreateDbContext();
            await using var write = await db.BeginWriteAsync(CancellationToken.None);
            for (var row = 0; row < rowsEach; row++)
            {
                var now = DateTimeOffset.UnixEpoch;
                db.Outbox.Add(new Casework.Data.Rows.OutboxRow { Id = Ids.New(), Kind = "bench", Payload = payload, CreatedAt = now, DueAt = now, DoneAt = now });
            }

            await db.SaveChangesAsync();
            await write.CommitAsync(CancellationToken.None);
        }

        return transactions / clock.Elapsed.TotalSeconds;
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
