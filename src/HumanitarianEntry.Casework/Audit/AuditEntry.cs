using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.Audit;

/// <summary>One entry of a case's audit chain, without its hash. Instants are in whole microseconds UTC.</summary>
public sealed record AuditEntry
{
    public required Guid CaseId { get; init; }

    /// <summary>1 for the first, no gaps.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ActorId { get; init; }

    public required string Role { get; init; }

    public required string ActKind { get; init; }

    public string? Gate { get; init; }

    public string? Outcome { get; init; }

    /// <summary>Null when there are no details; hashed as sealed, so that the chain still verifies after the key is destroyed.</summary>
    public byte[]? SealedDetails { get; init; }
}

/// <summary>One read of case content.</summary>
public sealed record ReadEntry
{
    public required DateTimeOffset At { get; init; }

    public required Guid ActorId { get; init; }

    public required Guid CaseId { get; init; }

    public required string Compartment { get; init; }

    public required string Purpose { get; init; }
}

/// <summary>One change of an account.</summary>
public sealed record AccountEntry
{
    /// <summary>1 for the first, no gaps.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ActorId { get; init; }

    public required Guid AccountId { get; init; }

    public required string Kind { get; init; }

    public byte[]? SealedDetails { get; init; }
}

/// <summary>The first thing wrong with a chain.</summary>
/// <param name="Sequence">The entry that is broken or missing.</param>
/// <param name="Reason">What is wrong, in one plain line.</param>
public sealed record AuditFault(long Sequence, Sentence Reason);
