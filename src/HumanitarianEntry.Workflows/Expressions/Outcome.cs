using System.Text.Json;

namespace HumanitarianEntry.Workflows.Expressions;

/// <summary>A result is the outcome word, or an object with the word in <c>outcome</c>.</summary>
internal static class Outcome
{
    public const string Field = "outcome";

    /// <exception cref="ExpressionException">There is no word in it.</exception>
    public static string WordOf(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Field, out var inner)) value = inner;
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new ExpressionException($"an outcome must be a word, not {value.ValueKind}");
    }

    public static JsonElement ObjectOf(JsonElement word) => JsonSerializer.SerializeToElement(new Dictionary<string, JsonElement>(StringComparer.Ordinal) { [Field] = word });
}
