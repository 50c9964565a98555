using System.Diagnostics;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Data;

public sealed class SqliteTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Connection_Opened_IsDurableAndChecksForeignKeys()
    {
        await using var store = await TestStore.OpenAsync();
        await using var db = store.Cases.CreateDbContext();
        await using var keys = store.Keys.CreateDbContext();

        Assert.Equal("wal", await db.Database.SqlQuery<string>($"SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync(None));
        Assert.Equal(2, await db.Database.SqlQuery<int>($"SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync(None));
        Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys").SingleAsync(None));
        Assert.Equal(1, await keys.Database.SqlQuery<int>($"SELECT secure_delete AS \"Value\" FROM pragma_secure_delete").SingleAsync(None));
    }

    [Fact]
    public async Task BeginWrite_AnotherProcessHoldsTheFile_SaysBusyAndThenWorks()
    {
        await using var store = await TestStore.OpenAsync();
        await using var stranger = new SqliteConnection(store.Options.ConnectionString);
        await stranger.OpenAsync(None);
        await using var take = new SqliteCommand("BEGIN IMMEDIATE", stranger);
        await take.ExecuteNonQueryAsync(None);
        var patient = new CaseDatabase(store.Options with { ConnectionString = store.Options.ConnectionString + ";Default Timeout=1" });

        await using (var db = patient.CreateDbContext())
        {
            await Assert.ThrowsAsync<DatabaseBusyException>(() => db.BeginWriteAsync(None));
            db.Cases.Add(TestStore.MakeCase());
            await Assert.ThrowsAsync<DatabaseBusyException>(() => db.SaveChangesAsync(None));
        }

        await using var give = new SqliteCommand("ROLLBACK", stranger);
        await give.ExecuteNonQueryAsync(None);
        await using var after = patient.CreateDbContext();
        await using var write = await after.BeginWriteAsync(None);
        await write.CommitAsync(None);
    }

    [Fact]
    public async Task BeginWrite_WaitingForItsTurn_StopsWhenCancelled()
    {
        await using var store = await TestStore.OpenAsync();
        await using var first = store.Cases.CreateDbContext();
        await using var write = await first.BeginWriteAsync(None);
        await using var second = store.Cases.CreateDbContext();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var started = Stopwatch.GetTimestamp();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.BeginWriteAsync(soon.Token));

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Migrate_LockRowLeftByAKilledProcess_DoesNotHang()
    {
        await using var store = await TestStore.OpenAsync();
        await using (var db = store.Cases.CreateDbContext())
        {
            await db.Database.ExecuteSqlAsync($"CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL CONSTRAINT \"PK___EFMigrationsLock\" PRIMARY KEY, \"Timestamp\" TEXT NOT NULL)", None);
            await db.Database.ExecuteSqlAsync($"INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')", None);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await new DatabaseSetup(store.Cases, store.Keys).MigrateAsync(limit.Token);
    }

    [Fact]
    public async Task Migrate_ThreeNodesStartTogetherOnNothing_AllSucceed()
    {
        var folder = Directory.CreateTempSubdirectory("he-migrate-").FullName;
        try
        {
            var options = StorageOptions.InFolder(folder);
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => new DatabaseSetup(new CaseDatabase(options), new KeyDatabase(options)).MigrateAsync(None))));

            Assert.Empty(await new DatabaseSetup(new CaseDatabase(options), new KeyDatabase(options)).PendingAsync(None));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
