using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Deadlines;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Gates;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Outbox;

/// <summary>A gate whose clock may have reached a mark, with the plain facts that say whether it has.</summary>
public sealed record DueMark(Guid CaseId, string Reference, string WaitId, string Gate, DateTimeOffset NextMarkAt) : IDueRow;

/// <summary>Tells of gates whose time runs out. Each mark is told once, by an act whose key is the mark; when nobody looked for long only the highest mark is told.</summary>
public sealed class MarkSweep(SweepParts parts, ProgrammeLibrary programmes) : DueSweep<DueMark>(parts)
{
    public override IQueryable<DueMark> Due(CaseDbContext db, IQueryable<CaseRow> among, DateTimeOffset now) =>
        db.Waits.AsNoTracking().Where(w => w.NextMarkAt <= now).OrderBy(w => w.NextMarkAt).ThenBy(w => w.CaseId).ThenBy(w => w.WaitId)
            .Join(among, w => w.CaseId, c => c.Id, (w, c) => new DueMark(w.CaseId, c.Reference, w.WaitId, w.Gate!, w.NextMarkAt!.Value));

    protected override async Task<DueOutcome> DoAsync(DueMark due, CancellationToken cancellationToken)
    {
        await using var db = Parts.Cases.CreateDbContext();
        await programmes.RefreshAsync(db, cancellationToken);
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == due.CaseId, cancellationToken);
        var wait = await db.Waits.AsNoTracking().SingleAsync(w => w.CaseId == due.CaseId && w.WaitId == due.WaitId, cancellationToken);
        if (wait.NextMarkAt != due.NextMarkAt)
        {
            return new DueOutcome.Left();
        }

        var (gate, told, now) = (GateTable.For(due.Gate).Gate, CaseClocks.ToldOf(wait), Parts.Time.GetUtcNow());
        var clock = programmes.For(row.ProgrammeId).Rules.Clocks.For(gate, Enum.Parse<Priority>(row.Priority), wait.OpenedAt, CaseClocks.Read(row.Standstills));
        if (clock?.Due(told, now) is not { } mark)
        {
            return await RearmAsync(db, due, clock?.NextAfter(told), clock?.DueAt, cancellationToken);
        }

        var act = new TellClockMark(due.WaitId, gate, mark) { Passed = [.. clock.Reached(now).Where(passed => passed < mark && (told is null || passed > told))] };
        var result = await Parts.Acts.RunAsync(new ActRequest { CaseId = due.CaseId, Actor = SystemActor.Instance, Act = act, Key = $"mark-{due.CaseId:N}-{due.WaitId}-{mark}" }, cancellationToken);

        // Another node told it, or the case moved on, between the look and the act: then the row says something else now.
        return result is ActResult.Refused && await db.Waits.AsNoTracking().AnyAsync(w => w.CaseId == due.CaseId && w.WaitId == due.WaitId && w.NextMarkAt != due.NextMarkAt, cancellationToken)
            ? new DueOutcome.Left()
            : OutcomeOf(result);
    }

    /// <summary>The row was armed too early: by an update of the program, or by settings that were changed since.</summary>
    private static async Task<DueOutcome> RearmAsync(CaseDbContext db, DueMark due, DateTimeOffset? next, DateTimeOffset? dueAt, CancellationToken cancellationToken)
    {
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await db.Waits.Where(w => w.CaseId == due.CaseId && w.WaitId == due.WaitId && w.NextMarkAt == due.NextMarkAt)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.NextMarkAt, next).SetProperty(w => w.DueAt, dueAt), cancellationToken);
        await db.Cases.Where(c => c.Id == due.CaseId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.NextDueAt, c => db.Waits.Where(w => w.CaseId == c.Id && w.ClosedAt == null && w.Gate != null).Min(w => w.DueAt)), cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new DueOutcome.Left();
    }
}
