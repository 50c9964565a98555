using HumanitarianEntry.Casework.Assignments;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>Why a case cannot wait.</summary>
public enum UrgencyReason
{
    Emergency,
    RemovalRisk,
    MissedCheckIn,
    StayEnds,
    Overdue,
    WaitsForMe,
}

/// <summary>Which cases of a caseload are wanted. Everything that is null is not asked for.</summary>
/// <param name="Unassigned">Cases of the organisation that nobody holds in the role, instead of one's own.</param>
public sealed record CaseChoice(UrgencyReason? Reason, CaseState? State, string? Language, string? Country, bool Unassigned)
{
    public static readonly CaseChoice All = new(null, null, null, null, Unassigned: false);

    /// <summary>So long before its end a lawful stay counts as ending.</summary>
    public static readonly TimeSpan StaySoon = TimeSpan.FromDays(14);

    public bool IsAll => this == All;

    /// <param name="gates">Gates at which the person acts.</param>
    internal IQueryable<CaseRow> Among(CaseDbContext db, IQueryable<CaseRow> rows, IReadOnlyCollection<string> gates, DateTimeOffset now)
    {
        var state = State?.ToString();
        rows = state is null ? rows : rows.Where(c => c.State == state);
        rows = Language is null ? rows : rows.Where(c => c.Language == Language);
        rows = Country is null ? rows : rows.Where(c => c.CountryOfStay == Country);
        return Reason is { } reason ? OpenFor(db, rows.Where(c => c.Outcome == null), reason, gates, now) : rows;
    }

    internal static IQueryable<CaseRow> OpenFor(CaseDbContext db, IQueryable<CaseRow> rows, UrgencyReason reason, IReadOnlyCollection<string> gates, DateTimeOffset now)
    {
        var soon = now + StaySoon;
        return reason switch
        {
            UrgencyReason.Emergency => rows.Where(c => c.Priority == nameof(Priority.Emergency)),
            UrgencyReason.RemovalRisk => rows.Where(c => c.Alarm == CaseFilters.RemovalRisk),
            UrgencyReason.MissedCheckIn => rows.Where(c => c.WelfareCheckDueAt != null || c.Alarm == CaseFilters.MissedCheckIn),
            UrgencyReason.StayEnds => rows.Where(c => c.StayEndsAt != null && c.StayEndsAt <= soon),
            UrgencyReason.Overdue => rows.Where(c => c.NextDueAt != null && c.NextDueAt < now),
            UrgencyReason.WaitsForMe => rows.Where(c => db.Waits.Any(w => w.CaseId == c.Id && w.ClosedAt == null && w.Gate != null && gates.Contains(w.Gate))),
        };
    }

    /// <summary>Keys of the gates at which one of the roles proposes or decides.</summary>
    internal static IReadOnlyList<string> GatesOf(IReadOnlyCollection<Role> roles) =>
        [.. Enum.GetValues<Gate>().Select(GateTable.For).Where(row => roles.Any(role => row.Deciders.Contains(role) || row.Proposers.Contains(role))).Select(row => row.Key)];
}

/// <summary>One page of a caseload.</summary>
public sealed record WorkPage(IReadOnlyList<WorkItem> Items, bool HasMore);
