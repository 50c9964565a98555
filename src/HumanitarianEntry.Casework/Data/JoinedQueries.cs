using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace HumanitarianEntry.Casework.Data;

/// <summary>Questions that are always asked together, as one command: one way to the server and back. EF writes their SQL once for each kind of database; the rows come in the order of the questions.</summary>
internal sealed class JoinedQueries
{
    private readonly string text;
    private readonly HashSet<string> names;

    /// <param name="queries">Their captured variables become parameters of the same names.</param>
    public JoinedQueries(params IEnumerable<IQueryable> queries)
    {
        var commands = queries.Select(q => q.CreateDbCommand()).ToList();
        text = string.Join(";\n", commands.Select(c => c.CommandText));
        names = [.. commands.SelectMany(c => c.Parameters.Cast<DbParameter>()).Select(p => p.ParameterName.TrimStart('@'))];
        commands.ForEach(c => c.Dispose());
    }

    /// <summary>The command on the context's open connection and transaction.</summary>
    public DbCommand Command(DbContext db, params IEnumerable<(string Name, object Value)> parameters)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandTimeout = db.Database.GetCommandTimeout() ?? command.CommandTimeout;
#pragma warning disable CA2100 // What EF made of our own queries; every value is a parameter.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value, parameter.Direction) = ("@" + name, value, ParameterDirection.Input);
            command.Parameters.Add(parameter);
        }

        return names.SetEquals(command.Parameters.Cast<DbParameter>().Select(p => p.ParameterName[1..])) ? command : throw new InvalidOperationException($"The queries ask for {string.Join(", ", names)}.");
    }
}
