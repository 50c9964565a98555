using HumanitarianEntry.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Sealing;

/// <summary>
/// Wraps every key anew under the master key in force. Content is not touched. Interrupted, it goes on where it stopped, because every row names its master key.
/// </summary>
public sealed class MasterKeyRotation(KeyDatabase keys, KeyVault vault)
{
    private const int BatchSize = 500;

    /// <summary>How many keys still need an older master key.</summary>
    public async Task<long> RemainingAsync(CancellationToken cancellationToken)
    {
        await using var db = keys.CreateDbContext();
        var current = vault.Ring.Current.Id;
        return await db.DataKeys.LongCountAsync(k => k.MasterKeyId != current && k.WrappedKey != null, cancellationToken)
            + await db.RootKeys.LongCountAsync(k => k.MasterKeyId != current, cancellationToken);
    }

    /// <summary>Wraps all of them anew; reports the number done so far. Returns how many were done. Afterwards the old master key may be dropped.</summary>
    public async Task<long> RewrapAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var done = 0L;
        while (true)
        {
            try
            {
                var batch = await RewrapBatchAsync(cancellationToken);
                if (batch == 0)
                {
                    return done;
                }

                done += batch;
                progress?.Report(done);
            }
            catch (DbUpdateConcurrencyException)
            {
                // A case was erased between reading and writing; the batch rolled back and is read again without it.
                await Task.Yield();
            }
        }
    }

    private async Task<int> RewrapBatchAsync(CancellationToken cancellationToken)
    {
        var ring = vault.Ring;
        var current = ring.Current.Id;
        await using var db = keys.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var rows = await db.DataKeys.Where(k => k.MasterKeyId != current && k.WrappedKey != null).OrderBy(k => k.KeyId).Take(BatchSize).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            var purpose = CompartmentSealer.WrapPurpose(row);
            row.WrappedKey = ring.Current.Wrap(ring.Find(row.MasterKeyId).Unwrap(row.WrappedKey, purpose), purpose);
            row.MasterKeyId = current;
        }

        var roots = rows.Count == 0 ? await db.RootKeys.Where(k => k.MasterKeyId != current).ToListAsync(cancellationToken) : [];
        roots.ForEach(root => KeyVault.Rewrap(root, ring));
        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return rows.Count + roots.Count;
    }
}
