using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Assignments;

/// <param name="From">The first moment away.</param>
/// <param name="Until">The first moment back.</param>
public sealed record Absence(Guid Id, Guid StaffId, DateTimeOffset From, DateTimeOffset Until, Guid StandInId);

/// <summary>A case of an absent colleague; routing facts only.</summary>
public sealed record AbsentCase(string Reference, Guid AbsentId, Priority Priority, DateTimeOffset Until);

/// <summary>Who is away, until when, and who stands in. Nothing is taken from who is away: urgent news goes to the stand-in as well, and he may join the cases.</summary>
public sealed class Absences(CaseDatabase cases, TimeProvider time)
{
    private const int Most = 200;

    /// <summary>Absences that are not over, by person.</summary>
    public async Task<ILookup<Guid, Absence>> ComingAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = cases.CreateDbContext();
        return (await db.Absences.AsNoTracking().Where(a => a.Until > now).OrderBy(a => a.From).ToListAsync(cancellationToken)).ToLookup(a => a.StaffId, Of);
    }

    /// <summary>Notes an absence. The stand-in is somebody else of the same organisation with one of the roles.</summary>
    /// <returns>What stands against it; null when it is noted.</returns>
    public async Task<Sentence?> NoteAsync(Guid staffId, DateTimeOffset from, DateTimeOffset until, Guid standInId, CancellationToken cancellationToken)
    {
        if (until <= from || until <= time.GetUtcNow())
        {
            return Sentence.Of("The last day lies before the first, or both are over.");
        }

        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var organisation = await db.Users.Where(u => u.Id == staffId).Select(u => u.OrganisationId).SingleAsync(cancellationToken);
        var role = Keys.Of(Role.Screener);
        var fits = standInId != staffId && await (from account in db.Users
                                                  join held in db.UserRoles on account.Id equals held.UserId
                                                  join name in db.Roles on held.RoleId equals name.Id
                                                  where account.Id == standInId && name.Name == role && account.OrganisationId == organisation && account.DeactivatedAt == null
                                                  select account.Id).AnyAsync(cancellationToken);
        if (!fits)
        {
            return Sentence.Of("Choose another screener of your organisation.");
        }

        if (await db.Absences.AnyAsync(a => a.StaffId == standInId && a.From < until && a.Until > from, cancellationToken))
        {
            return Sentence.Of("This colleague is away in that time. Choose another one.");
        }

        db.Absences.Add(new AbsenceRow { Id = Ids.New(), StaffId = staffId, From = from.Stored(), Until = until.Stored(), StandInId = standInId });
        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>Ends one's own absence now, or takes one back that has not begun.</summary>
    public async Task EndAsync(Guid staffId, Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().Stored();
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await db.Absences.Where(a => a.Id == id && a.StaffId == staffId && a.From > now).ExecuteDeleteAsync(cancellationToken);
        await db.Absences.Where(a => a.Id == id && a.StaffId == staffId && a.Until > now).ExecuteUpdateAsync(set => set.SetProperty(a => a.Until, now), cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>Open cases of colleagues for whom the person stands in now, that he is not on himself; what cannot wait first.</summary>
    public async Task<IReadOnlyList<AbsentCase>> CasesAsync(Actor actor, CancellationToken cancellationToken)
    {
        var (now, role) = (time.GetUtcNow(), Keys.Of(actor.Role));
        await using var db = cases.CreateDbContext();
        var rows = await (from absence in db.Absences
                          join seat in db.Assignments on absence.StaffId equals seat.StaffId
                          join row in db.Cases on seat.CaseId equals row.Id
                          where absence.StandInId == actor.Id && absence.From <= now && absence.Until > now && seat.Role == role && seat.Until == null && row.Outcome == null && row.SidePath != nameof(SidePath.Sealed)
                          select new { row.Id, row.Reference, absence.StaffId, row.Priority, absence.Until, row.NextDueAt })
            .Where(r => !db.Assignments.Any(a => a.CaseId == r.Id && a.StaffId == actor.Id && a.Role == role && a.Until == null))
            .OrderBy(r => r.Priority == nameof(Priority.Emergency) ? 0 : r.Priority == nameof(Priority.Urgent) ? 1 : 2).ThenBy(r => r.NextDueAt == null).ThenBy(r => r.NextDueAt).ThenBy(r => r.Id)
            .Take(Most).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new AbsentCase(r.Reference, r.StaffId, Enum.Parse<Priority>(r.Priority), r.Until));
    }

    /// <summary>The id of such a case by its reference; null when there is none.</summary>
    public async Task<Guid?> FindAsync(Actor actor, string reference, CancellationToken cancellationToken)
    {
        var waiting = await CasesAsync(actor, cancellationToken);
        if (CaseReference.Normalise(reference) is not { } known || waiting.All(c => c.Reference != known))
        {
            return null;
        }

        await using var db = cases.CreateDbContext();
        return await db.Cases.Where(c => c.Reference == known).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
    }

    internal static Task<List<Guid>> StoodInForAsync(CaseDbContext db, Guid staffId, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Absences.AsNoTracking().Where(a => a.StandInId == staffId && a.From <= now && a.Until > now).Select(a => a.StaffId).ToListAsync(cancellationToken);

    /// <summary>Who stands in now for these people.</summary>
    internal static Task<List<Guid>> StandInsOfAsync(CaseDbContext db, IReadOnlyCollection<Guid> staff, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Absences.AsNoTracking().Where(a => staff.Contains(a.StaffId) && a.From <= now && a.Until > now).Select(a => a.StandInId).Distinct().ToListAsync(cancellationToken);

    private static Absence Of(AbsenceRow row) => new(row.Id, row.StaffId, row.From, row.Until, row.StandInId);
}
