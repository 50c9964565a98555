using System.Collections.Immutable;
using System.Text.Json;
using HumanitarianEntry.Workflows.Expressions;

namespace HumanitarianEntry.Workflows.Definitions;

/// <summary>Reads a RunTask's payload (design: engine 10.2). What a host demands of it is checked by V14.</summary>
internal static class TaskRequestReader
{
    public static TaskRequest Read(InputReader inputs)
    {
        var request = new TaskRequest { Gate = inputs.OptionalText("taskName") ?? string.Empty };
        var payload = inputs.Optional("payload");
        if (payload is LiteralExpression nothing && Values.IsNothing(nothing.Value)) return request;
        if (payload is not LiteralExpression { Value: { ValueKind: JsonValueKind.Object } body })
        {
            inputs.Find("the payload of a task is no fixed object, so its roles and outcomes cannot be checked before a case depends on them; write it as an Object expression");
            return request;
        }
        return request with
        {
            Gate = Text(body, "gate", inputs) ?? request.Gate,
            Role = Text(body, "role", inputs),
            Compartment = Text(body, "compartment", inputs),
            Form = Text(body, "form", inputs),
            AllowedOutcomes = Texts(body, "allowedOutcomes", inputs),
            Clock = Text(body, "clock", inputs),
            FourEyesWith = Text(body, "fourEyesWith", inputs),
        };
    }

    private static string? Text(JsonElement body, string name, InputReader inputs)
    {
        if (!body.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.String) return value.GetString();
        inputs.Find($"payload field '{name}' is no text, so nobody could be found by it; write one word");
        return null;
    }

    private static ImmutableArray<string> Texts(JsonElement body, string name, InputReader inputs)
    {
        if (!body.TryGetProperty(name, out var value)) return [];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            return [.. value.EnumerateArray().Select(item => item.GetString()!)];
        inputs.Find($"payload field '{name}' is no list of texts, so answers could not be checked; write [\"word\", ..]");
        return [];
    }
}
