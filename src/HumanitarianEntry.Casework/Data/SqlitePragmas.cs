using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HumanitarianEntry.Casework.Data;

/// <summary>
/// Sets on every opened connection what SQLite forgets between connections: durable commits, foreign keys, and (for the key store) overwriting of deleted content.
/// </summary>
internal sealed class SqlitePragmas(bool secureDelete) : DbConnectionInterceptor
{
    /// <summary>Connections of the pool that have them already; a connection keeps them as long as it lives.</summary>
    private readonly ConditionalWeakTable<object, object> set = [];

    private readonly string pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;" + (secureDelete ? " PRAGMA secure_delete=ON;" : string.Empty);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Has(connection))
        {
            return;
        }

        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // our own constants
        command.CommandText = pragmas;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        Remember(connection);
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Has(connection))
        {
            return;
        }

        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // our own constants
        command.CommandText = pragmas;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
        Remember(connection);
    }

    private bool Has(DbConnection connection) => connection is SqliteConnection { Handle: { } handle } && set.TryGetValue(handle, out _);

    private void Remember(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
        {
            set.AddOrUpdate(handle, handle);
        }
    }
}
