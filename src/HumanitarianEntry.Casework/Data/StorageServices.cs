using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Sealing;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HumanitarianEntry.Casework.Data;

/// <summary>Registration of everything that stores.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds databases, keys, files, audit and account parts. At start call <see cref="StorageStartup.OpenAsync"/> before anything else uses them.
    /// The scoped <see cref="CaseDbContext"/> serves a request; background work takes contexts from <see cref="CaseDatabase"/>.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddSingleton(options);
        services.AddSingleton<CaseDatabase>();
        services.AddSingleton<IDbContextFactory<CaseDbContext>>(s => s.GetRequiredService<CaseDatabase>());
        services.AddSingleton<KeyDatabase>();
        services.AddScoped(s => s.GetRequiredService<CaseDatabase>().CreateDbContext());
        services.AddSingleton<PrivatePlaces>();
        services.AddSingleton<DatabaseSetup>();
        services.AddSingleton<KeyVault>();
        services.AddSingleton<StorageStartup>();
        services.AddSingleton<CompartmentSealer>();
        services.AddSingleton<InstallationSealer>();
        services.AddSingleton<MasterKeyRotation>();
        services.AddSingleton<LookupHashes>();
        services.AddSingleton<SealedFileStore>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditVerifier>();
        services.AddSingleton<AccountTrail>();
        services.AddSingleton<StaffSessions>();
        services.AddSingleton<ReadLogWriter>();
        services.AddSingleton<StaffNames>();
        services.AddSingleton<ApplicantCodes>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, FrameworkKeys>();
        return services;
    }
}

/// <summary>What must have happened before the first request.</summary>
public sealed class StorageStartup(PrivatePlaces places, DatabaseSetup setup, KeyVault vault)
{
    /// <summary>Closes folders and files to others, migrates if asked to (otherwise refuses to start on an older schema) and unlocks the keys.</summary>
    public async Task OpenAsync(bool migrate, CancellationToken cancellationToken)
    {
        places.Enforce(migrate);
        if (migrate)
        {
            await setup.MigrateAsync(cancellationToken);
        }
        else if (await setup.PendingAsync(cancellationToken) is { Count: > 0 } pending)
        {
            throw new InvalidOperationException($"The database is older than this program ({pending.Count} migrations are missing). Run the verb migrate first.");
        }

        await vault.UnlockAsync(cancellationToken);
    }
}
