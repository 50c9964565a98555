using System.Text.Json;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Domain.Cases;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace HumanitarianEntry.Web.Hosting.Accounts;

/// <summary>
/// Password, then authenticator code, against ASP.NET Core Identity. Unknown names cost the same work as known ones; the first step's result is carried sealed in the note,
/// so that only both together say yes or no. A code opens once (<see cref="ReplaySafeAuthenticator"/>).
/// </summary>
public sealed class StaffSignIn(UserManager<StaffAccount> users, OwnAccount own, IDataProtectionProvider protection, TimeProvider time) : IStaffSignIn
{
    private static readonly TimeSpan NoteLife = TimeSpan.FromMinutes(10);
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

        return Seal(new Note(Step.Password, ok ? account!.Id : null, null, time.GetUtcNow()));
    }

    public async Task<StaffProof> CompleteAsync(string note, string code, CancellationToken cancellationToken)
    {
        if (Open(note) is not { Step: Step.Password, StaffId: { } id } || await users.FindByIdAsync(id.ToString()) is not { DeactivatedAt: null } account || await users.IsLockedOutAsync(account))
        {
            return new StaffProof.Refused();
        }

        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code))
        {
            await users.AccessFailedAsync(account);
            return new StaffProof.Refused();
        }

        await users.ResetAccessFailedCountAsync(account);
        return await AdmitAsync(account, Proofs.Code);
    }

    public async Task<StaffProof> ChangePasswordAsync(string note, string password, CancellationToken cancellationToken)
    {
        // The stamp changes with the password, so that the note is good once.
        if (Open(note) is not { Step: Step.Proved, StaffId: { } id } proved || await users.FindByIdAsync(id.ToString()) is not { DeactivatedAt: null } account
            || !string.Equals(account.SecurityStamp, proved.Stamp, StringComparison.Ordinal))
        {
            return new StaffProof.Refused();
        }

        if (await own.FaultsOfAsync(account, password) is { Count: > 0 } faults)
        {
            return new StaffProof.Weak(note, faults);
        }

        var changed = await own.SetPasswordAsync(account, password, cancellationToken);
        return changed.Succeeded
            ? new StaffProof.Admitted(await users.PrincipalAsync(account, Proofs.Code))
            : new StaffProof.Weak(note, [.. changed.Errors.Select(e => (Sentence)e.Description)]);
    }

    /// <summary>A session, or first the change of a password that somebody else knows.</summary>
    internal async Task<StaffProof> AdmitAsync(StaffAccount account, string provedBy) => account.MustChangePassword
        ? new StaffProof.MustChange(Seal(new Note(Step.Proved, account.Id, account.SecurityStamp, time.GetUtcNow())))
        : new StaffProof.Admitted(await users.PrincipalAsync(account, provedBy));

    private string Seal(Note note) => notes.Protect(JsonSerializer.Serialize(note));

    private Note? Open(string note)
    {
        try
        {
            return JsonSerializer.Deserialize<Note>(notes.Unprotect(note)) is { } known && time.GetUtcNow() - known.At <= NoteLife ? known : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Altered or of another key: as good as none, and the door says no.
            return null;
        }
    }

    private enum Step
    {
        Password,
        Proved,
    }

    private sealed record Note(Step Step, Guid? StaffId, string? Stamp, DateTimeOffset At);
}
