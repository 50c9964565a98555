using System.Globalization;
using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Drafting;

namespace HumanitarianEntry.Web.Designers.Calls;

/// <summary>One version of a definition as Studio reads it: the stored document with the identity that the shelf gives it.</summary>
/// <param name="Saves">The save that the document is of; Studio carries it back.</param>
public sealed record DefinitionJson(string DefinitionId, string VersionId, int Version, bool IsLatest, bool IsPublished, bool Waits, int Saves, string Text)
{
    /// <summary>Kept among the free properties on the way to Studio and back; never stored.</summary>
    public const string SavesProperty = "he:saves";

    /// <summary>Newest first.</summary>
    public static IEnumerable<DefinitionJson> VersionsOf(DrawnDefinition definition)
    {
        var isDrawn = definition is not { Draft: null, Proposal: null };
        if (isDrawn)
        {
            yield return new(definition.DefinitionId, definition.NextVersionId, definition.NextVersion, true, false, definition.Proposal is not null, definition.Saves, definition.LatestJson);
        }

        for (var i = definition.Published.Length - 1; i >= 0; i--)
        {
            var version = definition.Published[i];
            var isNewest = i == definition.Published.Length - 1;
            yield return new(definition.DefinitionId, version.VersionId, version.Version, isNewest && !isDrawn, isNewest, false, definition.Saves, version.ToJson());
        }
    }

    /// <summary>The versions that Studio asks for by a word or a number.</summary>
    public bool Answers(string? versionOptions) => versionOptions switch
    {
        null or "" or "Latest" => IsLatest,
        "Published" => IsPublished,
        "LatestOrPublished" or "LatestAndPublished" => IsLatest || IsPublished,
        "Draft" => IsLatest && !IsPublished,
        "All" or "AllVersions" => true,
        _ => int.TryParse(versionOptions, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number == Version,
    };

    /// <param name="mayEdit">Without the link to publish, Studio shows the drawing and takes no change.</param>
    public JsonObject Whole(bool mayEdit)
    {
        var document = JsonNode.Parse(Text)!.AsObject();
        document["id"] = VersionId;
        document["version"] = Version;
        document["isLatest"] = IsLatest;
        document["isPublished"] = IsPublished;
        var properties = document["customProperties"] as JsonObject ?? [];
        properties[SavesProperty] = Saves;
        document["customProperties"] = properties;
        document["links"] = LinksFor(mayEdit);
        if (document["root"] is JsonObject root)
        {
            NameNodes(root, "Workflow1");
        }

        return document;
    }

    public JsonObject Summary(bool mayEdit)
    {
        var document = JsonNode.Parse(Text)!.AsObject();
        return new JsonObject
        {
            ["id"] = VersionId,
            ["definitionId"] = DefinitionId,
            ["name"] = document["name"]?.DeepClone(),
            ["description"] = document["description"]?.DeepClone(),
            ["version"] = Version,
            ["toolVersion"] = document["toolVersion"]?.DeepClone(),
            ["isLatest"] = IsLatest,
            ["isPublished"] = IsPublished,
            ["isReadonly"] = false,
            ["providerName"] = null,
            ["materializerName"] = "Json",
            ["isMaterializerAvailable"] = true,
            ["createdAt"] = document["createdAt"]?.DeepClone(),
            ["links"] = LinksFor(mayEdit),
        };
    }

    private JsonArray LinksFor(bool mayEdit)
    {
        var self = new JsonObject { ["href"] = $"{Paths.Calls}/workflow-definitions/by-id/{VersionId}", ["rel"] = "self", ["method"] = "GET" };
        return mayEdit && IsLatest && !Waits
            ? [self, new JsonObject { ["href"] = $"{Paths.Calls}/workflow-definitions", ["rel"] = "publish", ["method"] = "POST" }]
            : [self];
    }

    /// <summary>Studio finds boxes by the path of their ids.</summary>
    private static void NameNodes(JsonObject box, string above)
    {
        var path = $"{above}:{box["id"]}";
        box["nodeId"] ??= path;
        foreach (var inner in (box["activities"] as JsonArray ?? []).OfType<JsonObject>())
        {
            NameNodes(inner, path);
        }

        if (box["body"] is JsonObject body)
        {
            NameNodes(body, path);
        }
    }
}
