using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Notices.Delivery;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Deadlines;

/// <summary>Cases whose clocks could not be served.</summary>
internal static class Troubles
{
    public static string CodeOf(Exception failure) => "unexpected-" + failure.GetType().Name[..Math.Min(40, failure.GetType().Name.Length)];

    /// <summary>Logs the case by its reference and puts it before the operators, as work that failed and is tried again.</summary>
    public static async Task ReportAsync(SweepParts parts, IDueRow due, string code, CancellationToken cancellationToken)
    {
        parts.Log.LogError("The clocks of case {Reference} could not be served: {Code}", due.Reference, code);
        var now = parts.Time.GetUtcNow();
        var retry = (RetryPlan.At)Backoff.NextAttempt(1, now, due.CaseId.GetHashCode());
        await using var db = parts.Cases.CreateDbContext();
        db.Outbox.Add(OutboxRows.Clocks(due.CaseId, code, now, retry.Time));
        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Serves the clocks of a case that failed before; when it works the sweeps take the case back.</summary>
public sealed class ClocksConsumer(TimerSweep timers, MarkSweep marks, ReminderSweep reminders, TranslationSweep translations) : IOutboxConsumer
{
    public IReadOnlyCollection<string> Kinds { get; } = [OutboxRows.ClocksOfCase];

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        var code = await timers.OfCaseAsync(row.CaseId!.Value, cancellationToken)
            ?? await marks.OfCaseAsync(row.CaseId.Value, cancellationToken)
            ?? await reminders.OfCaseAsync(row.CaseId.Value, cancellationToken)
            ?? await translations.OfCaseAsync(row.CaseId.Value, cancellationToken);
        return code is null ? new OutboxVerdict.Done() : new OutboxVerdict.TryAgain(code);
    }
}
