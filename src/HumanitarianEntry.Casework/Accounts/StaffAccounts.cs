using System.Security.Cryptography;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using Microsoft.AspNetCore.Identity;

namespace HumanitarianEntry.Casework.Accounts;

public sealed record NewStaffAccount(string UserName, string DisplayName, string? Mail, string Organisation, string? Team, IReadOnlyList<string> RoleKeys);

/// <param name="Problem">Why no account was made; the other parts are then null.</param>
public sealed record MadeStaffAccount(Guid? Id, string? Password, string? AuthenticatorKey, string? Problem);

/// <summary>
/// What administrators and the operator do to accounts: neutral log-in, sealed name and mail, second factor from the first day. Every change leaves an entry in the
/// chain of account changes and, except for making the account, ends all its sessions.
/// </summary>
public sealed class StaffAccounts(UserManager<StaffAccount> users, RoleManager<StaffRole> roles, StaffNames names, AccountChanges changes, TimeProvider time)
{
    private const string PasswordSigns = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Every role an account may have.</summary>
    public static readonly IReadOnlyList<string> Roles = [.. Enum.GetValues<Role>().Where(r => r is not (Role.Applicant or Role.System)).Select(Keys.Of)];

    /// <param name="password">Null: a random one is made, which the person must change before his first session.</param>
    /// <param name="by">Who makes it; null for the program itself (operator's verb, demonstration).</param>
    public async Task<MadeStaffAccount> CreateAsync(NewStaffAccount wanted, string? password, Guid? by = null)
    {
        await MakeRolesAsync(wanted.RoleKeys);
        var account = new StaffAccount { Id = Ids.New(), UserName = wanted.UserName, OrganisationId = wanted.Organisation, Team = wanted.Team, MustChangePassword = password is null };
        names.SetDisplayName(account, wanted.DisplayName);
        names.SetMail(account, wanted.Mail);
        password ??= RandomPassword();
        var note = new AccountNote(by ?? SystemActor.Instance.Id, account.Id, AccountKinds.Created, $"{wanted.UserName}: {string.Join(", ", wanted.RoleKeys)}");
        var made = await changes.ApplyAsync(
            note,
            async () =>
            {
                var created = await users.CreateAsync(account, password);
                if (!created.Succeeded)
                {
                    return created;
                }

                Demand(await users.AddToRolesAsync(account, wanted.RoleKeys.Distinct(StringComparer.Ordinal)));
                Demand(await users.ResetAuthenticatorKeyAsync(account));
                return await users.SetTwoFactorEnabledAsync(account, true);
            },
            endsSessions: false, CancellationToken.None);
        return made.Succeeded
            ? new MadeStaffAccount(account.Id, password, await users.GetAuthenticatorKeyAsync(account), null)
            : new MadeStaffAccount(null, null, null, string.Join(" ", made.Errors.Select(e => e.Description)));
    }

    /// <summary>A new random password, which the person must change. Lifts the pause after wrong tries.</summary>
    /// <returns>The password, to be shown once.</returns>
    public async Task<string> ResetPasswordAsync(StaffAccount account, Guid by, CancellationToken cancellationToken)
    {
        var password = RandomPassword();
        Demand(await changes.ApplyAsync(
            new AccountNote(by, account.Id, AccountKinds.PasswordReset),
            async () =>
            {
                account.MustChangePassword = true;
                if (await users.HasPasswordAsync(account))
                {
                    Demand(await users.RemovePasswordAsync(account));
                }

                Demand(await users.AddPasswordAsync(account, password));
                Demand(await users.SetLockoutEndDateAsync(account, null));
                return await users.ResetAccessFailedCountAsync(account);
            },
            endsSessions: true, cancellationToken));
        return password;
    }

    /// <summary>A new key for the authenticator app; passkeys, which are a second factor as well, go.</summary>
    /// <returns>The key, to be shown once.</returns>
    public async Task<string> ResetSecondFactorAsync(StaffAccount account, Guid by, CancellationToken cancellationToken)
    {
        Demand(await changes.ApplyAsync(
            new AccountNote(by, account.Id, AccountKinds.SecondFactorReset),
            async () =>
            {
                foreach (var passkey in await users.GetPasskeysAsync(account))
                {
                    Demand(await users.RemovePasskeyAsync(account, passkey.CredentialId));
                }

                Demand(await users.ResetAuthenticatorKeyAsync(account));
                return await users.SetTwoFactorEnabledAsync(account, true);
            },
            endsSessions: true, cancellationToken));
        return await users.GetAuthenticatorKeyAsync(account) ?? throw new InvalidOperationException("The account has no authenticator key after it was reset.");
    }

    public async Task LockAsync(StaffAccount account, Guid by, CancellationToken cancellationToken) =>
        Demand(await changes.ApplyAsync(new AccountNote(by, account.Id, AccountKinds.Locked), () => SetLockAsync(account, time.GetUtcNow()), endsSessions: true, cancellationToken));

    public async Task UnlockAsync(StaffAccount account, Guid by, CancellationToken cancellationToken) =>
        Demand(await changes.ApplyAsync(new AccountNote(by, account.Id, AccountKinds.Unlocked), () => SetLockAsync(account, null), endsSessions: true, cancellationToken));

    /// <summary>Gives the account exactly these roles.</summary>
    public async Task ChangeRolesAsync(StaffAccount account, IReadOnlyList<string> roleKeys, Guid by, CancellationToken cancellationToken)
    {
        await MakeRolesAsync(roleKeys);
        var held = await users.GetRolesAsync(account);
        var details = $"{string.Join(", ", held.Order(StringComparer.Ordinal))} -> {string.Join(", ", roleKeys.Order(StringComparer.Ordinal))}";
        Demand(await changes.ApplyAsync(
            new AccountNote(by, account.Id, AccountKinds.RolesChanged, details),
            async () =>
            {
                Demand(await users.RemoveFromRolesAsync(account, held.Except(roleKeys, StringComparer.Ordinal)));
                Demand(await users.AddToRolesAsync(account, roleKeys.Except(held, StringComparer.Ordinal)));
                return await users.UpdateSecurityStampAsync(account);
            },
            endsSessions: true, cancellationToken));
    }

    private Task<IdentityResult> SetLockAsync(StaffAccount account, DateTimeOffset? at)
    {
        account.DeactivatedAt = at;
        return users.UpdateSecurityStampAsync(account);
    }

    private async Task MakeRolesAsync(IEnumerable<string> keys)
    {
        foreach (var role in keys)
        {
            if (!await roles.RoleExistsAsync(role))
            {
                Demand(await roles.CreateAsync(new StaffRole { Id = Ids.New(), Name = role }));
            }
        }
    }

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException("The account store refused: " + string.Join(", ", result.Errors.Select(e => e.Code)));
        }
    }

    private static string RandomPassword() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(PasswordSigns, 5)));
}
