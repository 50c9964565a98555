using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Lookalikes;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Lookalikes;

/// <summary>
/// Looks for files that are the same as a new one, or look like it, and tells both cases, each with an act of its own: which item of theirs it is, never what the other case holds. Searched after
/// the commit, so that two files that come in the same moment find each other.
/// </summary>
public sealed class LookalikeConsumer(CaseDatabase cases, FileMarks marks, ActRunner acts) : IOutboxConsumer
{
    /// <summary>What is in more other cases is told to the new one once, and to none of the others: nothing follows from it for one of them.</summary>
    private const int MostNamed = 20;

    public IReadOnlyCollection<string> Kinds { get; } = [OutboxRows.FindLookalikes];

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.CaseId is not { } caseId || OutboxRows.Read(row.Payload).Subject is not { } item)
        {
            return new OutboxVerdict.GiveUp("case-missing");
        }

        try
        {
            var found = await marks.LikeAsync(caseId, item, cancellationToken);
            foreach (var (at, act) in await ActsAsync(caseId, item, found, cancellationToken))
            {
                if (await RunAsync(row, at, act, cancellationToken) is { } trouble)
                {
                    return trouble;
                }
            }
        }
        catch (CaseErasedException)
        {
            return new OutboxVerdict.Done();
        }

        return new OutboxVerdict.Done();
    }

    private async Task<List<(Guid At, NoteLookalike Act)>> ActsAsync(Guid caseId, string item, IReadOnlyList<(Guid CaseId, string Item, LookalikeKind Kind)> found, CancellationToken cancellationToken)
    {
        List<(Guid, NoteLookalike)> told = [.. found.Where(f => f.CaseId == caseId && f.Item != item).Select(f => (caseId, new NoteLookalike(item, f.Kind) { OtherItem = f.Item }))];
        var others = found.Where(f => f.CaseId != caseId).GroupBy(f => f.CaseId).ToList();
        if (others.Count > MostNamed)
        {
            told.Add((caseId, new NoteLookalike(item, others.Min(o => o.Min(f => f.Kind))) { IsInMany = true }));
            return told;
        }

        await using var db = cases.CreateDbContext();
        Guid[] ids = [caseId, .. others.Select(o => o.Key)];
        var rows = await db.Cases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => (c.Reference, IsOpen: c.Outcome is null), cancellationToken);
        foreach (var other in others.Where(o => rows.ContainsKey(o.Key)))
        {
            told.Add((caseId, new NoteLookalike(item, other.Min(f => f.Kind)) { Other = other.Key, OtherReference = rows[other.Key].Reference }));

            // A case that has ended is not woken for it; the new one still learns of it.
            told.AddRange(rows[other.Key].IsOpen ? other.Select(f => (other.Key, new NoteLookalike(f.Item, f.Kind) { Other = caseId, OtherReference = rows[caseId].Reference })) : []);
        }

        return told;
    }

    /// <returns>Null when it is done, or was before.</returns>
    private async Task<OutboxVerdict?> RunAsync(OutboxRow row, Guid at, NoteLookalike act, CancellationToken cancellationToken)
    {
        var key = $"alike-{row.Id:N}-{at.ToString("N")[..12]}-{act.Item}-{act.OtherItem ?? act.Other?.ToString("N")[..12] ?? "many"}";
        var result = await acts.RunAsync(new ActRequest { CaseId = at, Actor = SystemActor.Instance, Act = act, Key = key }, cancellationToken);
        return result is ActResult.Done or ActResult.NotFound or ActResult.Refused { Blockers: [{ Code: "known-already" }] } ? null : SystemReports.VerdictOf(result);
    }
}
