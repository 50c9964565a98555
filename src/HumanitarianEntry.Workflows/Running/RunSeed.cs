using System.Collections.Immutable;
using System.Text.Json;

namespace HumanitarianEntry.Workflows.Running;

/// <summary>What a new run is given by what was before it or stands above it.</summary>
internal sealed record RunSeed
{
    /// <summary>First values of some variables, for trying a definition.</summary>
    public IReadOnlyDictionary<string, JsonElement> Variables { get; init; } = ImmutableDictionary<string, JsonElement>.Empty;

    /// <summary>Of the run that ended before, so that no wait id comes twice.</summary>
    public ImmutableSortedDictionary<string, int> Rounds { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    public string? CorrelationId { get; init; }

    public ImmutableArray<Pause> Pauses { get; init; } = [];

    public ImmutableArray<KeptEvent> KeptEvents { get; init; } = [];

    public static RunSeed After(RunState? ended) => ended is null ? new RunSeed() : new RunSeed { Rounds = ended.Rounds };
}
