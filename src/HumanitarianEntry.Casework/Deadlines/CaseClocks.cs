using System.Collections.Immutable;
using System.Text.Json;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.FormalRequests;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.HostCountries;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Deadlines;

/// <summary>
/// The clocks of a case in its rows: when each gate is due, when the next mark comes, when the case stood still. Everything is computed anew from the facts after every act,
/// so a changed priority, a pause or a resumption needs no step of its own.
/// </summary>
internal static class CaseClocks
{
    /// <summary>Sets the rows of a case after an act. The waits that were open before it must be tracked.</summary>
    /// <param name="file">The case after the act.</param>
    public static void Set(CaseDbContext db, ActWrite act, CaseFile file)
    {
        var row = act.Loaded.Row;
        var pauses = Follow(Read(row.Standstills), act.Loaded.Run, act.Run, act.Context.Now);
        row.Standstills = Write(pauses);
        var open = db.Waits.Local.Where(w => w.CaseId == row.Id && w.ClosedAt is null && w.Gate is not null).ToList();
        if (act.Outcome.MarkTold is { } told)
        {
            open.Single(w => w.WaitId == told.WaitId).MarkTold = told.Mark.ToString();
        }

        foreach (var wait in open)
        {
            var clock = act.Programme.Rules.Clocks.For(GateTable.For(wait.Gate!).Gate, file.Priority, wait.OpenedAt, pauses);
            (wait.DueAt, wait.NextMarkAt) = (clock?.DueAt, clock?.NextAfter(ToldOf(wait)));
        }

        row.NextDueAt = file.Position.Finished ? null : open.Min(w => w.DueAt);
        row.NextDayMarkAt = NextDayMark(file, act.Context.Today, act.Context.Host, act.Programme.Rules.Clocks);
    }

    /// <summary>The clocks of a programme may be others now: its open gates are due for a look at once, and the sweep arms them anew. Doing it twice costs only the look.</summary>
    public static async Task LookAgainAsync(CaseDbContext db, string programme, CancellationToken cancellationToken)
    {
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await db.Waits.Where(w => w.ClosedAt == null && w.Gate != null && w.MarkTold != nameof(ClockMark.ToDutyOfficer) && db.Cases.Any(c => c.Id == w.CaseId && c.ProgrammeId == programme && c.SidePath == null))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.NextMarkAt, w => w.OpenedAt), cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>When the lawful stay, the travel paper, a consent or another legal day must be spoken of next, an answer to a formal request comes near its last day, a dismissed hit must be looked at again, or a review waits; null when nothing has a mark ahead.</summary>
    public static DateTimeOffset? NextDayMark(CaseFile file, DateOnly today, HostRules host, GateClocks clocks) =>
        new[] { StayReminders.NextAt(file), PaperReminders.NextAt(file, today), FormalRules.NextAt(file), ConsentReminders.NextAt(file), LegalReminders.NextAt(file, host), DismissalReviews.NextAt(file), ReviewReminders.NextAt(file, clocks) }.Min();

    public static ClockMark? ToldOf(WaitRow wait) => wait.MarkTold is { } told ? Enum.Parse<ClockMark>(told) : null;

    public static ImmutableArray<ClockPause> Read(string? standstills) =>
        standstills is null ? [] : JsonSerializer.Deserialize<ImmutableArray<ClockPause>>(standstills, DomainJson.Options);

    private static string? Write(ImmutableArray<ClockPause> pauses) => pauses.IsEmpty ? null : JsonSerializer.Serialize(pauses, DomainJson.Options);

    /// <summary>One standstill lasts from the first side path to the end of the last one, as in the run (engine rule S16).</summary>
    private static ImmutableArray<ClockPause> Follow(ImmutableArray<ClockPause> pauses, RunState before, RunState after, DateTimeOffset now)
    {
        var standing = before.IsPaused ? before : after.IsPaused ? after : null;
        if (standing is not null && pauses is not [.., { Until: null }])
        {
            pauses = pauses.Add(new ClockPause(standing.Pauses.Min(p => p.Since), Until: null, standing.Pauses[0].Reason));
        }

        return pauses is [.., { Until: null } last] && !after.IsPaused ? pauses.SetItem(pauses.Length - 1, last with { Until = now }) : pauses;
    }
}
