using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>A staff member's session as the server knows it. The cookie only names it; what stands here decides.</summary>
public sealed class StaffSessionRow
{
    public required Guid Id { get; init; }

    public required Guid StaffId { get; init; }

    /// <summary>The account's security stamp when the session was opened. Whatever changes the stamp ends the session.</summary>
    [MaxLength(256)]
    public string? Stamp { get; set; }

    /// <summary>How the person proved who he is: "code" or "passkey".</summary>
    [MaxLength(16)]
    public required string ProvedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Exact to a few minutes.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>One link of the chain of account changes, of which an installation has one.</summary>
public sealed class AccountAuditRow
{
    /// <summary>1 for the first entry, no gaps.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who changed it; the program itself for the operator's verbs.</summary>
    public required Guid ActorId { get; init; }

    /// <summary>The account that was changed.</summary>
    public required Guid AccountId { get; init; }

    [MaxLength(64)]
    public required string Kind { get; init; }

    /// <summary>Sealed with the installation's key; null when there are none.</summary>
    public byte[]? SealedDetails { get; init; }

    [MaxLength(32)]
    public required byte[] PreviousHash { get; init; }

    [MaxLength(32)]
    public required byte[] Hash { get; init; }
}

/// <summary>The head of the chain of account changes; one row.</summary>
public sealed class AccountAuditHeadRow
{
    public required int Id { get; init; }

    /// <summary>Number of the last entry; two writers cannot both move it.</summary>
    public long Sequence { get; set; }

    [MaxLength(32)]
    public byte[] Hash { get; set; } = [];

    /// <summary>Keyed proof over the head, so that cutting off the tail is noticed.</summary>
    [MaxLength(32)]
    public byte[] Proof { get; set; } = [];
}
