using System.Globalization;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Custody;

/// <summary>One day's seal as it was found.</summary>
/// <param name="Fault">The first thing wrong with it; null when it is whole.</param>
/// <param name="StampedAt">The time that a time stamp service stated; null without a stamp.</param>
/// <param name="HasCopy">Whether the copy outside the database is there.</param>
public sealed record CheckedSeal(DateOnly Day, string Root, int Chains, Sentence? Fault, DateTimeOffset? StampedAt, bool HasCopy);

/// <summary>Compares the daily seals with the chains as they are now, with their copies outside, with each other and with their stamps.</summary>
public sealed class DaySealVerifier(CaseDatabase cases, SealKeys keys, DaySealFolder folder, TimeStamps stamps)
{
    private const int AskedTogether = 200;

    /// <summary>Every seal, and every copy outside whose seal is gone, the newest first.</summary>
    public async Task<IReadOnlyList<CheckedSeal>> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.DaySeals.AsNoTracking().OrderBy(s => s.Day).ToListAsync(cancellationToken);
        var publicKeys = await keys.PublicAsync(cancellationToken);
        var found = new List<CheckedSeal>(rows.Count);
        string? previous = null;
        foreach (var row in rows)
        {
            // A number that is no day cannot be the one that the seal names.
            _ = DateOnly.TryParseExact(row.Day.ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            var copy = folder.Read(day);
            DaySeal seal;
            try
            {
                seal = DaySeal.Read(row.Json);
            }
            catch (InvalidDataException)
            {
                found.Add(new CheckedSeal(day, string.Empty, 0, Sentence.Of("The seal cannot be read."), null, copy is not null));
                continue;
            }

            var fault = FaultOf(seal, row, copy, previous, publicKeys) ?? await FaultOfChainsAsync(db, seal, cancellationToken);
            found.Add(new CheckedSeal(day, seal.Root, seal.Heads.Count, fault, row.Stamp is null ? null : row.StampedAt, copy is not null));
            previous = seal.Root;
        }

        var days = found.Select(s => s.Day).ToHashSet();
        found.AddRange(folder.Days().Where(d => !days.Contains(d)).Select(WithoutRow));
        return [.. found.OrderByDescending(s => s.Day)];
    }

    /// <summary>Who turns the database back, or empties it, does not reach the copies: they say that there was more.</summary>
    private CheckedSeal WithoutRow(DateOnly day)
    {
        var fault = Sentence.Of("There is a copy outside, and no seal of this day in the database: it was taken out, or an older database is in its place.");
        try
        {
            return folder.Read(day) is { } copy && DaySeal.Read(copy) is var seal ? new CheckedSeal(day, seal.Root, seal.Heads.Count, fault, null, HasCopy: true) : new CheckedSeal(day, string.Empty, 0, fault, null, HasCopy: false);
        }
        catch (InvalidDataException)
        {
            return new CheckedSeal(day, string.Empty, 0, fault, null, HasCopy: true);
        }
    }

    private Sentence? FaultOf(DaySeal seal, DaySealRow row, string? copy, string? previous, IReadOnlyDictionary<string, byte[]> publicKeys)
    {
        var root = DaySeal.RootOf(seal.Day, seal.Previous, seal.Heads);
        return seal.Number != row.Day ? Sentence.Of("The seal is of another day.")
            : Convert.ToHexStringLower(root) != seal.Root ? Sentence.Of("The seal was changed after it was made.")
            : seal.Previous != previous ? Sentence.Of("The seal before it is missing or another one.")
            : !publicKeys.TryGetValue(seal.Key, out var publicKey) || !IsSigned(seal, root, publicKey) ? Sentence.Of("The signature is not one of this installation.")
            : copy is not null && copy != row.Json ? Sentence.Of("The copy outside says something else.")
            : row.Stamp is { } stamp && stamps.TimeOf(stamp, root) is null ? Sentence.Of("The time stamp does not belong to this seal, or nobody trusted gave it.")
            : null;
    }

    private static bool IsSigned(DaySeal seal, byte[] root, byte[] publicKey)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        var signature = new byte[seal.Signature.Length];
        return Convert.TryFromBase64String(seal.Signature, signature, out var length)
            && key.VerifyData(DaySeal.SignedContent(root), signature.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static async Task<Sentence?> FaultOfChainsAsync(CaseDbContext db, DaySeal seal, CancellationToken cancellationToken)
    {
        // The first seal of an installation names every case it has: asked for together, not one by one.
        foreach (var some in seal.Heads.Chunk(AskedTogether))
        {
            var now = await HeadsNowAsync(db, some, cancellationToken);
            if (Array.Find(some, head => !now.TryGetValue(head with { Hash = string.Empty }, out var hash) || Convert.ToHexStringLower(hash) != head.Hash) is { } other)
            {
                return await NamedAsync(db, other, cancellationToken);
            }
        }

        return null;
    }

    private static async Task<Dictionary<ChainHead, byte[]>> HeadsNowAsync(CaseDbContext db, ChainHead[] heads, CancellationToken cancellationToken)
    {
        List<Guid> cases = [];
        List<int> days = [];
        var ofAccounts = false;
        foreach (var chain in heads.Select(h => h.Chain.Split(' ')))
        {
            switch (chain)
            {
                case ["case", var id] when Guid.TryParseExact(id, "N", out var caseId):
                    cases.Add(caseId);
                    break;
                case ["reads", var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var day):
                    days.Add(day);
                    break;
                case ["accounts"]:
                    ofAccounts = true;
                    break;
            }
        }

        var sequences = heads.Select(h => h.Sequence).Distinct().ToList();
        var found = new Dictionary<ChainHead, byte[]>();
        if (cases.Count > 0)
        {
            foreach (var e in await db.AuditEntries.AsNoTracking().Where(e => cases.Contains(e.CaseId) && sequences.Contains(e.Sequence)).Select(e => new { e.CaseId, e.Sequence, e.Hash }).ToListAsync(cancellationToken))
            {
                found[new ChainHead("case " + e.CaseId.ToString("N"), e.Sequence, string.Empty)] = e.Hash;
            }
        }

        if (days.Count > 0)
        {
            foreach (var r in await db.ReadLog.AsNoTracking().Where(r => days.Contains(r.Day) && sequences.Contains(r.Sequence)).Select(r => new { r.Day, r.Sequence, r.Hash }).ToListAsync(cancellationToken))
            {
                found[new ChainHead("reads " + r.Day.ToString(CultureInfo.InvariantCulture), r.Sequence, string.Empty)] = r.Hash;
            }
        }

        if (ofAccounts)
        {
            foreach (var e in await db.AccountAudit.AsNoTracking().Where(e => sequences.Contains(e.Sequence)).Select(e => new { e.Sequence, e.Hash }).ToListAsync(cancellationToken))
            {
                found[new ChainHead("accounts", e.Sequence, string.Empty)] = e.Hash;
            }
        }

        return found;
    }

    private static async Task<Sentence> NamedAsync(CaseDbContext db, ChainHead head, CancellationToken cancellationToken)
    {
        if (head.Chain.Split(' ') is ["case", var id] && Guid.TryParseExact(id, "N", out var caseId)
            && await db.Cases.AsNoTracking().Where(c => c.Id == caseId).Select(c => c.Reference).FirstOrDefaultAsync(cancellationToken) is { } reference)
        {
            return Sentence.Of($"Entry {head.Sequence} of case {reference} is not what it was on that day.");
        }

        return Sentence.Of($"Entry {head.Sequence} of the chain \"{head.Chain}\" is not what it was on that day, or is gone.");
    }
}
