using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Deadlines;

/// <summary>How long a gate may stay open.</summary>
/// <param name="InWorkingDays">N days mean N working days; otherwise every hour counts.</param>
public sealed record GateTime(TimeSpan Length, bool InWorkingDays);

/// <summary>The clocks of one programme: how long each gate may stay open by priority, and on whose calendars. Every due date of a gate comes from here.</summary>
public sealed record GateClocks(ImmutableDictionary<(Gate Gate, Priority Priority), GateTime> Times, WorkingTime WorkingDays)
{
    /// <summary>No gate has a clock.</summary>
    public static readonly GateClocks None = new(ImmutableDictionary<(Gate, Priority), GateTime>.Empty, WorkingTime.EveryHour);

    /// <summary>The clock of a gate that opened then; null when the programme sets none. Another priority is another length from the same beginning.</summary>
    /// <param name="pauses">When the case stood still, in order.</param>
    public DeadlineClock? For(Gate gate, Priority priority, DateTimeOffset since, ImmutableArray<ClockPause> pauses) =>
        Times.TryGetValue((gate, priority), out var time)
            ? new DeadlineClock(ClockKind.Gate, since, time.Length, time.InWorkingDays ? WorkingDays : WorkingTime.EveryHour) { Pauses = pauses }
            : null;

    /// <summary>The clock of a gate that is open on this case.</summary>
    public DeadlineClock? For(CaseFile file, OpenGate open) => For(open.Gate, file.Priority, open.Since, file.Position.Standstills);
}
