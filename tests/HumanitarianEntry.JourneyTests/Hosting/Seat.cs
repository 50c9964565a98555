using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Seeding;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.JourneyTests.Hosting;

/// <summary>An invented staff member (DEMO) with everything that is needed to sign in.</summary>
public sealed record Seat(StaffSeat Person)
{
    /// <summary>Long enough for the rules; the accounts live as long as a test.</summary>
    public const string Password = "demo-only-heron-lantern-47";

    public string UserName => Person.UserName;

    public Role Role => Person.Roles.Single();

    public string Mail => Person.Mail!;

    public Guid Id { get; init; }

    /// <summary>Base32 key of the authenticator.</summary>
    public string AuthenticatorKey { get; init; } = string.Empty;

    /// <summary>The one-time password of this half minute.</summary>
    public string CodeAt(DateTimeOffset now) => Totp.At(FromBase32(AuthenticatorKey), now.ToUnixTimeSeconds() / 30);

    private static byte[] FromBase32(string text)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bytes = new List<byte>();
        var (bits, held) = (0, 0);
        foreach (var sign in text.TrimEnd('='))
        {
            held = (held << 5) | Alphabet.IndexOf(sign, StringComparison.OrdinalIgnoreCase);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)((held >> bits) & 0xFF));
            }
        }

        return [.. bytes];
    }
}
