using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>What a derived installation key is for. Keys of different purposes cannot stand in for each other.</summary>
public enum KeyPurpose
{
    /// <summary>Keyed hashes for duplicate search.</summary>
    Lookup,

    /// <summary>Addresses of files inside their case.</summary>
    FileAddress,

    /// <summary>Applicants' access codes and secrets.</summary>
    ApplicantCode,

    /// <summary>Proof over the heads of audit chains.</summary>
    AuditHead,

    /// <summary>Sealed values that belong to no case (staff names, framework keys, list files).</summary>
    InstallationValue,
}

/// <summary>
/// Holds the master key and the installation's root key in memory once unlocked. Purpose keys derive from the root key, not from the master key, so that a new
/// master key changes no hash and no address.
/// </summary>
public sealed class KeyVault(KeyDatabase keys, CaseDatabase cases, StorageOptions options, TimeProvider time, ILogger<KeyVault> log)
{
    private const string RootPurpose = "root";
    private MasterKeyRing? ring;
    private byte[]? root;

    internal MasterKeyRing Ring => ring ?? throw Locked();

    /// <summary>
    /// Fetches the master key and proves it against the key store. On the first run of an empty installation it makes the root key, and the master key too where
    /// that is a file. Call once at start, after migrating.
    /// </summary>
    /// <exception cref="MasterKeyUnavailableException">The program must not start.</exception>
    /// <exception cref="WrongMasterKeyException">The program must not start.</exception>
    public async Task UnlockAsync(CancellationToken cancellationToken)
    {
        await using var db = keys.CreateDbContext();
        var stored = await db.RootKeys.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (stored is null)
        {
            await RefuseIfCasesExistAsync(cancellationToken);
            await MakeMasterKeyFileAsync(cancellationToken);
        }

        var found = await MasterKeyReader.ReadAsync(options.MasterKey, cancellationToken);
        stored ??= await MakeRootAsync(found, cancellationToken);
        root = found.Find(stored.MasterKeyId).Unwrap(stored.WrappedKey, RootPurpose);
        ring = found;
    }

    /// <summary>The 32-byte key of one purpose.</summary>
    public byte[] Purpose(KeyPurpose purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, root ?? throw Locked(), 32, info: Encoding.ASCII.GetBytes("humanitarian-entry/1/" + Name(purpose)));

    /// <summary>Proves that the key store is reached and that the master key in memory opens it.</summary>
    /// <exception cref="SealBrokenException">It does not open.</exception>
    public async Task ProveAsync(CancellationToken cancellationToken)
    {
        await using var db = keys.CreateDbContext();
        var stored = await db.RootKeys.AsNoTracking().SingleAsync(cancellationToken);
        if (!CryptographicOperations.FixedTimeEquals(Ring.Find(stored.MasterKeyId).Unwrap(stored.WrappedKey, RootPurpose), root))
        {
            throw new SealBrokenException("The root key");
        }
    }

    internal static void Rewrap(RootKeyRow row, MasterKeyRing ring)
    {
        row.WrappedKey = ring.Current.Wrap(ring.Find(row.MasterKeyId).Unwrap(row.WrappedKey, RootPurpose), RootPurpose);
        row.MasterKeyId = ring.Current.Id;
    }

    private static string Name(KeyPurpose purpose) => purpose switch
    {
        KeyPurpose.Lookup => "lookup",
        KeyPurpose.FileAddress => "file-address",
        KeyPurpose.ApplicantCode => "applicant-code",
        KeyPurpose.AuditHead => "audit-head",
        KeyPurpose.InstallationValue => "installation-value",
    };

    private static InvalidOperationException Locked() => new("The key vault was not unlocked; call KeyVault.UnlockAsync at start.");

    private async Task RefuseIfCasesExistAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        if (await db.Cases.AnyAsync(cancellationToken) || await db.Users.AnyAsync(cancellationToken))
        {
            throw new MasterKeyUnavailableException("There are cases or accounts, but the key store is empty. Bring the key store back from its backup; a new one could open none of them.");
        }
    }

    private async Task MakeMasterKeyFileAsync(CancellationToken cancellationToken)
    {
        if (options.MasterKey is not MasterKeySource.InFile file || OperatingSystem.IsWindows() || File.Exists(file.Path))
        {
            return;
        }

        await MasterKeyFile.CreateAsync(file.Path, cancellationToken);
        log.LogWarning("A new master key was made in {Path}. Copy it to a safe place offline now: without it every case is lost, and on this disk it protects nothing against who takes the machine.", file.Path);
    }

    private async Task<RootKeyRow> MakeRootAsync(MasterKeyRing found, CancellationToken cancellationToken)
    {
        await using var db = keys.CreateDbContext();
        db.RootKeys.Add(new RootKeyRow
        {
            Id = 1,
            WrappedKey = found.Current.Wrap(RandomNumberGenerator.GetBytes(32), RootPurpose),
            MasterKeyId = found.Current.Id,
            CreatedAt = time.GetUtcNow(),
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (DatabaseErrors.IsDuplicateKey(failure))
        {
            // Another node starting at the same moment was first; its root key is the one.
            log.LogInformation("The root key was made by another node.");
        }

        db.ChangeTracker.Clear();
        return await db.RootKeys.AsNoTracking().SingleAsync(cancellationToken);
    }
}
