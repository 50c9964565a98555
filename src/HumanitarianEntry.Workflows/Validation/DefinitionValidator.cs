using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Validation;

/// <summary>The publish-time rules V0..V15 (design: engine 10.4). An empty answer means: may be published.</summary>
public static class DefinitionValidator
{
    public static IReadOnlyList<DefinitionFinding> Validate(WorkflowDefinition definition, DefinitionHost host) =>
        Sorted(definition, [.. ValidateStructure(definition), .. HostRules.Check(definition, host)]);

    /// <summary>The rules that need no host: all but V14 and the circles of V15 over other definitions.</summary>
    public static IReadOnlyList<DefinitionFinding> ValidateStructure(WorkflowDefinition definition)
    {
        var plan = definition.Plan;
        return Sorted(
            definition,
            [
                .. definition.Findings,
                .. plan.Activities.Values.SelectMany(activity => activity.Findings),
                .. PortRules.Check(plan),
                .. RegionRules.Check(plan),
                .. LoopRules.Check(plan),
                .. VariableRules.Check(definition),
                .. HostRules.CheckItself(definition),
            ]);
    }

    private static List<DefinitionFinding> Sorted(WorkflowDefinition definition, IEnumerable<DefinitionFinding> findings) =>
        [.. findings.Distinct()
            .Select(finding => finding.Line is not null ? finding : finding with { Line = finding.ActivityId is { } id ? definition.Activities[id].Line : 1 })
            .OrderBy(finding => int.Parse(finding.Code.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture))
            .ThenBy(finding => finding.ActivityId, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)
            .Distinct()];
}
