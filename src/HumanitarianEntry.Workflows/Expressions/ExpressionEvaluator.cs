using System.Text.Json;

namespace HumanitarianEntry.Workflows.Expressions;

/// <summary>Where an expression finds its names.</summary>
internal interface IExpressionScope
{
    JsonElement Variable(string name);

    JsonElement Input(string name);

    string? CorrelationId { get; }
}

/// <summary>
/// Evaluates as JavaScript would, so that the same file means the same on Elsa. Where JavaScript would coerce (1 == "1") this refuses instead:
/// a condition that only holds by coercion is a mistake in the drawing, and must not decide about a person.
/// </summary>
internal static class ExpressionEvaluator
{
    public static JsonElement Evaluate(Expression expression, IExpressionScope scope) => expression switch
    {
        LiteralExpression literal => literal.Value,
        VariableExpression variable => scope.Variable(variable.Name),
        InputExpression input => scope.Input(input.Name),
        CorrelationIdExpression => Values.Of(scope.CorrelationId),
        MemberExpression member => Member(Evaluate(member.Target, scope), member.Name),
        NotExpression not => Values.Of(!IsTruthy(Evaluate(not.Operand, scope))),
        BinaryExpression binary => Binary(binary, scope),
        UnreadableExpression unreadable => throw new ExpressionException($"cannot be evaluated: {unreadable.Reason}"),
        _ => throw new ExpressionException($"unknown expression {expression.GetType().Name}"),
    };

    public static bool IsTruthy(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False => false,
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Number => value.GetDouble() != 0,
        JsonValueKind.True or JsonValueKind.Object or JsonValueKind.Array => true,
        _ => throw new ExpressionException($"unknown kind of value {value.ValueKind}"),
    };

    private static JsonElement Member(JsonElement target, string name)
    {
        if (target.ValueKind == JsonValueKind.Object) return target.TryGetProperty(name, out var found) ? found : default;
        throw new ExpressionException($"cannot read '{name}' of a value of kind {target.ValueKind}");
    }

    private static JsonElement Binary(BinaryExpression binary, IExpressionScope scope)
    {
        var left = Evaluate(binary.Left, scope);
        return binary.Operator switch
        {
            BinaryOperator.And => IsTruthy(left) ? Evaluate(binary.Right, scope) : left,
            BinaryOperator.Or => IsTruthy(left) ? left : Evaluate(binary.Right, scope),
            BinaryOperator.Equal => Values.Of(AreEqual(left, Evaluate(binary.Right, scope))),
            BinaryOperator.NotEqual => Values.Of(!AreEqual(left, Evaluate(binary.Right, scope))),
            BinaryOperator.Less => Values.Of(Compare(left, Evaluate(binary.Right, scope)) < 0),
            BinaryOperator.LessOrEqual => Values.Of(Compare(left, Evaluate(binary.Right, scope)) <= 0),
            BinaryOperator.Greater => Values.Of(Compare(left, Evaluate(binary.Right, scope)) > 0),
            BinaryOperator.GreaterOrEqual => Values.Of(Compare(left, Evaluate(binary.Right, scope)) >= 0),
        };
    }

    private static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (Values.IsNothing(left) || Values.IsNothing(right)) return Values.IsNothing(left) && Values.IsNothing(right);
        return (left.ValueKind, right.ValueKind) switch
        {
            (JsonValueKind.String, JsonValueKind.String) => string.Equals(left.GetString(), right.GetString(), StringComparison.Ordinal),
            (JsonValueKind.Number, JsonValueKind.Number) => left.GetDouble().Equals(right.GetDouble()),
            (JsonValueKind.True or JsonValueKind.False, JsonValueKind.True or JsonValueKind.False) => left.ValueKind == right.ValueKind,
            _ => throw new ExpressionException($"cannot compare a value of kind {left.ValueKind} with one of kind {right.ValueKind}"),
        };
    }

    private static int Compare(JsonElement left, JsonElement right) => (left.ValueKind, right.ValueKind) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => string.CompareOrdinal(left.GetString(), right.GetString()),
        (JsonValueKind.Number, JsonValueKind.Number) => left.GetDouble().CompareTo(right.GetDouble()),
        _ => throw new ExpressionException($"cannot order a value of kind {left.ValueKind} against one of kind {right.ValueKind}"),
    };
}
