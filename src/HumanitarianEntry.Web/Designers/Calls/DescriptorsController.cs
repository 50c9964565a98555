using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace HumanitarianEntry.Web.Designers.Calls;

/// <summary>What may be drawn: the subset of Elsa's boxes, expressions and types that our engine runs, and nothing else.</summary>
public sealed class DescriptorsController : StudioCalls
{
    [HttpGet("descriptors/activities")]
    public IActionResult Activities() => Ok(ListOf(Boxes.All().Select(JsonNode? (box) => box)));

    [HttpGet("descriptors/expression-descriptors")]
    public IActionResult Expressions() => Ok(ListOf(
    [
        Expression("Literal", "Default", string.Empty), Expression("Object", "Object", "json"), Expression("Variable", "Variable", string.Empty),
        Expression("Input", "Input", string.Empty), Expression("JavaScript", "JavaScript", "javascript"),
    ]));

    [HttpGet("descriptors/workflow-activation-strategies"), HttpGet("descriptors/log-persistence-strategies"), HttpGet("descriptors/commit-strategies/workflows"), HttpGet("descriptors/commit-strategies/activities")]
    public IActionResult None() => Ok(ListOf([]));

    [HttpGet("descriptors/incident-strategies")]
    public IActionResult Incidents() => Ok(ListOf(
    [
        new JsonObject { ["displayName"] = "Other branches go on", ["description"] = "A branch that fails waits for staff; the others go on.", ["typeName"] = "ContinueWithIncidentsStrategy" },
    ]));

    /// <summary>No feature is named: Studio then shows nothing that we do not have, and opens no socket.</summary>
    [HttpGet("features/installed")]
    public IActionResult Features() => Ok(ListOf([]));

    [HttpGet("descriptors/storage-drivers")]
    public IActionResult StorageDrivers() => Ok(ListOf(
    [
        new JsonObject { ["typeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core", ["displayName"] = "With the run", ["priority"] = 5, ["deprecated"] = false },
    ]));

    [HttpGet("descriptors/variables")]
    public IActionResult Variables() => Ok(ListOf(
        new[] { "String", "Boolean", "Int32", "Object", "DateTimeOffset", "TimeSpan", "ObjectDictionary" }.Select(JsonNode? (type) => new JsonObject
        {
            ["typeName"] = type,
            ["displayName"] = type,
            ["category"] = "Primitives",
            ["description"] = null,
        })));

    private static JsonObject Expression(string type, string name, string language) => new()
    {
        ["type"] = type,
        ["displayName"] = name,
        ["isSerializable"] = true,
        ["isBrowsable"] = true,
        ["properties"] = language.Length == 0 ? [] : new JsonObject { ["monacoLanguage"] = language },
    };
}
