using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using HumanitarianEntry.Workflows.Expressions;

namespace HumanitarianEntry.Workflows.Definitions;

/// <summary>Reads one box. What is outside the subset becomes a V0 finding on the box, so that a draft can still be opened.</summary>
internal sealed class ActivityReader(JsonFields fields, Func<JsonObject, Flowchart> readBody)
{
    public Activity Read(JsonObject box)
    {
        var findings = ImmutableArray.CreateBuilder<DefinitionFinding>();
        var id = fields.Text(box, "id");
        var inputs = new InputReader(fields, box, message => findings.Add(new DefinitionFinding("V0", id, message, fields.LineOf(box))));
        RefuseSwitches(box, inputs);
        var activity = ReadKind(box, inputs);
        return activity with { Findings = [.. findings, .. activity.Findings] };
    }

    private Activity ReadKind(JsonObject box, InputReader inputs)
    {
        var id = fields.Text(box, "id");
        var type = fields.Text(box, "type");
        var name = fields.TextOrNull(box, "name") ?? id;
        var displayText = (fields.ObjectOrNull(box, "metadata") is { } metadata ? fields.TextOrNull(metadata, "displayText") : null) ?? name;
        var head = new ActivityHead(id, type, name, displayText, fields.LineOf(box));
        return type switch
        {
            "Elsa.Start" => new StartActivity { Head = head },
            "Elsa.Finish" => new FinishActivity
            {
                Head = head,
                Outcome = inputs.Custom("he:outcome") ?? name,
                OutcomeVariable = inputs.Custom("he:outcomeVariable"),
            },
            "Elsa.FlowDecision" => new FlowDecisionActivity { Head = head, Condition = inputs.Required("condition") },
            "Elsa.FlowSwitch" => new FlowSwitchActivity { Head = head, Cases = ReadCases(box, inputs) },
            "Elsa.FlowFork" => new FlowForkActivity { Head = head, Branches = ReadBranches(inputs) },
            "Elsa.FlowJoin" => new FlowJoinActivity { Head = head, Mode = ReadMode(inputs) },
            "Elsa.RunTask" => new RunTaskActivity
            {
                Head = head,
                TaskName = inputs.RequiredText("taskName"),
                Request = TaskRequestReader.Read(inputs),
                ResultVariableId = inputs.ResultVariableId(),
            },
            "Elsa.Event" => new EventActivity
            {
                Head = head,
                EventName = inputs.RequiredText("eventName"),
                ResultVariableId = inputs.ResultVariableId(),
            },
            "Elsa.PublishEvent" => new PublishEventActivity
            {
                Head = head,
                EventName = inputs.RequiredText("eventName"),
                Payload = inputs.Optional("payload"),
            },
            "Elsa.Delay" => new DelayActivity
            {
                Head = head,
                TimeSpan = inputs.Required("timeSpan"),
                NeverPauses = inputs.CustomTruth("he:neverPauses"),
            },
            "Elsa.StartAt" => new StartAtActivity
            {
                Head = head,
                Instant = inputs.Required("dateTime"),
                NeverPauses = inputs.CustomTruth("he:neverPauses"),
            },
            "Elsa.SetVariable" => new SetVariableActivity
            {
                Head = head,
                VariableId = ReadVariable(box, inputs),
                Value = inputs.Required("value"),
            },
            "Elsa.Correlate" => new CorrelateActivity
            {
                Head = head,
                CorrelationId = inputs.Required("correlationId"),
            },
            "Elsa.DispatchWorkflow" => new DispatchWorkflowActivity
            {
                Head = head,
                DefinitionId = inputs.RequiredText("workflowDefinitionId"),
                Input = inputs.Optional("input"),
                WaitForCompletion = inputs.Truth("waitForCompletion"),
                ResultVariableId = inputs.ResultVariableId(),
            },
            "Elsa.Fault" => new FaultActivity
            {
                Head = head,
                Code = inputs.OptionalText("code") ?? "fault",
                Message = inputs.OptionalText("message") ?? displayText,
            },
            "Elsa.FlowNode" when box["body"] is JsonObject body && fields.TextOrNull(body, "type") == "Elsa.Flowchart" =>
                new FlowNodeActivity { Head = head, Body = readBody(body) },
            _ => Unknown(head, inputs),
        };
    }

    private static UnknownActivity Unknown(ActivityHead head, InputReader inputs)
    {
        inputs.Find(head.Type switch
        {
            "Elsa.End" => "End stops its flowchart and silently drops the tasks beside it; draw Finish, which names the outcome",
            "Elsa.Flowchart" => "a flowchart directly inside a flowchart loses its waits when it loops; put it as the body of a FlowNode",
            "Elsa.FlowNode" => "the body of a FlowNode is not an Elsa.Flowchart, so nobody knows what it does; give it one",
            _ => $"'{head.Type}' is not in the vocabulary, so nobody knows when it ends; use the kinds listed in workflows/README.md",
        });
        return new UnknownActivity { Head = head };
    }

    private void RefuseSwitches(JsonObject box, InputReader inputs)
    {
        foreach (var name in new[] { "canStartWorkflow", "runAsynchronously", "mergeMode" })
        {
            var value = fields.ObjectOrNull(box, "customProperties")?[name] ?? box[name];
            if (value is not null && value.GetValueKind() != JsonValueKind.False)
                inputs.Find($"'{name}' changes when tokens move and differs between engines; leave it out and draw fork and join");
        }
    }

    private ImmutableArray<SwitchCase> ReadCases(JsonObject box, InputReader inputs)
    {
        if (inputs.OptionalText("mode") is { } mode && mode != "MatchFirst")
            inputs.Find($"switch mode '{mode}' starts several ways at once without a fork; use MatchFirst");
        return [.. fields.Objects(box, "cases", required: true).Select(each => new SwitchCase(fields.Text(each, "label"), inputs.Expression(fields.Object(each, "condition"))))];
    }

    private static ImmutableArray<string> ReadBranches(InputReader inputs)
    {
        if (inputs.Required("branches") is not LiteralExpression { Value: { ValueKind: JsonValueKind.Array } list } ||
            list.EnumerateArray().Any(branch => branch.ValueKind != JsonValueKind.String))
        {
            inputs.Find("the branches of a fork are not a fixed list of names, so nobody can check that they meet again; write them as an Object expression such as [\"a\", \"b\"]");
            return [];
        }
        return [.. list.EnumerateArray().Select(branch => branch.GetString()!)];
    }

    private static JoinMode ReadMode(InputReader inputs)
    {
        var mode = inputs.OptionalText("mode");
        if (mode == "WaitAll") return JoinMode.WaitAll;
        if (mode != "WaitAny")
            inputs.Find($"join mode '{mode ?? "(none)"}' goes on before a branch has answered, or means WaitAny by default; say WaitAll or WaitAny");
        return JoinMode.WaitAny;
    }

    private string ReadVariable(JsonObject box, InputReader inputs)
    {
        if (fields.ObjectOrNull(box, "variable") is { } variable && fields.TextOrNull(variable, "id") is { } found) return found;
        inputs.Find("SetVariable names no variable, so the value would be lost; choose one of the document's variables");
        return string.Empty;
    }
}
