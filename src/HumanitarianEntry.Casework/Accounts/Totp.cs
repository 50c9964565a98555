using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Accounts;

/// <summary>Time-based one-time passwords (RFC 6238: 30 seconds, six digits, HMAC-SHA-1, the only kind every authenticator app knows).</summary>
public static class Totp
{
    private const int StepSeconds = 30;
    private const int Tolerance = 1;

    /// <summary>The time step whose password was typed, the present one and its neighbours being tried; null when none fits.</summary>
    public static long? FindStep(ReadOnlySpan<byte> secret, string typed, DateTimeOffset now)
    {
        var code = Encoding.UTF8.GetBytes(typed.Replace(" ", string.Empty, StringComparison.Ordinal));
        var present = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = present - Tolerance; step <= present + Tolerance; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(At(secret, step)), code))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The password that an authenticator app with this key (base 32) shows now.</summary>
    public static string Now(string authenticatorKey, DateTimeOffset now) => At(Base32.Decode(authenticatorKey), now.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>The password of a time step.</summary>
    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[20];
#pragma warning disable CA5350 // the standard's algorithm; its strength does not rest on collisions
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var offset = mac[19] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac.Slice(offset, 4)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}

/// <summary>A one-time password opens once: Identity itself accepts the same one again within its half minute.</summary>
public static class TotpReplayGuard
{
    /// <summary>Takes the time step for the account. False when it or a later one was taken before, also by another node in the same moment.</summary>
    public static async Task<bool> TryTakeAsync(CaseDbContext db, Guid staffId, long step, CancellationToken cancellationToken) =>
        await db.Users.Where(u => u.Id == staffId && (u.LastTotpStep == null || u.LastTotpStep < step))
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.LastTotpStep, step), cancellationToken) == 1;
}
