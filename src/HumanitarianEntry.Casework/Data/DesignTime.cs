using HumanitarianEntry.Casework.Sealing;
using Microsoft.EntityFrameworkCore.Design;

namespace HumanitarianEntry.Casework.Data;

// The migration tools build contexts without the web host and without a server; nothing is connected to while a migration is written.
internal sealed class SqliteCaseDesign : IDesignTimeDbContextFactory<SqliteCaseDbContext>
{
    public SqliteCaseDbContext CreateDbContext(string[] args) => (SqliteCaseDbContext)CaseDatabase.ContextFor(DatabaseProvider.Sqlite, "Data Source=design-time.db")();
}

internal sealed class SqlServerCaseDesign : IDesignTimeDbContextFactory<SqlServerCaseDbContext>
{
    public SqlServerCaseDbContext CreateDbContext(string[] args) => (SqlServerCaseDbContext)CaseDatabase.ContextFor(DatabaseProvider.SqlServer, "Server=design-time")();
}

internal sealed class PostgresCaseDesign : IDesignTimeDbContextFactory<PostgresCaseDbContext>
{
    public PostgresCaseDbContext CreateDbContext(string[] args) => (PostgresCaseDbContext)CaseDatabase.ContextFor(DatabaseProvider.Postgres, "Host=design-time")();
}

internal sealed class SqliteKeysDesign : IDesignTimeDbContextFactory<SqliteKeyStoreContext>
{
    public SqliteKeyStoreContext CreateDbContext(string[] args) => (SqliteKeyStoreContext)KeyDatabase.ContextFor(DatabaseProvider.Sqlite, "Data Source=design-time.db")();
}

internal sealed class SqlServerKeysDesign : IDesignTimeDbContextFactory<SqlServerKeyStoreContext>
{
    public SqlServerKeyStoreContext CreateDbContext(string[] args) => (SqlServerKeyStoreContext)KeyDatabase.ContextFor(DatabaseProvider.SqlServer, "Server=design-time")();
}

internal sealed class PostgresKeysDesign : IDesignTimeDbContextFactory<PostgresKeyStoreContext>
{
    public PostgresKeyStoreContext CreateDbContext(string[] args) => (PostgresKeyStoreContext)KeyDatabase.ContextFor(DatabaseProvider.Postgres, "Host=design-time")();
}
