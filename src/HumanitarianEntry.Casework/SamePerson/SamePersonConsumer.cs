using System.Collections.Immutable;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.SamePerson;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.SamePerson;

/// <summary>
/// Everything that passes between two cases that may be one person's: who is alike, the question whether to make them one, and the answer. Each step is an act of the case it arrives at, with
/// a key of its own, so that a repeat changes nothing.
/// </summary>
public sealed class SamePersonConsumer(CaseDatabase cases, ActRunner acts) : IOutboxConsumer
{
    /// <summary>A value that so many cases share says nothing about one of them; whoever entered it must look at his own entries.</summary>
    private const int MostAlike = 20;

    private static readonly string Ask = Keys.Kebab(nameof(WorkKind.AskForMerge));
    private static readonly string End = Keys.Kebab(nameof(WorkKind.EndMerge));

    public IReadOnlyCollection<string> Kinds { get; } = [OutboxRows.FindLikenesses, Ask, End];

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.CaseId is not { } caseId)
        {
            return new OutboxVerdict.GiveUp("case-missing");
        }

        return row.Kind == OutboxRows.FindLikenesses ? await FindAsync(row, caseId, cancellationToken) : await CarryAsync(row, caseId, cancellationToken);
    }

    private async Task<OutboxVerdict> FindAsync(OutboxRow row, Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        if (await db.Cases.AsNoTracking().Where(c => c.Id == caseId && c.Outcome == null).Select(c => c.Reference).SingleOrDefaultAsync(cancellationToken) is not { } own)
        {
            return new OutboxVerdict.Done();
        }

        var reasons = new Dictionary<Guid, HashSet<LikenessReason>>();
        foreach (var mine in await db.DuplicateHashes.AsNoTracking().Where(d => d.CaseId == caseId).ToListAsync(cancellationToken))
        {
            var others = await db.DuplicateHashes.AsNoTracking().Where(d => d.Kind == mine.Kind && d.Hash == mine.Hash && d.CaseId != caseId)
                .Join(db.Cases.Where(c => c.Outcome == null), d => d.CaseId, c => c.Id, (d, c) => c.Id).Take(MostAlike + 1).ToListAsync(cancellationToken);
            foreach (var other in others.Count > MostAlike ? [] : others)
            {
                (reasons.TryGetValue(other, out var known) ? known : reasons[other] = []).Add(ReasonOf(mine.Kind));
            }
        }

        var references = await db.Cases.AsNoTracking().Where(c => reasons.Keys.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Reference, cancellationToken);
        foreach (var (other, why) in reasons)
        {
            ImmutableList<LikenessReason> found = [.. why.Order()];
            foreach (var (at, act) in new[] { (caseId, new NoteLikeness(other, references[other], found)), (other, new NoteLikeness(caseId, own, found)) })
            {
                if (await RunAsync(row, at, act, cancellationToken) is { } trouble)
                {
                    return trouble;
                }
            }
        }

        return new OutboxVerdict.Done();
    }

    private async Task<OutboxVerdict> CarryAsync(OutboxRow row, Guid caseId, CancellationToken cancellationToken)
    {
        var payload = OutboxRows.Read(row.Payload);
        if (payload.Subject?.Split(' ') is not [var id, var said] || !Guid.TryParseExact(id, "N", out var other))
        {
            return new OutboxVerdict.GiveUp("subject-missing");
        }

        await using var db = cases.CreateDbContext();
        if (await db.Cases.AsNoTracking().Where(c => c.Id == caseId).Select(c => c.Reference).SingleOrDefaultAsync(cancellationToken) is not { } reference)
        {
            return new OutboxVerdict.GiveUp("case-missing");
        }

        Act act = row.Kind == Ask
            ? new AskForMerge(caseId, reference, await db.Acts.AsNoTracking().Where(a => a.ActId == payload.AskedBy).Select(a => a.ActorId).SingleAsync(cancellationToken))
            : new EndMerge(caseId, said == "agreed");
        return await RunAsync(row, other, act, cancellationToken) ?? new OutboxVerdict.Done();
    }

    /// <returns>Null when it is done, or was before.</returns>
    private async Task<OutboxVerdict?> RunAsync(OutboxRow row, Guid at, Act act, CancellationToken cancellationToken)
    {
        var request = new ActRequest { CaseId = at, Actor = SystemActor.Instance, Act = act, Key = $"same-{row.Id:N}-{at.ToString("N")[..12]}" };
        var result = await acts.RunAsync(request, cancellationToken);
        return result is ActResult.Done or ActResult.Refused { Blockers: [{ Code: "known-already" or "merge-not-asked" }] } ? null : SystemReports.VerdictOf(result);
    }

    private static LikenessReason ReasonOf(string kind) => Enum.GetValues<LikenessReason>().Single(r => Keys.Kebab(r.ToString()) == kind);
}
