using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Programmes;

namespace HumanitarianEntry.Casework.Programmes;

/// <summary>One programme: its settings, what rules ask of them, and the definition that new cases run on.</summary>
public sealed record Programme(ProgrammeSettings Settings, ProgrammeRules Rules, WorkflowDefinition Definition)
{
    /// <summary>When a gate that opened then is due; null when the programme sets no clock for it.</summary>
    public DateTimeOffset? DueAt(Gate gate, Priority priority, DateTimeOffset since) => throw new NotSupportedException();
}

public sealed class ProgrammeLibrary
{
    public Programme For(string id) => throw new NotSupportedException();

    public WorkflowDefinition Definition(string versionId) => throw new NotSupportedException();
}
