using System.Text.Json;

namespace HumanitarianEntry.Workflows.Running;

/// <summary>What the host has to do in the same transaction. The derived records are all there are.</summary>
public abstract record Effect;

public sealed record WaitOpened(Wait Wait) : Effect;

public enum ClosedBecause
{
    /// <summary>Its stimulus came.</summary>
    Completed,

    /// <summary>Another branch of its race was faster.</summary>
    LostRace,

    /// <summary>The run ended.</summary>
    RunFinished,
}

public sealed record WaitClosed(string WaitId, string ActivityId, ClosedBecause Because) : Effect;

/// <summary>Wake the run with <see cref="TimerFired"/> at the instant; a second arming of the same wait replaces the first.</summary>
public sealed record TimerArmed(string WaitId, DateTimeOffset DueAt) : Effect;

public sealed record TimerCancelled(string WaitId) : Effect;

public sealed record EventPublished(string Name, JsonElement Payload) : Effect;

public sealed record IncidentRaised(Incident Incident) : Effect;

public sealed record IncidentClosed(string IncidentId, ClosedBecause Because) : Effect;

/// <summary>Only of a run outside a <see cref="Family"/>: start a run of another definition; its end comes back as <see cref="ChildFinished"/> when <paramref name="WaitId"/> is given.</summary>
public sealed record ChildRequested(string? WaitId, string DefinitionId, JsonElement Input) : Effect;

public sealed record RunPaused(string Reason) : Effect;

/// <summary>Clocks of open tasks that may pause move by <paramref name="StoodStill"/>.</summary>
public sealed record RunResumed(string Reason, TimeSpan StoodStill) : Effect;

public sealed record RunFinished(string Outcome) : Effect;

/// <summary>The answer of the interpreter: the new position, what to do, what became of the stimulus.</summary>
public sealed record Advance(RunState State, IReadOnlyList<Effect> Effects, StimulusResult Result);
