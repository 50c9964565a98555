using System.Collections.Immutable;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Casework.Drafting;

/// <summary>A definition that somebody draws; nothing runs on it.</summary>
public sealed record DrawnDraft(string Json, Guid By, DateTimeOffset At);

/// <summary>A version that waits for the second person.</summary>
public sealed record DrawnProposal(Guid Id, string Json, string Reason, Guid By, DateTimeOffset At);

/// <summary>Everything there is of one definition.</summary>
/// <param name="Published">Oldest first; never empty.</param>
/// <param name="Draft">Null when the newest version is a published one.</param>
/// <param name="Saves">How often somebody saved a draft of it: whoever drew on an older one is refused.</param>
public sealed record DrawnDefinition(string DefinitionId, ImmutableArray<WorkflowDefinition> Published, DrawnDraft? Draft, DrawnProposal? Proposal, int Saves)
{
    public WorkflowDefinition InForce => Published[^1];

    public int NextVersion => InForce.Version + 1;

    /// <summary>Id that the next version will have.</summary>
    public string NextVersionId => $"{DefinitionId}-v{NextVersion}";

    /// <summary>What people draw on: the proposal, else the draft, else the version in force.</summary>
    public string LatestJson => Proposal?.Json ?? Draft?.Json ?? InForce.ToJson();
}

/// <summary>What became of a change. The three forms are all there are.</summary>
public abstract record ShelfResult
{
    private ShelfResult()
    {
    }

    public sealed record Done(DrawnDefinition Definition) : ShelfResult;

    /// <summary>Somebody else was quicker, or it is not there any more; nothing was stored.</summary>
    public sealed record Stale : ShelfResult;

    /// <param name="Reasons">Code and sentence.</param>
    public sealed record Refused(IReadOnlyList<(string Code, string Message)> Reasons) : ShelfResult;
}
