using HumanitarianEntry.Casework.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace HumanitarianEntry.Web.Hosting.Accounts;

/// <summary>
/// Passkeys as ASP.NET Core Identity checks them. The authenticator must have verified its user (PIN, finger, face), which makes the passkey two factors in one. The lock-out
/// after wrong passwords does not concern it: a passkey cannot be guessed, and somebody who tries passwords must not keep its owner out.
/// </summary>
public sealed class PasskeySignIn(UserManager<StaffAccount> users, IPasskeyHandler<StaffAccount> passkeys, IDataProtectionProvider protection, IStaffSignIn door) : IPasskeySignIn
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector notes = protection.CreateProtector("staff passkey question").ToTimeLimitedDataProtector();

    public async Task<(string OptionsJson, string Note)> BeginAsync(HttpContext context)
    {
        // Asked of nobody in particular, so that the question tells nothing about who has an account.
        var asked = await passkeys.MakeRequestOptionsAsync(null!, context);
        return (asked.RequestOptionsJson, notes.Protect(asked.AssertionState ?? string.Empty, Life));
    }

    public async Task<StaffProof> CompleteAsync(HttpContext context, string note, string credentialJson)
    {
        if (Open(note) is not { } state)
        {
            return new StaffProof.Refused();
        }

        var answer = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = context, CredentialJson = credentialJson, AssertionState = state });
        if (answer is not { Succeeded: true, User: { DeactivatedAt: null } account, Passkey: { IsUserVerified: true } passkey })
        {
            return new StaffProof.Refused();
        }

        var kept = await users.AddOrUpdatePasskeyAsync(account, passkey);
        return kept.Succeeded && door is StaffSignIn staff ? await staff.AdmitAsync(account, Proofs.Passkey) : new StaffProof.Refused();
    }

    private string? Open(string note)
    {
        try
        {
            return notes.Unprotect(note);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Too old, altered or not of this step: as good as none, and the door says no.
            return null;
        }
    }
}

/// <summary>How passkeys are made and checked here.</summary>
public static class PasskeyRules
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddScoped<IPasskeyHandler<StaffAccount>, PasskeyHandler<StaffAccount>>();
        services.Configure<IdentityPasskeyOptions>(static options =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AuthenticatorTimeout = TimeSpan.FromMinutes(3);
            options.ValidateOrigin = static asked => ValueTask.FromResult(!asked.CrossOrigin && IsOwn(asked.Origin, asked.HttpContext.Request.Host));
        });
    }

    /// <summary>Only our own address, and by TLS; plain HTTP is for loopback, as browsers have it.</summary>
    public static bool IsOwn(string origin, HostString host) => Uri.TryCreate(origin, UriKind.Absolute, out var from) && string.Equals(from.Authority, host.Value, StringComparison.OrdinalIgnoreCase)
        && (from.Scheme == Uri.UriSchemeHttps || (from.Scheme == Uri.UriSchemeHttp && from.IsLoopback));
}
