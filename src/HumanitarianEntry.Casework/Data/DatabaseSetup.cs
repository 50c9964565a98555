using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Data;

/// <summary>Brings both databases to the schema this program knows.</summary>
public sealed class DatabaseSetup(CaseDatabase cases, KeyDatabase keys)
{
    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(2);

    /// <summary>Applies what is missing; several nodes may start at the same moment.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var keyStore = keys.CreateDbContext();
        await MigrateAsync(keyStore, cancellationToken);
        await using var caseStore = cases.CreateDbContext();
        await MigrateAsync(caseStore, cancellationToken);
    }

    /// <summary>Names of migrations that are not applied yet, of both databases.</summary>
    public async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken)
    {
        await using var keyStore = keys.CreateDbContext();
        await using var caseStore = cases.CreateDbContext();
        return
        [
            .. (await keyStore.Database.GetPendingMigrationsAsync(cancellationToken)).Select(m => "keys: " + m),
            .. (await caseStore.Database.GetPendingMigrationsAsync(cancellationToken)).Select(m => "cases: " + m),
        ];
    }

    private static async Task MigrateAsync(DbContext db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        var file = Path.GetFullPath(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var held = await TakeLockAsync(file + ".migrating", cancellationToken);

        // EF keeps its own lock as a row, which a killed process leaves behind for ever. We hold the file lock, so any such row is from the dead.
        if (File.Exists(file) && await HasLockTableAsync(db, cancellationToken))
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
    }

    private static async Task<bool> HasLockTableAsync(DbContext db, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'").SingleAsync(cancellationToken) > 0;

    private static async Task<FileStream> TakeLockAsync(string path, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(LockPatience);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException held)
            {
                try
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"Another process has been migrating for {LockPatience.TotalMinutes} minutes ({path})."), held);
                }
            }
        }
    }
}
