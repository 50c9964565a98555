using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.Workflows.Replaying;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Verbs;

/// <summary>What happened to one case, by ids only.</summary>
internal sealed record PastCase(string Reference, string VersionId, DateTimeOffset OpenedAt, IReadOnlyList<PastStep> Steps);

/// <summary>Reads past cases from the plain columns of the audit chain: which gate got which outcome when, which events came, which timers fired.</summary>
internal static class PastCases
{
    public static async IAsyncEnumerable<PastCase> ReadAsync(CaseDatabase database, bool onlyClosed)
    {
        await using var db = database.CreateDbContext();
        var cases = await db.Cases.AsNoTracking().Where(row => !onlyClosed || row.Outcome != null).Select(row => new { row.Id, row.Reference, row.DefinitionVersionId, row.OpenedAt, row.Outcome }).ToListAsync();
        foreach (var one in cases.OrderBy(row => row.Reference, StringComparer.Ordinal))
        {
            var entries = await db.AuditEntries.AsNoTracking().Where(entry => entry.CaseId == one.Id).OrderBy(entry => entry.Sequence).ToListAsync();
            var timers = await db.Timers.AsNoTracking().Where(timer => timer.CaseId == one.Id && timer.FiredAt != null).ToListAsync();
            yield return new PastCase(one.Reference, one.DefinitionVersionId, one.OpenedAt, [.. SinceRerouted(entries).SelectMany(entry => StepsOf(entry, timers, one.Outcome))]);
        }
    }

    /// <summary>What was done in another programme before cannot be held against this one.</summary>
    private static IEnumerable<AuditEntryRow> SinceRerouted(List<AuditEntryRow> entries) => entries.Skip(Math.Max(0, entries.FindLastIndex(e => e.ActKind == "reroute")));

    private static IEnumerable<PastStep> StepsOf(AuditEntryRow entry, List<TimerRow> timers, string? closedAs)
    {
        if (entry.ActKind == "reopen")
        {
            yield return new PastStep(PastStepKind.Reopening, entry.ActKind, Word: null, entry.At);
        }

        if (StepOf(entry, timers, closedAs) is { } step)
        {
            yield return step;
        }
    }

    private static PastStep? StepOf(AuditEntryRow entry, List<TimerRow> timers, string? closedAs) => entry switch
    {
        { Gate: { } gate, Outcome: { } outcome } => new PastStep(PastStepKind.Gate, gate, outcome, entry.At),
        { ActKind: "withdraw" } => new PastStep(PastStepKind.Event, WithdrawCase.Event, entry.ActKind, entry.At),
        { ActKind: "close-early" } => new PastStep(PastStepKind.Event, CloseEarly.Event, entry.Outcome ?? closedAs, entry.At),
        { ActKind: "timer-due" } => timers.Find(timer => timer.FiredAt == entry.At) is { } fired ? new PastStep(PastStepKind.Timer, ActivityOf(fired.WaitId), Word: null, entry.At) : null,
        _ => null,
    };

    private static string ActivityOf(string waitId) => waitId[(waitId.LastIndexOf('/') + 1)..waitId.LastIndexOf('#')];
}
