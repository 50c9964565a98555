using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.UnitTests.Workflows;

/// <summary>Turns the short notation of the recordings (<c>A:task,d:decision(ok)</c> and <c>A>d d:True>B</c>) into a definition of the subset:
/// a Start goes before the first activity, and every open end gets a Finish of its own.</summary>
internal sealed partial class Drawing
{
    private readonly Dictionary<string, JsonObject> inner = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> variables = new(StringComparer.Ordinal) { ["step"] = "" };

    public string IncidentStrategy { get; init; } = "ContinueWithIncidentsStrategy";

    public string VersionId { get; init; } = "drawing-v1";

    public string DefinitionId { get; init; } = "drawing";

    /// <summary>Names of inputs, separated by spaces.</summary>
    public string Inputs { get; init; } = "";

    public static WorkflowDefinition Of(string items, string arrows, string variables = "") =>
        new Drawing().With(variables).Build(items, arrows);

    public Drawing With(string settings)
    {
        foreach (var setting in settings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            variables[setting.Split('=')[0]] = setting.Split('=')[1];
        return this;
    }

    public Drawing WithInner(string name, string items, string arrows)
    {
        inner[name] = Flowchart(name, items, arrows, isRoot: false);
        return this;
    }

    public WorkflowDefinition Build(string items, string arrows) => WorkflowDefinition.Parse(Json(items, arrows), "drawing.json");

    public string Json(string items, string arrows)
    {
        var root = Flowchart("flowchart1", items, arrows, isRoot: true);
        return new JsonObject
        {
            ["id"] = VersionId,
            ["definitionId"] = DefinitionId,
            ["inputs"] = new JsonArray([.. Inputs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(input => new JsonObject { ["name"] = input })]),
            ["name"] = "drawing",
            ["version"] = 1,
            ["isLatest"] = true,
            ["isPublished"] = true,
            ["variables"] = new JsonArray([.. variables.Select(variable => new JsonObject
            {
                ["id"] = "v-" + variable.Key, ["name"] = variable.Key, ["typeName"] = "String", ["value"] = variable.Value,
            })]),
            ["options"] = new JsonObject { ["incidentStrategyType"] = IncidentStrategy },
            ["root"] = root,
        }.ToJsonString();
    }

    private JsonObject Flowchart(string id, string items, string arrows, bool isRoot)
    {
        var activities = new JsonArray();
        var connections = new JsonArray();
        var ports = new List<(string Id, string[] Ports)>();
        foreach (var item in Split(items))
        {
            var (itemId, activity, outcomes) = Item(item);
            activities.Add((JsonNode)activity);
            ports.Add((itemId, outcomes));
        }
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var arrow in arrows.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = arrow.Split('>');
            var port = ends[0].Contains(':', StringComparison.Ordinal) ? ends[0].Split(':')[1] : "Done";
            var source = ends[0].Split(':')[0];
            used.Add($"{source}:{port}");
            connections.Add((JsonNode)Arrow(source, port, ends[1]));
        }
        if (isRoot)
        {
            if (ports[0].Id != "start" || activities[0]!["type"]!.GetValue<string>() != "Elsa.Start")
            {
                activities.Insert(0, Box("he-start", "Elsa.Start"));
                connections.Add((JsonNode)Arrow("he-start", "Done", ports[0].Id));
            }
            foreach (var (source, outcomes) in ports)
                foreach (var port in outcomes.Where(port => !used.Contains($"{source}:{port}")))
                {
                    var finish = $"he-finish-{source}-{port}";
                    activities.Add((JsonNode)Box(finish, "Elsa.Finish"));
                    connections.Add((JsonNode)Arrow(source, port, finish));
                }
        }
        return new JsonObject { ["id"] = id, ["type"] = "Elsa.Flowchart", ["activities"] = activities, ["connections"] = connections };
    }

    private (string Id, JsonObject Box, string[] Ports) Item(string item)
    {
        if (item.StartsWith("new ", StringComparison.Ordinal)) return ("cOk", Box("cOk", "Elsa.Complete"), []);
        if (inner.TryGetValue(item, out var nested)) return (item, nested.DeepClone().AsObject(), ["Done"]);
        var match = ItemPattern().Match(item);
        if (!match.Success) throw new ArgumentException($"cannot read '{item}'");
        var (id, kind, argument) = (match.Groups["id"].Value, match.Groups["kind"].Value, match.Groups["argument"].Value);
        return kind switch
        {
            "start" => (id, Box(id, "Elsa.Start"), ["Done"]),
            "task" when argument.Length > 0 => (id, Task(id, new JsonObject { ["mergeMode"] = argument }), ["Done"]),
            "task" => (id, Task(id, null), ["Done"]),
            "step" when argument.Length > 0 => (id, Step(id, null, new JsonObject { ["mergeMode"] = argument }), ["Done"]),
            "step" => (id, Step(id, null), ["Done"]),
            "reads" => (id, Step(id, argument), ["Done"]),
            "event" => (id, Box(id, "Elsa.Event", ("eventName", Input("Literal", argument))), ["Done"]),
            "publish" => (id, Box(id, "Elsa.PublishEvent", ("eventName", Input("Literal", argument))), ["Done"]),
            "delay" => (id, Box(id, "Elsa.Delay", ("timeSpan", Input("Literal", argument))), ["Done"]),
            "dispatch" => (id, Box(id, "Elsa.DispatchWorkflow", ("workflowDefinitionId", Input("Literal", argument)), ("waitForCompletion", Input("Literal", "true"))), ["Done"]),
            "detached" => (id, Box(id, "Elsa.DispatchWorkflow", ("workflowDefinitionId", Input("Literal", argument))), ["Done"]),
            "asks" => (id, Asks(id, argument.Split(' ')[0], Known(argument.Split(' ')[1])), ["Done"]),
            "decision" => (id, Box(id, "Elsa.FlowDecision", ("condition", Input("JavaScript", $"getVariable(\"{Known(argument)}\") == \"1\""))), ["True", "False"]),
            "condition" => (id, Box(id, "Elsa.FlowDecision", ("condition", Input("JavaScript", argument))), ["True", "False"]),
            "fork" => (id, Box(id, "Elsa.FlowFork", ("branches", Input("Object", new JsonArray([.. argument.Split(',').Select(branch => (JsonNode)branch)]).ToJsonString()))), argument.Split(',')),
            "join" => (id, Box(id, "Elsa.FlowJoin", ("mode", Input("Literal", argument))), ["Done"]),
            "switch" => Switch(id, argument),
            "boom" => (id, Box(id, "Elsa.Fault", ("code", Input("Literal", "boom"))), []),
            "finish" => (id, Box(id, "Elsa.Finish"), []),
            "activity" => (id, Box(id, argument), ["Done"]),
            "end" => (id, Box(id, "Elsa.End"), []),
            "flownode" => (id, Box(id, "Elsa.FlowNode", ("body", inner[argument].DeepClone())), ["Done"]),
            _ => throw new ArgumentException($"unknown kind '{kind}'"),
        };
    }

    /// <summary>With a name given, the step fails until that variable is "1": a false does not fit a text.</summary>
    private JsonObject Step(string id, string? failing, JsonObject? custom = null)
    {
        var variable = new JsonObject { ["id"] = "v-step", ["name"] = "step", ["typeName"] = "String" };
        var value = failing is null ? Input("Literal", id) : Input("JavaScript", $"getVariable(\"{Known(failing)}\") == \"1\" && \"done\"");
        var box = Box(id, "Elsa.SetVariable", ("variable", variable), ("value", value));
        if (custom is not null) box["customProperties"] = custom;
        return box;
    }

    private (string, JsonObject, string[]) Switch(string id, string argument)
    {
        var cases = CasePattern().Matches(argument).Select(each => (Label: each.Groups["label"].Value, Variable: Known(each.Groups["variable"].Value))).ToList();
        var box = Box(
            id,
            "Elsa.FlowSwitch",
            ("mode", Input("Literal", argument.Split(' ')[0])),
            ("cases", new JsonArray([.. cases.Select(each => new JsonObject
            {
                ["label"] = each.Label,
                ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = $"getVariable(\"{each.Variable}\") == \"1\"" },
            })])));
        return (id, box, [.. cases.Select(each => each.Label), "Default"]);
    }

    /// <summary>Starts another run with the input <c>Word</c> and keeps its end in the variable.</summary>
    private static JsonObject Asks(string id, string definition, string variable)
    {
        var box = Box(
            id,
            "Elsa.DispatchWorkflow",
            ("workflowDefinitionId", Input("Literal", definition)),
            ("waitForCompletion", Input("Literal", "true")),
            ("input", Input("Object", "{\"Word\": \"from above\"}")));
        box["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v-" + variable } };
        return box;
    }

    private string Known(string variable)
    {
        variables.TryAdd(variable, "0");
        return variable;
    }

    private static JsonObject Task(string id, JsonObject? custom)
    {
        var box = Box(id, "Elsa.RunTask", ("taskName", Input("Literal", "work")), ("payload", Input("Object", "{\"role\": \"worker\"}")));
        if (custom is not null) box["customProperties"] = custom;
        return box;
    }

    private static JsonObject Box(string id, string type, params (string Name, JsonNode Value)[] inputs)
    {
        var box = new JsonObject { ["id"] = id, ["type"] = type, ["name"] = id };
        foreach (var (name, value) in inputs) box[name] = value;
        return box;
    }

    private static JsonObject Input(string type, string value) =>
        new() { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    private static JsonObject Arrow(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };

    internal static IEnumerable<string> Split(string items)
    {
        var (depth, from) = (0, 0);
        for (var at = 0; at <= items.Length; at++)
        {
            if (at == items.Length || (items[at] == ',' && depth == 0))
            {
                yield return items[from..at].Trim();
                from = at + 1;
                continue;
            }
            depth += items[at] switch
            {
                '(' or '{' => 1,
                ')' or '}' => -1,
                _ => 0,
            };
        }
    }

    [GeneratedRegex(@"^(?<id>[^:]+):(?<kind>\w+)(?:\((?<argument>.*)\))?$", RegexOptions.None, 1000)]
    private static partial Regex ItemPattern();

    [GeneratedRegex("\\(\"?(?<label>\\w+)\"?,\"?(?<variable>\\w+)\"?\\)", RegexOptions.None, 1000)]
    private static partial Regex CasePattern();
}
