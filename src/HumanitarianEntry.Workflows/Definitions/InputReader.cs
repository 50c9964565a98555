using System.Text.Json;
using System.Text.Json.Nodes;
using HumanitarianEntry.Workflows.Expressions;

namespace HumanitarianEntry.Workflows.Definitions;

/// <summary>Reads the wrapped inputs of one box: <c>{"typeName":..,"expression":{"type":..,"value":..}}</c>.</summary>
internal sealed class InputReader(JsonFields fields, JsonObject box, Action<string> find)
{
    public void Find(string message) => find(message);

    public string? Custom(string name) => box["customProperties"] is JsonObject custom ? fields.TextOrNull(custom, name) : null;

    public bool CustomTruth(string name) => box["customProperties"] is JsonObject custom && custom[name] is not null && fields.Truth(custom, name);

    public Expression Required(string name)
    {
        if (box[name] is not null) return Read(name);
        find($"input '{name}' is missing, so the step could not be done; fill it in");
        return new UnreadableExpression(string.Empty, $"input '{name}' is missing");
    }

    public Expression Optional(string name) => box[name] is null ? new LiteralExpression(Values.Null) : Read(name);

    public string RequiredText(string name)
    {
        var text = OptionalText(name);
        if (string.IsNullOrEmpty(text)) find($"input '{name}' is empty, so nobody would know what is meant; write a fixed text");
        return text ?? string.Empty;
    }

    public string? OptionalText(string name)
    {
        if (box[name] is null) return null;
        var expression = Read(name);
        if (expression is LiteralExpression literal && Values.IsNothing(literal.Value)) return null;
        if (expression is LiteralExpression { Value: { ValueKind: JsonValueKind.String } value }) return value.GetString();
        find($"input '{name}' is computed, so it cannot be checked before a case depends on it; write a fixed text");
        return null;
    }

    public bool Truth(string name)
    {
        if (Optional(name) is LiteralExpression literal)
        {
            if (Values.IsNothing(literal.Value)) return false;
            if (literal.Value.ValueKind is JsonValueKind.True or JsonValueKind.False) return literal.Value.GetBoolean();
            if (literal.Value.ValueKind == JsonValueKind.String && bool.TryParse(literal.Value.GetString(), out var truth)) return truth;
        }
        find($"input '{name}' is computed, so it cannot be checked before a case depends on it; write a fixed true or false");
        return false;
    }

    public string? ResultVariableId()
    {
        if (box["result"] is null) return null;
        if (fields.ObjectOrNull(fields.Object(box, "result"), "memoryReference") is { } reference && fields.TextOrNull(reference, "id") is { } found) return found;
        find("'result' is bound to nothing, so the answer would be lost; bind it to a variable by memoryReference.id");
        return null;
    }

    /// <summary>Reads <c>{"type":..,"value":..}</c>.</summary>
    public Expression Expression(JsonObject expression)
    {
        var type = fields.Text(expression, "type");
        var value = expression["value"];
        return type switch
        {
            "Literal" => new LiteralExpression(Element(value)),
            "Object" => ReadObject(value),
            "Variable" => Named(value, "name", name => new VariableExpression(name)),
            "Input" => Named(value, "name", name => new InputExpression(name)),
            "JavaScript" => ReadJavaScript(value),
            _ => Unreadable(value?.ToJsonString() ?? string.Empty, $"expressions of type '{type}' are program code; use Literal, Object, Variable, Input or the small JavaScript grammar"),
        };
    }

    private Expression Read(string name) =>
        box[name] is JsonObject wrapper && wrapper["expression"] is JsonObject expression
            ? Expression(expression)
            : Unreadable(box[name]?.ToJsonString() ?? string.Empty, $"input '{name}' has no 'expression', so it has no value; wrap it as {{\"typeName\":..,\"expression\":{{\"type\":\"Literal\",\"value\":..}}}}");

    private Expression ReadJavaScript(JsonNode? value)
    {
        var text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : string.Empty;
        try
        {
            return ExpressionParser.Parse(text);
        }
        catch (ExpressionException unreadable)
        {
            return Unreadable(text, $"the expression '{text}' is outside the grammar ({unreadable.Message}), and program code is never run; use getVariable, getInput, getCorrelationId, members and comparisons");
        }
    }

    private Expression ReadObject(JsonNode? value)
    {
        if (value?.GetValueKind() != JsonValueKind.String) return new LiteralExpression(Element(value));
        var text = value.GetValue<string>();
        try
        {
            return new LiteralExpression(Values.OfJson(text));
        }
        catch (JsonException unreadable)
        {
            return Unreadable(text, $"an Object expression does not hold JSON ({unreadable.Message}), so it has no value; write JSON");
        }
    }

    private Expression Named(JsonNode? value, string field, Func<string, Expression> make)
    {
        var name = value is JsonObject named ? fields.TextOrNull(named, field) : value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        return name is null ? Unreadable(value?.ToJsonString() ?? string.Empty, "an expression names no variable or input, so it has no value; choose one") : make(name);
    }

    private UnreadableExpression Unreadable(string text, string reason)
    {
        find(reason);
        return new UnreadableExpression(text, reason);
    }

    private static JsonElement Element(JsonNode? value) => value is null ? Values.Null : JsonSerializer.SerializeToElement(value);
}
