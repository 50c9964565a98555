using System.Data.Common;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Programmes;

namespace HumanitarianEntry.Casework.Acts;

/// <summary>Who holds a role on the case now, with his place.</summary>
internal sealed class SeatRow
{
    public required Guid StaffId { get; init; }
    public required string Role { get; init; }
    public required string OrganisationId { get; init; }
    public string? Team { get; init; }
    public required DateTimeOffset Since { get; init; }
    public string? Post { get; init; }
}

/// <summary>Everything an act reads, still sealed.</summary>
/// <param name="Changes">Of the programmes, those that this node did not know.</param>
/// <param name="Row">Null when there is no such case.</param>
/// <param name="Before">What an act with the same key has left; null when there was none.</param>
internal sealed record StoredCase(List<SettingRow> Changes, CaseRow? Row, List<SeatRow> Seats, List<WaitRow> OpenWaits, List<CompartmentVersionRow> Compartments, ActRow? Before);

/// <summary>
/// Reads a case for an act with one command. The order counts: the act's key is asked for after the case was read, so that the same form on another node is either seen here, or the write
/// collides; before it, the second one would be judged on what the first has done.
/// </summary>
internal sealed class CaseReading
{
    private const string Mark = "HumanitarianEntry:CaseReading";
    private readonly JoinedQueries queries;
    private volatile Readers? readers;

    private CaseReading(CaseDbContext db)
    {
        var (known, caseId, key) = (0, Guid.Empty, string.Empty);
        queries = new JoinedQueries(
            db.Settings.Where(s => s.Key == ProgrammeLibrary.SettingKey && s.Version > known).OrderBy(s => s.Version),
            db.Cases.Where(c => c.Id == caseId),
            SeatsOf(db, caseId),
            OpenWaitsOf(db, caseId),
            CompartmentsOf(db, caseId),
            db.Acts.Where(a => a.Key == key));
    }

    /// <param name="known">The last change of the programmes that this node knows.</param>
    /// <param name="key">The act's idempotency key.</param>
    public static async Task<StoredCase> ReadAsync(CaseDbContext db, Guid caseId, int known, string key, CancellationToken cancellationToken)
    {
        var reading = db.Model.GetOrAddRuntimeAnnotationValue(Mark, static db => new CaseReading(db!), db);
        await using var command = reading.queries.Command(db, ("known", known), ("caseId", caseId), ("key", key));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reading.ReadAsync(db, reader, cancellationToken);
    }

    /// <summary>The roles held on the case now.</summary>
    public static IQueryable<SeatRow> SeatsOf(CaseDbContext db, Guid caseId) => db.Assignments.Where(a => a.CaseId == caseId && a.Until == null)
        .Join(db.Users, a => a.StaffId, u => u.Id, (a, u) => new SeatRow { StaffId = a.StaffId, Role = a.Role, OrganisationId = u.OrganisationId, Team = u.Team, Since = a.Since, Post = a.Post });

    /// <summary>The waits of gates that are open.</summary>
    public static IQueryable<WaitRow> OpenWaitsOf(CaseDbContext db, Guid caseId) => db.Waits.Where(w => w.CaseId == caseId && w.ClosedAt == null && w.Gate != null);

    /// <summary>The newest version of every compartment.</summary>
    public static IQueryable<CompartmentVersionRow> CompartmentsOf(CaseDbContext db, Guid caseId) =>
        db.CompartmentVersions.Where(v => v.CaseId == caseId && v.Version == db.CompartmentVersions.Where(o => o.CaseId == caseId && o.Compartment == v.Compartment).Max(o => o.Version));

    private async Task<StoredCase> ReadAsync(CaseDbContext db, DbDataReader reader, CancellationToken cancellationToken)
    {
        var made = readers;
        var settings = made?.Settings ?? Of<SettingRow>(db, reader);
        var changes = await settings.ListAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var cases = made?.Cases ?? Of<CaseRow>(db, reader);
        var row = (await cases.ListAsync(reader, cancellationToken)).SingleOrDefault();
        await reader.NextResultAsync(cancellationToken);
        var seats = made?.Seats ?? RowReader<SeatRow>.For(reader, TypeOf<AssignmentRow>(db), TypeOf<StaffAccount>(db));
        var held = await seats.ListAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var waits = made?.Waits ?? Of<WaitRow>(db, reader);
        var open = await waits.ListAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var compartments = made?.Compartments ?? Of<CompartmentVersionRow>(db, reader);
        var sealedOnes = await compartments.ListAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var acts = made?.Acts ?? Of<ActRow>(db, reader);
        var before = (await acts.ListAsync(reader, cancellationToken)).SingleOrDefault();
        readers ??= new Readers(settings, cases, seats, waits, compartments, acts);
        return new StoredCase(changes, row, held, open, sealedOnes, before);
    }

    private static RowReader<T> Of<T>(CaseDbContext db, DbDataReader reader) => RowReader<T>.For(reader, TypeOf<T>(db));

    private static Microsoft.EntityFrameworkCore.Metadata.IEntityType TypeOf<T>(CaseDbContext db) => db.Model.FindEntityType(typeof(T))!;

    private sealed record Readers(
        RowReader<SettingRow> Settings, RowReader<CaseRow> Cases, RowReader<SeatRow> Seats, RowReader<WaitRow> Waits, RowReader<CompartmentVersionRow> Compartments, RowReader<ActRow> Acts);
}
