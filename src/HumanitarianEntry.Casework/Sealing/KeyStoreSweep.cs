using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>After keys were destroyed: makes the database let go of old pages and row versions that still hold them.</summary>
internal static class KeyStoreSweep
{
    public static async Task RunAsync(KeyStoreContext db, CancellationToken cancellationToken)
    {
        switch (db)
        {
            case SqliteKeyStoreContext:
                // The write-ahead log still has the pages as they were; TRUNCATE copies it home and empties it.
                await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
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
}
