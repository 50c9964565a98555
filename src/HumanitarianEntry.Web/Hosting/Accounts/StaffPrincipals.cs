using System.Security.Claims;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Identity;

namespace HumanitarianEntry.Web.Hosting.Accounts;

/// <summary>What a staff member's session says of him.</summary>
internal static class StaffPrincipals
{
    public static async Task<ClaimsPrincipal> PrincipalAsync(this UserManager<StaffAccount> users, StaffAccount account, string provedBy) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id.ToString()),
            .. (await users.GetRolesAsync(account)).Select(r => new Claim(ClaimTypes.Role, r)),
            new Claim(Person.OrganisationClaim, account.OrganisationId),
            new Claim(Person.TeamClaim, CaseLoader.TeamOf(account.OrganisationId, account.Team)),
            new Claim(SessionRegister.ProofClaim, provedBy),
        ],
        "staff"));
}
