using HumanitarianEntry.Casework.Data;
using Microsoft.AspNetCore.Identity;

namespace HumanitarianEntry.Casework.Accounts;

/// <summary>Checks authenticator passwords in place of Identity's own provider, which accepts the same one again and again within its time.</summary>
public sealed class ReplaySafeAuthenticator(CaseDatabase cases, TimeProvider time) : AuthenticatorTokenProvider<StaffAccount>
{
    /// <inheritdoc/>
    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<StaffAccount> manager, StaffAccount user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { } key || Totp.FindStep(Base32.Decode(key), token, time.GetUtcNow()) is not { } step)
        {
            return false;
        }

        // A context of its own: the step is taken even if the caller's unit of work is never saved.
        await using var db = cases.CreateDbContext();
        return await TotpReplayGuard.TryTakeAsync(db, user.Id, step, CancellationToken.None);
    }
}

/// <summary>The alphabet in which Identity hands authenticator keys to apps (RFC 4648).</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] Decode(string text)
    {
        var result = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var letter in text.TrimEnd('=').ToUpperInvariant())
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
            {
                throw new FormatException("An authenticator key has letters A-Z and digits 2-7 only.");
            }

            (bits, count) = (((bits << 5) | value) & 0xFFF, count + 5);
            if (count >= 8)
            {
                count -= 8;
                result.Add((byte)(bits >> count));
            }
        }

        return [.. result];
    }
}
