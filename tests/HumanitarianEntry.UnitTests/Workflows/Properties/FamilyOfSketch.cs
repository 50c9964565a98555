using System.Collections.Immutable;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;
using HumanitarianEntry.Workflows.Running;

namespace HumanitarianEntry.UnitTests.Workflows.Properties;

/// <summary>The boxes of a sketch as definitions of their own. Every run has its own variables, so what is set is set in all of them, and runs that start later begin with it.</summary>
internal sealed class FamilyOfSketch(Sketch sketch) : IPublishedDefinitions
{
    private readonly Dictionary<string, Sketch> bodies = sketch.Levels.SelectMany(level => level.Inner).ToDictionary(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkflowDefinition> versions = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);

    public WorkflowDefinition Root => sketch.ToFamily(ValueOf);

    public WorkflowDefinition? Newest(string definitionId)
    {
        var versionId = $"{definitionId}-{string.Join('-', values.Where(value => value.Value == "1").Select(value => value.Key))}";
        if (!versions.ContainsKey(versionId)) versions[versionId] = bodies[definitionId].ToFamily(ValueOf, definitionId, versionId);
        return versions[versionId];
    }

    public WorkflowDefinition? Version(string versionId) => versions[versionId];

    public RunState Set(RunState run, string name, string value)
    {
        values[name] = value;
        return run with
        {
            Variables = run.Variables.ContainsKey(name) ? run.Variables.SetItem(name, Values.Of(value)) : run.Variables,
            Children = run.Children.ToImmutableSortedDictionary(child => child.Key, child => Set(child.Value, name, value), StringComparer.Ordinal),
        };
    }

    private string ValueOf(string name) => values.GetValueOrDefault(name, "0");
}
