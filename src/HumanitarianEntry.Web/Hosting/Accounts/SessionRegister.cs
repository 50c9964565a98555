using System.Security.Claims;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Hosting.Accounts;

/// <summary>
/// Staff sessions are rows, which an administrator, the person himself or any change of the account ends. An applicant's session leaves no row: it names the access it was
/// opened with and dies with it.
/// </summary>
public sealed class SessionRegister(StaffSessions sessions, CaseDatabase cases) : ISessionRegister
{
    public const string SessionClaim = "he:session";
    public const string AccessClaim = "he:access";
    public const string ProofClaim = "he:proof";

    public async Task<ClaimsPrincipal> OpenAsync(Door door, ClaimsPrincipal person, CancellationToken cancellationToken) => door switch
    {
        Door.Open => throw new InvalidOperationException("Open pages have no session."),
        Door.Applicant => person.HasClaim(c => c.Type == AccessClaim) ? person : With(person, AccessClaim, await AccessOfAsync(person, cancellationToken)),
        Door.Staff or Door.Liaison => With(
            person, SessionClaim, (await sessions.OpenAsync(IdOf(person), person.FindFirstValue(ProofClaim) ?? Proofs.Code, cancellationToken)).ToString("N")),
    };

    public async Task<bool> IsLiveAsync(Door door, ClaimsPrincipal person, CancellationToken cancellationToken) => door switch
    {
        Door.Open => false,
        Door.Applicant => person.FindFirstValue(AccessClaim) is { } access && access == await AccessOfAsync(person, cancellationToken),
        Door.Staff or Door.Liaison => SessionOf(person) is { } session && await sessions.IsLiveAsync(session, IdOf(person), door.IdleTime(), cancellationToken),
    };

    public async Task EndAsync(Door door, ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (door is Door.Staff or Door.Liaison && SessionOf(person) is { } session)
            await sessions.EndAsync(session, IdOf(person), cancellationToken);
    }

    public static Guid? SessionOf(ClaimsPrincipal person) => Guid.TryParseExact(person.FindFirstValue(SessionClaim), "N", out var id) ? id : null;

    private static Guid IdOf(ClaimsPrincipal person) => Guid.Parse(Sessions.SubjectOf(person));

    /// <summary>The access that is open for the case now; empty while none is.</summary>
    private async Task<string> AccessOfAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        var caseId = IdOf(person);
        await using var db = cases.CreateDbContext();
        var newest = await db.ApplicantAccesses.AsNoTracking().Where(a => a.CaseId == caseId && a.RevokedAt == null).OrderByDescending(a => a.IssuedAt).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellationToken);
        return newest?.ToString("N") ?? string.Empty;
    }

    private static ClaimsPrincipal With(ClaimsPrincipal person, string type, string value)
    {
        var old = person.Identities.First();
        return new(new ClaimsIdentity(old.Claims.Where(c => c.Type != type).Append(new Claim(type, value)), old.AuthenticationType, old.NameClaimType, old.RoleClaimType));
    }
}
