using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HumanitarianEntry.Workflows.Definitions;

/// <summary>Reads the document level and the flowcharts; <see cref="ActivityReader"/> reads the boxes.</summary>
internal sealed class DefinitionReader
{
    private readonly JsonFields fields;
    private readonly ActivityReader activities;
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly ImmutableArray<DefinitionFinding>.Builder findings = ImmutableArray.CreateBuilder<DefinitionFinding>();

    private DefinitionReader(JsonFields fields)
    {
        this.fields = fields;
        activities = new ActivityReader(fields, ReadBody);
    }

    public static WorkflowDefinition Read(string json, string fileName)
    {
        var (document, fields) = JsonFields.Open(json, fileName);
        return new DefinitionReader(fields).Read(document, json, fileName);
    }

    private WorkflowDefinition Read(JsonObject document, string json, string fileName)
    {
        var root = fields.Object(document, "root");
        if (fields.Text(root, "type") != "Elsa.Flowchart") throw fields.Refused(root, JsonFields.WrongShape, "root.type must be Elsa.Flowchart");
        if (fields.Whole(document, "version") < 1) throw fields.Refused(document["version"], JsonFields.WrongShape, "version must be 1 or more");
        ReadOptions(document);
        var variables = ReadVariables(document).Concat(ReadVariables(root)).ToImmutableArray();
        RefuseTwice(document, variables.Select(variable => variable.Id), "variable id");
        RefuseTwice(document, variables.Select(variable => variable.Name), "variable name");
        return new WorkflowDefinition(document, json)
        {
            FileName = fileName,
            VersionId = fields.Text(document, "id"),
            DefinitionId = fields.Text(document, "definitionId"),
            Name = fields.Text(document, "name"),
            Version = fields.Whole(document, "version"),
            IsLatest = fields.Truth(document, "isLatest"),
            IsPublished = fields.Truth(document, "isPublished"),
            Variables = variables,
            Inputs = [.. fields.Objects(document, "inputs", required: false).Select(input => fields.Text(input, "name"))],
            Root = ReadFlowchart(root),
            Findings = findings.ToImmutable(),
        };
    }

    private void ReadOptions(JsonObject document)
    {
        var options = fields.ObjectOrNull(document, "options") ?? [];
        if (fields.TextOrNull(options, "incidentStrategyType") != "ContinueWithIncidentsStrategy")
            Find(document["options"] ?? document, "an error in one branch would end the whole run and leave its tasks orphaned; set options.incidentStrategyType to ContinueWithIncidentsStrategy");
        if (options["usableAsActivity"]?.GetValueKind() == JsonValueKind.True)
            Find(options, "a definition used as an activity hides its waits from the case; start it with DispatchWorkflow and set usableAsActivity to false");
    }

    private IEnumerable<Variable> ReadVariables(JsonObject owner) =>
        fields.Objects(owner, "variables", required: false).Select(variable => new Variable(
            fields.Text(variable, "id"), fields.Text(variable, "name"), fields.Text(variable, "typeName"), InitialText(variable)));

    private static string? InitialText(JsonObject variable) => variable["value"] switch
    {
        null => null,
        var value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var value => value.ToJsonString(),
    };

    private Flowchart ReadBody(JsonObject body)
    {
        if (body["variables"] is JsonArray { Count: > 0 })
            Find(body, "variables of an inner flowchart are reset on every entry in one engine and not in another; declare them on the document");
        return ReadFlowchart(body);
    }

    private Flowchart ReadFlowchart(JsonObject flowchart)
    {
        var id = fields.Text(flowchart, "id");
        Claim(flowchart, id);
        var boxes = ImmutableArray.CreateBuilder<Activity>();
        foreach (var box in fields.Objects(flowchart, "activities", required: true))
        {
            Claim(box, fields.Text(box, "id"));
            boxes.Add(activities.Read(box));
        }
        var here = boxes.Select(activity => activity.Id).ToHashSet(StringComparer.Ordinal);
        var arrows = fields.Objects(flowchart, "connections", required: true).Select(arrow => ReadConnection(arrow, here));
        return new Flowchart(id, boxes.ToImmutable(), [.. arrows]);
    }

    private Connection ReadConnection(JsonObject arrow, HashSet<string> here)
    {
        var source = arrow["source"] is JsonObject from ? fields.Text(from, "activity") : fields.Text(arrow, "source");
        var target = arrow["target"] is JsonObject to ? fields.Text(to, "activity") : fields.Text(arrow, "target");
        var port = arrow["source"] is JsonObject named ? fields.TextOrNull(named, "port") : fields.TextOrNull(arrow, "sourcePort");
        foreach (var end in new[] { source, target })
            if (!here.Contains(end))
                throw fields.Refused(arrow, JsonFields.ArrowToNowhere, $"the connection {source} > {target} names '{end}', which is not an activity of this flowchart");
        return new Connection(source, port ?? Activity.Done, target);
    }

    private void Claim(JsonObject owner, string id)
    {
        if (!ids.Add(id)) throw fields.Refused(owner, JsonFields.IdTwice, $"the id '{id}' is used twice; waits and joins are found by id");
    }

    private void RefuseTwice(JsonObject document, IEnumerable<string> names, string what)
    {
        var twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw fields.Refused(document["variables"], JsonFields.IdTwice, $"the {what} '{twice.Key}' is used twice");
    }

    private void Find(JsonNode at, string message) => findings.Add(new DefinitionFinding("V0", null, message, fields.LineOf(at)));
}
