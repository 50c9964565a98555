using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Recommendation;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>Whether the person can ask for an internal review, and how it stands. Apart from <see cref="OwnCases"/>: the decisions of a case are opened only where this is asked, and nothing else of them leaves here.</summary>
public sealed class OwnReviews(CaseDatabase cases, CompartmentSealer sealer, ReadLogWriter reads, TimeProvider time)
{
    /// <returns>Null when there is no such case, or when it was erased.</returns>
    public async Task<OwnReview?> ReadAsync(Guid caseId, string purpose, CancellationToken cancellationToken)
    {
        if (await sealer.TombstoneAsync(caseId, cancellationToken) is not null || await CaseLoader.ReadAsync(cases, sealer, caseId, [Compartment.Dossier], cancellationToken) is not { } file)
        {
            return null;
        }

        await reads.WriteAsync([new ReadEntry { At = time.GetUtcNow(), ActorId = caseId, CaseId = caseId, Compartment = Keys.Of(Compartment.Dossier), Purpose = purpose }], cancellationToken);
        return OwnReview.Of(file, time.GetUtcNow());
    }
}
