using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HumanitarianEntry.Web.Verbs.Benchmarks;

/// <summary>
/// Copies of a case that really was walked to its end: every row of it, under keys of their own, with what is sealed in it cut short. Rows go in by the order of the copies' ids and take their ids from them, so that no index is
/// filled at random places. Nothing of it is durable before the end: for databases that are thrown away.
/// </summary>
internal static class CaseCopies
{
    /// <summary>Ids of rows are the first half of their copy's id and the second half of the id they were copied from.</summary>
    private const int HalfAnId = 18;

    /// <summary>Nobody opens what is sealed in a copy; in full it would be two thirds of everything that is written, and a hundred thousand cases would not fit into memory.</summary>
    private const int ShortContent = 64;

    /// <summary>Numbers of equal length sort as text as they do as numbers.</summary>
    private const int FirstNumber = 10_000_000;

    /// <summary>Copies number <paramref name="from"/> to <paramref name="to"/> of a case; none when there are none between.</summary>
    /// <param name="of">Null: the oldest closed case.</param>
    public static async Task AddAsync(StorageOptions storage, int from, int to, Guid? of = null)
    {
        if (to < from)
        {
            return;
        }

        await using var db = new CaseDatabase(storage).CreateDbContext();
        var original = of ?? await db.Cases.Where(c => c.Outcome != null).OrderBy(c => c.OpenedAt).Select(c => c.Id).FirstAsync();
        if (storage.Provider == DatabaseProvider.Sqlite)
        {
            await InSqliteAsync(db, original, from, to);
            return;
        }

        db.Database.SetCommandTimeout(TimeSpan.FromHours(4));
        await db.Database.OpenConnectionAsync();
#pragma warning disable EF1002 // Our own names and numbers.
        foreach (var statement in (string[])
        [
            "SET synchronous_commit = off",
            "CREATE TABLE \"BenchIds\" (\"Id\" uuid NOT NULL, \"Number\" bigint NOT NULL)",
            $"INSERT INTO \"BenchIds\" SELECT id, {FirstNumber + from - 1} + row_number() OVER (ORDER BY id) FROM (SELECT gen_random_uuid() AS id FROM generate_series({from}, {to})) made ORDER BY id",
            .. Inserts(db.Model, original.ToString(), "CAST(substr(CAST(b.\"Id\" AS text), 1, {0}) || substr(CAST(t.{1} AS text), {2}) AS uuid)", "t.{0} || int8send(b.\"Number\")"),
            "DROP TABLE \"BenchIds\"",
            // What the server still holds back would be written, and swept, while the acts are measured.
            "VACUUM (ANALYZE)",
            "CHECKPOINT",
        ])
        {
            await db.Database.ExecuteSqlRawAsync(statement);
        }
#pragma warning restore EF1002
    }

    private static async Task InSqliteAsync(CaseDbContext db, Guid original, int from, int to)
    {
        // A journal would write everything twice; it can only be left out while nobody else has the file open.
        SqliteConnection.ClearAllPools();
        var text = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false };
        await using (var connection = new SqliteConnection(text.ToString()))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            foreach (var statement in (string[])
            [
                "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA foreign_keys = OFF", "PRAGMA cache_size = -1000000", "PRAGMA temp_store = MEMORY",
                "BEGIN",
                "CREATE TABLE \"BenchIds\" (\"Id\" TEXT PRIMARY KEY, \"Number\" INTEGER NOT NULL) WITHOUT ROWID",
                $"""
                 WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i < {to}), made(h) AS MATERIALIZED (SELECT hex(randomblob(16)) FROM n)
                 INSERT INTO "BenchIds" SELECT substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-' || substr(h, 17, 4) || '-' || substr(h, 21), {FirstNumber + from - 1} + row_number() OVER (ORDER BY h) FROM made
                 """,
                .. Inserts(db.Model, original.ToString().ToUpperInvariant(), "substr(b.\"Id\", 1, {0}) || substr(t.{1}, {2})", "CAST(t.{0} || b.\"Number\" AS BLOB)"),
                "DROP TABLE \"BenchIds\"",
                "COMMIT",
                "PRAGMA analysis_limit = 1000", "ANALYZE",
                "PRAGMA locking_mode = NORMAL", "PRAGMA journal_mode = WAL",
            ])
            {
#pragma warning disable CA2100 // Our own names and numbers.
                command.CommandText = statement;
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync();
            }
        }

        // What the system still holds back would be written while the acts are measured.
        await using var file = new FileStream(text.DataSource, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    private static IEnumerable<string> Inserts(IModel model, string original, string ownId, string ownBytes) => Tables(model).Select(table =>
    {
        var columns = table.Columns.Keys.ToList();
        var values = columns.Select(c => table.Columns[c] switch
        {
            Copy.Same => $"t.\"{c}\"",
            Copy.Short => $"substr(t.\"{c}\", 1, {ShortContent})",
            Copy.CaseId => "b.\"Id\"",
            Copy.OwnId => string.Format(System.Globalization.CultureInfo.InvariantCulture, ownId, HalfAnId, $"\"{c}\"", HalfAnId + 1),
            Copy.OwnBytes => string.Format(System.Globalization.CultureInfo.InvariantCulture, ownBytes, $"\"{c}\""),
            Copy.Numbered => $"t.\"{c}\" || '-' || b.\"Number\"",
            Copy.Reference => $"'B' || b.\"Number\"",
        });
        return $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM \"BenchIds\" b CROSS JOIN \"{table.Name}\" t WHERE t.\"{table.CaseColumn}\" = '{original}'";
    });

    /// <summary>Every table that belongs to a case, cases first; not the log of reads, which is one chain of the whole installation.</summary>
    private static IEnumerable<Table> Tables(IModel model) => model.GetEntityTypes()
        .Where(e => e.ClrType != typeof(ReadLogRow))
        .Where(e => e.ClrType == typeof(CaseRow) || e.FindProperty("CaseId") is { } owner && (owner.ClrType == typeof(Guid) || owner.ClrType == typeof(Guid?)))
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
        { Name: nameof(CompartmentVersionRow.Sealed) or nameof(AuditEntryRow.SealedDetails) } => Copy.Short,
        _ when !IsUniqueByItself(entity, property) => Copy.Same,
        { ClrType: var type } => type == typeof(Guid) ? Copy.OwnId : type == typeof(byte[]) ? Copy.OwnBytes : Copy.Numbered,
    };

    /// <summary>In a key or unique index without the case in it.</summary>
    private static bool IsUniqueByItself(IEntityType entity, IProperty property) =>
        entity.GetKeys().Select(k => k.Properties).Concat(entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties)).Any(key => key.Contains(property) && key.All(p => p.Name != "CaseId"));

    private enum Copy
    {
        Same,
        Short,
        CaseId,
        Reference,
        OwnId,
        OwnBytes,
        Numbered,
    }

    private sealed record Table(string Name, string CaseColumn, IReadOnlyDictionary<string, Copy> Columns);
}
