using System.Collections.Immutable;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Editing;
using HumanitarianEntry.Workflows.Validation;

namespace HumanitarianEntry.Casework.Drafting;

/// <summary>Drafts and proposals beside the files of the installation, for as long as the program runs.</summary>
public sealed class MemoryShelf(ProgrammeLibrary library, TimeProvider time) : IDefinitionShelf
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DrawnDefinition> changed = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<DrawnDefinition>> AllAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult<IReadOnlyList<DrawnDefinition>>([.. library.All.Select(p => p.Definition.DefinitionId).Distinct().Order(StringComparer.Ordinal).Select(Of).OfType<DrawnDefinition>()]);
        }
    }

    public Task<DrawnDefinition?> FindAsync(string definitionId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Task.FromResult(Of(definitionId));
        }
    }

    public Task<ShelfResult> SaveAsync(string definitionId, string json, int seenSaves, Guid by, CancellationToken cancellationToken) => Change(definitionId, known =>
        (known.Draft?.Saves ?? 0) != seenSaves ? new ShelfResult.Stale() : new ShelfResult.Done(known with { Draft = new DrawnDraft(json, seenSaves + 1, by, time.GetUtcNow()) }));

    public Task<ShelfResult> ProposeAsync(string definitionId, string reason, Guid by, CancellationToken cancellationToken) => Change(definitionId, known =>
    {
        var json = DrawnEdit.Stamp(known.Draft!.Json, known.NextVersionId, known.NextVersion, isPublished: true, time.GetUtcNow());
        var definition = WorkflowDefinition.Parse(json, $"{definitionId}.v{known.NextVersion}.json");
        var faults = DefinitionValidator.Validate(definition, ProgrammeLibrary.Host.Knowing(library.All.Select(p => p.Definition).Where(d => d.DefinitionId != definitionId).Append(definition)));
        return faults.Count > 0
            ? new ShelfResult.Refused([.. faults.Select(f => (f.Code, $"{f.ActivityId}: {f.Message}"))])
            : new ShelfResult.Done(known with { Proposal = new DrawnProposal(Ids.New(), json, reason, by, time.GetUtcNow()) });
    });

    public Task<ShelfResult> DecideAsync(Guid proposalId, bool publish, Guid by, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (changed.Values.FirstOrDefault(d => d.Proposal?.Id == proposalId) is not { Proposal: { } proposal } known)
            {
                return Task.FromResult<ShelfResult>(new ShelfResult.Stale());
            }

            if (publish && proposal.By == by)
            {
                return Task.FromResult<ShelfResult>(new ShelfResult.Refused([("four-eyes", "Another person confirms what you proposed.")]));
            }

            var after = publish
                ? known with { Draft = null, Proposal = null, Published = known.Published.Add(WorkflowDefinition.Parse(proposal.Json, $"{known.DefinitionId}.v{known.NextVersion}.json")) }
                : known with { Proposal = null };
            changed[known.DefinitionId] = after;
            return Task.FromResult<ShelfResult>(new ShelfResult.Done(after));
        }
    }

    private Task<ShelfResult> Change(string definitionId, Func<DrawnDefinition, ShelfResult> change)
    {
        lock (gate)
        {
            var result = Of(definitionId) is { } known ? change(known) : new ShelfResult.Stale();
            if (result is ShelfResult.Done done)
            {
                changed[definitionId] = done.Definition;
            }

            return Task.FromResult(result);
        }
    }

    private DrawnDefinition? Of(string definitionId) => changed.TryGetValue(definitionId, out var known)
        ? known
        : library.All.Select(p => p.Definition).Where(d => d.DefinitionId == definitionId).ToImmutableArray() is { IsEmpty: false } published ? new DrawnDefinition(definitionId, [published[0]], null, null) : null;
}
