using System.Collections.Immutable;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Casework.Drafting;

/// <summary>A definition that somebody draws; nothing runs on it.</summary>
/// <param name="Saves">Moved by one at every save: whoever drew on an older one is refused.</param>
public sealed record DrawnDraft(string Json, int Saves, Guid By, DateTimeOffset At);

/// <summary>A version that waits for the second person.</summary>
public sealed record DrawnProposal(Guid Id, string Json, string Reason, Guid By, DateTimeOffset At);

/// <summary>Everything there is of one definition.</summary>
/// <param name="Published">Oldest first; empty for one that was never published.</param>
public sealed record DrawnDefinition(string DefinitionId, ImmutableArray<WorkflowDefinition> Published, DrawnDraft? Draft, DrawnProposal? Proposal)
{
    public int NextVersion => Published.Select(d => d.Version).DefaultIfEmpty().Max() + 1;

    /// <summary>Id that the next version will have.</summary>
    public string NextVersionId => $"{DefinitionId}-v{NextVersion}";

    /// <summary>What people draw on: the proposal, else the draft, else the version in force.</summary>
    public string LatestJson => Proposal?.Json ?? Draft?.Json ?? Published[^1].ToJson();
}

/// <summary>What became of a change. The three forms are all there are.</summary>
public abstract record ShelfResult
{
    private ShelfResult()
    {
    }

    public sealed record Done(DrawnDefinition Definition) : ShelfResult;

    /// <summary>Somebody else was quicker; nothing was stored.</summary>
    public sealed record Stale : ShelfResult;

    /// <param name="Reasons">Code and sentence.</param>
    public sealed record Refused(IReadOnlyList<(string Code, string Message)> Reasons) : ShelfResult;
}

/// <summary>Definitions with their drafts and proposals.</summary>
public interface IDefinitionShelf
{
    Task<IReadOnlyList<DrawnDefinition>> AllAsync(CancellationToken cancellationToken);

    Task<DrawnDefinition?> FindAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>Keeps a draft, valid or not.</summary>
    /// <param name="seenSaves">The save that was drawn on; 0 when there was no draft.</param>
    Task<ShelfResult> SaveAsync(string definitionId, string json, int seenSaves, Guid by, CancellationToken cancellationToken);

    /// <summary>Proposes the draft as the next version. An invalid one is refused with the codes of its faults.</summary>
    Task<ShelfResult> ProposeAsync(string definitionId, string reason, Guid by, CancellationToken cancellationToken);

    /// <summary>The second person's word; the proposer himself may only take his proposal back.</summary>
    Task<ShelfResult> DecideAsync(Guid proposalId, bool publish, Guid by, CancellationToken cancellationToken);
}
