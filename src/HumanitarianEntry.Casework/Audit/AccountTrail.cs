using System.Globalization;
using System.Text;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Audit;

/// <summary>What a change of an account or of a programme leaves in the installation's chain.</summary>
/// <param name="AccountId">Empty for a change of a programme, which is of no account.</param>
/// <param name="Details">In clear, such as the roles given; sealed before it is stored. Never a secret.</param>
public sealed record AccountNote(Guid ActorId, Guid AccountId, string Kind, string? Details = null);

/// <summary>The closed list of what can be done to an account, to the programmes and to the keys of other organisations.</summary>
public static class AccountKinds
{
    public const string Created = "account-created";
    public const string RolesChanged = "account-roles-changed";
    public const string Locked = "account-locked";
    public const string Unlocked = "account-unlocked";
    public const string PasswordReset = "account-password-reset";
    public const string SecondFactorReset = "account-second-factor-reset";
    public const string PasswordChanged = "account-password-changed";
    public const string PasskeyAdded = "account-passkey-added";
    public const string PasskeyRemoved = "account-passkey-removed";
    public const string SessionsEnded = "account-sessions-ended";
    public const string ProgrammeProposed = "programme-change-proposed";
    public const string ProgrammeRefused = "programme-change-refused";
    public const string ProgrammeChanged = "programme-changed";
    public const string ReferralTokenIssued = "referral-token-issued";
    public const string ReferralTokenEnded = "referral-token-ended";
    public const string ListInForce = "screening-list-in-force";
    public const string ThresholdsProposed = "screening-thresholds-proposed";
    public const string ThresholdsRefused = "screening-thresholds-refused";
    public const string ThresholdsInForce = "screening-thresholds-in-force";
    public const string AdHocCheck = "ad-hoc-screening";
    public const string RegisterInForce = "military-register-in-force";
    public const string ListMappingChanged = "screening-list-mapping-changed";
}

/// <summary>Appends to the chain of account changes, inside the change's transaction (<see cref="CaseDbContext.BeginWriteAsync"/>).</summary>
public sealed class AccountTrail(KeyVault vault, InstallationSealer sealer, TimeProvider time)
{
    internal const int HeadId = 1;

    /// <summary>Adds the entry and moves the head; stored with the next SaveChanges.</summary>
    public async Task AppendAsync(CaseDbContext db, AccountNote note, CancellationToken cancellationToken)
    {
        if (await db.AccountAuditHeads.SingleOrDefaultAsync(h => h.Id == HeadId, cancellationToken) is not { } head)
        {
            head = new AccountAuditHeadRow { Id = HeadId };
            db.AccountAuditHeads.Add(head);
        }

        var sequence = head.Sequence + 1;
        var entry = new AccountEntry
        {
            Sequence = sequence,
            At = time.GetUtcNow().Stored(),
            ActorId = note.ActorId,
            AccountId = note.AccountId,
            Kind = note.Kind,
            SealedDetails = note.Details is null ? null : sealer.Seal(Context(sequence), Encoding.UTF8.GetBytes(note.Details)),
        };
        var hash = AuditChain.Hash(entry, head.Hash);
        db.AccountAudit.Add(new AccountAuditRow
        {
            Sequence = sequence,
            At = entry.At,
            ActorId = entry.ActorId,
            AccountId = entry.AccountId,
            Kind = entry.Kind,
            SealedDetails = entry.SealedDetails,
            PreviousHash = head.Hash,
            Hash = hash,
        });
        head.Sequence = sequence;
        head.Hash = hash;
        head.Proof = Proof(vault, sequence, hash);
    }

    /// <summary>The details of an entry in clear, or null when it has none.</summary>
    /// <exception cref="SealBrokenException">Changed or moved.</exception>
    public string? DetailsOf(AccountAuditRow entry) => entry.SealedDetails is null ? null : Encoding.UTF8.GetString(sealer.Open(Context(entry.Sequence), entry.SealedDetails));

    internal static AccountEntry EntryOf(AccountAuditRow row) =>
        new() { Sequence = row.Sequence, At = row.At, ActorId = row.ActorId, AccountId = row.AccountId, Kind = row.Kind, SealedDetails = row.SealedDetails };

    // No case has the empty identifier, so a proof of this chain fits no other.
    internal static byte[] Proof(KeyVault vault, long sequence, byte[] hash) => AuditChain.Proof(vault.Purpose(KeyPurpose.AuditHead), Guid.Empty, sequence, hash);

    private static string Context(long sequence) => "account-audit " + sequence.ToString(CultureInfo.InvariantCulture);
}
