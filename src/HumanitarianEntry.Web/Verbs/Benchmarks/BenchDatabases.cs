using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Replay;

namespace HumanitarianEntry.Web.Verbs.Benchmarks;

/// <summary>What there is to measure on: SQLite always; PostgreSQL and SQL Server when HE_BENCH_POSTGRES or HE_BENCH_SQLSERVER hold connection strings of an empty database.</summary>
internal static class BenchDatabases
{
    public static IEnumerable<(string Name, StorageOptions Storage)> In(string folder)
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

    /// <summary>Replays of the shipped case files into one of them; nothing is mailed.</summary>
    public static ReplayOptions Replay(StorageOptions storage, string folder) => new()
    {
        WorkflowsPath = Path.Combine(AppContext.BaseDirectory, "workflows"),
        TemplatesPath = Path.Combine(AppContext.BaseDirectory, "templates"),
        Storage = storage,
        DropMail = false,
        KeepFolder = folder,
    };
}
