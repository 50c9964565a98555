using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Workflows.Migrating;
using HumanitarianEntry.Workflows.Running;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>A change that waits for a second person.</summary>
public sealed record WaitingChange(Guid Id, ProgrammeChange Change, string Reason, Guid ById, string By, DateTimeOffset At);

/// <summary>A change in force and who made it.</summary>
public sealed record PastChange(NumberedChange Change, string Reason, string By, string? ConfirmedBy);

/// <summary>Running cases of one programme, counted by what matters when it stops.</summary>
public sealed record ProgrammeCases(int Running, int Parked, IReadOnlyDictionary<string, int> ByVersion)
{
    public static ProgrammeCases None { get; } = new(0, 0, new Dictionary<string, int>(StringComparer.Ordinal));
}

/// <summary>What moving one running case to another version would do.</summary>
/// <param name="Obstacles">Why it would stay; empty: it moves.</param>
public sealed record MoveTrial(string Reference, string State, IReadOnlyList<string> Obstacles);

/// <summary>The programmes as those who change them see them: what waits, what was changed, which cases are concerned. Routing facts only, never of a person.</summary>
public sealed class ProgrammeDesk(CaseDatabase cases, ProgrammeLibrary library, StaffDirectory staff)
{
    /// <summary>How many cases a trial lists; all are counted.</summary>
    public const int MostListed = 200;

    public async Task<ProgrammeShelf> ShelfAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await library.RefreshAsync(db, cancellationToken);
    }

    public async Task<IReadOnlyList<WaitingChange>> WaitingAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.ProgrammeProposals.AsNoTracking().Where(p => p.DecidedAt == null).ToListAsync(cancellationToken);
        var people = await PeopleAsync(rows.Select(r => r.By), cancellationToken);
        return [.. rows.OrderBy(r => r.At).Select(r => new WaitingChange(r.Id, ProgrammeChange.Read(r.ChangeJson), r.Reason, r.By, people[r.By], r.At))];
    }

    /// <summary>The changes in force, newest first.</summary>
    public async Task<IReadOnlyList<PastChange>> HistoryAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var shelf = await library.RefreshAsync(db, cancellationToken);
        var reasons = await db.ProgrammeProposals.AsNoTracking().Where(p => p.ChangeNumber != null).ToDictionaryAsync(p => p.ChangeNumber!.Value, p => p.Reason, cancellationToken);
        var people = await PeopleAsync(shelf.Changes.SelectMany(c => new[] { c.By, c.ConfirmedBy ?? c.By }), cancellationToken);
        return [.. shelf.Changes.Reverse().Select(c => new PastChange(c, reasons.GetValueOrDefault(c.Number, string.Empty), people[c.By], c.ConfirmedBy is { } second ? people[second] : null))];
    }

    public async Task<ProgrammeCases> CasesAsync(string programme, CancellationToken cancellationToken) =>
        (await CountAsync(running => running.Where(c => c.ProgrammeId == programme), cancellationToken)).GetValueOrDefault(programme, ProgrammeCases.None);

    /// <summary>The running cases of every programme that has any.</summary>
    public Task<Dictionary<string, ProgrammeCases>> CasesAsync(CancellationToken cancellationToken) => CountAsync(running => running, cancellationToken);

    /// <summary>Tries the move of every running case without changing anything (engine rule S14, dry run).</summary>
    /// <param name="reader">Cases are named only to who is on them; all are counted.</param>
    /// <returns>Counts of those that would move and would stay, and the first of the reader's own.</returns>
    /// <exception cref="KeyNotFoundException">A version is not known.</exception>
    public async Task<(int Moving, int Staying, IReadOnlyList<MoveTrial> Listed)> TryMoveAsync(string fromVersion, string toVersion, Guid reader, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        await library.RefreshAsync(db, cancellationToken);
        var (from, to) = (library.Definition(fromVersion), library.Definition(toVersion));
        var (moving, staying) = (0, 0);
        var listed = new List<MoveTrial>();
        var running = db.Cases.AsNoTracking().Where(c => c.Outcome == null && c.DefinitionVersionId == fromVersion).OrderBy(c => c.Reference)
            .Select(c => new { c.Reference, c.State, c.RunState, IsOwn = db.Assignments.Any(a => a.CaseId == c.Id && a.StaffId == reader && a.Until == null) });
        await foreach (var row in running.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var report = Migration.Check(RunStateJson.Read(row.RunState), from, to);
            (moving, staying) = report.IsPossible ? (moving + 1, staying) : (moving, staying + 1);
            if (row.IsOwn && listed.Count < MostListed)
            {
                listed.Add(new MoveTrial(row.Reference, row.State, report.Obstacles));
            }
        }

        return (moving, staying, listed);
    }

    private async Task<Dictionary<string, ProgrammeCases>> CountAsync(Func<IQueryable<CaseRow>, IQueryable<CaseRow>> which, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var counted = await which(db.Cases.AsNoTracking().Where(c => c.Outcome == null))
            .GroupBy(c => new { c.ProgrammeId, c.DefinitionVersionId, IsParked = c.SidePath == nameof(SidePath.Parked) }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return counted.GroupBy(c => c.Key.ProgrammeId, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => new ProgrammeCases(
                g.Sum(c => c.Count), g.Where(c => c.Key.IsParked).Sum(c => c.Count),
                g.GroupBy(c => c.Key.DefinitionVersionId, StringComparer.Ordinal).ToDictionary(v => v.Key, v => v.Sum(c => c.Count), StringComparer.Ordinal)),
            StringComparer.Ordinal);
    }

    private async Task<Dictionary<Guid, string>> PeopleAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        var known = await staff.NamesAsync(wanted, cancellationToken);
        return wanted.ToDictionary(id => id, id => known.GetValueOrDefault(id, "an account that is gone"));
    }
}
