using HumanitarianEntry.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>After keys were destroyed: makes the database let go of old pages and row versions that still hold them.</summary>
internal static class KeyStoreSweep
{
    private const int Attempts = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(KeyStoreContext db, CancellationToken cancellationToken)
    {
        switch (db)
        {
            case SqliteKeyStoreContext:
                await EmptyLogAsync(db, cancellationToken);
                break;
            case PostgresKeyStoreContext:
                await db.Database.ExecuteSqlAsync($"VACUUM keystore.\"DataKeys\"", cancellationToken);
                break;
            case SqlServerKeyStoreContext:
                await db.Database.ExecuteSqlAsync($"DECLARE @name sysname = DB_NAME(); EXEC sp_clean_db_free_space @name", cancellationToken);
                break;
            default:
                throw new NotSupportedException($"Unknown key store {db.GetType().Name}.");
        }
    }

    // The write-ahead log still has the pages as they were; TRUNCATE copies it home and empties it, but gives up while somebody reads.
    private static async Task EmptyLogAsync(KeyStoreContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await command.ExecuteScalarAsync(cancellationToken) is 0L)
            {
                return;
            }

            await Task.Delay(Pause, cancellationToken);
        }

        throw new DatabaseBusyException(new TimeoutException("The keys are destroyed, but the key store's log cannot be emptied while others read it. Repeat the erasure."));
    }
}
