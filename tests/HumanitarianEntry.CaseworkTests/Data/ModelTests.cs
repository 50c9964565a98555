using System.Globalization;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Data;

/// <summary>What can be known of the three models without a server.</summary>
public sealed class ModelTests
{
    private const int ClusteredKeyLimit = 900;
    private const int OtherKeyLimit = 1700;

    public static TheoryData<DatabaseProvider> Providers => [.. Enum.GetValues<DatabaseProvider>()];

    [Theory, MemberData(nameof(Providers))]
    public void HasPendingModelChanges_EveryProviderAndStore_IsFalse(DatabaseProvider provider)
    {
        using var cases = Cases(provider);
        using var keys = Keys(provider);

        Assert.False(cases.Database.HasPendingModelChanges(), $"The {provider} case model has changes without a migration: .ci/migration NAME");
        Assert.False(keys.Database.HasPendingModelChanges(), $"The {provider} key store model has changes without a migration: .ci/migration NAME");
    }

    [Fact]
    public void Migrations_OfTheThreeProviders_HaveTheSameNames()
    {
        var names = Providers.Select(p => (DatabaseProvider)p).Select(p => string.Join(' ', Cases(p).Database.GetMigrations().Select(m => m[15..]))).Distinct(StringComparer.Ordinal);

        Assert.Single(names);
    }

    [Fact]
    public void SqlServerModel_EveryKeyAndIndex_FitsItsByteLimit()
    {
        var tooLong = DesignModel().GetEntityTypes().SelectMany(e => KeysOf(e).Select(k => (Entity: e, k.Name, k.Clustered, Bytes: k.Properties.Sum(Bytes)))).ToList();

        Assert.NotEmpty(tooLong);
        Assert.All(tooLong, k => Assert.True(k.Bytes <= (k.Clustered ? ClusteredKeyLimit : OtherKeyLimit), $"{k.Entity.DisplayName()} {k.Name}: {k.Bytes} bytes"));
    }

    [Fact]
    public void SqlServerModel_DeleteRules_ReachNoTableTwice()
    {
        foreach (var start in DesignModel().GetEntityTypes().Where(e => !e.IsOwned()))
        {
            var reached = new List<string>();
            Follow(start, reached);
            Assert.True(reached.Distinct(StringComparer.Ordinal).Count() == reached.Count, $"From {start.DisplayName()} a delete cascades twice to one of: {string.Join(", ", reached)}");
        }
    }

    [Fact]
    public void SqlServerScript_WholeAndIdempotent_HasTablesTriggersAndNoForeignType()
    {
        using var cases = Cases(DatabaseProvider.SqlServer);
        using var keys = Keys(DatabaseProvider.SqlServer);

        var script = cases.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);
        var keyScript = keys.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.Contains("IF NOT EXISTS", script, StringComparison.Ordinal);
        Assert.All(AppendOnlyTables.Names, table => Assert.Contains($"TR_{table}_AppendOnly", script, StringComparison.Ordinal));
        Assert.Contains("[keystore].[DataKeys]", keyScript, StringComparison.Ordinal);
        string[] foreign = [" TEXT ", " INTEGER ", " BLOB ", "bytea", "timestamp with", "jsonb"];
        Assert.All(foreign, type => Assert.DoesNotContain(type, script + keyScript, StringComparison.Ordinal));
    }

    [Fact]
    public void PostgresScript_WholeAndIdempotent_IsMade()
    {
        using var cases = Cases(DatabaseProvider.Postgres);

        Assert.Contains("refuse_change", cases.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent), StringComparison.Ordinal);
    }

    [Fact]
    public void Model_StaffAccounts_HaveNoColumnForMailOrTelephoneInClear()
    {
        var columns = DesignModel().GetEntityTypes().Single(e => string.Equals(e.GetTableName(), "StaffAccounts", StringComparison.Ordinal)).GetProperties().Select(p => p.Name).ToList();

        Assert.DoesNotContain("Email", columns);
        Assert.DoesNotContain("PhoneNumber", columns);
        Assert.Contains("SealedMail", columns);
    }

    private static void Follow(IEntityType from, List<string> reached)
    {
        foreach (var key in from.GetReferencingForeignKeys().Where(k => k.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull && !k.IsOwnership))
        {
            Assert.NotEqual(from, key.DeclaringEntityType);
            reached.Add(key.DeclaringEntityType.DisplayName() + (key.DeclaringEntityType == from ? "!" : string.Empty));
            Follow(key.DeclaringEntityType, reached);
        }
    }

    private static IEnumerable<(string Name, bool Clustered, IReadOnlyList<IProperty> Properties)> KeysOf(IEntityType entity) =>
    [
        .. entity.GetKeys().Where(_ => !entity.IsOwned()).Select(k => (k.GetName() ?? "key", k.IsClustered() ?? k.IsPrimaryKey(), k.Properties)),
        .. entity.GetIndexes().Select(i => (i.GetDatabaseName() ?? "index", i.IsClustered() ?? false, i.Properties)),
    ];

    private static int Bytes(IProperty property)
    {
        var type = property.GetColumnType();
        if (type.Contains("(max)", StringComparison.Ordinal))
        {
            return int.MaxValue / 16;
        }

        var length = type.Contains('(', StringComparison.Ordinal) ? int.Parse(type.Split('(', ')')[1], CultureInfo.InvariantCulture) : 0;
        return type switch
        {
            _ when type.StartsWith("nvarchar", StringComparison.Ordinal) => length * 2,
            _ when type.StartsWith("varbinary", StringComparison.Ordinal) => length,
            "uniqueidentifier" => 16,
            "datetimeoffset" => 10,
            "date" => 3,
            "bigint" => 8,
            "int" => 4,
            "bit" => 1,
            _ => throw new Xunit.Sdk.XunitException($"Type {type} of {property.Name} is not one we put in keys."),
        };
    }

    private static IModel DesignModel() => Cases(DatabaseProvider.SqlServer).GetService<IDesignTimeModel>().Model;

    private static CaseDbContext Cases(DatabaseProvider provider) => new CaseDatabase(Options(provider)).CreateDbContext();

    private static KeyStoreContext Keys(DatabaseProvider provider) => new KeyDatabase(Options(provider)).CreateDbContext();

    private static StorageOptions Options(DatabaseProvider provider)
    {
        var connection = provider switch
        {
            DatabaseProvider.Sqlite => "Data Source=model.db",
            DatabaseProvider.SqlServer => "Server=model",
            DatabaseProvider.Postgres => "Host=model",
        };
        return StorageOptions.InFolder("/nowhere") with { Provider = provider, ConnectionString = connection, KeyStoreConnectionString = connection };
    }
}
