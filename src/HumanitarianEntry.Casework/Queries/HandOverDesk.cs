using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>A hand-over as the one who asked and the one who is asked may see it: routing facts, nothing about the person.</summary>
public sealed record HandOverLine(Guid Id, Guid CaseId, string Reference, Guid From, Guid To, DateTimeOffset AskedAt, HandOverState State, CaseState CaseState, Priority Priority, string CountryOfStay, DateTimeOffset? DueAt);

/// <summary>Which cases a screener is asked to take, and what became of those that he asked others to take.</summary>
public sealed class HandOverDesk(CaseDatabase cases, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>Waiting for the person's answer. One whose asker has left the case meanwhile is no more to be answered.</summary>
    public Task<IReadOnlyList<HandOverLine>> AskedOfAsync(Guid staffId, CancellationToken cancellationToken)
    {
        var (state, role) = (nameof(HandOverState.Asked), Keys.Of(Role.Screener));
        return ReadAsync(db => db.HandOvers.Where(h => h.ToStaffId == staffId && h.State == state && db.Assignments.Any(a => a.CaseId == h.CaseId && a.StaffId == h.FromStaffId && a.Role == role && a.Until == null)), cancellationToken);
    }

    /// <summary>What the person asked in the last two weeks.</summary>
    public Task<IReadOnlyList<HandOverLine>> AskedByAsync(Guid staffId, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow() - Kept;
        return ReadAsync(db => db.HandOvers.Where(h => h.FromStaffId == staffId && h.AskedAt > since), cancellationToken);
    }

    private async Task<IReadOnlyList<HandOverLine>> ReadAsync(Func<CaseDbContext, IQueryable<Data.Rows.HandOverRow>> which, CancellationToken cancellationToken)
    {
        const int Most = 100;
        await using var db = cases.CreateDbContext();
        var rows = await which(db).AsNoTracking().Join(db.Cases.Where(c => c.SidePath != nameof(SidePath.Sealed)), h => h.CaseId, c => c.Id, (h, c) => new { HandOver = h, c.Reference, c.State, c.Priority, c.CountryOfStay, c.NextDueAt })
            .OrderByDescending(r => r.HandOver.AskedAt).Take(Most).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new HandOverLine(
            r.HandOver.Id, r.HandOver.CaseId, r.Reference, r.HandOver.FromStaffId, r.HandOver.ToStaffId, r.HandOver.AskedAt, Enum.Parse<HandOverState>(r.HandOver.State),
            Enum.Parse<CaseState>(r.State), Enum.Parse<Priority>(r.Priority), r.CountryOfStay ?? string.Empty, r.NextDueAt));
    }
}
