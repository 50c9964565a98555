using System.Collections.Immutable;
using System.Text.Json;

namespace HumanitarianEntry.Workflows.Running;

public enum RunStatus
{
    Running,
    Finished,
}

/// <summary>The whole position of one run. Immutable; pinned to one version of a definition; its size does not grow with the number of loops.</summary>
public sealed record RunState
{
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    public required string DefinitionId { get; init; }

    public required string VersionId { get; init; }

    public required RunStatus Status { get; init; }

    /// <summary>When the run was started; a case that begins again starts a new run.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How the run ended; null while it runs.</summary>
    public string? Outcome { get; init; }

    public string? CorrelationId { get; init; }

    public ImmutableSortedDictionary<string, JsonElement> Inputs { get; init; } = ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    /// <summary>Values by variable name.</summary>
    public ImmutableSortedDictionary<string, JsonElement> Variables { get; init; } = ImmutableSortedDictionary.Create<string, JsonElement>(StringComparer.Ordinal);

    public ImmutableArray<Wait> Waits { get; init; } = [];

    public ImmutableArray<Incident> Incidents { get; init; } = [];

    public ImmutableArray<JoinTokens> Joins { get; init; } = [];

    public ImmutableArray<KeptEvent> KeptEvents { get; init; } = [];

    public ImmutableArray<Pause> Pauses { get; init; } = [];

    /// <summary>Runs that this run has started and that still run, by the id of the wait that holds them, or an id of their own when nobody waits.</summary>
    public ImmutableSortedDictionary<string, RunState> Children { get; init; } = ImmutableSortedDictionary.Create<string, RunState>(StringComparer.Ordinal);

    /// <summary>How often each activity was given a wait or an incident; makes their ids.</summary>
    public ImmutableSortedDictionary<string, int> Rounds { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>The stimuli already answered, oldest first; see <see cref="StimulusMemory"/>.</summary>
    public ImmutableArray<string> Answered { get; init; } = [];

    public bool IsPaused => !Pauses.IsEmpty;

    /// <summary>The activities at which the run stands, in order: the position that people and traces compare.</summary>
    public IReadOnlyList<string> Position => [.. Waits.Select(wait => wait.ActivityId).Order(StringComparer.Ordinal)];
}
