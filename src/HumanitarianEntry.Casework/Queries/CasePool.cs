using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>Takes cases that may be claimed: open, of the person's organisation, and held by nobody in his role.</summary>
public sealed class CasePool(CaseDatabase cases, ActRunner acts)
{
    /// <returns><see cref="ActResult.NotFound"/> when there is no such case for this person.</returns>
    public async Task<ActResult> ClaimAsync(Actor actor, string organisation, string reference, string key, CancellationToken cancellationToken) =>
        await FindAsync(actor, organisation, reference, cancellationToken) is { } caseId
            ? await acts.RunAsync(new ActRequest { CaseId = caseId, Actor = actor, Act = new ClaimCase(), Key = key }, cancellationToken)
            : new ActResult.NotFound();

    private async Task<Guid?> FindAsync(Actor actor, string organisation, string reference, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var role = Keys.Of(actor.Role);
        return CaseReference.Normalise(reference) is { } known
            ? await db.Cases.Where(c => c.Reference == known && c.OwningOrg == organisation && c.Outcome == null && !db.Assignments.Any(a => a.CaseId == c.Id && a.Role == role && a.Until == null))
                .Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken)
            : null;
    }
}
