using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Editing;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Drafting;

/// <summary>Definitions with their drafts and proposals. A draft is nobody's law; what makes it one goes through <see cref="ProgrammeChanges"/>, with two people and an entry in the chain.</summary>
public sealed class DefinitionShelf(CaseDatabase cases, ProgrammeLibrary library, ProgrammeChanges changes, TimeProvider time)
{
    public async Task<IReadOnlyList<DrawnDefinition>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await ReadAsync(db, cancellationToken);
    }

    public async Task<DrawnDefinition?> FindAsync(string definitionId, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).FirstOrDefault(d => d.DefinitionId == definitionId);

    /// <summary>Keeps a draft, valid or not.</summary>
    /// <param name="seenSaves">The save that was drawn on.</param>
    public async Task<ShelfResult> SaveAsync(string definitionId, string json, int seenSaves, Guid by, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = cases.CreateDbContext();
            await using var write = await db.BeginWriteAsync(cancellationToken);
            if ((await ReadAsync(db, cancellationToken)).FirstOrDefault(d => d.DefinitionId == definitionId) is not { Proposal: null } known || known.Saves != seenSaves)
            {
                return new ShelfResult.Stale();
            }

            var now = time.GetUtcNow().Stored();
            var text = DrawnEdit.Stamp(json, known.NextVersionId, known.NextVersion, isPublished: false, now);
            if (await db.DefinitionDrafts.SingleOrDefaultAsync(d => d.DefinitionId == definitionId, cancellationToken) is { } row)
            {
                (row.Json, row.By, row.At, row.Saves) = (text, by, now, seenSaves + 1);
            }
            else
            {
                db.DefinitionDrafts.Add(new DefinitionDraftRow { DefinitionId = definitionId, Json = text, By = by, At = now, Saves = 1 });
            }

            await db.SaveChangesAsync(cancellationToken);
            await write.CommitAsync(cancellationToken);
            return new ShelfResult.Done(known with { Draft = new DrawnDraft(text, by, now), Saves = seenSaves + 1 });
        }
        catch (Exception met) when (met is DbUpdateException or CaseChangedMeanwhileException)
        {
            return new ShelfResult.Stale();
        }
    }

    /// <summary>Proposes the draft as the next version. An invalid one is refused with the codes of all its faults.</summary>
    public async Task<ShelfResult> ProposeAsync(string definitionId, string reason, Actor by, CancellationToken cancellationToken)
    {
        if (await FindAsync(definitionId, cancellationToken) is not { Draft: { } draft, Proposal: null } known)
        {
            return new ShelfResult.Stale();
        }

        var json = DrawnEdit.Stamp(draft.Json, known.NextVersionId, known.NextVersion, isPublished: true, time.GetUtcNow().Stored());
        if (FaultsOf(json) is { Count: > 0 } faults)
        {
            return new ShelfResult.Refused(faults);
        }

        return await changes.ProposeAsync(by, new DefinitionPublished(known.NextVersionId, json), reason, cancellationToken) switch
        {
            ChangeResult.Done => new ShelfResult.Done((await FindAsync(definitionId, cancellationToken))!),
            ChangeResult.Refused refused => new ShelfResult.Refused([("refused", refused.Why.ToString())]),
            _ => new ShelfResult.Stale(),
        };
    }

    /// <summary>The second person's word; the proposer himself may only take his proposal back.</summary>
    public async Task<ShelfResult> DecideAsync(Guid proposalId, bool publish, Actor by, CancellationToken cancellationToken)
    {
        if ((await AllAsync(cancellationToken)).FirstOrDefault(d => d.Proposal?.Id == proposalId) is not { } known)
        {
            return new ShelfResult.Stale();
        }

        return (publish ? await changes.ConfirmAsync(by, proposalId, cancellationToken) : await changes.RefuseAsync(by, proposalId, cancellationToken)) switch
        {
            ChangeResult.Done => new ShelfResult.Done((await FindAsync(known.DefinitionId, cancellationToken))!),
            ChangeResult.Refused refused => new ShelfResult.Refused([("refused", refused.Why.ToString())]),
            _ => new ShelfResult.Stale(),
        };
    }

    /// <summary>Everything that stands against publishing this, with its code; empty: nothing.</summary>
    public IReadOnlyList<(string Code, string Message)> FaultsOf(string json)
    {
        try
        {
            return [.. library.Current.Check(WorkflowDefinition.Parse(json, "draft")).Select(f => (f.Code, f.ActivityId is null ? f.Message : $"{f.ActivityId}: {f.Message}"))];
        }
        catch (DefinitionException unreadable)
        {
            return [(unreadable.Code, unreadable.Reason)];
        }
    }

    private async Task<IReadOnlyList<DrawnDefinition>> ReadAsync(CaseDbContext db, CancellationToken cancellationToken)
    {
        var shelf = await library.RefreshAsync(db, cancellationToken);
        var drafts = await db.DefinitionDrafts.AsNoTracking().ToDictionaryAsync(d => d.DefinitionId, StringComparer.Ordinal, cancellationToken);
        var waiting = (await db.ProgrammeProposals.AsNoTracking().Where(p => p.DecidedAt == null).OrderBy(p => p.At).ToListAsync(cancellationToken))
            .Select(p => (Row: p, Change: ProgrammeChange.Read(p.ChangeJson) as DefinitionPublished)).Where(p => p.Change is not null)
            .GroupBy(p => WorkflowDefinition.Parse(p.Change!.Json, p.Change.VersionId).DefinitionId, StringComparer.Ordinal)
            .ToDictionary(p => p.Key, p => new DrawnProposal(p.First().Row.Id, p.First().Change!.Json, p.First().Row.Reason, p.First().Row.By, p.First().Row.At), StringComparer.Ordinal);
        return [.. shelf.Definitions.Values.GroupBy(d => d.DefinitionId, StringComparer.Ordinal).OrderBy(d => d.Key, StringComparer.Ordinal).Select(versions => Of(versions, drafts, waiting))];
    }

    /// <summary>A draft of a version that was published meanwhile is done with; its row only goes on counting.</summary>
    private static DrawnDefinition Of(IGrouping<string, WorkflowDefinition> versions, Dictionary<string, DefinitionDraftRow> drafts, Dictionary<string, DrawnProposal> waiting)
    {
        var published = versions.OrderBy(v => v.Version).ToImmutableArray();
        var row = drafts.GetValueOrDefault(versions.Key);
        var draft = row is not null && (int?)JsonNode.Parse(row.Json)!["version"] == published[^1].Version + 1 ? new DrawnDraft(row.Json, row.By, row.At) : null;
        return new DrawnDefinition(versions.Key, published, draft, waiting.GetValueOrDefault(versions.Key), row?.Saves ?? 0);
    }
}
