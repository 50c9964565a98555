using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Running;

/// <summary>Where a run finds the definitions of the runs it starts. The same versions must be found every time: what is published is never edited or taken away.</summary>
public interface IPublishedDefinitions
{
    /// <summary>The version on which new runs of the definition start; null: there is none.</summary>
    WorkflowDefinition? Newest(string definitionId);

    /// <summary>The version to which a running run is pinned; null: it is not there.</summary>
    WorkflowDefinition? Version(string versionId);
}

/// <summary>Under which runs a run stands: what it may start, and what would be a circle.</summary>
/// <param name="Path">Ids of the children on the way down; begins every id below.</param>
internal sealed record Ancestry(IPublishedDefinitions Definitions, IReadOnlyList<string> Above, string Path)
{
    public static Ancestry First(IPublishedDefinitions definitions) => new(definitions, [], string.Empty);

    public Ancestry Under(WorkflowDefinition parent, string childId) => this with { Above = [.. Above, parent.DefinitionId], Path = ChildEffects.IdOf(Path + childId, string.Empty) };
}

/// <summary>A child run could not be started; becomes an incident of its parent (design: engine rule S9).</summary>
internal sealed class ChildException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
