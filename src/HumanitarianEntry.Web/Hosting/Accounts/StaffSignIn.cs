using System.Security.Claims;
using System.Text.Json;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace HumanitarianEntry.Web.Hosting.Accounts;

/// <summary>
/// Password, then authenticator code, against ASP.NET Core Identity. Unknown names cost the same work as known ones; the first step's result is carried sealed in the note,
/// so that only both together say yes or no. A code opens once (<see cref="ReplaySafeAuthenticator"/>).
/// </summary>
public sealed class StaffSignIn(UserManager<StaffAccount> users, IDataProtectionProvider protection, TimeProvider time) : IStaffSignIn
{
    private static readonly TimeSpan NoteLife = TimeSpan.FromMinutes(5);
    private static readonly StaffAccount Nobody = new() { UserName = "nobody", OrganisationId = "none" };
    private static readonly string NobodysHash = new PasswordHasher<StaffAccount>().HashPassword(Nobody, "no account has this password");
    private readonly IDataProtector notes = protection.CreateProtector("staff sign-in note");

    public async Task<string> BeginAsync(string userName, string password, CancellationToken cancellationToken)
    {
        var account = await users.FindByNameAsync(userName);
        var ok = account is not null && account.DeactivatedAt is null && !await users.IsLockedOutAsync(account);
        if (account is null)
        {
            users.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash, password);
        }
        else if (!await users.CheckPasswordAsync(account, password))
        {
            ok = false;
            await users.AccessFailedAsync(account);
        }

        return notes.Protect(JsonSerializer.Serialize(new Note(ok ? account!.Id : null, time.GetUtcNow())));
    }

    public async Task<ClaimsPrincipal?> CompleteAsync(string note, string code, CancellationToken cancellationToken)
    {
        if (Open(note) is not { StaffId: { } id } known || time.GetUtcNow() - known.At > NoteLife
            || await users.FindByIdAsync(id.ToString()) is not { DeactivatedAt: null } account || await users.IsLockedOutAsync(account))
        {
            return null;
        }

        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            await users.AccessFailedAsync(account);
            return null;
        }

        await users.ResetAccessFailedCountAsync(account);
        return await PrincipalAsync(account);
    }

    private async Task<ClaimsPrincipal> PrincipalAsync(StaffAccount account)
    {
        var roles = await users.GetRolesAsync(account);
        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
                .. roles.Select(r => new Claim(ClaimTypes.Role, r)),
                new Claim(Person.OrganisationClaim, account.OrganisationId),
                new Claim(Person.TeamClaim, CaseLoader.TeamOf(account.OrganisationId, account.Team)),
            ],
            "staff"));
    }

    private Note? Open(string note)
    {
        try
        {
            return JsonSerializer.Deserialize<Note>(notes.Unprotect(note));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private sealed record Note(Guid? StaffId, DateTimeOffset At);
}
