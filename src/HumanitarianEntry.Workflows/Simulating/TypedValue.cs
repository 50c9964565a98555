using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;

namespace HumanitarianEntry.Workflows.Simulating;

/// <summary>Turns a word typed by a person into the value that the drawing compares.</summary>
internal static class TypedValue
{
    /// <exception cref="ExpressionException">The word does not fit the variable.</exception>
    public static JsonElement Read(WorkflowDefinition definition, string variableName, string text)
    {
        var variable = definition.VariableByName(variableName)!;
        var use = definition.Plan.Uses.GetValueOrDefault(variableName);
        var value = ReadPlain(variable.TypeName, use?.OnlyKind, text);
        if (use is { WantsOutcomeObject: true } && variable.TypeName is "Object" or "ObjectDictionary" && value.ValueKind == JsonValueKind.String) value = Outcome.ObjectOf(value);
        return Values.Fit(value, variable);
    }

    /// <summary>A result that is bound to no variable.</summary>
    public static JsonElement ReadPlain(string text) => ReadPlain("Object", comparedWith: JsonValueKind.String, text);

    private static JsonElement ReadPlain(string typeName, JsonValueKind? comparedWith, string text)
    {
        if (typeName is "Object" or "ObjectDictionary" && text is ['{' or '[' or '"', ..]) return Json(text);
        if (text == "null" && typeName != "String") return Values.Null;
        return typeName switch
        {
            "Boolean" when text is "0" or "1" => Values.Of(text == "1"),
            "Object" when comparedWith == JsonValueKind.True && bool.TryParse(text, out var truth) => Values.Of(truth),
            "Object" when comparedWith == JsonValueKind.Number && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonSerializer.SerializeToElement(number),
            _ => Values.Of(text),
        };
    }

    private static JsonElement Json(string text)
    {
        try
        {
            return Values.OfJson(text);
        }
        catch (JsonException unreadable)
        {
            throw new ExpressionException($"'{text}' is not JSON: {unreadable.Message}");
        }
    }
}
