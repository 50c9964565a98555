using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Audit;

/// <summary>A broken chain: which case (by reference), which entry, why.</summary>
public sealed record BrokenCase(Guid CaseId, string Reference, AuditFault Fault);

/// <summary>Checks the chains as stored and names the first broken entry.</summary>
public sealed class AuditVerifier(CaseDatabase cases, KeyVault vault)
{
    /// <summary>The first fault of one case's chain, or null when it is whole.</summary>
    public async Task<AuditFault?> VerifyCaseAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellationToken);
        return await VerifyAsync(db, row, cancellationToken);
    }

    /// <summary>Goes over all cases and gives the broken ones as it finds them; reports the number of cases seen.</summary>
    public async IAsyncEnumerable<BrokenCase> VerifyAllAsync(IProgress<long>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var list = cases.CreateDbContext();
        await using var db = cases.CreateDbContext();
        var seen = 0L;
        await foreach (var row in list.Cases.AsNoTracking().OrderBy(c => c.Id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (await VerifyAsync(db, row, cancellationToken) is { } fault)
            {
                yield return new BrokenCase(row.Id, row.Reference, fault);
            }

            progress?.Report(++seen);
        }
    }

    /// <summary>The first fault of one day's chain of reads (yyyymmdd), or null.</summary>
    public async Task<AuditFault?> VerifyReadsAsync(int day, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.ReadLog.AsNoTracking().Where(r => r.Day == day).OrderBy(r => r.Sequence).ToListAsync(cancellationToken);
        return AuditChain.FirstFault(rows.Select(r => (r.Sequence, r.PreviousHash, r.Hash, (Func<byte[], byte[]>)(previous => AuditChain.Hash(ReadLogWriter.EntryOf(r), r.Day, r.Sequence, previous)))));
    }

    /// <summary>The first fault of the chain of account changes, or null when it is whole.</summary>
    public async Task<AuditFault?> VerifyAccountsAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var entries = await db.AccountAudit.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        if (AuditChain.FirstFault(entries.Select(e => (e.Sequence, e.PreviousHash, e.Hash, (Func<byte[], byte[]>)(previous => AuditChain.Hash(AccountTrail.EntryOf(e), previous))))) is { } fault)
        {
            return fault;
        }

        var head = await db.AccountAuditHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Id == AccountTrail.HeadId, cancellationToken);
        if ((head?.Sequence ?? 0) != entries.Count)
        {
            return new AuditFault(Math.Min(head?.Sequence ?? 0, entries.Count) + 1, (head?.Sequence ?? 0) > entries.Count ? Sentence.Of("The end of the chain is missing.") : Sentence.Of("The chain is longer than its head says."));
        }

        if (head is null || entries.Count == 0)
        {
            // An account cannot be made without an entry.
            return await db.Users.AnyAsync(cancellationToken) ? new AuditFault(1, Sentence.Of("There are accounts, but no chain of their changes.")) : null;
        }

        return head.Hash.AsSpan().SequenceEqual(entries[^1].Hash) && CryptographicOperations.FixedTimeEquals(AccountTrail.Proof(vault, head.Sequence, head.Hash), head.Proof)
            ? null
            : new AuditFault(head.Sequence, Sentence.Of("The head of the chain was not written by this system."));
    }

    private async Task<AuditFault?> VerifyAsync(CaseDbContext db, CaseRow row, CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == row.Id).OrderBy(e => e.Sequence).ToListAsync(cancellationToken);
        if (AuditChain.FirstFault(entries.Select(e => (e.Sequence, e.PreviousHash, e.Hash, (Func<byte[], byte[]>)(previous => AuditChain.Hash(EntryOf(e), previous))))) is { } fault)
        {
            return fault;
        }

        var head = entries.Count > 0 ? entries[^1] : null;
        if (row.AuditSequence != entries.Count)
        {
            return new AuditFault(Math.Min(row.AuditSequence, entries.Count) + 1, row.AuditSequence > entries.Count ? Sentence.Of("The end of the chain is missing.") : Sentence.Of("The chain is longer than the case says."));
        }

        if (head is null)
        {
            return null;
        }

        var expected = AuditChain.Proof(vault.Purpose(KeyPurpose.AuditHead), row.Id, head.Sequence, head.Hash);
        return head.Hash.AsSpan().SequenceEqual(row.AuditHash) && CryptographicOperations.FixedTimeEquals(expected, row.AuditProof)
            ? null
            : new AuditFault(head.Sequence, Sentence.Of("The head of the chain was not written by this system."));
    }

    private static AuditEntry EntryOf(AuditEntryRow row) => new()
    {
        CaseId = row.CaseId,
        Sequence = row.Sequence,
        At = row.At,
        ActorId = row.ActorId,
        Role = row.Role,
        ActKind = row.ActKind,
        Gate = row.Gate,
        Outcome = row.Outcome,
        SealedDetails = row.SealedDetails,
    };
}
