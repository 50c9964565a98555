using System.Security.Cryptography;
using System.Text.Json;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Custody;

/// <summary>The key that signs the daily seals: made at first need, its private part sealed with the installation's key. All nodes have the same.</summary>
public sealed class SealKeys(CaseDatabase cases, InstallationSealer sealer, TimeProvider time)
{
    private const string Setting = "day-seal-key";

    private sealed record Stored(byte[] SealedPrivate, byte[] Public);

    /// <summary>The key in force; the caller disposes of it.</summary>
    public async Task<ECDsa> CurrentAsync(CancellationToken cancellationToken)
    {
        var stored = await LatestAsync(cancellationToken) ?? await MakeAsync(cancellationToken);
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(sealer.Open(Setting, stored.SealedPrivate), out _);
        return key;
    }

    /// <summary>Public parts of all keys there were, by fingerprint.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>> PublicAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.Settings.AsNoTracking().Where(s => s.Key == Setting).ToListAsync(cancellationToken);
        return rows.Select(Read).ToDictionary(k => FingerprintOf(k.Public), k => k.Public, StringComparer.Ordinal);
    }

    public static string FingerprintOf(ReadOnlySpan<byte> publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey));

    private async Task<Stored?> LatestAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await db.Settings.AsNoTracking().Where(s => s.Key == Setting).OrderByDescending(s => s.Version).FirstOrDefaultAsync(cancellationToken) is { } row ? Read(row) : null;
    }

    private async Task<Stored> MakeAsync(CancellationToken cancellationToken)
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var stored = new Stored(sealer.Seal(Setting, made.ExportPkcs8PrivateKey()), made.ExportSubjectPublicKeyInfo());
        await using var db = cases.CreateDbContext();
        db.Settings.Add(new SettingRow { Key = Setting, Version = 1, ValueJson = JsonSerializer.Serialize(stored, JsonSerializerOptions.Web), At = time.GetUtcNow().Stored(), By = SystemActor.Instance.Id });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return stored;
        }
        catch (DbUpdateException other) when (DatabaseErrors.IsDuplicateKey(other))
        {
            // Another node made it first; its key is everybody's.
            return await LatestAsync(cancellationToken) ?? throw new InvalidOperationException("The key of the daily seals cannot be read.", other);
        }
    }

    private static Stored Read(SettingRow row) => JsonSerializer.Deserialize<Stored>(row.ValueJson, JsonSerializerOptions.Web) ?? throw new InvalidDataException("The key of the daily seals is empty.");
}
