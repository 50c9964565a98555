using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Casework.Replay;

/// <summary>The JSON schema of case files and the list of acts for people, both made from the acts themselves. The copies beside the case files are held against these by a test.</summary>
public static class CaseFileSchema
{
    /// <summary>Every word that "expect" takes.</summary>
    public static IReadOnlyList<string> ExpectationWords => ExpectationReader.Known;

    private static readonly JsonSerializerOptions Indented = new(DomainJson.Options) { WriteIndented = true };

    /// <summary>For editors: completes and checks keys, acts, fields and closed words while typing.</summary>
    public static string Json()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Case file",
            ["type"] = "object",
            ["required"] = Texts(["title", "programme", "start", "people", "steps"]),
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject
            {
                ["title"] = Text(),
                ["about"] = Text(),
                ["programme"] = Text(),
                ["organisation"] = Text(),
                ["start"] = Text(),
                ["clock"] = Text(),
                ["people"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray(OneOf(Staff()), Person()) } },
                ["lists"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = WatchList() },
                ["steps"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = new JsonObject { ["anyOf"] = new JsonArray([.. ActShape.All.Select(ActStep), OtherStep()]) } },
            },
        };
        return schema.ToJsonString(Indented) + "\n";
    }

    /// <summary>For readers: every act with who may do it and its fields.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder("# Acts and their fields\n\nMade from the program; a test fails when it is out of date. A field in **bold** is needed. Roles in brackets may do the act.\n");
        foreach (var act in ActShape.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {act.Kind}\n({string.Join(", ", act.Roles)})\n");
            foreach (var field in act.Fields)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {(field.Required ? $"**{field.Name}**" : field.Name)}: {Words(field.Value)}\n");
            }

            text.Append(act.TakesFile ? "- file: path of a file beside the case file\n" : string.Empty);
        }

        return text.ToString();
    }

    private static JsonObject ActStep(ActShape act)
    {
        var properties = StepFields();
        properties["do"] = new JsonObject { ["const"] = act.Kind };
        foreach (var field in act.Fields)
        {
            properties[field.Name] = Value(field.Value);
        }

        if (act.TakesFile)
        {
            properties["file"] = Text();
        }

        // Role and team of an assignment follow from the person.
        var needed = act.Fields.Where(f => f.Required && !(act.Kind == "assign" && f.Name is "role" or "team")).Select(f => f.Name);
        return new JsonObject { ["type"] = "object", ["required"] = Texts(["as", "do", .. needed]), ["additionalProperties"] = false, ["properties"] = properties };
    }

    private static JsonObject OtherStep()
    {
        var properties = StepFields();
        properties["wait"] = Text();
        properties["load-list"] = Text();
        properties["set-status"] = Text();
        properties["set-host-risk"] = Text();
        return new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
    }

    private static JsonObject StepFields() => new()
    {
        ["at"] = Text(),
        ["as"] = Text(),
        ["expect"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = new JsonObject(ExpectationReader.Known.Select(k => KeyValuePair.Create(k, (JsonNode?)new JsonObject()))) },
    };

    private static JsonObject Person() => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject { ["role"] = OneOf(Staff()), ["roles"] = new JsonObject { ["type"] = "array", ["items"] = OneOf(Staff()) }, ["organisation"] = Text(), ["team"] = Text() },
    };

    private static JsonObject WatchList() => new()
    {
        ["type"] = "object",
        ["required"] = Texts(["name", "kind", "publisher", "as-of"]),
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject
        {
            ["id"] = Text(),
            ["name"] = Text(),
            ["kind"] = OneOf(Enum.GetNames<ListKind>().Select(Keys.Kebab)),
            ["publisher"] = Text(),
            ["authority"] = Text(),
            ["version"] = Text(),
            ["as-of"] = Text(),
            ["rows"] = Text(),
            ["file"] = Text(),
            ["loaded"] = OneOf(["at-start", "later"]),
        },
    };

    private static JsonObject Value(ValueShape value) => value.Kind switch
    {
        ValueKind.Text or ValueKind.Day or ValueKind.PartialDay or ValueKind.Instant or ValueKind.Person => new JsonObject { ["type"] = Texts(["string", "number"]) },
        ValueKind.YesNo => new JsonObject { ["enum"] = new JsonArray(true, false, "yes", "no") },
        ValueKind.Number => new JsonObject { ["type"] = "integer" },
        ValueKind.Word => OneOf(value.Words),
        ValueKind.List => new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "array", ["items"] = Value(value.Item!) }, Value(value.Item!)) },
        ValueKind.Record => new JsonObject
        {
            ["type"] = "object",
            ["required"] = Texts(value.Fields.Where(f => f.Required).Select(f => f.Name)),
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(value.Fields.Select(f => KeyValuePair.Create(f.Name, (JsonNode?)Value(f.Value)))),
        },
    };

    private static string Words(ValueShape value) => value.Kind switch
    {
        ValueKind.Text => "text",
        ValueKind.YesNo => "yes or no",
        ValueKind.Number => "number",
        ValueKind.Day => "day, such as 2024-05-14",
        ValueKind.PartialDay => "day, month or year: 1998-03-14, 1998-03, 1998",
        ValueKind.Instant => "instant",
        ValueKind.Person => "key of a person of this file",
        ValueKind.Word => string.Join(", ", value.Words),
        ValueKind.List => $"list of: {Words(value.Item!)}",
        ValueKind.Record => $"{{ {string.Join("; ", value.Fields.Select(f => $"{(f.Required ? $"**{f.Name}**" : f.Name)}: {Words(f.Value)}"))} }}",
    };

    private static IEnumerable<string> Staff() => Enum.GetValues<Role>().Where(r => r is not (Role.Applicant or Role.System)).Select(Keys.Of);

    private static JsonObject Text() => new() { ["type"] = Texts(["string", "number"]) };

    private static JsonObject OneOf(IEnumerable<string> words) => new() { ["enum"] = Texts(words) };

    private static JsonArray Texts(IEnumerable<string> words) => [.. words.Select(w => (JsonNode?)JsonValue.Create(w))];
}
