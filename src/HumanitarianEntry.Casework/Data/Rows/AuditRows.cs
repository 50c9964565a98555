using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>One link of a case's hash chain.</summary>
public sealed class AuditEntryRow
{
    public required Guid CaseId { get; init; }

    /// <summary>1 for the first entry of the case, no gaps.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ActorId { get; init; }

    [MaxLength(32)]
    public required string Role { get; init; }

    [MaxLength(64)]
    public required string ActKind { get; init; }

    [MaxLength(32)]
    public string? Gate { get; init; }

    [MaxLength(64)]
    public string? Outcome { get; init; }

    /// <summary>Reason and details, sealed with the case's audit key; null when there are none.</summary>
    public byte[]? SealedDetails { get; init; }

    [MaxLength(32)]
    public required byte[] PreviousHash { get; init; }

    [MaxLength(32)]
    public required byte[] Hash { get; init; }
}

/// <summary>One read of case content, a link of the chain of its day.</summary>
public sealed class ReadLogRow
{
    /// <summary>The UTC day as yyyymmdd.</summary>
    public required int Day { get; init; }

    /// <summary>1 for the first read of the day, no gaps.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ActorId { get; init; }

    public required Guid CaseId { get; init; }

    [MaxLength(32)]
    public required string Compartment { get; init; }

    [MaxLength(64)]
    public required string Purpose { get; init; }

    [MaxLength(32)]
    public required byte[] PreviousHash { get; init; }

    [MaxLength(32)]
    public required byte[] Hash { get; init; }
}

/// <summary>Something about a case that left the system.</summary>
public sealed class DisclosureRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The receiver's function (a post, a ministry), never a person's name.</summary>
    [MaxLength(128)]
    public required string RecipientFunction { get; init; }

    [MaxLength(64)]
    public required string Purpose { get; init; }

    /// <summary>What was sent under which consent, sealed with the case's disclosure key.</summary>
    public required byte[] SealedDetails { get; init; }
}
