using System.Text.Json;
using System.Text.Json.Nodes;

namespace HumanitarianEntry.Workflows.Definitions;

/// <summary>Typed access to the fields of a JSON document that fails with file and line.</summary>
internal sealed class JsonFields(string fileName, JsonLines lines)
{
    public const string NotJson = "D1";
    public const string WrongShape = "D2";
    public const string IdTwice = "D3";
    public const string ArrowToNowhere = "D4";
    public const string UnknownField = "D5";
    public const string NotReady = "D6";

    public static (JsonObject Document, JsonFields Fields) Open(string json, string fileName)
    {
        try
        {
            var lines = new JsonLines(json);
            if (lines.Twice is { } twice) throw new DefinitionException(fileName, twice.Line, NotJson, $"the field '{twice.Path}' is written twice");
            if (JsonNode.Parse(json) is not JsonObject document) throw new DefinitionException(fileName, 1, NotJson, "the file must hold one JSON object");
            return (document, new JsonFields(fileName, lines));
        }
        catch (JsonException unreadable)
        {
            throw new DefinitionException(fileName, (int?)unreadable.LineNumber + 1, NotJson, unreadable.Message);
        }
    }

    public int? LineOf(JsonNode? node) => lines.LineOf(node);

    public DefinitionException Refused(JsonNode? at, string code, string reason) => new(fileName, lines.LineOf(at), code, reason);

    public string Text(JsonObject owner, string field)
    {
        var text = TextOrNull(owner, field);
        if (string.IsNullOrEmpty(text)) throw Refused(owner, WrongShape, $"field '{field}' is missing or empty");
        return text;
    }

    public string? TextOrNull(JsonObject owner, string field)
    {
        var node = owner[field];
        if (node is null) return null;
        if (node.GetValueKind() != JsonValueKind.String) throw Refused(node, WrongShape, $"field '{field}' must be a text");
        return node.GetValue<string>();
    }

    public bool Truth(JsonObject owner, string field)
    {
        var node = owner[field];
        if (node?.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False)) throw Refused(node ?? owner, WrongShape, $"field '{field}' must be true or false");
        return node.GetValue<bool>();
    }

    public int Whole(JsonObject owner, string field)
    {
        if (owner[field] is JsonValue value && value.TryGetValue<int>(out var number)) return number;
        throw Refused(owner[field] ?? owner, WrongShape, $"field '{field}' must be a whole number");
    }

    public JsonObject Object(JsonObject owner, string field)
    {
        if (owner[field] is not JsonObject found) throw Refused(owner[field] ?? owner, WrongShape, $"field '{field}' must be an object");
        return found;
    }

    public JsonObject? ObjectOrNull(JsonObject owner, string field) => owner[field] is null ? null : Object(owner, field);

    public IEnumerable<string> Texts(JsonObject owner, string field)
    {
        if (owner[field] is not JsonArray array) throw Refused(owner[field] ?? owner, WrongShape, $"field '{field}' must be a list of texts");
        foreach (var item in array)
            yield return item?.GetValueKind() == JsonValueKind.String ? item.GetValue<string>() : throw Refused(item ?? array, WrongShape, $"every entry of '{field}' must be a text");
    }

    public void RefuseUnknown(JsonObject owner, params ReadOnlySpan<string> known)
    {
        foreach (var (name, value) in owner)
            if (!known.Contains(name))
                throw Refused(value ?? owner, UnknownField, $"the field '{name}' is not known here; known are {string.Join(", ", known.ToArray())}");
    }

    public IEnumerable<JsonObject> Objects(JsonObject owner, string field, bool required)
    {
        if (owner[field] is null && !required) yield break;
        if (owner[field] is not JsonArray array) throw Refused(owner[field] ?? owner, WrongShape, $"field '{field}' must be a list");
        foreach (var item in array)
        {
            if (item is not JsonObject found) throw Refused(item ?? array, WrongShape, $"every entry of '{field}' must be an object");
            yield return found;
        }
    }
}
