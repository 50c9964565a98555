using System.Collections.Immutable;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Casework.Deadlines;
using HumanitarianEntry.Casework.LegalSituation;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.LegalSituation;
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

    /// <summary>The end of the lawful stay by what is recorded; null when no end is known, and when the case has ended.</summary>
    public DateTimeOffset? StayEndsAt { get; init; }

    /// <summary>What the open emergency is, in a closed word; also a removal that can be carried out soon. Null while there is neither.</summary>
    public string? Alarm { get; init; }

    /// <summary>The nearest other legal day, for roles that may know of it; null when there is none.</summary>
    public NextLegalDay? LegalDay { get; init; }

    public bool IsOpen => Worklists.IsOpen(State);

    public DateTimeOffset? DueAt => OpenGates.Count == 0 ? null : OpenGates.Min(g => g.DueAt);

    /// <summary>The order of queues, smallest first: an open emergency, a removal that can be carried out soon, other emergencies, a person who is silent, a stay that ends within a week, what is urgent, all else.</summary>
    public int Rank(DateTimeOffset now) => this switch
    {
        { StandsStill.Because: SidePath.Emergency } => 0,
        { Alarm: CaseFilters.RemovalRisk } => 1,
        { Priority: Priority.Emergency } => 2,
        { WelfareCheckDueAt: not null } => 3,
        _ when StayEndsAt <= now + Worklists.StayHurries => Worklists.StayRank,
        { Priority: Priority.Urgent } => 5,
        _ => 6,
    };
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
public sealed class Worklists(CaseDatabase cases, TimeProvider time)
{
    private const int Most = 200;

    /// <summary>Lines of a page of chosen cases.</summary>
    public const int PageSize = 40;

    private static readonly List<string> OpenStates = [.. Enum.GetValues<CaseState>().Where(IsOpen).Select(s => s.ToString())];

    internal static readonly TimeSpan StayHurries = TimeSpan.FromDays(7);

    /// <summary>Among those whose stay ends within a week the nearest end comes first.</summary>
    public const int StayRank = 4;

    /// <summary>Work can still come of a case in this state.</summary>
    public static bool IsOpen(CaseState state) => state is not (CaseState.Closed or CaseState.Withdrawn);

    /// <summary>Where the case stands in the order of queues now.</summary>
    public int RankOf(WorkItem item) => item.Rank(time.GetUtcNow());

    /// <summary>A page of what a person chose of his cases, or of those of the organisation that nobody holds in his first role.</summary>
    /// <param name="number">From 1.</param>
    public async Task<WorkPage> ChosenAsync(Guid staffId, IReadOnlyList<Role> roles, string organisation, CaseChoice choice, int number, CancellationToken cancellationToken)
    {
        var (keys, gates, now, first) = (roles.Select(Keys.Of).ToList(), CaseChoice.GatesOf(roles), time.GetUtcNow(), Keys.Of(roles[0]));
        var items = await ReadAsync(
            roles,
            db => choice.Among(db, choice.Unassigned ? Unheld(db, organisation, first) : Held(db, staffId, keys), gates, now),
            (Math.Max(1, number) - 1) * PageSize, PageSize + 1, cancellationToken);
        return new WorkPage([.. items.Take(PageSize)], items.Count > PageSize);
    }

    /// <summary>How many open cases of a person cannot wait, by reason.</summary>
    public async Task<IReadOnlyDictionary<UrgencyReason, int>> CountAsync(Guid staffId, IReadOnlyList<Role> roles, CancellationToken cancellationToken)
    {
        var (keys, gates, now, seesSealed) = (roles.Select(Keys.Of).ToList(), CaseChoice.GatesOf(roles), time.GetUtcNow(), roles.Any(Seal.Admits));
        await using var db = cases.CreateDbContext();
        var counts = new Dictionary<UrgencyReason, int>();
        foreach (var reason in Enum.GetValues<UrgencyReason>())
        {
            var open = Held(db, staffId, keys).Where(c => c.Outcome == null && (seesSealed || c.SidePath != nameof(SidePath.Sealed)));
            counts[reason] = await CaseChoice.OpenFor(db, open, reason, gates, now).CountAsync(cancellationToken);
        }

        return counts;
    }

    // By the list of his cases: asked the other way round, SQLite would look at every case there is.
    internal static IQueryable<Data.Rows.CaseRow> Held(CaseDbContext db, Guid staffId, IReadOnlyCollection<string> roles) =>
        db.Cases.Where(c => db.Assignments.Where(a => a.StaffId == staffId && a.Until == null && roles.Contains(a.Role)).Select(a => a.CaseId).Contains(c.Id));

    // By organisation and state, of which there is an index: asked by the outcome alone, the database would look at every case that ever ended.
    internal static IQueryable<Data.Rows.CaseRow> Unheld(CaseDbContext db, string organisation, string role) =>
        db.Cases.Where(c => c.OwningOrg == organisation && OpenStates.Contains(c.State) && c.Outcome == null && !db.Assignments.Any(a => a.CaseId == c.Id && a.Role == role && a.Until == null));

    /// <summary>Open cases on which the person holds this role.</summary>
    public Task<IReadOnlyList<WorkItem>> MineAsync(Actor actor, CancellationToken cancellationToken)
    {
        var role = Keys.Of(actor.Role);
        return ReadAsync([actor.Role], db => Held(db, actor.Id, [role]), 0, Most, cancellationToken);
    }

    /// <summary>Cases of the organisation that nobody holds in this role yet and that may be claimed.</summary>
    public Task<IReadOnlyList<WorkItem>> PoolAsync(Actor actor, string organisation, CancellationToken cancellationToken)
    {
        var role = Keys.Of(actor.Role);
        return ReadAsync([actor.Role], db => Unheld(db, organisation, role), 0, Most, cancellationToken);
    }

    private async Task<IReadOnlyList<WorkItem>> ReadAsync(IReadOnlyList<Role> roles, Func<CaseDbContext, IQueryable<Data.Rows.CaseRow>> which, int skip, int take, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var (seesSealed, hurry) = (roles.Any(Seal.Admits), time.GetUtcNow() + StayHurries);
        var rows = await which(db).AsNoTracking().Where(c => seesSealed || c.SidePath != nameof(SidePath.Sealed)).OrderBy(c => c.Outcome != null)
            .ThenBy(c => c.SidePath == nameof(SidePath.Emergency) ? 0 : c.Alarm == CaseFilters.RemovalRisk ? 1 : c.Priority == nameof(Priority.Emergency) ? 2 : c.WelfareCheckDueAt != null ? 3 : c.StayEndsAt != null && c.StayEndsAt <= hurry ? 4 : c.Priority == nameof(Priority.Urgent) ? 5 : 6)
            .ThenBy(c => c.NextDueAt == null).ThenBy(c => c.NextDueAt).ThenBy(c => c.Id).Skip(skip).Take(take)
            .Select(c => new { c.Id, c.Reference, c.ProgrammeId, c.State, c.Priority, c.CountryOfStay, c.OpenedAt, c.UpdatedAt, c.SidePath, c.Standstills, c.Outcome, c.WelfareCheckDueAt, c.StayEndsAt, c.Alarm }).ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(r => r.Id);
        var waits = await db.Waits.AsNoTracking().Where(w => ids.Contains(w.CaseId) && w.ClosedAt == null && (w.Gate != null || w.Kind.StartsWith(LegalDayRows.Prefix)))
            .Select(w => new { w.CaseId, w.Gate, w.Kind, w.OpenedAt, w.DueAt }).ToListAsync(cancellationToken);
        var knowsLaw = roles.Any(role => AccessTable.For(role, Compartment.Legal) >= Access.Summary);
        var legal = waits.Where(w => knowsLaw && w.Gate is null && w.DueAt is not null).Select(w => (w.CaseId, Day: new NextLegalDay(LegalDayRows.KindOf(w.Kind), w.DueAt!.Value)))
            .Where(w => w.Day.Kind != LegalDayKind.Stay).OrderBy(w => w.Day.At).ToLookup(w => w.CaseId, w => w.Day);
        var byCase = waits.Where(w => w.Gate is not null).ToLookup(w => w.CaseId, w => new OpenWork(GateTable.For(w.Gate!).Gate, w.OpenedAt, w.DueAt));
        return
        [
            .. rows.Select(r => new WorkItem(
                r.Reference, r.ProgrammeId, Enum.Parse<CaseState>(r.State), Enum.Parse<Priority>(r.Priority), r.CountryOfStay ?? string.Empty, r.OpenedAt, r.UpdatedAt,
                [.. byCase[r.Id]], byCase[r.Id].Any(w => roles.Any(role => Concerns(GateTable.For(w.Gate), role))),
                r.Outcome is null && r.SidePath is { } path ? Standstill.Of(Enum.Parse<SidePath>(path), CaseClocks.Read(r.Standstills)) : null) { WelfareCheckDueAt = r.WelfareCheckDueAt, StayEndsAt = r.Outcome is null ? r.StayEndsAt : null, Alarm = r.Alarm, LegalDay = r.Outcome is null ? legal[r.Id].FirstOrDefault() : null }),
        ];
    }

    private static bool Concerns(GateRow gate, Role role) => gate.Deciders.Contains(role) || gate.Proposers.Contains(role);
}
