using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;

namespace HumanitarianEntry.Workflows.Graphs;

/// <summary>How the conditions of a definition look at one variable: as a plain value, or at its <c>outcome</c>; and with values of which kinds they compare it.</summary>
internal sealed class VariableUse
{
    private readonly HashSet<JsonValueKind> kinds = [];
    private bool isReadPlainly;
    private bool isReadByOutcome;

    /// <summary>True when a result must be an object with the word in <c>outcome</c> for the drawing to see it.</summary>
    public bool WantsOutcomeObject => isReadByOutcome && !isReadPlainly;

    /// <summary>The only kind of literal it is compared with, null when there is none or several.</summary>
    public JsonValueKind? OnlyKind => kinds.Count == 1 ? kinds.First() : null;

    public static IReadOnlyDictionary<string, VariableUse> Of(IEnumerable<Activity> activities)
    {
        var uses = new Dictionary<string, VariableUse>(StringComparer.Ordinal);
        foreach (var expression in activities.SelectMany(Walk.Inputs)) Visit(expression, uses);
        return uses;
    }

    private static void Visit(Expression expression, Dictionary<string, VariableUse> uses)
    {
        switch (expression)
        {
            case VariableExpression variable:
                At(variable.Name, uses).isReadPlainly = true;
                break;
            case MemberExpression { Target: VariableExpression target } member:
                var use = At(target.Name, uses);
                if (member.Name == Outcome.Field) use.isReadByOutcome = true;
                break;
            case MemberExpression member:
                Visit(member.Target, uses);
                break;
            case NotExpression not:
                Visit(not.Operand, uses);
                break;
            case BinaryExpression binary:
                Compare(binary, uses);
                break;
        }
    }

    private static void Compare(BinaryExpression binary, Dictionary<string, VariableUse> uses)
    {
        foreach (var (side, other) in new[] { (binary.Left, binary.Right), (binary.Right, binary.Left) })
        {
            var isNullCheck = other is LiteralExpression { Value.ValueKind: JsonValueKind.Null };
            var name = side is VariableExpression plain ? plain.Name : side is MemberExpression { Name: Outcome.Field, Target: VariableExpression held } ? held.Name : null;
            if (name is not null && !isNullCheck && other is LiteralExpression { Value.ValueKind: var kind }) At(name, uses).kinds.Add(kind is JsonValueKind.False ? JsonValueKind.True : kind);
            // Whether something is there at all can be asked of either shape.
            if (!(isNullCheck && side is VariableExpression)) Visit(side, uses);
        }
    }

    private static VariableUse At(string name, Dictionary<string, VariableUse> uses)
    {
        if (!uses.TryGetValue(name, out var use)) uses[name] = use = new VariableUse();
        return use;
    }
}
