using System.Collections.Immutable;
using System.Text.Json;
using HumanitarianEntry.Workflows.Expressions;

namespace HumanitarianEntry.Workflows.Running;

/// <summary>
/// Something that happened to a run. <paramref name="Id"/> is unique: a repeat changes nothing and gets the first answer.
/// Address waits by their id; an activity id is accepted for people and tests and means the wait open there now.
/// </summary>
public abstract record Stimulus(string Id);

/// <summary>A task was done. The result is the outcome word, or an object with the word in <c>outcome</c>; an undefined one leaves the bound variable alone.</summary>
public sealed record TaskCompleted(string Id, string Wait, JsonElement Result) : Stimulus(Id)
{
    public TaskCompleted(string id, string wait, string? result)
        : this(id, wait, Values.Of(result))
    {
    }
}

public sealed record EventReceived(string Id, string Name, JsonElement Payload) : Stimulus(Id)
{
    /// <summary>For which case it came; null: the host has found the run already. Another case's event is refused.</summary>
    public string? CorrelationId { get; init; }

    public EventReceived(string id, string name)
        : this(id, name, Values.Null)
    {
    }
}

public sealed record TimerFired(string Id, string Wait) : Stimulus(Id);

/// <summary>A child run ended (design: engine rule S15).</summary>
public sealed record ChildFinished(string Id, string Wait, JsonElement Result) : Stimulus(Id);

/// <summary>Do again what ended in an incident.</summary>
public sealed record Retry(string Id, string IncidentId) : Stimulus(Id);

/// <summary>Stand still: emergency, parked, sealed. <paramref name="AcceptedEvents"/> are those of the side path, such as a withdrawal.</summary>
public sealed record PauseRun(string Id, string Reason, ImmutableArray<string> AcceptedEvents) : Stimulus(Id);

/// <summary>Lift one pause; the run goes on when none is left.</summary>
public sealed record ResumeRun(string Id, string Reason) : Stimulus(Id);

/// <summary>A correction from outside, made by an audited act of the host.</summary>
public sealed record VariableSet(string Id, string Name, JsonElement Value) : Stimulus(Id);

public enum StimulusVerdict
{
    /// <summary>The run moved.</summary>
    Accepted,

    /// <summary>An early event, kept until somebody waits for it.</summary>
    Kept,

    /// <summary>The wait is gone. Recorded, no effect.</summary>
    TooLate,

    /// <summary>Not possible now or not for this definition. Nothing was recorded: the same stimulus may be brought again.</summary>
    Refused,
}

/// <summary>What became of a stimulus. <paramref name="IsRepeat"/>: answered before, nothing done this time.</summary>
public sealed record StimulusResult(string StimulusId, StimulusVerdict Verdict, string? Reason = null, bool IsRepeat = false);
