using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Domain.Cases;
using Microsoft.AspNetCore.Identity;

namespace HumanitarianEntry.Casework.Accounts;

/// <summary>What a staff member does to his own account. A wrong current password counts as a wrong try at the door.</summary>
public sealed class OwnAccount(UserManager<StaffAccount> users, AccountChanges changes)
{
    /// <summary>Whether this is the account's password now; false while the account pauses after wrong tries.</summary>
    public async Task<bool> ProveAsync(StaffAccount account, string password)
    {
        if (await users.IsLockedOutAsync(account))
        {
            return false;
        }

        if (await users.CheckPasswordAsync(account, password))
        {
            return true;
        }

        await users.AccessFailedAsync(account);
        return false;
    }

    /// <summary>Why this cannot be the new password; empty when it can.</summary>
    public async Task<IReadOnlyList<Sentence>> FaultsOfAsync(StaffAccount account, string wanted)
    {
        var faults = new List<Sentence>();
        foreach (var validator in users.PasswordValidators)
        {
            faults.AddRange((await validator.ValidateAsync(users, account, wanted)).Errors.Select(e => (Sentence)e.Description));
        }

        if (account.UserName is { } name && wanted.Contains(name, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(Sentence.Of("Leave your user name out of the password."));
        }

        if (account.PasswordHash is { } hash && users.PasswordHasher.VerifyHashedPassword(account, hash, wanted) != PasswordVerificationResult.Failed)
        {
            faults.Add(Sentence.Of("This is the password you have now. Choose another one."));
        }

        return faults;
    }

    /// <summary>Sets the password that the person chose himself; every session ends.</summary>
    public Task<IdentityResult> SetPasswordAsync(StaffAccount account, string wanted, CancellationToken cancellationToken) => changes.ApplyAsync(
        new AccountNote(account.Id, account.Id, AccountKinds.PasswordChanged),
        async () =>
        {
            account.MustChangePassword = false;
            var removed = await users.RemovePasswordAsync(account);
            return removed.Succeeded ? await users.AddPasswordAsync(account, wanted) : removed;
        },
        endsSessions: true, cancellationToken);

    public Task<IdentityResult> AddPasskeyAsync(StaffAccount account, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        changes.ApplyAsync(new AccountNote(account.Id, account.Id, AccountKinds.PasskeyAdded, passkey.Name), () => users.AddOrUpdatePasskeyAsync(account, passkey), endsSessions: false, cancellationToken);

    /// <summary>Takes a passkey away, for example of a lost device; every session ends, because one of them may be open there.</summary>
    public Task<IdentityResult> RemovePasskeyAsync(StaffAccount account, UserPasskeyInfo passkey, CancellationToken cancellationToken) =>
        changes.ApplyAsync(new AccountNote(account.Id, account.Id, AccountKinds.PasskeyRemoved, passkey.Name), () => users.RemovePasskeyAsync(account, passkey.CredentialId), endsSessions: true, cancellationToken);

    public Task<IdentityResult> EndSessionsAsync(StaffAccount account, CancellationToken cancellationToken) =>
        changes.ApplyAsync(new AccountNote(account.Id, account.Id, AccountKinds.SessionsEnded), () => users.UpdateSecurityStampAsync(account), endsSessions: true, cancellationToken);
}
