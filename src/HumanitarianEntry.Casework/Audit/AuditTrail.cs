using System.Globalization;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;

namespace HumanitarianEntry.Casework.Audit;

/// <summary>What an act leaves in the audit chain of its case.</summary>
public sealed record AuditNote
{
    public required DateTimeOffset At { get; init; }

    public required Guid ActorId { get; init; }

    public required string Role { get; init; }

    public required string ActKind { get; init; }

    public string? Gate { get; init; }

    public string? Outcome { get; init; }

    /// <summary>Reason and details in clear; sealed with the case's audit key. Null when there are none.</summary>
    public byte[]? Details { get; init; }
}

/// <summary>Appends to the chain of a case, inside the act's transaction. The case row's token keeps two acts from writing the same link.</summary>
public sealed class AuditTrail(KeyVault vault)
{
    /// <summary>Adds the entry to the context and moves the head on the (tracked) case row; stored with the act's SaveChanges. May be called several times in one act.</summary>
    public AuditEntryRow Append(CaseDbContext db, CaseRow row, CaseKeys keys, AuditNote note)
    {
        if (row.Id != keys.CaseId)
        {
            throw new ArgumentException("The keys are of another case.", nameof(keys));
        }

        var sequence = row.AuditSequence + 1;
        var entry = new AuditEntry
        {
            CaseId = row.Id,
            Sequence = sequence,
            At = note.At.Stored(),
            ActorId = note.ActorId,
            Role = note.Role,
            ActKind = note.ActKind,
            Gate = note.Gate,
            Outcome = note.Outcome,
            SealedDetails = note.Details is null ? null : keys.Seal(SealedScopes.Audit, Context(sequence), note.Details),
        };
        var hash = AuditChain.Hash(entry, row.AuditHash);
        var added = new AuditEntryRow
        {
            CaseId = entry.CaseId,
            Sequence = sequence,
            At = entry.At,
            ActorId = entry.ActorId,
            Role = entry.Role,
            ActKind = entry.ActKind,
            Gate = entry.Gate,
            Outcome = entry.Outcome,
            SealedDetails = entry.SealedDetails,
            PreviousHash = row.AuditHash,
            Hash = hash,
        };
        db.AuditEntries.Add(added);
        row.AuditSequence = sequence;
        row.AuditHash = hash;
        row.AuditProof = AuditChain.Proof(vault.Purpose(KeyPurpose.AuditHead), row.Id, sequence, hash);
        return added;
    }

    /// <summary>The details of an entry in clear, or null when it has none.</summary>
    /// <exception cref="SealBrokenException">Changed or moved.</exception>
    public static byte[]? OpenDetails(CaseKeys keys, AuditEntryRow entry) =>
        entry.SealedDetails is null ? null : keys.Open(SealedScopes.Audit, Context(entry.Sequence), entry.SealedDetails);

    private static string Context(long sequence) => "audit " + sequence.ToString(CultureInfo.InvariantCulture);
}
