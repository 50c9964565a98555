using System.Text.Json;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>Something that left the organisation, as the person it is about may read it.</summary>
public sealed record OwnDisclosure(DateTimeOffset At, Disclosure Details);

/// <summary>What of a case was given to whom, from the disclosure log (handbook section 5, statement 11).</summary>
public sealed class OwnDisclosures(CaseDatabase cases, CompartmentSealer sealer)
{
    /// <returns>Newest first.</returns>
    /// <exception cref="SealBrokenException">An entry was changed or moved.</exception>
    public async Task<IReadOnlyList<OwnDisclosure>> ReadAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.Disclosures.AsNoTracking().Where(d => d.CaseId == caseId).OrderByDescending(d => d.At).ToListAsync(cancellationToken);
        using var keys = await sealer.OpenAsync(caseId, cancellationToken);
        return
        [
            .. rows.Select(row => new OwnDisclosure(
                row.At, JsonSerializer.Deserialize<Disclosure>(keys.Open(SealedScopes.Disclosures, $"disclosure {row.Id:N}", row.SealedDetails), DomainJson.Options)!)),
        ];
    }
}
