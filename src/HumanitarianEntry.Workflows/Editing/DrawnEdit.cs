using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HumanitarianEntry.Workflows.Editing;

/// <summary>
/// Takes what was drawn over into the document that is kept. A drawing program sends the whole document as it understands it: fields it does not know are gone, and
/// sizes that it measured are added. Only what a person changed is taken over; everything else stays as it was (design: engine 10.1).
/// </summary>
public static class DrawnEdit
{
    private static readonly JsonSerializerOptions Writing = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the drawing decides about the document; ids, version and flags are not among it.</summary>
    private static readonly string[] Drawn = ["name", "description", "variables", "inputs", "outputs", "outcomes", "customProperties", "options", "root"];

    private static readonly HashSet<string> OfVariable = ["id", "name", "typeName", "isArray", "value", "storageDriverTypeName"];
    private static readonly HashSet<string> OfArgument = ["type", "isArray", "name", "displayName", "description", "category", "uiHint", "storageDriverType"];
    private static readonly HashSet<string> OfOptions =
        ["activationStrategyType", "usableAsActivity", "autoUpdateConsumingWorkflows", "activityCategory", "incidentStrategyType", "commitStrategyName"];
    private static readonly HashSet<string> OfConnection = ["source", "target", "vertices"];

    /// <returns>The kept document with the changes; the kept text itself, to the last character, when nothing was changed.</returns>
    public static string Merge(string kept, JsonObject drawn)
    {
        var before = JsonNode.Parse(kept)!.AsObject();
        var after = before.DeepClone().AsObject();
        foreach (var field in Drawn)
        {
            if (drawn.TryGetPropertyValue(field, out var said) && (said is not null || after[field] is not null) && !(IsEmpty(said) && !after.ContainsKey(field)))
            {
                after[field] = Merge(after[field], said, field);
            }
        }

        return JsonNode.DeepEquals(before, after) ? kept : after.ToJsonString(Writing);
    }

    /// <summary>The document with other identity; everything else as it was.</summary>
    public static string Stamp(string json, string versionId, int version, bool isPublished, DateTimeOffset at)
    {
        var document = JsonNode.Parse(json)!.AsObject();
        document["id"] = versionId;
        document["version"] = version;
        document["isLatest"] = true;
        document["isPublished"] = isPublished;
        document["createdAt"] = at;
        return document.ToJsonString(Writing);
    }

    private static JsonNode? Merge(JsonNode? kept, JsonNode? drawn, string field) => (kept, drawn) switch
    {
        (JsonObject before, JsonObject after) => MergeObject(before, after, field),
        (JsonArray before, JsonArray after) => MergeArray(before, after, field),
        _ => Same(kept, drawn) ? kept?.DeepClone() : drawn?.DeepClone(),
    };

    private static JsonObject MergeObject(JsonObject kept, JsonObject drawn, string field)
    {
        // What the browser measured is no drawing: a box that stayed where it was keeps the size it was given.
        if (field == "designer" && Same(kept["position"], drawn["position"]))
        {
            return kept.DeepClone().AsObject();
        }

        var merged = new JsonObject();
        foreach (var (name, before) in kept)
        {
            if (drawn.TryGetPropertyValue(name, out var after))
            {
                merged[name] = Merge(before, after, name);
            }
            else if (before is null || Survives(field, name))
            {
                merged[name] = before?.DeepClone();
            }
        }

        foreach (var (name, after) in drawn)
        {
            if (!kept.ContainsKey(name) && after is not null)
            {
                merged[name] = after.DeepClone();
            }
        }

        return merged;
    }

    /// <summary>A field that the drawing program does not know cannot have been removed there.</summary>
    private static bool Survives(string owner, string name) => owner switch
    {
        "variables" => !OfVariable.Contains(name),
        "inputs" or "outputs" => !OfArgument.Contains(name),
        "options" => !OfOptions.Contains(name),
        "connections" => !OfConnection.Contains(name),
        _ => false,
    };

    /// <summary>Entries are found again by what names them. Known ones keep their order: branches start in the order of their arrows, which nobody can draw.</summary>
    private static JsonArray MergeArray(JsonArray kept, JsonArray drawn, string field)
    {
        if (Identity(field) is not { } identity)
        {
            return (JsonNode.DeepEquals(kept, drawn) ? kept : drawn).DeepClone().AsArray();
        }

        var said = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var entry in drawn.OfType<JsonNode>())
        {
            said.TryAdd(identity(entry), entry);
        }

        var merged = new JsonArray();
        foreach (var before in kept.OfType<JsonNode>())
        {
            if (said.Remove(identity(before), out var after))
            {
                merged.Add(Merge(before, after, field));
            }
        }

        foreach (var entry in drawn.OfType<JsonNode>())
        {
            if (said.Remove(identity(entry)))
            {
                merged.Add(entry.DeepClone());
            }
        }

        return merged;
    }

    private static Func<JsonNode, string>? Identity(string field) => field switch
    {
        "activities" or "variables" => entry => Text(entry["id"]),
        "inputs" or "outputs" => entry => Text(entry["name"]),
        "connections" => entry => $"{End(entry, "source", "Done")}>{End(entry, "target", "In")}",
        _ => null,
    };

    /// <summary>An arrow may also be written in the old flat form: source, sourcePort, target, targetPort.</summary>
    private static string End(JsonNode arrow, string end, string port) => arrow[end] is JsonObject whole
        ? $"{Text(whole["activity"])}:{Named(whole["port"], port)}"
        : $"{Text(arrow[end])}:{Named(arrow[end + "Port"], port)}";

    private static string Named(JsonNode? port, string otherwise) => Text(port) is { Length: > 0 } name ? name : otherwise;

    private static string Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : string.Empty;

    private static bool Same(JsonNode? one, JsonNode? other) =>
        JsonNode.DeepEquals(one, other)
        || (one is JsonValue a && other is JsonValue b && a.GetValueKind() == JsonValueKind.Number && b.GetValueKind() == JsonValueKind.Number && a.TryGetValue<double>(out var x) && b.TryGetValue<double>(out var y) && x.Equals(y));

    private static bool IsEmpty(JsonNode? node) => node is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };
}
