using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HumanitarianEntry.TestKit.Databases;

/// <summary>Migrates once for each database and build of the product, and copies from there: never per test.</summary>
internal static class DatabaseTemplate
{
    private const string PostgresTemplate = "he_template";
    private static readonly Once<string> SqliteFolder = new(MakeSqliteAsync);
    private static readonly Once<PostgresServer> PostgresReady = new(MakePostgresAsync);
    private static readonly SemaphoreSlim OneClone = new(1, 1);

    /// <summary>Options over a fresh migrated pair of stores; the folder is the test's own and holds files and key (and the databases on SQLite).</summary>
    public static Task<StorageOptions> CopyAsync(DatabaseProvider provider, string folder) => provider switch
    {
        DatabaseProvider.Sqlite => SqliteAsync(folder),
        DatabaseProvider.Postgres => PostgresAsync(folder),
        DatabaseProvider.SqlServer => SqlServerAsync(folder),
    };

    private static async Task<StorageOptions> SqliteAsync(string folder)
    {
        var template = await SqliteFolder.GetAsync();
        File.Copy(Path.Combine(template, "case.db"), Path.Combine(folder, "case.db"));
        File.Copy(Path.Combine(template, "keys.db"), Path.Combine(folder, "keys.db"));
        return StorageOptions.InFolder(folder);
    }

    private static async Task<StorageOptions> PostgresAsync(string folder)
    {
        var server = await PostgresReady.GetAsync();
        var name = "he_" + Random();
        await OneClone.WaitAsync();
        try
        {
            await ExecutePostgresAsync(server, $"CREATE DATABASE {name} TEMPLATE {PostgresTemplate}");
        }
        finally
        {
            OneClone.Release();
        }

        return StorageOptions.InFolder(folder) with { Provider = DatabaseProvider.Postgres, ConnectionString = server.ConnectionString(name), KeyStoreConnectionString = server.ConnectionString(name) };
    }

    private static async Task<StorageOptions> SqlServerAsync(string folder)
    {
        var connection = new SqlConnectionStringBuilder(DatabaseChoice.SqlServerConnection) { InitialCatalog = "he_" + Random() }.ConnectionString;
        var options = StorageOptions.InFolder(folder) with { Provider = DatabaseProvider.SqlServer, ConnectionString = connection, KeyStoreConnectionString = connection };
        await MigrateAsync(options);
        return options;
    }

    private static async Task<string> MakeSqliteAsync()
    {
        var made = Path.Combine(AppContext.BaseDirectory, "database-templates", typeof(CaseDbContext).Module.ModuleVersionId.ToString("N"));
        if (!Directory.Exists(made))
        {
            var building = made + "." + Random();
            Directory.CreateDirectory(building);
            await MigrateAsync(StorageOptions.InFolder(building));
            SqliteConnection.ClearAllPools();
            try
            {
                Directory.Move(building, made);
            }
            catch (IOException) when (Directory.Exists(made))
            {
                // Another test process was first; its template is the same.
                Directory.Delete(building, recursive: true);
            }
        }

        return made;
    }

    private static async Task<PostgresServer> MakePostgresAsync()
    {
        var server = await PostgresServer.GetAsync();
        await ExecutePostgresAsync(server, $"CREATE DATABASE {PostgresTemplate}");
        var connection = server.ConnectionString(PostgresTemplate) + ";Pooling=false";
        await MigrateAsync(StorageOptions.InFolder("/nowhere") with { Provider = DatabaseProvider.Postgres, ConnectionString = connection, KeyStoreConnectionString = connection });
        return server;
    }

    private static Task MigrateAsync(StorageOptions options) => new DatabaseSetup(new CaseDatabase(options), new KeyDatabase(options)).MigrateAsync(CancellationToken.None);

    private static async Task ExecutePostgresAsync(PostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // names made here
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
}
