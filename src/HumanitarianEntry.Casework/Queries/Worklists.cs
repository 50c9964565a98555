using System.Collections.Immutable;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Deadlines;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.SidePaths;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>One line of a worklist: routing facts only, nothing about the person.</summary>
/// <param name="OpenGates">Gates that wait, with since when and until when.</param>
/// <param name="IsMine">A gate waits for this very role.</param>
/// <param name="StandsStill">Null while the clocks run.</param>
public sealed record WorkItem(string Reference, string ProgrammeId, CaseState State, Priority Priority, string CountryOfStay, DateTimeOffset OpenedAt, DateTimeOffset UpdatedAt, IReadOnlyList<OpenWork> OpenGates, bool IsMine, Standstill? StandsStill = null)
{
    /// <summary>Since when somebody must look after a person who did not come and does not answer; null when nobody must.</summary>
    public DateTimeOffset? WelfareCheckDueAt { get; init; }

    public DateTimeOffset? DueAt => OpenGates.Count == 0 ? null : OpenGates.Min(g => g.DueAt);
}

/// <summary>Why and since when the clocks of a case stand still.</summary>
/// <param name="Since">Null when it began before such times were kept.</param>
public sealed record Standstill(SidePath Because, DateTimeOffset? Since)
{
    /// <summary>Null while the clocks run.</summary>
    public static Standstill? Of(Position position) => Of(position.SidePath, position.Standstills);

    internal static Standstill? Of(SidePath? path, ImmutableArray<ClockPause> standstills) =>
        path is { } because ? new Standstill(because, standstills is [.., { Until: null } open] ? open.From : null) : null;
}

/// <param name="DueAt">Null when there is no clock, and while it stands still before its end.</param>
public sealed record OpenWork(Gate Gate, DateTimeOffset Since, DateTimeOffset? DueAt);

/// <summary>Queues and caseloads, ordered by what cannot wait: emergency first, then what is due soonest.</summary>
public sealed class Worklists(CaseDatabase cases)
{
    private const int Most = 200;

    /// <summary>Open cases on which the person holds this role.</summary>
    public Task<IReadOnlyList<WorkItem>> MineAsync(Actor actor, CancellationToken cancellationToken)
    {
        var role = Keys.Of(actor.Role);
        return ReadAsync(actor.Role, db => db.Cases.Where(c => db.Assignments.Any(a => a.CaseId == c.Id && a.StaffId == actor.Id && a.Role == role && a.Until == null)), cancellationToken);
    }

    /// <summary>Cases of the organisation that nobody holds in this role yet and that may be claimed.</summary>
    public Task<IReadOnlyList<WorkItem>> PoolAsync(Actor actor, string organisation, CancellationToken cancellationToken)
    {
        var role = Keys.Of(actor.Role);
        return ReadAsync(actor.Role, db => db.Cases.Where(c => c.OwningOrg == organisation && c.Outcome == null && !db.Assignments.Any(a => a.CaseId == c.Id && a.Role == role && a.Until == null)), cancellationToken);
    }

    private async Task<IReadOnlyList<WorkItem>> ReadAsync(Role role, Func<CaseDbContext, IQueryable<Data.Rows.CaseRow>> which, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var seesSealed = Seal.Admits(role);
        var rows = await which(db).AsNoTracking().Where(c => seesSealed || c.SidePath != nameof(SidePath.Sealed)).OrderBy(c => c.Outcome != null).ThenBy(c => c.Priority == nameof(Priority.Emergency) ? 0 : c.WelfareCheckDueAt != null ? 1 : c.Priority == nameof(Priority.Urgent) ? 2 : 3)
            .ThenBy(c => c.NextDueAt == null).ThenBy(c => c.NextDueAt).ThenBy(c => c.Id).Take(Most)
            .Select(c => new { c.Id, c.Reference, c.ProgrammeId, c.State, c.Priority, c.CountryOfStay, c.OpenedAt, c.UpdatedAt, c.SidePath, c.Standstills, c.Outcome, c.WelfareCheckDueAt }).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(r => r.Id);
        var waits = await db.Waits.AsNoTracking().Where(w => ids.Contains(w.CaseId) && w.ClosedAt == null && w.Gate != null)
            .Select(w => new { w.CaseId, w.Gate, w.OpenedAt, w.DueAt }).ToListAsync(cancellationToken);
        var byCase = waits.ToLookup(w => w.CaseId, w => new OpenWork(GateTable.For(w.Gate!).Gate, w.OpenedAt, w.DueAt));
        return
        [
            .. rows.Select(r => new WorkItem(
                r.Reference, r.ProgrammeId, Enum.Parse<CaseState>(r.State), Enum.Parse<Priority>(r.Priority), r.CountryOfStay ?? string.Empty, r.OpenedAt, r.UpdatedAt,
                [.. byCase[r.Id]], byCase[r.Id].Any(w => Concerns(GateTable.For(w.Gate), role)),
                r.Outcome is null && r.SidePath is { } path ? Standstill.Of(Enum.Parse<SidePath>(path), CaseClocks.Read(r.Standstills)) : null) { WelfareCheckDueAt = r.WelfareCheckDueAt }),
        ];
    }

    private static bool Concerns(GateRow gate, Role role) => gate.Deciders.Contains(role) || gate.Proposers.Contains(role);
}
