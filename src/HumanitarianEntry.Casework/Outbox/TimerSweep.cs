using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Deadlines;
using HumanitarianEntry.Domain.SidePaths;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Outbox;

/// <summary>A clock of a run that is due.</summary>
public sealed record DueTimer(Guid CaseId, string Reference, string WaitId, DateTimeOffset DueAt) : IDueRow;

/// <summary>Wakes the runs whose clocks are due. The rows are the truth; firing twice changes nothing. A paused run has disarmed its clocks but those that never pause.</summary>
public sealed class TimerSweep(SweepParts parts) : DueSweep<DueTimer>(parts)
{
    public override IQueryable<DueTimer> Due(CaseDbContext db, IQueryable<CaseRow> among, DateTimeOffset now) =>
        db.Timers.AsNoTracking().Where(t => t.FiredAt == null && t.DueAt <= now).OrderBy(t => t.DueAt).ThenBy(t => t.CaseId).ThenBy(t => t.WaitId)
            .Join(among, t => t.CaseId, c => c.Id, (t, c) => new DueTimer(t.CaseId, c.Reference, t.WaitId, t.DueAt));

    protected override async Task<DueOutcome> DoAsync(DueTimer due, CancellationToken cancellationToken)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"timer-{due.CaseId:N}-{due.WaitId}-{due.DueAt.ToMicroseconds()}");
        return OutcomeOf(await Parts.Acts.RunAsync(new ActRequest { CaseId = due.CaseId, Actor = SystemActor.Instance, Act = new TimerDue(due.WaitId), Key = key }, cancellationToken));
    }
}
