using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>Takes cases from the pool of one's organisation, named by their reference as the worklist shows it.</summary>
public sealed class CasePool(CaseDatabase cases, ActRunner acts)
{
    /// <returns><see cref="ActResult.NotFound"/> when the organisation has no such case, whether or not another one has.</returns>
    public async Task<ActResult> ClaimAsync(Actor actor, string organisation, string reference, string key, CancellationToken cancellationToken)
    {
        var known = CaseReference.Normalise(reference);
        await using var db = cases.CreateDbContext();
        var id = await db.Cases.Where(c => c.Reference == known && c.OwningOrg == organisation).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(cancellationToken);
        return id is { } caseId
            ? await acts.RunAsync(new ActRequest { CaseId = caseId, Actor = actor, Act = new ClaimCase(), Key = key }, cancellationToken)
            : new ActResult.NotFound();
    }
}
