using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Validation;

/// <summary>The publish-time rules V0..V15 (design: engine 10.4). An empty answer means: may be published.</summary>
public static class DefinitionValidator
{
    public static IReadOnlyList<DefinitionFinding> Validate(WorkflowDefinition definition, DefinitionHost host) =>
        Sorted(definition, [.. ValidateStructure(definition), .. HostRules.Check(definition, host)]);

    /// <summary>The rules that need no host: all but V14 and V15.</summary>
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
            ]);
    }

    private static List<DefinitionFinding> Sorted(WorkflowDefinition definition, IEnumerable<DefinitionFinding> findings) =>
        [.. findings.Distinct()
            .Select(finding => finding.Line is null && finding.ActivityId is { } id ? finding with { Line = definition.Activities[id].Line } : finding)
            .OrderBy(finding => int.Parse(finding.Code.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture))
            .ThenBy(finding => finding.ActivityId, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)
            .Distinct()];
}
