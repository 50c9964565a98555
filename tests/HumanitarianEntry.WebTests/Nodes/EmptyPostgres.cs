using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.TestKit.Databases;
using Npgsql;

namespace HumanitarianEntry.WebTests.Nodes;

/// <summary>A database without anything in it on the tests' PostgreSQL.</summary>
internal static class EmptyPostgres
{
    public static async Task<string> MakeAsync()
    {
        var server = await PostgresServer.GetAsync();
        var name = "he_nodes_" + Ids.New().ToString("N")[..12];
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // a name made here
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        return server.ConnectionString(name);
    }
}
