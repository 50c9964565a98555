using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Running;

namespace HumanitarianEntry.UnitTests.Workflows;

/// <summary>Published definitions of a test.</summary>
internal sealed class Shelf(params IEnumerable<WorkflowDefinition> definitions) : IPublishedDefinitions
{
    private readonly List<WorkflowDefinition> all = [.. definitions];

    public static WorkflowDefinition Child(string id, string items, string arrows, int version = 1, string variables = "", string inputs = "") =>
        new Drawing { DefinitionId = id, VersionId = $"{id}-v{version}", Inputs = inputs }.With(variables).Build(items, arrows);

    public void Publish(WorkflowDefinition definition) => all.Add(definition);

    public WorkflowDefinition? Newest(string definitionId) => all.LastOrDefault(definition => definition.DefinitionId == definitionId);

    public WorkflowDefinition? Version(string versionId) => all.Find(definition => definition.VersionId == versionId);
}
