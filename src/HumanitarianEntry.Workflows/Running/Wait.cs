using System.Collections.Immutable;
using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Running;

public enum WaitKind
{
    Task,
    Event,
    Timer,
    Child,
}

/// <summary>A place where the run stands. Its id is the activity's id and the round, such as <c>vetting#2</c>: the same history gives the same ids on every machine.</summary>
public sealed record Wait
{
    public required string Id { get; init; }

    public required string ActivityId { get; init; }

    public required WaitKind Kind { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>What a task asks for; only on <see cref="WaitKind.Task"/>.</summary>
    public TaskRequest? Task { get; init; }

    /// <summary>The event waited for; only on <see cref="WaitKind.Event"/>.</summary>
    public string? EventName { get; init; }

    /// <summary>When the timer is due, pauses included; only on <see cref="WaitKind.Timer"/>.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>A timer that runs on while the run is paused.</summary>
    public bool NeverPauses { get; init; }

    /// <summary>The definition of the child run; only on <see cref="WaitKind.Child"/>.</summary>
    public string? ChildDefinitionId { get; init; }
}

/// <summary>An activity that could not be done. It stays until it is retried; what runs beside it goes on (design: engine rule S9).</summary>
public sealed record Incident(string Id, string? ActivityId, string Code, string Message, DateTimeOffset RaisedAt);

/// <summary>Arrows of a WaitAll join that hold a token of the current round.</summary>
public sealed record JoinTokens(string JoinId, ImmutableArray<string> Arrived);

/// <summary>An event that came before anybody waited for it (design: engine rule S12).</summary>
public sealed record KeptEvent(string Name, JsonElement Payload, DateTimeOffset ReceivedAt);

/// <summary>One reason why the run stands still. Several may hold at once (an emergency while parked).</summary>
public sealed record Pause(string Reason, DateTimeOffset Since, ImmutableArray<string> AcceptedEvents);
