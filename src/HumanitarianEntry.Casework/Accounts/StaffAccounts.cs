using System.Security.Cryptography;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using Microsoft.AspNetCore.Identity;

namespace HumanitarianEntry.Casework.Accounts;

public sealed record NewStaffAccount(string UserName, string DisplayName, string? Mail, string Organisation, string? Team, IReadOnlyList<string> RoleKeys);

/// <param name="Problem">Why no account was made; the other parts are then null.</param>
public sealed record MadeStaffAccount(Guid? Id, string? Password, string? AuthenticatorKey, string? Problem);

/// <summary>Makes staff accounts: neutral log-in, sealed name and mail, second factor from the first day.</summary>
public sealed class StaffAccounts(UserManager<StaffAccount> users, RoleManager<StaffRole> roles, StaffNames names)
{
    private const string PasswordSigns = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Every role an account may have.</summary>
    public static readonly IReadOnlyList<string> Roles = [.. Enum.GetValues<Role>().Where(r => r is not (Role.Applicant or Role.System)).Select(Keys.Of)];

    /// <param name="password">Null: a random one is made.</param>
    public async Task<MadeStaffAccount> CreateAsync(NewStaffAccount wanted, string? password)
    {
        var account = new StaffAccount { Id = Ids.New(), UserName = wanted.UserName, OrganisationId = wanted.Organisation, Team = wanted.Team };
        names.SetDisplayName(account, wanted.DisplayName);
        names.SetMail(account, wanted.Mail);
        password ??= RandomPassword();
        var made = await users.CreateAsync(account, password);
        if (!made.Succeeded)
        {
            return new MadeStaffAccount(null, null, null, string.Join(" ", made.Errors.Select(e => e.Description)));
        }

        foreach (var role in wanted.RoleKeys)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                await roles.CreateAsync(new StaffRole { Id = Ids.New(), Name = role });
            }

            await users.AddToRoleAsync(account, role);
        }

        await users.ResetAuthenticatorKeyAsync(account);
        await users.SetTwoFactorEnabledAsync(account, true);
        return new MadeStaffAccount(account.Id, password, await users.GetAuthenticatorKeyAsync(account), null);
    }

    private static string RandomPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(PasswordSigns, 5)));
}
