using System.Collections.Immutable;
using HumanitarianEntry.Workflows.Expressions;

namespace HumanitarianEntry.Workflows.Definitions;

/// <summary>What every box has.</summary>
/// <param name="Id">Unique in the document.</param>
/// <param name="Type">The alias as written in the file, such as <c>Elsa.RunTask</c>.</param>
/// <param name="Name">Technical name.</param>
/// <param name="DisplayText">The words a person sees on the box.</param>
/// <param name="Line">Where the box starts in the file.</param>
public sealed record ActivityHead(string Id, string Type, string Name, string DisplayText, int? Line);

/// <summary>One box of a flowchart. The derived records are the whole vocabulary (design: engine 10.2); anything else is an <see cref="UnknownActivity"/>.</summary>
public abstract record Activity
{
    public const string Done = "Done";

    public required ActivityHead Head { get; init; }

    public string Id => Head.Id;

    public string Type => Head.Type;

    public string Name => Head.Name;

    public string DisplayText => Head.DisplayText;

    public int? Line => Head.Line;

    /// <summary>Rules already seen broken while reading; the validator repeats them.</summary>
    public ImmutableArray<DefinitionFinding> Findings { get; init; } = [];

    /// <summary>Outcome ports that must be connected.</summary>
    public virtual ImmutableArray<string> Ports => [Done];

    /// <summary>True when the run stops here until a stimulus comes.</summary>
    public virtual bool Waits => false;
}

public sealed record StartActivity : Activity;

/// <summary>Ends the whole run. The outcome is a fixed word, or the value of a variable.</summary>
public sealed record FinishActivity : Activity
{
    public required string Outcome { get; init; }

    public string? OutcomeVariable { get; init; }

    public override ImmutableArray<string> Ports => [];
}

public sealed record FlowDecisionActivity : Activity
{
    public required Expression Condition { get; init; }

    public override ImmutableArray<string> Ports => ["True", "False"];
}

public sealed record SwitchCase(string Label, Expression Condition);

/// <summary>Takes the first case whose condition holds, else <c>Default</c>.</summary>
public sealed record FlowSwitchActivity : Activity
{
    public const string Default = "Default";

    public required ImmutableArray<SwitchCase> Cases { get; init; }

    public override ImmutableArray<string> Ports => [.. Cases.Select(switchCase => switchCase.Label), Default];
}

public sealed record FlowForkActivity : Activity
{
    public required ImmutableArray<string> Branches { get; init; }

    public override ImmutableArray<string> Ports => Branches;
}

public enum JoinMode
{
    WaitAll,
    WaitAny,
}

public sealed record FlowJoinActivity : Activity
{
    public required JoinMode Mode { get; init; }
}

/// <summary>Asks people for something and waits for their answer.</summary>
public sealed record RunTaskActivity : Activity
{
    public required string TaskName { get; init; }

    public required TaskRequest Request { get; init; }

    /// <summary>Id of the variable that receives the result.</summary>
    public string? ResultVariableId { get; init; }

    public override bool Waits => true;
}

public sealed record EventActivity : Activity
{
    public required string EventName { get; init; }

    public string? ResultVariableId { get; init; }

    public override bool Waits => true;
}

public sealed record PublishEventActivity : Activity
{
    public required string EventName { get; init; }

    public required Expression Payload { get; init; }
}

public sealed record DelayActivity : Activity
{
    /// <summary>Gives a text in the form <c>d.hh:mm:ss</c>.</summary>
    public required Expression TimeSpan { get; init; }

    /// <summary>Legal stay and document validity run on while a run is paused.</summary>
    public bool NeverPauses { get; init; }

    public override bool Waits => true;
}

public sealed record StartAtActivity : Activity
{
    /// <summary>Gives an ISO 8601 instant with offset.</summary>
    public required Expression Instant { get; init; }

    public bool NeverPauses { get; init; }

    public override bool Waits => true;
}

public sealed record SetVariableActivity : Activity
{
    public required string VariableId { get; init; }

    public required Expression Value { get; init; }
}

public sealed record CorrelateActivity : Activity
{
    public required Expression CorrelationId { get; init; }
}

public sealed record DispatchWorkflowActivity : Activity
{
    public required string DefinitionId { get; init; }

    public required Expression Input { get; init; }

    public required bool WaitForCompletion { get; init; }

    public string? ResultVariableId { get; init; }

    public override bool Waits => WaitForCompletion;
}

/// <summary>A deliberate incident. A retry by staff goes on along <c>Done</c> when that is connected, and raises it again when it is not.</summary>
public sealed record FaultActivity : Activity
{
    public required string Code { get; init; }

    public required string Message { get; init; }

    public override ImmutableArray<string> Ports => [];
}

/// <summary>A box with a flowchart of its own inside; done when nothing inside waits any more.</summary>
public sealed record FlowNodeActivity : Activity
{
    public required Flowchart Body { get; init; }
}

/// <summary>Kept so that a draft can be read and shown; never runs.</summary>
public sealed record UnknownActivity : Activity
{
    public override ImmutableArray<string> Ports => [];
}
