using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HumanitarianEntry.Workflows.Definitions;

/// <summary>Remembers on which line every value of a JSON text starts, so that a refusal can point at it.</summary>
internal sealed class JsonLines
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    /// <summary>The first field that is written twice: readers differ in which one they take.</summary>
    public (string Path, int Line)? Twice { get; }

    public JsonLines(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Disallow });
        var parents = new Stack<(string Path, int Index)>();
        var line = 1;
        var counted = 0;
        string? property = null;
        while (reader.Read())
        {
            for (; counted < reader.TokenStartIndex; counted++)
                if (bytes[counted] == (byte)'\n') line++;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                property = reader.GetString();
                continue;
            }
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
            {
                parents.Pop();
                continue;
            }
            var path = Next(parents, ref property);
            if (!lines.TryAdd(path, line)) Twice ??= (path, line);
            if (reader.TokenType == JsonTokenType.StartArray) parents.Push((path, 0));
            if (reader.TokenType == JsonTokenType.StartObject) parents.Push((path, -1));
        }
    }

    /// <summary>The line on which the node starts, or the line of its nearest known parent.</summary>
    public int? LineOf(JsonNode? node)
    {
        for (; node is not null; node = node.Parent)
            if (lines.TryGetValue(PathOf(node), out var line))
                return line;
        return null;
    }

    private static string Next(Stack<(string Path, int Index)> parents, ref string? property)
    {
        if (parents.Count == 0) return "$";
        var (path, index) = parents.Pop();
        if (index < 0)
        {
            parents.Push((path, index));
            return $"{path}/{Escaped(property!)}";
        }
        parents.Push((path, index + 1));
        return $"{path}/{index.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string PathOf(JsonNode node) => node.Parent switch
    {
        null => "$",
        JsonArray array => $"{PathOf(array)}/{node.GetElementIndex().ToString(CultureInfo.InvariantCulture)}",
        var parent => $"{PathOf(parent)}/{Escaped(node.GetPropertyName())}",
    };

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
