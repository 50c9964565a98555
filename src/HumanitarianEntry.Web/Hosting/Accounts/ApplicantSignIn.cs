using System.Security.Claims;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Hosting.Accounts;

/// <summary>
/// Reference and 20-digit code. The same answer after the same time whether the case exists, the code is wrong, right, or the one for danger (handbook section 5, statements 4
/// and 30). There is no lock: 59 random bits cannot be guessed, and a lock would let anybody who knows a reference keep the person out of his case.
/// </summary>
public sealed class ApplicantSignIn(CaseDatabase cases, ApplicantCodes codes, TimeProvider time) : IApplicantSignIn
{
    /// <summary>Longer than the longest way through the check, so that only this is measured from outside.</summary>
    private static readonly TimeSpan Takes = TimeSpan.FromMilliseconds(250);

    public async Task<ClaimsPrincipal?> CheckAsync(string reference, string code, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var person = ApplicantCode.Parse(code) is { } typed ? await OpenAsync(reference, typed, cancellationToken) : null;
        var rest = Takes - time.GetElapsedTime(begun);
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, time, cancellationToken);
        }

        return person;
    }

    private async Task<ClaimsPrincipal?> OpenAsync(string reference, ApplicantCode typed, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var known = CaseReference.Normalise(reference);
        var access = await db.ApplicantAccesses.AsNoTracking().Where(a => a.RevokedAt == null && db.Cases.Any(c => c.Id == a.CaseId && c.Reference == known))
            .OrderByDescending(a => a.IssuedAt).FirstOrDefaultAsync(cancellationToken);
        switch (codes.Opens(access, typed))
        {
            case ApplicantSpace.Own:
                return PrincipalOf(access!.CaseId, access.Id, Person.NoDecoy);
            case ApplicantSpace.Decoy:
                db.Outbox.Add(OutboxRows.Danger(access!.CaseId, time.GetUtcNow()));

                // Whoever holds the phone may go away at once; the call for help must not go with him.
                await db.SaveChangesAsync(CancellationToken.None);
                return PrincipalOf(access.CaseId, access.Id, Person.Decoy);
            case ApplicantSpace.None:
            default:
                return null;
        }
    }

    // Both kinds of session carry the same claims with values of the same length: the cookies cannot be told apart by their size.
    private static ClaimsPrincipal PrincipalOf(Guid caseId, Guid accessId, string decoy) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, caseId.ToString()), new Claim(ClaimTypes.Role, Audiences.ApplicantRole), new Claim(Person.TeamClaim, Audiences.ApplicantRole),
            new Claim(SessionRegister.AccessClaim, accessId.ToString("N")), new Claim(Person.DecoyClaim, decoy),
        ],
        "applicant"));
}
