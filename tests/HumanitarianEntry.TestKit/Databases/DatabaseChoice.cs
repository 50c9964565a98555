using HumanitarianEntry.Casework.Data;

namespace HumanitarianEntry.TestKit.Databases;

/// <summary>Which databases tests can run on here, and why not on the others.</summary>
public static class DatabaseChoice
{
    /// <summary>Connection string of a SQL Server whose login may create databases.</summary>
    public const string SqlServerVariable = "HE_SQLSERVER";

    /// <summary>Every database, with the reason why it is skipped or null.</summary>
    public static IEnumerable<(DatabaseProvider Provider, string? Skip)> All =>
    [
        (DatabaseProvider.Sqlite, null),
        (DatabaseProvider.Postgres, PostgresServer.WhyNot),
        (DatabaseProvider.SqlServer, SqlServerConnection is null ? $"SQL Server is not configured: set {SqlServerVariable} to a connection string." : null),
    ];

    internal static string? SqlServerConnection => Environment.GetEnvironmentVariable(SqlServerVariable) is { Length: > 0 } text ? text : null;
}
