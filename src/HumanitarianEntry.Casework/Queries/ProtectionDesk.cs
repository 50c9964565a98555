using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.SidePaths;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>What happened on a case at which minute, and by whom; no content.</summary>
public sealed record ActDone(string Kind, Role Role, Guid By, DateTimeOffset At);

/// <summary>
/// The little that who guards a person must know of the dossier, which is closed to a protection officer otherwise: the incident he answers for, and the conditions
/// that the state set for the journey.
/// </summary>
/// <param name="Incident">The emergency that is open now; null when none is.</param>
/// <param name="Since">What was done since it began, first things first.</param>
public sealed record ProtectionBrief(Recorded<Incident>? Incident, IReadOnlyList<ActDone> Since, IReadOnlyList<string> Conditions);

/// <summary>Opens the dossier for this brief alone. Asked only with a case that the person has on screen; every look is in the read log before it is shown.</summary>
public sealed class ProtectionDesk(CaseDatabase cases, CompartmentSealer sealer, ReadLogWriter reads, TimeProvider time)
{
    private const string Purpose = "protection";

    /// <exception cref="InvalidOperationException">The role does not guard anybody.</exception>
    public async Task<ProtectionBrief> ReadAsync(CaseView view, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.Role is not (Role.ProtectionOfficer or Role.Counsel))
        {
            throw new InvalidOperationException($"The role {actor.Role} gets no protection brief.");
        }

        await using var db = cases.CreateDbContext();
        var row = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == view.File.Id, cancellationToken);
        using var keys = await sealer.OpenAsync(row.Id, cancellationToken);
        var dossier = (await CaseLoader.LoadAsync(db, keys, row, [Compartment.Dossier], cancellationToken)).File.Dossier;
        await reads.WriteAsync([new ReadEntry { At = time.GetUtcNow(), ActorId = actor.Id, CaseId = row.Id, Compartment = Keys.Of(Compartment.Dossier), Purpose = Purpose }], cancellationToken);

        var begun = view.File.Position.SidePath == SidePath.Emergency ? dossier.Incidents.LastOrDefault(i => i.Value.Path == SidePath.Emergency && i.Value.Begins) : null;
        var since = begun is null ? [] : await SinceAsync(db, row.Id, begun.Provenance.At, cancellationToken);
        return new ProtectionBrief(begun, since, dossier.StateDecisions.Latest()?.Conditions ?? []);
    }

    private static async Task<List<ActDone>> SinceAsync(CaseDbContext db, Guid caseId, DateTimeOffset begun, CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.CaseId == caseId && e.At >= begun).OrderBy(e => e.Sequence)
            .Select(e => new { e.ActKind, e.Role, e.ActorId, e.At }).ToListAsync(cancellationToken);
        return entries.ConvertAll(e => new ActDone(e.ActKind, Keys.Role(e.Role), e.ActorId, e.At));
    }
}
