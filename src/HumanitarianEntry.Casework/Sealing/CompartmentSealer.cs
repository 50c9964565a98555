using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>
/// Opens, makes and destroys the data keys of cases. Keys are made and committed before the act that uses them: a key without content is harmless, content
/// without a key is lost.
/// </summary>
public sealed class CompartmentSealer(KeyDatabase keys, KeyVault vault, StorageOptions options, TimeProvider time)
{
    /// <summary>Opens all keys the case has, in one query.</summary>
    /// <exception cref="CaseErasedException">The keys were destroyed.</exception>
    public async Task<CaseKeys> OpenAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = keys.CreateDbContext();
        return Unwrap(caseId, await KeyReading.ReadAsync(db, caseId, cancellationToken));
    }

    /// <summary>Opens the keys of several cases in one query; erased ones are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, CaseKeys>> OpenManyAsync(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellationToken)
    {
        await using var db = keys.CreateDbContext();
        var rows = await db.DataKeys.AsNoTracking().Where(k => caseIds.Contains(k.CaseId)).ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.CaseId).Where(g => g.All(r => r.DestroyedAt is null)).ToDictionary(g => g.Key, g => Unwrap(g.Key, [.. g]));
    }

    /// <summary>Opens the keys of the case and first makes those of the named scopes that it lacks.</summary>
    /// <exception cref="CaseErasedException">The keys were destroyed; no new ones are made.</exception>
    public async Task<CaseKeys> OpenOrCreateAsync(Guid caseId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken)
    {
        await using var db = keys.CreateDbContext();
        var rows = await KeyReading.ReadAsync(db, caseId, cancellationToken);
        var missing = scopes.Except(rows.Select(r => r.Scope), StringComparer.Ordinal).ToList();
        if (missing.Count == 0 || rows.Exists(r => r.DestroyedAt is not null))
        {
            return Unwrap(caseId, rows);
        }

        await RefuseErasedAsync(db, caseId, cancellationToken);

        // Rows go in by their ids: in the order of the scopes for everybody, or two acts that make the keys in the same moment would wait for each other in a circle.
        db.DataKeys.AddRange(missing.Zip(missing.Select(_ => Ids.New()).Order(), (scope, id) => NewKey(caseId, scope, id)));
        try
        {
            await SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException failure) when (DatabaseErrors.IsDuplicateKey(failure))
        {
            // Another act made them in the same moment; once more, the rest with them.
            return await OpenOrCreateAsync(caseId, scopes, cancellationToken);
        }

        db.ChangeTracker.Clear();
        if (await db.Tombstones.AnyAsync(t => t.CaseId == caseId, cancellationToken))
        {
            // Erasure wrote its tombstone between our look and our insert: it may not have seen these keys.
            await DestroyKeysAsync(caseId, cancellationToken);
        }

        return Unwrap(caseId, await KeyReading.ReadAsync(db, caseId, cancellationToken));
    }

    /// <summary>
    /// Destroys every data key of the case. The tombstone is written first, so that no new key can appear behind it. Repeating it is harmless.
    /// </summary>
    public async Task<KeyTombstoneRow> DestroyKeysAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = keys.CreateDbContext();
        var tombstone = await TombstoneAsync(caseId, cancellationToken) ?? await WriteTombstoneAsync(db, caseId, cancellationToken);
        db.ChangeTracker.Clear();
        while (!await TryDestroyAsync(db, tombstone, cancellationToken))
        {
            db.ChangeTracker.Clear();
        }

        await KeyStoreSweep.RunAsync(db, cancellationToken);
        return tombstone;
    }

    /// <summary>The tombstone of an erased case, or null.</summary>
    public async Task<KeyTombstoneRow?> TombstoneAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = keys.CreateDbContext();
        return await db.Tombstones.AsNoTracking().SingleOrDefaultAsync(t => t.CaseId == caseId, cancellationToken);
    }

    internal static string WrapPurpose(DataKeyRow row) => $"{row.KeyId:N}|{row.CaseId:N}|{row.Scope}";

    private static async Task SaveAsync(KeyStoreContext db, CancellationToken cancellationToken)
    {
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    private static async Task<bool> TryDestroyAsync(KeyStoreContext db, KeyTombstoneRow tombstone, CancellationToken cancellationToken)
    {
        var rows = await db.DataKeys.Where(k => k.CaseId == tombstone.CaseId && k.WrappedKey != null).ToListAsync(cancellationToken);
        try
        {
            // Overwritten before it is dropped, so that the old value does not stay in a page that only lost its pointer.
            rows.ForEach(row => row.WrappedKey = RandomNumberGenerator.GetBytes(row.WrappedKey!.Length));
            await SaveAsync(db, cancellationToken);
            rows.ForEach(row => (row.WrappedKey, row.DestroyedAt) = (null, tombstone.DestroyedAt));
            await SaveAsync(db, cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // A rotation wrapped one of them anew in between; look again.
            return false;
        }
    }

    private static async Task RefuseErasedAsync(KeyStoreContext db, Guid caseId, CancellationToken cancellationToken)
    {
        if (await db.Tombstones.AsNoTracking().SingleOrDefaultAsync(t => t.CaseId == caseId, cancellationToken) is { } tombstone)
        {
            throw new CaseErasedException(caseId, tombstone.DestroyedAt);
        }
    }

    private async Task<KeyTombstoneRow> WriteTombstoneAsync(KeyStoreContext db, Guid caseId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().Stored();
        db.Tombstones.Add(new KeyTombstoneRow { CaseId = caseId, DestroyedAt = now, BackupsExpireAt = now + options.KeyBackupsKept });
        try
        {
            await SaveAsync(db, cancellationToken);
        }
        catch (DbUpdateException failure) when (DatabaseErrors.IsDuplicateKey(failure))
        {
            // Two erasures at once: the first one's date counts.
            db.ChangeTracker.Clear();
        }

        return await db.Tombstones.AsNoTracking().SingleAsync(t => t.CaseId == caseId, cancellationToken);
    }

    private DataKeyRow NewKey(Guid caseId, string scope, Guid id)
    {
        if (!SealedScopes.All.Contains(scope, StringComparer.Ordinal))
        {
            throw new ArgumentException($"Unknown scope {scope}.", nameof(scope));
        }

        var row = new DataKeyRow { KeyId = id, CaseId = caseId, Scope = scope, MasterKeyId = vault.Ring.Current.Id, CreatedAt = time.GetUtcNow() };
        var key = RandomNumberGenerator.GetBytes(32);
        row.WrappedKey = vault.Ring.Current.Wrap(key, WrapPurpose(row));
        CryptographicOperations.ZeroMemory(key);
        return row;
    }

    private CaseKeys Unwrap(Guid caseId, List<DataKeyRow> rows)
    {
        if (rows.Find(r => r.DestroyedAt is not null) is { } destroyed)
        {
            throw new CaseErasedException(caseId, destroyed.DestroyedAt!.Value);
        }

        return new CaseKeys(caseId, rows.Where(r => r.WrappedKey is not null).Select(r => new ScopeKey(r, vault.Ring.Find(r.MasterKeyId))));
    }
}
