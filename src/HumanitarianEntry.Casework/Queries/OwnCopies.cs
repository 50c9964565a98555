using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>What a person gets when he asks what is known of him (handbook section 5, statement 25).</summary>
/// <param name="File">Cut by <see cref="OwnCopies.Cut"/>: no notes and conclusions of the staff, no sources, no other persons, no phrases of the contact plan.</param>
public sealed record OwnCopy(CaseFile File, IReadOnlyList<OwnDisclosure> Disclosures, DateTimeOffset MadeAt, TimeZoneInfo Zone);

/// <summary>Opens the parts of a case that belong into the person's copy. The look is written to the read log like any other.</summary>
public sealed class OwnCopies(CaseDatabase cases, CompartmentSealer sealer, OwnDisclosures disclosures, ReadLogWriter reads, TimeProvider time)
{
    private static readonly Compartment[] Opened = [Compartment.Identity, Compartment.Contact, Compartment.Interview, Compartment.Evidence];

    /// <returns>Null when there is no such case, or when it was erased.</returns>
    public async Task<OwnCopy?> ReadAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken) is not { } row
            || await sealer.TombstoneAsync(caseId, cancellationToken) is not null)
        {
            return null;
        }

        using var keys = await sealer.OpenAsync(caseId, cancellationToken);
        var whole = (await CaseLoader.LoadAsync(db, keys, row, Opened, cancellationToken)).File;
        var now = time.GetUtcNow();
        await reads.WriteAsync([.. Opened.Select(c => new ReadEntry { At = now, ActorId = caseId, CaseId = caseId, Compartment = Keys.Of(c), Purpose = "own-data" })], cancellationToken);
        return new OwnCopy(Cut(whole), await disclosures.ReadAsync(caseId, cancellationToken), now, Domain.Appointments.PersonClock.Of(whole));
    }

    /// <summary>The person's own file and, besides, what was put down of his words: names, birth, papers, stays, ways to reach him, answers and statements.</summary>
    public static CaseFile Cut(CaseFile file)
    {
        var own = ApplicantFile.Of(file);
        return own with
        {
            Identity = new IdentityFacts { Names = file.Identity.Names, Births = file.Identity.Births, Documents = file.Identity.Documents },
            Contact = own.Contact with
            {
                Stays = [.. file.Contact.Standing().Select(s => s.Fact)],
                // The phrases and the person in between protect somebody: a copy that is found must not tell them.
                Plans = file.Contact.Plans.ConvertAll(p => p with { Value = p.Value with { CodePhrase = string.Empty, DuressPhrase = string.Empty, FallbackPerson = null } }),
                Referrals = own.Contact.Referrals.ConvertAll(r => r with { Value = r.Value with { ReferredBy = string.Empty } }),
            },
            Interview = new InterviewFacts { Sessions = file.Interview.Sessions, Answers = file.Interview.Answers, Statements = file.Interview.Statements },
        };
    }
}
