using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Web.Designers.Calls;

/// <summary>The boxes that may be drawn, as Elsa describes its own (design: engine 10.2).</summary>
internal static class Boxes
{
    public static IEnumerable<JsonObject> All() =>
    [
        Box("Flowchart", "Flow", "Boxes and arrows.", "Action", shown: false, container: true),
        Box("FlowNode", "Flow", "A box with a flow inside; the only place for a loop within a parallel branch.", "Action", container: true, ports: [Port("Body", "Embedded"), Port("Done")]),
        Box("Start", "Flow", "Where a case begins; exactly one.", "Action", start: true, ports: [Port("Done")]),
        Box("Finish", "Flow", "Ends the run and everything that still waits.", "Action", terminal: true, ports: []),
        Box("FlowDecision", "Flow", "Yes or no.", "Action", ports: [Port("True"), Port("False")], inputs: [Input("Condition", "Boolean", "singleline")]),
        Box("FlowSwitch", "Flow", "The first case that holds, else Default. Draw one after every task.", "Action", ports: [Port("Default")], inputs:
            [Input("Cases", "Object", "flow-switch-editor", wrapped: false), Input("Mode", "SwitchMode", "dropdown", choices: ["MatchFirst"])]),
        Box("FlowFork", "Flow", "Parallel branches.", "Action", ports: [], inputs: [Input("Branches", "String[]", "dynamic-outcomes")], dynamicOutcomes: true),
        Box("FlowJoin", "Flow", "WaitAll needs every branch; WaitAny takes the first and cancels the rest.", "Action", inputs: [Input("Mode", "FlowJoinMode", "dropdown", choices: ["WaitAll", "WaitAny"])]),
        Box("RunTask", "People", "Asks people: the gate, and in the payload role, compartment, form, allowed outcomes, clock and second role.", "Action", inputs:
            [Input("TaskName", "String", "dropdown", choices: [.. ProgrammeLibrary.Host.Tasks.Keys]), Input("Payload", "ObjectDictionary", "json-editor")], result: true),
        Box("Event", "Outside", "Something from outside; one that came early is kept.", "Trigger", inputs: [Input("EventName", "String", "dropdown", choices: [.. ProgrammeLibrary.Host.Events])], result: true),
        Box("PublishEvent", "Outside", "Tells the application something; it decides what to send.", "Action", inputs:
            [Input("EventName", "String", "dropdown", choices: [.. ProgrammeLibrary.Host.Events]), Input("CorrelationId", "String", "singleline"), Input("IsLocalEvent", "Boolean", "checkbox"), Input("Payload", "Object", "json-editor")]),
        Box("Delay", "Time", "Time passes, such as 30.00:00:00.", "Action", inputs: [Input("TimeSpan", "TimeSpan", "singleline")]),
        Box("StartAt", "Time", "Waits for a moment.", "Action", inputs: [Input("DateTime", "DateTimeOffset", "singleline")]),
        Box("SetVariable", "Words", "Remembers a word.", "Action", inputs: [Input("Variable", "Variable", "variable-picker", wrapped: false), Input("Value", "Object", "singleline")]),
        Box("Correlate", "Words", "Binds the run to the case.", "Action", inputs: [Input("CorrelationId", "String", "singleline")]),
        Box("DispatchWorkflow", "Flow", "Starts another definition, and waits for it if wanted.", "Action", inputs:
            [Input("WorkflowDefinitionId", "String", "workflow-definition-picker"), Input("CorrelationId", "String", "singleline"), Input("Input", "ObjectDictionary", "json-editor"), Input("WaitForCompletion", "Boolean", "checkbox")], result: true),
        Box("Fault", "Flow", "A deliberate incident; staff may try again.", "Action", inputs:
            [Input("Code", "String", "singleline"), Input("Category", "String", "singleline"), Input("FaultType", "String", "singleline"), Input("Message", "String", "multiline")]),
    ];

    private static JsonObject Box(
        string name, string category, string description, string kind, bool shown = true, bool container = false, bool start = false, bool terminal = false,
        JsonObject[]? ports = null, JsonObject[]? inputs = null, bool result = false, bool dynamicOutcomes = false) => new()
        {
            ["typeName"] = $"Elsa.{name}",
            ["namespace"] = "Elsa",
            ["name"] = name,
            ["version"] = 1,
            ["category"] = category,
            ["displayName"] = name,
            ["description"] = description,
            ["inputs"] = new JsonArray([.. inputs ?? []]),
            ["outputs"] = result ? new JsonArray(Output()) : [],
            ["ports"] = new JsonArray([.. ports ?? [Port(Activity.Done)]]),
            ["kind"] = kind,
            ["isContainer"] = container,
            ["isBrowsable"] = shown,
            ["isStart"] = start,
            ["isTerminal"] = terminal,
            ["customProperties"] = dynamicOutcomes ? new JsonObject { ["dynamicOutcomes"] = true } : [],
            ["constructionProperties"] = new JsonObject(),
        };

    private static JsonObject Port(string name, string type = "Flow") => new() { ["name"] = name, ["displayName"] = name, ["type"] = type, ["isBrowsable"] = true };

    private static JsonObject Output() => new()
    {
        ["name"] = "Result",
        ["typeName"] = "Object",
        ["displayName"] = "Result",
        ["description"] = "Into which variable the answer goes.",
        ["order"] = 0,
        ["isBrowsable"] = true,
        ["isSynthetic"] = false,
    };

    private static JsonObject Input(string name, string type, string control, bool wrapped = true, string[]? choices = null) => new()
    {
        ["name"] = name,
        ["typeName"] = type,
        ["displayName"] = name,
        ["description"] = null,
        ["order"] = 0,
        ["isBrowsable"] = true,
        ["isSynthetic"] = false,
        ["isWrapped"] = wrapped,
        ["uiHint"] = control,
        ["uiSpecifications"] = choices is null ? null : new JsonObject { ["dropdown"] = Choices(choices) },
        ["category"] = null,
        ["defaultValue"] = null,
        ["defaultSyntax"] = "Literal",
        ["isReadOnly"] = false,
        ["isSensitive"] = false,
        ["storageDriverType"] = null,
    };

    private static JsonObject Choices(string[] words) => new()
    {
        ["selectList"] = new JsonObject
        {
            ["items"] = new JsonArray([.. words.Order(StringComparer.Ordinal).Select(word => new JsonObject { ["text"] = word, ["value"] = word })]),
            ["isFlagsEnum"] = false,
        },
    };
}
