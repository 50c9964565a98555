using System.Security.Claims;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Hosting.Accounts;

/// <summary>Reference and 20-digit code. The same answer after the same work whether the case exists, is locked, or the code is wrong (handbook section 5, statement 30).</summary>
public sealed class ApplicantSignIn(CaseDatabase cases, ApplicantCodes codes, TimeProvider time) : IApplicantSignIn
{
    private const int TriesBeforeLock = 10;
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    public async Task<ClaimsPrincipal?> CheckAsync(string reference, string code, CancellationToken cancellationToken)
    {
        if (ApplicantCode.Parse(code) is not { } typed)
        {
            return null;
        }

        await using var db = cases.CreateDbContext();
        var now = time.GetUtcNow();
        var known = CaseReference.Normalise(reference);
        var access = await db.ApplicantAccesses.Where(a => a.RevokedAt == null && db.Cases.Any(c => c.Id == a.CaseId && c.Reference == known))
            .OrderByDescending(a => a.IssuedAt).FirstOrDefaultAsync(cancellationToken);
        var fits = codes.Matches(access, typed);
        if (access is null)
        {
            return null;
        }

        if (access.LockedUntil > now)
        {
            return null;
        }

        Count(access, fits, now);
        await db.SaveChangesAsync(cancellationToken);
        return fits ? PrincipalOf(access.CaseId) : null;
    }

    private static void Count(ApplicantAccessRow access, bool fits, DateTimeOffset now)
    {
        access.FailedAttempts = fits ? 0 : access.FailedAttempts + 1;
        access.LockedUntil = access.FailedAttempts >= TriesBeforeLock ? now + Lock : null;
        if (access.LockedUntil is not null)
        {
            access.FailedAttempts = 0;
        }
    }

    private static ClaimsPrincipal PrincipalOf(Guid caseId) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, caseId.ToString()), new Claim(ClaimTypes.Role, Audiences.ApplicantRole), new Claim(Person.TeamClaim, Audiences.ApplicantRole)], "applicant"));
}
