using System.Text.Json;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>Something that left the organisation: when, what, to which function, why, on which law; and whether a consent stands behind it.</summary>
public sealed record DisclosureMade(DateTimeOffset At, string What, string RecipientFunction, string Purpose, string LegalBasis, bool OnConsent);

/// <summary>Everything about a case that left the organisation, newest first (handbook section 5, statement 11).</summary>
public sealed class CaseDisclosures(CaseDatabase cases, CompartmentSealer sealer)
{
    /// <param name="view">The case as opened by the reader, who must see its dossier compartment.</param>
    public async Task<IReadOnlyList<DisclosureMade>> OfAsync(CaseView view, CancellationToken cancellationToken)
    {
        if (!view.Shown.Contains(Compartment.Dossier))
        {
            throw new InvalidOperationException("The list of disclosures is for roles that see the dossier.");
        }

        await using var db = cases.CreateDbContext();
        var rows = await db.Disclosures.AsNoTracking().Where(d => d.CaseId == view.File.Id).OrderByDescending(d => d.At).ToListAsync(cancellationToken);
        using var keys = await sealer.OpenAsync(view.File.Id, cancellationToken);
        return
        [
            .. rows.Select(row =>
            {
                var sealedPart = keys.Open(SealedScopes.Disclosures, $"disclosure {row.Id:N}", row.SealedDetails);
                var made = JsonSerializer.Deserialize<Disclosure>(sealedPart, DomainJson.Options) ?? throw new InvalidDataException("A stored disclosure is empty.");
                return new DisclosureMade(row.At, made.What, made.RecipientFunction, made.Purpose, made.LegalBasis, made.ConsentActId is not null);
            }),
        ];
    }
}
