using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;

namespace HumanitarianEntry.Workflows.Validation;

/// <summary>V13: every name in a condition exists, has a type, and is compared with words it can really hold.</summary>
internal static class VariableRules
{
    public static IEnumerable<DefinitionFinding> Check(WorkflowDefinition definition) =>
        CheckDeclarations(definition).Concat(definition.Activities.Values.SelectMany(activity => CheckActivity(definition, activity)));

    private static IEnumerable<DefinitionFinding> CheckDeclarations(WorkflowDefinition definition)
    {
        foreach (var variable in definition.Variables)
        {
            if (!Variable.TypeNames.Contains(variable.TypeName))
            {
                yield return new DefinitionFinding(
                    "V13", null,
                    $"variable '{variable.Name}' has the unknown type '{variable.TypeName}', so nobody knows how to compare it; "
                    + $"use one of {string.Join(", ", Variable.TypeNames)}");
                continue;
            }
            if (variable.InitialText is not null && !Fits(variable))
                yield return new DefinitionFinding(
                    "V13", null,
                    $"the first value of variable '{variable.Name}' does not fit its type {variable.TypeName}, so no case could start; change the value or the type");
        }
    }

    private static IEnumerable<DefinitionFinding> CheckActivity(WorkflowDefinition definition, Activity activity)
    {
        foreach (var id in VariableIds(activity).Where(id => definition.VariableById(id) is null))
            yield return new DefinitionFinding(
                "V13", activity.Id,
                $"the variable id '{id}' is not declared, so the result would be lost; "
                + "declare it on the document");
        if (activity is FinishActivity { OutcomeVariable: { } outcome } && definition.VariableByName(outcome) is null)
            yield return new DefinitionFinding("V13", activity.Id, $"the variable '{outcome}' that should name the outcome is not declared, so the case could not end; declare it, or give a fixed he:outcome");
        foreach (var part in Walk.Inputs(activity).SelectMany(Walk.Parts))
        {
            if (part is VariableExpression variable && definition.VariableByName(variable.Name) is null)
                yield return new DefinitionFinding(
                    "V13", activity.Id,
                    $"the variable '{variable.Name}' is not declared, so the condition could never be answered; declare it with a type, or correct the name");
            if (part is InputExpression input && !definition.Inputs.Contains(input.Name))
                yield return new DefinitionFinding("V13", activity.Id, $"the input '{input.Name}' is not declared, so it would never be given; declare it on the document, or correct the name");
            if (part is BinaryExpression { Operator: BinaryOperator.Equal or BinaryOperator.NotEqual } comparison && ImpossibleWord(definition, comparison) is { } word)
                yield return new DefinitionFinding(
                    "V13", activity.Id,
                    $"the value \"{word}\" can never be there, so this way is never taken; "
                    + "use one of the allowed outcomes of the task that sets the variable");
        }
    }

    private static string? ImpossibleWord(WorkflowDefinition definition, BinaryExpression comparison)
    {
        var (name, literal) = (comparison.Left, comparison.Right) switch
        {
            (VariableExpression left, LiteralExpression right) => (left.Name, right.Value),
            (LiteralExpression left, VariableExpression right) => (right.Name, left.Value),
            _ => (string.Empty, default),
        };
        if (literal.ValueKind != System.Text.Json.JsonValueKind.String || definition.VariableByName(name) is not { } variable) return null;
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var activity in definition.Activities.Values)
        {
            if (!VariableIds(activity).Contains(variable.Id, StringComparer.Ordinal)) continue;
            if (activity is RunTaskActivity { Request.AllowedOutcomes: { IsEmpty: false } outcomes }) words.UnionWith(outcomes);
            else if (activity is SetVariableActivity { Value: LiteralExpression { Value: { ValueKind: System.Text.Json.JsonValueKind.String } set } }) words.Add(set.GetString()!);
            else if (activity is not SetVariableActivity { Value: LiteralExpression }) return null;
        }
        // Without any task that sets it, a variable is a setting of the drawing or of the host, and its words are not known here.
        var isSetByTask = definition.Activities.Values.Any(activity => activity is RunTaskActivity task && task.ResultVariableId == variable.Id);
        if (variable.InitialText is not null) words.Add(variable.InitialText);
        return isSetByTask && !words.Contains(literal.GetString()!) ? literal.GetString() : null;
    }

    private static bool Fits(Variable variable)
    {
        try
        {
            Values.Fit(Values.Of(variable.InitialText), variable);
            return true;
        }
        catch (ExpressionException)
        {
            return false;
        }
    }

    private static IEnumerable<string> VariableIds(Activity activity) => activity switch
    {
        RunTaskActivity { ResultVariableId: { } id } => [id],
        EventActivity { ResultVariableId: { } id } => [id],
        DispatchWorkflowActivity { ResultVariableId: { } id } => [id],
        SetVariableActivity set => [set.VariableId],
        _ => [],
    };
}
