using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Editing;

public enum DifferenceKind
{
    Added,
    Removed,
    Changed,

    /// <summary>Only its place on the drawing is another.</summary>
    Moved,
}

public enum DifferencePart
{
    Document,
    Variable,
    Activity,
    Connection,
}

/// <summary>One field that is another now. Values are short JSON; null where there was or is nothing.</summary>
public sealed record FieldChange(string Field, string? Before, string? After);

/// <summary>One part of the drawing that is another now.</summary>
/// <param name="Id">Id of the activity or variable, source:port>target of a connection, field of the document.</param>
/// <param name="Text">The words on it; the id when it has none.</param>
public sealed record DrawnDifference(DifferenceKind Kind, DifferencePart Part, string Id, string Text, ImmutableArray<FieldChange> Fields);

/// <summary>What one version has that another has not, part by part. Ids, numbers and flags of the versions themselves are no difference.</summary>
public static class DefinitionDifference
{
    private const int LongestValue = 400;
    private const string Layout = "metadata.designer";
    private static readonly HashSet<string> OfVersion = ["id", "version", "isLatest", "isPublished", "createdAt", "toolVersion", "links", "root", "variables"];
    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<DrawnDifference> Between(WorkflowDefinition before, WorkflowDefinition after)
    {
        var (old, now) = (before.CopyJson(), after.CopyJson());
        return
        [
            .. Document(old, now),
            .. Compare(DifferencePart.Variable, Named(old["variables"], "id"), Named(now["variables"], "id"), v => Word(v["name"])),
            .. Compare(DifferencePart.Activity, Boxes(old["root"]), Boxes(now["root"]), a => Word(a["metadata"]?["displayText"]) ?? Word(a["name"])),
            .. Compare(DifferencePart.Connection, Arrows(old["root"]), Arrows(now["root"]), arrow => Ends(arrow, before, after)),
        ];
    }

    private static IEnumerable<DrawnDifference> Document(JsonObject old, JsonObject now) =>
        old.Select(f => f.Key).Union(now.Select(f => f.Key)).Where(f => !OfVersion.Contains(f) && !JsonNode.DeepEquals(old[f], now[f]))
            .Select(f => new DrawnDifference(DifferenceKind.Changed, DifferencePart.Document, f, f, [.. Fields(f, old[f], now[f])]));

    private static IEnumerable<DrawnDifference> Compare(DifferencePart part, Dictionary<string, JsonObject> old, Dictionary<string, JsonObject> now, Func<JsonObject, string?> text)
    {
        foreach (var (id, gone) in old.Where(o => !now.ContainsKey(o.Key)))
        {
            yield return new(DifferenceKind.Removed, part, id, text(gone) ?? id, Content(part, gone, null));
        }

        foreach (var (id, entry) in now)
        {
            if (!old.TryGetValue(id, out var known))
            {
                yield return new(DifferenceKind.Added, part, id, text(entry) ?? id, Content(part, null, entry));
            }
            else if (Fields(string.Empty, known, entry).ToImmutableArray() is { IsEmpty: false } fields)
            {
                var moved = fields.All(f => f.Field.StartsWith(Layout, StringComparison.Ordinal) || f.Field.StartsWith("vertices", StringComparison.Ordinal));
                yield return new(moved ? DifferenceKind.Moved : DifferenceKind.Changed, part, id, text(entry) ?? id, fields);
            }
        }
    }

    /// <summary>What a whole part says, without its place; an arrow is told by its ends.</summary>
    private static ImmutableArray<FieldChange> Content(DifferencePart part, JsonObject? old, JsonObject? now) => part == DifferencePart.Connection
        ? []
        : [.. Fields(string.Empty, old, now).Where(f => f.Field is not ("id" or "nodeId" or "version") && !f.Field.StartsWith(Layout, StringComparison.Ordinal))];

    private static IEnumerable<FieldChange> Fields(string path, JsonNode? old, JsonNode? now)
    {
        if ((old, now) is (JsonObject, JsonObject or null) or (null, JsonObject))
        {
            var (before, after) = (old as JsonObject ?? [], now as JsonObject ?? []);
            return before.Select(f => f.Key).Union(after.Select(f => f.Key)).SelectMany(f => Fields(path.Length == 0 ? f : $"{path}.{f}", before[f], after[f]));
        }

        return JsonNode.DeepEquals(old, now) ? [] : [new FieldChange(path, Short(old), Short(now))];
    }

    /// <summary>The boxes of every level, each without what is drawn inside it.</summary>
    private static Dictionary<string, JsonObject> Boxes(JsonNode? root)
    {
        var found = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var level in Levels(root))
        {
            foreach (var box in Objects(level["activities"]))
            {
                var own = box.DeepClone().AsObject();
                own.Remove("body");
                found[Word(box["id"]) ?? string.Empty] = own;
            }
        }

        return found;
    }

    private static Dictionary<string, JsonObject> Arrows(JsonNode? root)
    {
        var found = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var arrow in Levels(root).SelectMany(level => Objects(level["connections"])))
        {
            var (source, port, target) = EndsOf(arrow);
            found[$"{source}:{port}>{target}"] = arrow;
        }

        return found;
    }

    /// <summary>"Recommendation, Done → Recommendation: result?".</summary>
    private static string Ends(JsonObject arrow, WorkflowDefinition before, WorkflowDefinition after)
    {
        var (source, port, target) = EndsOf(arrow);
        return $"{Named(source)}, {port} → {Named(target)}";

        string Named(string id) => (after.Activities.GetValueOrDefault(id) ?? before.Activities.GetValueOrDefault(id))?.DisplayText ?? id;
    }

    private static (string Source, string Port, string Target) EndsOf(JsonObject arrow) => (
        Word((arrow["source"] as JsonObject)?["activity"]) ?? Word(arrow["source"]) ?? string.Empty,
        Word((arrow["source"] as JsonObject)?["port"]) ?? Word(arrow["sourcePort"]) ?? Activity.Done,
        Word((arrow["target"] as JsonObject)?["activity"]) ?? Word(arrow["target"]) ?? string.Empty);

    private static IEnumerable<JsonObject> Levels(JsonNode? root)
    {
        if (root is not JsonObject level)
        {
            yield break;
        }

        yield return level;
        foreach (var inner in Objects(level["activities"]).SelectMany(box => Levels(box["body"])))
        {
            yield return inner;
        }
    }

    private static Dictionary<string, JsonObject> Named(JsonNode? list, string key) => Objects(list).ToDictionary(o => Word(o[key]) ?? string.Empty, StringComparer.Ordinal);

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();

    private static string? Word(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string? Short(JsonNode? node)
    {
        var text = node is JsonValue value && value.TryGetValue<string>(out var word) ? word : node?.ToJsonString(Writing);
        return text is { Length: > LongestValue } ? string.Concat(text.AsSpan(0, LongestValue), " …") : text;
    }
}
