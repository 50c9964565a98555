using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Sealing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.TestKit.Databases;

/// <summary>A whole storage of one test: own databases, own keys, own files. Everything real, nothing shared, gone at the end.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly bool owner;

    private TestStore(StorageOptions options, string folder, ServiceProvider services, bool owner) => (Options, Folder, this.services, this.owner) = (options, folder, services, owner);

    public StorageOptions Options { get; }

    /// <summary>The folder of files, key and SQLite databases.</summary>
    public string Folder { get; }

    public IServiceProvider Services => services;

    public CaseDatabase Cases => services.GetRequiredService<CaseDatabase>();

    public KeyDatabase Keys => services.GetRequiredService<KeyDatabase>();

    public CompartmentSealer Sealer => services.GetRequiredService<CompartmentSealer>();

    public SealedFileStore Files => services.GetRequiredService<SealedFileStore>();

    public AuditTrail Trail => services.GetRequiredService<AuditTrail>();

    public AuditVerifier Verifier => services.GetRequiredService<AuditVerifier>();

    public ReadLogWriter ReadLog => services.GetRequiredService<ReadLogWriter>();

    public StaffNames Names => services.GetRequiredService<StaffNames>();

    public ApplicantCodes Codes => services.GetRequiredService<ApplicantCodes>();

    /// <summary>A migrated and unlocked storage on the given database.</summary>
    public static async Task<TestStore> OpenAsync(DatabaseProvider provider = DatabaseProvider.Sqlite, Action<IServiceCollection>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("he-store-").FullName;
        var options = await DatabaseTemplate.CopyAsync(provider, folder);
        var store = Over(options, folder, more, owner: true);
        try
        {
            await store.services.GetRequiredService<StorageStartup>().OpenAsync(migrate: false, CancellationToken.None);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>A second node over the same storage, unlocked; other settings and services if given. The first one clears up.</summary>
    public async Task<TestStore> SecondNodeAsync(StorageOptions? other = null, Action<IServiceCollection>? more = null)
    {
        var node = Over(other ?? Options, Folder, more, owner: false);
        try
        {
            await node.services.GetRequiredService<KeyVault>().UnlockAsync(CancellationToken.None);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>A new case row with keys for every scope, saved. The facts are none of the test's business.</summary>
    public async Task<CaseRow> NewCaseAsync()
    {
        var row = MakeCase();
        using var keys = await Sealer.OpenOrCreateAsync(row.Id, SealedScopes.All, CancellationToken.None);
        await using var db = Cases.CreateDbContext();
        db.Cases.Add(row);
        await db.SaveChangesAsync();
        return row;
    }

    /// <summary>A case row as the database will give it back, not saved.</summary>
    public static CaseRow MakeCase()
    {
        var at = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
        return new CaseRow
        {
            Id = Ids.New(), Reference = "T-" + Ids.New().ToString("N")[..12].ToUpperInvariant(), ProgrammeId = "fr-ple-kz", DefinitionVersionId = "fr-ple-kz.v1", State = "Referred", Priority = "normal",
            OwningOrg = "demo-org", OpenedAt = at, UpdatedAt = at, RunState = "{}",
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (!owner)
        {
            return;
        }

        if (Options.Provider == DatabaseProvider.Sqlite)
        {
            SqliteConnection.ClearAllPools();
        }

        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static TestStore Over(StorageOptions options, string folder, Action<IServiceCollection>? more, bool owner)
    {
        var parts = new ServiceCollection().AddStorage(options);
        more?.Invoke(parts);
        return new TestStore(options, folder, parts.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }), owner);
    }
}
