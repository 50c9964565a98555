using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.LegalSituation;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.LegalSituation;

/// <summary>A legal day of a case as caseloads know it.</summary>
/// <param name="At">When it is over; the beginning of the day for a removal.</param>
public sealed record NextLegalDay(LegalDayKind Kind, DateTimeOffset At);

/// <summary>A case of the desk with its legal days, the nearest first.</summary>
public sealed record LegalLine(WorkItem Item, IReadOnlyList<NextLegalDay> Days)
{
    public NextLegalDay? Nearest => Days.Count == 0 ? null : Days[0];
}

/// <summary>The desk of counsel: the cases of a person by the nearest legal day. Routing facts only; nothing is opened.</summary>
public sealed class LegalDesk(CaseDatabase cases, Worklists worklists)
{
    /// <summary>Open cases, those with a day first, the nearest on top; then those without in the usual order.</summary>
    public async Task<IReadOnlyList<LegalLine>> OfAsync(Actor actor, CancellationToken cancellationToken)
    {
        var items = (await worklists.MineAsync(actor, cancellationToken)).Where(i => i.IsOpen).ToList();
        await using var db = cases.CreateDbContext();
        var references = items.ConvertAll(i => i.Reference);
        var rows = await (from wait in db.Waits.AsNoTracking()
                          join row in db.Cases on wait.CaseId equals row.Id
                          where references.Contains(row.Reference) && wait.ClosedAt == null && wait.DueAt != null && wait.Kind.StartsWith(LegalDayRows.Prefix)
                          select new { row.Reference, wait.Kind, wait.DueAt }).ToListAsync(cancellationToken);
        var days = rows.ToLookup(r => r.Reference, r => new NextLegalDay(LegalDayRows.KindOf(r.Kind), r.DueAt!.Value), StringComparer.Ordinal);
        return [.. items.Select(i => new LegalLine(i, [.. days[i.Reference].OrderBy(d => d.At).ThenBy(d => d.Kind)])).OrderBy(l => l.Nearest is null).ThenBy(l => l.Nearest?.At)];
    }
}
