using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>Who works on a case, in which role, from when to when.</summary>
public sealed class AssignmentRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid StaffId { get; init; }

    [MaxLength(32)]
    public required string Role { get; init; }

    public required DateTimeOffset Since { get; init; }

    public DateTimeOffset? Until { get; set; }

    public required Guid By { get; init; }

    /// <summary>The recipient for which a liaison is on the case; null for everybody else, and for a liaison of all its posts.</summary>
    [MaxLength(200)]
    public string? Post { get; init; }
}

/// <summary>A wait of the workflow run: a task, an event or a clock that somebody or something will answer. Kinds that begin with "legal-" are legal days of the person, which no run waits for.</summary>
public sealed class WaitRow
{
    public required Guid CaseId { get; init; }

    [MaxLength(128)]
    public required string WaitId { get; init; }

    [MaxLength(32)]
    public required string Kind { get; init; }

    [MaxLength(32)]
    public string? Gate { get; init; }

    [MaxLength(32)]
    public string? Role { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Null when there is no clock, and while it stands still before its end.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>When somebody must be told of the clock again; null when it has no mark ahead, stands still, or the wait is over.</summary>
    public DateTimeOffset? NextMarkAt { get; set; }

    /// <summary>The last mark of the clock that was told; the next one follows it.</summary>
    [MaxLength(16)]
    public string? MarkTold { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>A clock armed for a wait; firing is idempotent by wait.</summary>
public sealed class TimerRow
{
    public required Guid CaseId { get; init; }

    [MaxLength(128)]
    public required string WaitId { get; init; }

    public required DateTimeOffset DueAt { get; set; }

    /// <summary>When it fired or was cancelled; null while it is armed.</summary>
    public DateTimeOffset? FiredAt { get; set; }
}

/// <summary>An act that was done. The key makes a repeat return the first result.</summary>
public sealed class ActRow
{
    /// <summary>The idempotency key the caller chose.</summary>
    [MaxLength(200)]
    public required string Key { get; init; }

    public required Guid ActId { get; init; }

    public required Guid CaseId { get; init; }

    [MaxLength(64)]
    public required string Kind { get; init; }

    public required Guid ActorId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What the first call answered: identifiers and outcome names only.</summary>
    public required string ResultJson { get; init; }
}
