using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Expressions;

/// <summary>JSON values of variables, inputs and payloads.</summary>
public static class Values
{
    public static JsonElement Null { get; } = JsonDocument.Parse("null").RootElement;

    public static JsonElement True { get; } = JsonDocument.Parse("true").RootElement;

    public static JsonElement False { get; } = JsonDocument.Parse("false").RootElement;

    public static JsonElement Of(string? text) => text is null ? Null : JsonSerializer.SerializeToElement(text);

    public static JsonElement Of(bool truth) => truth ? True : False;

    public static JsonElement OfJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    internal static bool IsNothing(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    /// <summary>JSON has no "undefined": what JavaScript calls so is stored as null.</summary>
    internal static JsonElement Settled(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? Null : value;

    private static JsonElement? ObjectIn(string text)
    {
        try
        {
            return OfJson(text) is { ValueKind: JsonValueKind.Object } found ? found : null;
        }
        catch (JsonException)
        {
            // Not fitting is the answer; the caller refuses with the variable's name.
            return null;
        }
    }

    /// <summary>Brings a value into a variable's type, so that "true" written in the designer becomes the Boolean that conditions compare.</summary>
    /// <exception cref="ExpressionException">The value does not fit the type.</exception>
    internal static JsonElement Fit(JsonElement value, Variable variable)
    {
        if (IsNothing(value)) return Null;
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var fits = variable.TypeName switch
        {
            "Object" => value,
            "String" when text is not null => value,
            "Boolean" when value.ValueKind is JsonValueKind.True or JsonValueKind.False => value,
            "Boolean" when bool.TryParse(text, out var truth) => Of(truth),
            "Int32" when value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _) => value,
            "Int32" when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonSerializer.SerializeToElement(number),
            "ObjectDictionary" when value.ValueKind == JsonValueKind.Object => value,
            "ObjectDictionary" when text is not null && ObjectIn(text) is { } found => found,
            "TimeSpan" when TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out _) => value,
            "DateTimeOffset" when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => value,
            _ => default,
        };
        if (fits.ValueKind == JsonValueKind.Undefined)
            throw new ExpressionException($"a value of kind {value.ValueKind} does not fit variable '{variable.Name}' of type {variable.TypeName}");
        return fits;
    }
}
