using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>One thing that was done on a case, without its content.</summary>
/// <param name="Role">Key of the role in which it was done.</param>
/// <param name="Kind">Kind of the act.</param>
/// <param name="Gate">Set together with <paramref name="Outcome"/> when the act decided a gate.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Role, string Kind, Gate? Gate, string? Outcome);

/// <summary>What was done on a case, newest first, from the audit chain. Acts on compartments that are closed to the reader are left out.</summary>
public sealed class CaseTimeline(CaseDatabase cases)
{
    private const int Most = 300;

    /// <param name="view">The case as opened by the reader; having one proves that he is on it and that the look was logged.</param>
    public async Task<IReadOnlyList<TimelineEntry>> OfAsync(CaseView view, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == view.File.Id).OrderByDescending(e => e.Sequence).Take(Most)
            .Select(e => new { e.At, e.Role, e.ActKind, e.Gate, e.Outcome }).ToListAsync(cancellationToken);
        return
        [
            .. entries.Select(e => new TimelineEntry(e.At, e.Role, e.ActKind, e.Gate is null ? null : GateTable.For(e.Gate).Gate, e.Outcome)).Where(e => IsShown(e, view.Shown)),
        ];
    }

    private static bool IsShown(TimelineEntry entry, IReadOnlyList<Compartment> shown) =>
        shown.Contains(entry.Gate is { } gate ? GateTable.For(gate).Compartment : ActCatalogue.RuleOf(ActCatalogue.TypeOf(entry.Kind)).Compartment);
}
