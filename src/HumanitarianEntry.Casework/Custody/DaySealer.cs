using System.Globalization;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Custody;

/// <summary>Makes the seal over the last day that has ended: once, whichever node comes first. A day on which nothing ran is held by the seal of the next.</summary>
public sealed class DaySealer(CaseDatabase cases, SealKeys keys, DaySealFolder folder, TimeProvider time)
{
    /// <summary>What was under way at midnight has ended by then.</summary>
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromHours(1);

    /// <summary>A copy that a crash kept from being written is written by one of the next rounds; an older one that is missing was taken away, and stays missing.</summary>
    private static readonly TimeSpan CopyMadeWithin = TimeSpan.FromDays(2);

    /// <returns>The seal that was made; null when the day has its seal already.</returns>
    public async Task<DaySeal?> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var day = DateOnly.FromDateTime((now - AfterMidnight).UtcDateTime).AddDays(-1);
        var last = await LastAsync(cancellationToken);
        if (last?.Day >= day)
        {
            if (last.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) > (now - CopyMadeWithin).UtcDateTime)
            {
                folder.Write(last, (await keys.PublicAsync(cancellationToken))[last.Key]);
            }

            return null;
        }

        var heads = await HeadsAsync(last?.Day.AddDays(1), day, cancellationToken);
        if (heads.Count == 0 && last is null)
        {
            return null;
        }

        using var key = await keys.CurrentAsync(cancellationToken);
        var publicKey = key.ExportSubjectPublicKeyInfo();
        var root = DaySeal.RootOf(day, last?.Root, heads);
        var signature = key.SignData(DaySeal.SignedContent(root), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var seal = new DaySeal(day, last?.Root, heads, Convert.ToHexStringLower(root), SealKeys.FingerprintOf(publicKey), Convert.ToBase64String(signature));
        if (!await KeepAsync(seal, cancellationToken))
        {
            return null;
        }

        folder.Write(seal, publicKey);
        return seal;
    }

    private async Task<DaySeal?> LastAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await db.DaySeals.AsNoTracking().OrderByDescending(s => s.Day).FirstOrDefaultAsync(cancellationToken) is { } row ? DaySeal.Read(row.Json) : null;
    }

    private async Task<bool> KeepAsync(DaySeal seal, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        db.DaySeals.Add(new DaySealRow { Day = seal.Number, Json = seal.ToJson() });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException other) when (DatabaseErrors.IsDuplicateKey(other))
        {
            // Another node sealed the day.
            return false;
        }
    }

    /// <summary>Where each chain stood at the end of the day that has moved since the first day; every chain when there is no first day.</summary>
    private async Task<List<ChainHead>> HeadsAsync(DateOnly? first, DateOnly day, CancellationToken cancellationToken)
    {
        var since = first is { } from ? StartOf(from) : DateTimeOffset.MinValue;
        var end = StartOf(day.AddDays(1));
        await using var db = cases.CreateDbContext();
        var moved = first is null ? db.Cases.AsNoTracking() : db.Cases.AsNoTracking().Where(c => c.UpdatedAt >= since);
        var ofCases = await moved.Select(c => new { c.Id, Last = db.AuditEntries.Where(e => e.CaseId == c.Id && e.At < end).Max(e => (long?)e.Sequence) })
            .Join(db.AuditEntries, c => new { CaseId = c.Id, Sequence = c.Last ?? 0 }, e => new { e.CaseId, e.Sequence }, (c, e) => new { e.CaseId, e.Sequence, e.At, e.Hash })
            .ToListAsync(cancellationToken);
        var heads = ofCases.Where(h => h.At >= since).OrderBy(h => h.CaseId.ToString("N"), StringComparer.Ordinal)
            .Select(h => new ChainHead("case " + h.CaseId.ToString("N"), h.Sequence, Convert.ToHexStringLower(h.Hash))).ToList();
        var (firstNumber, lastNumber) = (first is { } begin ? DaySeal.NumberOf(begin) : 0, DaySeal.NumberOf(day));
        var lasts = await db.ReadLog.AsNoTracking().Where(r => r.Day >= firstNumber && r.Day <= lastNumber).GroupBy(r => r.Day).Select(g => new { Day = g.Key, Sequence = g.Max(r => r.Sequence) })
            .Join(db.ReadLog, g => new { g.Day, g.Sequence }, r => new { r.Day, r.Sequence }, (g, r) => new { r.Day, r.Sequence, r.Hash }).OrderBy(r => r.Day).ToListAsync(cancellationToken);
        heads.AddRange(lasts.Select(r => new ChainHead("reads " + r.Day.ToString(CultureInfo.InvariantCulture), r.Sequence, Convert.ToHexStringLower(r.Hash))));
        var account = await db.AccountAudit.AsNoTracking().Where(e => e.At < end).OrderByDescending(e => e.Sequence).Select(e => new { e.Sequence, e.At, e.Hash }).FirstOrDefaultAsync(cancellationToken);
        return account is null || account.At < since ? heads : [.. heads, new ChainHead("accounts", account.Sequence, Convert.ToHexStringLower(account.Hash))];
    }

    private static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
