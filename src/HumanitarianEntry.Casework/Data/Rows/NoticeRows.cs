using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>Work outside the transaction, asked for inside it. A worker leases it, does it at least once, and marks it done.</summary>
public sealed class OutboxRow
{
    public required Guid Id { get; init; }

    public Guid? CaseId { get; init; }

    [MaxLength(64)]
    public required string Kind { get; init; }

    /// <summary>JSON with identifiers only.</summary>
    public required string Payload { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public Guid? LeasedBy { get; set; }

    public DateTimeOffset? DoneAt { get; set; }

    /// <summary>A code from our own list; never a message from outside, which may carry an address.</summary>
    [MaxLength(64)]
    public string? LastErrorCode { get; set; }

    /// <summary>Stable over retries, so that a receiver can drop a repeat.</summary>
    [MaxLength(128)]
    public string? MessageId { get; init; }
}

/// <summary>A notice read inside the system.</summary>
public sealed class InsideNoticeRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The person told; null when everybody of the audience on the case is told.</summary>
    public Guid? RecipientId { get; init; }

    /// <summary>A role, or "applicant".</summary>
    [MaxLength(32)]
    public required string Audience { get; init; }

    [MaxLength(32)]
    public required string Gate { get; init; }

    [MaxLength(64)]
    public required string Outcome { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}
