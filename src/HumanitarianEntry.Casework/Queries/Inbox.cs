using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>A notice inside the system. Gate and outcome are keys; the words come from the inside texts for the reader's role.</summary>
public sealed record InboxNotice(Guid Id, string Reference, string Audience, string Gate, string Outcome, DateTimeOffset At, bool IsUnread);

/// <param name="Notices">Of the cases of this page, newest first.</param>
/// <param name="Cases">Of how many cases the person was told something.</param>
public sealed record InboxCases(IReadOnlyList<InboxNotice> Notices, int Cases);

/// <summary>What a person was told inside the system.</summary>
public sealed class Inbox(CaseDatabase cases, TimeProvider time)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<InboxNotice>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await Of(db, actor).OrderByDescending(n => n.CreatedAt).Take(Most)
            .Join(db.Cases, n => n.CaseId, c => c.Id, (n, c) => new InboxNotice(n.Id, c.Reference, n.Audience, n.Gate, n.Outcome, n.CreatedAt, n.ReadAt == null))
            .ToListAsync(cancellationToken);
    }

    /// <summary>One page of the cases of which the person was told something, the newest news first, each with its newest notices.</summary>
    /// <param name="page">Counted from 1.</param>
    public async Task<InboxCases> ReadCasesAsync(IReadOnlyList<Actor> readers, int page, int size, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var told = new List<(Guid CaseId, DateTimeOffset At)>();
        foreach (var reader in readers)
        {
            var rows = await Of(db, reader).GroupBy(n => n.CaseId).Select(g => new { CaseId = g.Key, At = g.Max(n => n.CreatedAt) }).ToListAsync(cancellationToken);
            told.AddRange(rows.Select(r => (r.CaseId, r.At)));
        }

        var newest = told.GroupBy(t => t.CaseId).Select(g => (CaseId: g.Key, At: g.Max(t => t.At))).OrderByDescending(t => t.At).ToList();
        var shown = newest.Skip((page - 1) * size).Take(size).Select(t => t.CaseId).ToList();
        var notices = new List<InboxNotice>();
        foreach (var reader in readers)
        {
            notices.AddRange(await Of(db, reader).Where(n => shown.Contains(n.CaseId)).OrderByDescending(n => n.CreatedAt).Take(Most * 5)
                .Join(db.Cases, n => n.CaseId, c => c.Id, (n, c) => new InboxNotice(n.Id, c.Reference, n.Audience, n.Gate, n.Outcome, n.CreatedAt, n.ReadAt == null)).ToListAsync(cancellationToken));
        }

        return new InboxCases([.. notices.OrderByDescending(n => n.At)], newest.Count);
    }

    public async Task<int> UnreadAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await Of(db, actor).CountAsync(n => n.ReadAt == null, cancellationToken);
    }

    public async Task MarkReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var now = time.GetUtcNow();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await Of(db, actor).Where(n => n.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>Marks only what was told with this word; the rest stays new.</summary>
    public async Task MarkReadAsync(Actor actor, string outcome, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var now = time.GetUtcNow();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await Of(db, actor).Where(n => n.ReadAt == null && n.Outcome == outcome).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    private static IQueryable<Data.Rows.InsideNoticeRow> Of(CaseDbContext db, Actor actor)
    {
        var audience = Keys.Of(actor.Role);
        return actor.Role == Role.Applicant
            ? db.InsideNotices.Where(n => n.CaseId == actor.Id && n.Audience == audience)
            : db.InsideNotices.Where(n => n.Audience == audience && n.RecipientId == actor.Id
                && (n.Outcome == StandIn.NeededTopic || db.Assignments.Any(a => a.CaseId == n.CaseId && a.StaffId == actor.Id && a.Role == audience && a.Until == null) || !db.Assignments.Any(a => a.CaseId == n.CaseId && a.Role == audience && a.Until == null)));
    }
}
