using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Travel;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Outbox;

/// <summary>Reminds of travel papers that run out, also while a case is frozen: their clock never pauses. To be run once a day or more; each mark is told once.</summary>
public sealed class ReminderSweep(CaseDatabase cases, CompartmentSealer sealer, ActRunner acts, TimeProvider time)
{
    private static readonly string[] Gates = [.. PaperReminders.NeededAt.Select(g => GateTable.For(g).Key)];

    /// <returns>How many reminders were given.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var travelling = await db.Waits.AsNoTracking().Where(w => w.ClosedAt == null && w.Gate != null && Gates.Contains(w.Gate)).Select(w => w.CaseId).Distinct().ToListAsync(cancellationToken);
        var given = 0;
        foreach (var caseId in travelling)
        {
            var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == caseId, cancellationToken);
            using var keys = await sealer.OpenAsync(caseId, cancellationToken);
            var loaded = await CaseLoader.LoadAsync(db, keys, row, [Compartment.Travel], cancellationToken);
            if (PaperReminders.Due(loaded.File.Travel, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)) is { } due)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"paper-{caseId:N}-{due.Paper}-{due.DaysBefore}");
                var act = new RemindPaperExpiry(due.Paper, due.DaysBefore);
                given += await acts.RunAsync(new ActRequest { CaseId = caseId, Actor = SystemActor.Instance, Act = act, Key = key }, cancellationToken) is ActResult.Done { IsRepeat: false } ? 1 : 0;
            }
        }

        return given;
    }
}
