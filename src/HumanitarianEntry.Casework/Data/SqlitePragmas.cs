using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HumanitarianEntry.Casework.Data;

/// <summary>
/// Sets on every opened connection what SQLite forgets between connections: durable commits, foreign keys, and (for the key store) overwriting of deleted content.
/// </summary>
internal sealed class SqlitePragmas(bool secureDelete) : DbConnectionInterceptor
{
    private readonly string pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;" + (secureDelete ? " PRAGMA secure_delete=ON;" : string.Empty);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // our own constants
        command.CommandText = pragmas;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // our own constants
        command.CommandText = pragmas;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
