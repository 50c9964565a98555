using System.Collections.Immutable;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Validation;

/// <summary>What the program around the engine knows. A definition may name nothing else (V14, V15).</summary>
public sealed record DefinitionHost
{
    /// <summary>Tasks by name.</summary>
    public required IReadOnlyDictionary<string, HostTask> Tasks { get; init; }

    public required IReadOnlySet<string> Roles { get; init; }

    /// <summary>Names that Event may wait for and PublishEvent may publish.</summary>
    public required IReadOnlySet<string> Events { get; init; }

    /// <summary>Compartments a task may open; empty: not checked.</summary>
    public IReadOnlySet<string> Compartments { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Clocks of the programme; empty: not checked.</summary>
    public IReadOnlySet<string> Clocks { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Other definitions by id, with the ids that each dispatches.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Dispatches { get; init; } = ImmutableDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>The same host with these definitions beside it, so that they may dispatch each other.</summary>
    public DefinitionHost Knowing(IEnumerable<WorkflowDefinition> definitions) => this with
    {
        Dispatches = definitions.GroupBy(definition => definition.DefinitionId, StringComparer.Ordinal).ToDictionary(
            versions => versions.Key,
            IReadOnlyList<string> (versions) => [.. versions.SelectMany(version => version.Activities.Values.OfType<DispatchWorkflowActivity>()).Select(dispatch => dispatch.DefinitionId).Distinct(StringComparer.Ordinal)],
            StringComparer.Ordinal),
    };
}

/// <summary>A task the host can carry out. A gate declares outcomes, and then its whole payload is demanded; a task without outcomes leaves its result free.</summary>
public sealed record HostTask(ImmutableArray<string> Outcomes, bool NeedsFourEyes = false)
{
    public static HostTask Free { get; } = new([]);
}
