using HumanitarianEntry.Casework.Sealing;
using Microsoft.Data.Sqlite;

namespace HumanitarianEntry.Casework.Data;

/// <summary>Where cases, keys and files lie.</summary>
public sealed record StorageOptions
{
    public required DatabaseProvider Provider { get; init; }

    /// <summary>Connection string of the case database.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Connection string of the key store. For SQLite another file; on the servers another login where possible (the schema is its own in any case).</summary>
    public required string KeyStoreConnectionString { get; init; }

    /// <summary>Folder of the sealed files; created with mode 700.</summary>
    public required string FilesPath { get; init; }

    public required MasterKeySource MasterKey { get; init; }

    /// <summary>Folders that are closed to other users at start; the first is the data folder, the content of the others is closed too.</summary>
    public IReadOnlyList<string> OwnFolders { get; init; } = [];

    /// <summary>SQLite only: the scheduler's own file, beside the case database.</summary>
    internal string JobsFile => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionString).DataSource))!, "jobs.db");

    /// <summary>How long a backup of the key store may be kept; an erased case's tombstone states the date on which the last one is gone.</summary>
    public TimeSpan KeyBackupsKept { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Everything in one folder, SQLite: case.db, keys.db, files/, and the master key in keys/master.key unless told otherwise.</summary>
    public static StorageOptions InFolder(string folder, MasterKeySource? masterKey = null) => new()
    {
        Provider = DatabaseProvider.Sqlite,
        ConnectionString = $"Data Source={Path.Combine(folder, "case.db")}",
        KeyStoreConnectionString = $"Data Source={Path.Combine(folder, "keys.db")}",
        FilesPath = Path.Combine(folder, "files"),
        MasterKey = masterKey ?? MasterKeySource.File(Path.Combine(folder, "keys", "master.key")),
    };
}
