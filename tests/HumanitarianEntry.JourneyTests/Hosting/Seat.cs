using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.JourneyTests.Hosting;

/// <summary>An invented staff member (DEMO) with everything that is needed to sign in.</summary>
public sealed record Seat(string UserName, string DisplayName, string Organisation, string? Team, Role Role)
{
    /// <summary>Long enough for the rules; the accounts live as long as a test.</summary>
    public const string Password = "demo-only-heron-lantern-47";

    public Guid Id { get; init; }

    /// <summary>Base32 key of the authenticator.</summary>
    public string AuthenticatorKey { get; init; } = string.Empty;

    public string Mail => $"{UserName}@demo.invalid";

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

/// <summary>Everybody who works on a case. Two of a kind where a gate takes two people or two teams.</summary>
public static class Seats
{
    private const string Own = "demo-org";

    public static IReadOnlyList<Seat> All { get; } =
    [
        new("intake", "Ilse Probst (DEMO)", Own, null, Role.IntakeOfficer),
        new("screener", "Mira Sand (DEMO)", Own, null, Role.Screener),
        new("screener2", "Jonas Feld (DEMO)", Own, null, Role.Screener),
        new("vetter", "Nora Quill (DEMO)", Own, "vetting-north", Role.Vetter),
        new("vetter2", "Tariq Bell (DEMO)", Own, "vetting-south", Role.Vetter),
        new("custodian", "Edda Lowe (DEMO)", Own, null, Role.EvidenceCustodian),
        new("coordinator", "Paul Wren (DEMO)", Own, null, Role.Coordinator),
        new("coordinator2", "Asta Holm (DEMO)", Own, null, Role.Coordinator),
        new("dossier", "Luc Marchand (DEMO)", Own, null, Role.DossierOfficer),
        new("submission", "Ines Roth (DEMO)", Own, null, Role.SubmissionOfficer),
        new("liaison", "Claire Dumas (DEMO)", "post-fr-astana", null, Role.EmbassyLiaison),
        new("protection", "Sam Okoro (DEMO)", Own, null, Role.ProtectionOfficer),
        new("counsel", "Dana Weiss (DEMO)", "demo-law", null, Role.Counsel),
        new("reception", "Marc Petit (DEMO)", "demo-reception-lyon", null, Role.ReceptionPartner),
        new("admin", "Hana Brandt (DEMO)", Own, null, Role.Administrator),
    ];
}
