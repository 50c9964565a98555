using HumanitarianEntry.Casework.Sealing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace HumanitarianEntry.Casework.Data;

/// <summary>Opens case database contexts for the configured database.</summary>
public sealed class CaseDatabase : IDbContextFactory<CaseDbContext>
{
    private readonly Func<CaseDbContext> open;

    /// <summary>Prepares the options once; contexts are used again, empty, after they were disposed.</summary>
    public CaseDatabase(StorageOptions options) => open = ContextFor(options.Provider, options.ConnectionString);

    /// <inheritdoc/>
    public CaseDbContext CreateDbContext() => open();

    internal static Func<CaseDbContext> ContextFor(DatabaseProvider provider, string connectionString)
    {
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                var sqlite = new DbContextOptionsBuilder<SqliteCaseDbContext>().UseSqlite(SqliteFiles.Complete(connectionString)).AddInterceptors(new SqlitePragmas(secureDelete: false)).Options;
                return new PooledDbContextFactory<SqliteCaseDbContext>(sqlite).CreateDbContext;
            case DatabaseProvider.SqlServer:
                var sqlServer = new DbContextOptionsBuilder<SqlServerCaseDbContext>().UseSqlServer(connectionString).Options;
                return new PooledDbContextFactory<SqlServerCaseDbContext>(sqlServer).CreateDbContext;
            case DatabaseProvider.Postgres:
                var postgres = new DbContextOptionsBuilder<PostgresCaseDbContext>().UseNpgsql(connectionString).Options;
                return new PooledDbContextFactory<PostgresCaseDbContext>(postgres).CreateDbContext;
            default:
                throw new ArgumentOutOfRangeException(nameof(provider), provider, "Unknown database.");
        }
    }
}

/// <summary>Opens key store contexts for the configured database.</summary>
public sealed class KeyDatabase : IDbContextFactory<KeyStoreContext>
{
    private readonly Func<KeyStoreContext> open;

    /// <summary>Prepares the options once; contexts are used again, empty, after they were disposed.</summary>
    public KeyDatabase(StorageOptions options) => open = ContextFor(options.Provider, options.KeyStoreConnectionString);

    /// <inheritdoc/>
    public KeyStoreContext CreateDbContext() => open();

    internal static Func<KeyStoreContext> ContextFor(DatabaseProvider provider, string connectionString)
    {
        const string history = "__EFMigrationsHistory";
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                var sqlite = new DbContextOptionsBuilder<SqliteKeyStoreContext>().UseSqlite(SqliteFiles.Complete(connectionString)).AddInterceptors(new SqlitePragmas(secureDelete: true)).Options;
                return new PooledDbContextFactory<SqliteKeyStoreContext>(sqlite).CreateDbContext;
            case DatabaseProvider.SqlServer:
                var sqlServer = new DbContextOptionsBuilder<SqlServerKeyStoreContext>().UseSqlServer(connectionString, o => o.MigrationsHistoryTable(history, KeyStoreContext.Schema)).Options;
                return new PooledDbContextFactory<SqlServerKeyStoreContext>(sqlServer).CreateDbContext;
            case DatabaseProvider.Postgres:
                var postgres = new DbContextOptionsBuilder<PostgresKeyStoreContext>().UseNpgsql(connectionString, o => o.MigrationsHistoryTable(history, KeyStoreContext.Schema)).Options;
                return new PooledDbContextFactory<PostgresKeyStoreContext>(postgres).CreateDbContext;
            default:
                throw new ArgumentOutOfRangeException(nameof(provider), provider, "Unknown database.");
        }
    }
}

/// <summary>What a SQLite connection string must say in this system.</summary>
internal static class SqliteFiles
{
    private const int BusySeconds = 10;

    /// <summary>Adds a bounded busy wait unless one was chosen. The wait ignores cancellation, so it must end by itself.</summary>
    public static string Complete(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (!builder.ContainsKey("Default Timeout") || builder.DefaultTimeout == 30)
        {
            builder.DefaultTimeout = BusySeconds;
        }

        return builder.ToString();
    }
}
