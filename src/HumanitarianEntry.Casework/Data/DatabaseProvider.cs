namespace HumanitarianEntry.Casework.Data;

/// <summary>The databases the system runs on.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded, one file, one node.</summary>
    Sqlite,

    /// <summary>Microsoft SQL Server.</summary>
    SqlServer,

    /// <summary>PostgreSQL.</summary>
    Postgres,
}
