using System.Globalization;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Replay;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

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
                await CopiesAsync(storage, 1, Few);
                var few = await walks.RateAsync(Walks);
                await CopiesAsync(storage, Few + 1, size);
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

    /// <summary>Copies number <paramref name="from"/> to <paramref name="to"/> of the oldest closed case.</summary>
    private static async Task CopiesAsync(StorageOptions storage, int from, int to)
    {
        await using var db = new CaseDatabase(storage).CreateDbContext();
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var isSqlite = storage.Provider == DatabaseProvider.Sqlite;
        var random = isSqlite ? "(SELECT substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21) FROM (SELECT hex(randomblob(16)) h WHERE b.\"Number\" IS NOT NULL))" : "gen_random_uuid()";
        var numbers = isSqlite ? $"WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i < {to}) " : string.Empty;
        var walked = await db.Cases.Where(c => c.Outcome != null).OrderBy(c => c.OpenedAt).Select(c => c.Id).FirstAsync();
        var original = isSqlite ? walked.ToString().ToUpperInvariant() : walked.ToString();
#pragma warning disable EF1002, CA2100 // Our own names and numbers.
        await db.Database.ExecuteSqlRawAsync($"CREATE TABLE \"BenchIds\" (\"Number\" bigint PRIMARY KEY, \"Id\" {(isSqlite ? "TEXT" : "uuid")} NOT NULL)");
        await db.Database.ExecuteSqlRawAsync($"{numbers}INSERT INTO \"BenchIds\" SELECT b.\"Number\", {random} FROM (SELECT i AS \"Number\" FROM {(isSqlite ? "n" : $"generate_series({from}, {to}) AS i")}) b");
        foreach (var table in Tables(db.Model))
        {
            var columns = table.Columns.Keys.ToList();
            var values = columns.Select(c => table.Columns[c] switch
            {
                Copy.Same => $"t.\"{c}\"",
                Copy.CaseId => "b.\"Id\"",
                Copy.Random => random,
                Copy.Numbered => $"t.\"{c}\" || '-' || b.\"Number\"",
                _ => $"'B' || b.\"Number\"",
            });
            await db.Database.ExecuteSqlRawAsync(
                $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM \"{table.Name}\" t CROSS JOIN \"BenchIds\" b WHERE t.\"{table.CaseColumn}\" = '{original}'");
        }

        await db.Database.ExecuteSqlRawAsync("DROP TABLE \"BenchIds\"");
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
#pragma warning restore EF1002, CA2100
    }

    /// <summary>Every table that belongs to a case, cases first.</summary>
    private static IEnumerable<Table> Tables(IModel model) => model.GetEntityTypes()
        .Where(e => e.ClrType == typeof(CaseRow) || e.FindProperty("CaseId")?.ClrType == typeof(Guid))
        .OrderBy(e => e.ClrType != typeof(CaseRow))
        .Select(e => new Table(
            e.GetTableName()!,
            e.ClrType == typeof(CaseRow) ? nameof(CaseRow.Id) : "CaseId",
            e.GetProperties().ToDictionary(p => p.GetColumnName(), p => HowOf(e, p), StringComparer.Ordinal)));

    private static Copy HowOf(IEntityType entity, IProperty property) => property switch
    {
        { Name: "CaseId" } => Copy.CaseId,
        { Name: nameof(CaseRow.Id) } when entity.ClrType == typeof(CaseRow) => Copy.CaseId,
        { Name: nameof(CaseRow.Reference) } when entity.ClrType == typeof(CaseRow) => Copy.Reference,
        _ when !IsUniqueByItself(entity, property) => Copy.Same,
        { ClrType: var type } => type == typeof(Guid) ? Copy.Random : Copy.Numbered,
    };

    /// <summary>In a key or unique index without the case in it.</summary>
    private static bool IsUniqueByItself(IEntityType entity, IProperty property) =>
        entity.GetKeys().Select(k => k.Properties).Concat(entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties)).Any(key => key.Contains(property) && key.All(p => p.Name != "CaseId"));

    private enum Copy
    {
        Same,
        CaseId,
        Reference,
        Random,
        Numbered,
    }

    private sealed record Table(string Name, string CaseColumn, IReadOnlyDictionary<string, Copy> Columns);

    private sealed class Walker(StorageOptions storage, string folder)
    {
        private int next;

        /// <returns>Acts a second over so many walks.</returns>
        public async Task<double> RateAsync(int walks)
        {
            var replay = new ReplayOptions
            {
                WorkflowsPath = Path.Combine(AppContext.BaseDirectory, "workflows"), TemplatesPath = Path.Combine(AppContext.BaseDirectory, "templates"), Storage = storage, DropMail = false, KeepFolder = folder,
            };
            var times = await CaseReplay.RepeatAsync(Path.Combine(AppContext.BaseDirectory, "cases", CaseFile), replay, next..(next + walks), CancellationToken.None);
            next += walks;
            return times.Acts / times.InActs.TotalSeconds;
        }
    }
}
