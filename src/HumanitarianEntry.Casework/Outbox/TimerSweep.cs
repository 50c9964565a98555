using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.SidePaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Outbox;

/// <summary>Wakes the runs whose clocks are due. The rows are the truth; firing twice changes nothing. Clocks of paused runs wait until the run goes on.</summary>
public sealed class TimerSweep(CaseDatabase cases, ActRunner acts, TimeProvider time, ILogger<TimerSweep> log)
{
    private const int Batch = 500;

    /// <returns>How many clocks were fired.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var now = time.GetUtcNow();
        var due = await db.Timers.AsNoTracking().Where(t => t.FiredAt == null && t.DueAt <= now && db.Cases.Any(c => c.Id == t.CaseId && c.SidePath == null))
            .OrderBy(t => t.DueAt).Take(Batch).ToListAsync(cancellationToken);
        var fired = 0;
        foreach (var timer in due)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"timer-{timer.CaseId:N}-{timer.WaitId}-{timer.DueAt.ToMicroseconds()}");
            var result = await acts.RunAsync(new ActRequest { CaseId = timer.CaseId, Actor = SystemActor.Instance, Act = new TimerDue(timer.WaitId), Key = key }, cancellationToken);
            if (result is ActResult.Done)
            {
                fired++;
            }
            else
            {
                log.LogWarning("A due clock could not be fired: {Result}", result.GetType().Name);
            }
        }

        return fired;
    }
}
