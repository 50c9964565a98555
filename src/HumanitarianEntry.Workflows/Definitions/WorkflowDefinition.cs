using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HumanitarianEntry.Workflows.Graphs;
using HumanitarianEntry.Workflows.Validation;

namespace HumanitarianEntry.Workflows.Definitions;

/// <summary>One version of a procedure, read from Elsa 3 JSON. Fields this library does not know are kept and written back (design: engine 10.1).</summary>
public sealed class WorkflowDefinition
{
    private readonly JsonObject json;
    private readonly string text;
    private readonly Lazy<FlowPlan> plan;
    private readonly Lazy<IReadOnlyList<DefinitionFinding>> structureFindings;

    internal WorkflowDefinition(JsonObject json, string text)
    {
        this.json = json;
        this.text = text;
        plan = new Lazy<FlowPlan>(() => new FlowPlan(this));
        structureFindings = new Lazy<IReadOnlyList<DefinitionFinding>>(() => DefinitionValidator.ValidateStructure(this));
    }

    public required string FileName { get; init; }

    /// <summary>The id of this version; a run is pinned to it.</summary>
    public required string VersionId { get; init; }

    /// <summary>The id shared by all versions.</summary>
    public required string DefinitionId { get; init; }

    public required string Name { get; init; }

    public required int Version { get; init; }

    public required bool IsLatest { get; init; }

    public required bool IsPublished { get; init; }

    public required ImmutableArray<Variable> Variables { get; init; }

    public required ImmutableArray<string> Inputs { get; init; }

    public required Flowchart Root { get; init; }

    /// <summary>Document-level rules seen broken while reading (V0).</summary>
    public required ImmutableArray<DefinitionFinding> Findings { get; init; }

    /// <summary>Every activity of every level by id.</summary>
    public IReadOnlyDictionary<string, Activity> Activities => Plan.Activities;

    internal FlowPlan Plan => plan.Value;

    internal IReadOnlyList<DefinitionFinding> StructureFindings => structureFindings.Value;

    /// <summary>Reads a definition. A draft with unknown activities can be read; it fails validation with V0.</summary>
    /// <exception cref="DefinitionException">Not JSON, a required field missing, an id used twice, an arrow to nowhere.</exception>
    public static WorkflowDefinition Parse(string json, string fileName) => DefinitionReader.Read(json, fileName);

    /// <summary>The document as it was read, to the last character: also fields, spaces and spellings that this library does not know.</summary>
    public string ToJson() => text;

    /// <summary>A copy of the document for those who edit it.</summary>
    public JsonObject CopyJson() => json.DeepClone().AsObject();

    internal Variable? VariableById(string id) => Variables.FirstOrDefault(variable => variable.Id == id);

    internal Variable? VariableByName(string name) => Variables.FirstOrDefault(variable => variable.Name == name);
}
