using System.Data.Common;
using System.Diagnostics;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Verbs.Benchmarks;

/// <summary>The peer of acts: plain commands of the same database driver that insert as many rows and bytes and change one row, one commit each; no model, no rules, no sealing.</summary>
internal static class BareTransactions
{
    public static async Task<double> RateAsync(StorageOptions storage, int transactions, int rowsEach, int bytesEach)
    {
        await using var db = new CaseDatabase(storage).CreateDbContext();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var (bytes, id) = storage.Provider switch
        {
            DatabaseProvider.Sqlite => ("BLOB", "INTEGER"),
            DatabaseProvider.Postgres => ("bytea", "bigint"),
            DatabaseProvider.SqlServer => ("varbinary(max)", "bigint"),
        };
        await ExecuteAsync(connection, $"CREATE TABLE \"BenchRows\" (\"Id\" {id} PRIMARY KEY, \"Payload\" {bytes})");
        try
        {
            await using var insert = Prepared(connection, "INSERT INTO \"BenchRows\" (\"Id\", \"Payload\") VALUES (@id, @payload)", RandomNumberGenerator.GetBytes(Math.Max(1, bytesEach / (rowsEach + 1))));
            await using var update = Prepared(connection, "UPDATE \"BenchRows\" SET \"Payload\" = @payload WHERE \"Id\" = @id", (byte[])insert.Parameters["@payload"].Value!);
            var next = 0L;
            var clock = Stopwatch.StartNew();
            for (var i = 0; i < transactions; i++)
            {
                await using var transaction = await connection.BeginTransactionAsync();
                (insert.Transaction, update.Transaction) = (transaction, transaction);
                for (var row = 0; row < rowsEach; row++)
                {
                    insert.Parameters["@id"].Value = next++;
                    await insert.ExecuteNonQueryAsync();
                }

                update.Parameters["@id"].Value = 0L;
                await update.ExecuteNonQueryAsync();
                await transaction.CommitAsync();
            }

            return transactions / clock.Elapsed.TotalSeconds;
        }
        finally
        {
            await ExecuteAsync(connection, "DROP TABLE \"BenchRows\"");
        }
    }

    private static DbCommand Prepared(DbConnection connection, string sql, byte[] payload)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in new (string, object)[] { ("@id", 0L), ("@payload", payload) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
