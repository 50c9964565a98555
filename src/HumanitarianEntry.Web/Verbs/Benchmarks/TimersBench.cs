using System.Diagnostics;
using HumanitarianEntry.Casework;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Notices.Mail;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Verbs.Benchmarks;

/// <summary>
/// Finding what is due among a million armed clocks, as the sweeps do it, beside a bare command of the same driver over the same index in the same run.
/// SQLite always; PostgreSQL when HE_BENCH_POSTGRES holds the connection string of an empty database.
/// </summary>
internal static class TimersBench
{
    private const int Cases = 1_000;
    private const int EachCase = 1_000;
    private const int Repeats = 5;
    private const double MostMilliseconds = 2_000;
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public static async Task<int> RunAsync(Options options)
    {
        var folder = Directory.CreateTempSubdirectory("he-bench-").FullName;
        try
        {
            var measures = new List<Measure>();
            foreach (var (name, storage) in BenchDatabases.In(folder).Where(d => d.Storage.Provider != DatabaseProvider.SqlServer))
            {
                measures.AddRange(await MeasureAsync(name, storage));
            }

            return await MeasureTable.PrintAsync($"bench timers: {MeasureTable.Machine()}; {Cases * EachCase} armed clocks and as many marks, {Cases} of each due, median of {Repeats}", measures, options.Has("--json"));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IReadOnlyList<Measure>> MeasureAsync(string name, StorageOptions storage)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddLogging().AddCasework(new CaseworkOptions
        {
            Storage = storage,
            WorkflowsPath = Path.Combine(AppContext.BaseDirectory, "workflows"),
            TemplatesPath = Path.Combine(AppContext.BaseDirectory, "templates"),
            Mail = new MailSettings { Mode = MailMode.Off },
        }).BuildServiceProvider();
        await services.GetRequiredService<StorageStartup>().OpenAsync(migrate: true, CancellationToken.None);
        var cases = services.GetRequiredService<CaseDatabase>();
        await FillAsync(cases, storage.Provider);
        var (timers, marks) = (services.GetRequiredService<TimerSweep>(), services.GetRequiredService<MarkSweep>());
        return
        [
            await OneAsync($"{name}: find {Cases} due clocks", cases, db => timers.NextPage(db, Now, Cases).ToListAsync(), "SELECT \"CaseId\", \"WaitId\", \"DueAt\" FROM \"Timers\" WHERE \"FiredAt\" IS NULL AND \"DueAt\" <= @now ORDER BY \"DueAt\" LIMIT 1000", storage.Provider),
            await OneAsync($"{name}: find {Cases} due marks", cases, db => marks.NextPage(db, Now, Cases).ToListAsync(), "SELECT \"CaseId\", \"WaitId\", \"NextMarkAt\" FROM \"Waits\" WHERE \"NextMarkAt\" <= @now ORDER BY \"NextMarkAt\" LIMIT 1000", storage.Provider),
        ];
    }

    private static async Task<Measure> OneAsync<T>(string name, CaseDatabase cases, Func<CaseDbContext, Task<List<T>>> find, string bareSql, DatabaseProvider provider)
    {
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var i = 0; i <= Repeats; i++)
        {
            ours.Add(await TimeAsync(cases, async db => (await find(db)).Count));
            bare.Add(await TimeAsync(cases, db => BareAsync(db, bareSql, provider)));
        }

        // The first of each compiles and warms; it is not counted.
        return new Measure(name, Median(ours[1..]), "ms", Median(bare[1..])) { Most = MostMilliseconds };
    }

    private static async Task<double> TimeAsync(CaseDatabase cases, Func<CaseDbContext, Task<int>> read)
    {
        await using var db = cases.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        var from = Stopwatch.GetTimestamp();
        var found = await read(db);
        var time = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
        return found == Cases ? time : throw new InvalidOperationException($"{found} rows were found, not {Cases}.");
    }

    private static async Task<int> BareAsync(CaseDbContext db, string sql, DatabaseProvider provider)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        var now = command.CreateParameter();
        (now.ParameterName, now.Value) = ("@now", Value(Now, provider));
        command.Parameters.Add(now);
        await using var reader = await command.ExecuteReaderAsync();
        var (count, cells) = (0, new object[3]);
        while (await reader.ReadAsync())
        {
            reader.GetValues(cells);
            count++;
        }

        return count;
    }

    /// <summary>In every case one clock and one mark a second ago, the others hour by hour ahead.</summary>
    private static async Task FillAsync(CaseDatabase cases, DatabaseProvider provider)
    {
        await using var db = cases.CreateDbContext();
        for (var i = 0; i < Cases; i++)
        {
            db.Cases.Add(new CaseRow
            {
                Id = Ids.New(), Reference = $"BENCH-{i}", ProgrammeId = "fr-ple-kz", DefinitionVersionId = "bench", State = "Interviewing", Priority = "Normal", OwningOrg = "bench", OpenedAt = Now, UpdatedAt = Now, RunState = "{}",
            });
        }

        await db.SaveChangesAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var (numbers, at) = provider switch
        {
            DatabaseProvider.Sqlite => ($"(WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {EachCase - 1}) SELECT i FROM n)", "{0} - 1000000 + n.i * 3600000000"),
            DatabaseProvider.Postgres => ($"(SELECT generate_series(0, {EachCase - 1}) AS i)", "{0} - interval '1 second' + n.i * interval '1 hour'"),
            DatabaseProvider.SqlServer => throw new InvalidOperationException("This measure is not made on SQL Server."),
        };
        var now = Value(Now, provider);
#pragma warning disable EF1002 // Constants of this file.
        await db.Database.ExecuteSqlRawAsync($"INSERT INTO \"Timers\" (\"CaseId\", \"WaitId\", \"DueAt\") SELECT c.\"Id\", 'clock#' || n.i, {at} FROM \"Cases\" c CROSS JOIN {numbers} n", now);
        await db.Database.ExecuteSqlRawAsync($"INSERT INTO \"Waits\" (\"CaseId\", \"WaitId\", \"Kind\", \"Gate\", \"OpenedAt\", \"NextMarkAt\") SELECT c.\"Id\", 'gate#' || n.i, 'task', 'interview', {{0}}, {at} FROM \"Cases\" c CROSS JOIN {numbers} n", now);
#pragma warning restore EF1002
        await db.Database.ExecuteSqlAsync($"ANALYZE");
    }

    private static object Value(DateTimeOffset instant, DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? instant.ToMicroseconds() : instant;

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
