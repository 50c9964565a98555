using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace HumanitarianEntry.Casework.Accounts;

/// <summary>
/// An applicant's access code: 18 random digits (59 bits) and two check digits (ISO 7064 MOD 97-10), so that any single wrong digit and any two swapped
/// neighbours are told to the person at once instead of counting as a guess.
/// </summary>
public sealed class ApplicantCode
{
    private const int Length = 20;
    private const int Group = 4;

    private ApplicantCode(string digits) => Digits = digits;

    /// <summary>The twenty digits. Never store or log them.</summary>
    internal string Digits { get; }

    /// <summary>A new code.</summary>
    public static ApplicantCode Generate()
    {
        Span<char> body = stackalloc char[Length - 2];
        for (var i = 0; i < body.Length; i++)
        {
            body[i] = (char)('0' + RandomNumberGenerator.GetInt32(10));
        }

        return WithCheck(body);
    }

    /// <summary>The code that a secret seed of at least 16 bytes stands for; the same seed gives the same code.</summary>
    public static ApplicantCode FromSeed(ReadOnlySpan<byte> seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seed.Length, 16);
        var body = new BigInteger(seed, isUnsigned: true) % BigInteger.Pow(10, Length - 2);
        return WithCheck(body.ToString("D18", CultureInfo.InvariantCulture));
    }

    private static ApplicantCode WithCheck(ReadOnlySpan<char> body)
    {
        var check = (int)(98 - (BigInteger.Parse(body, NumberStyles.None, CultureInfo.InvariantCulture) * 100 % 97));
        return new ApplicantCode(string.Create(CultureInfo.InvariantCulture, $"{body}{check:00}"));
    }

    /// <summary>
    /// Reads what a person typed: spaces, hyphens and dots anywhere, digits of any script. Null when it is not a code (wrong length, other characters, check
    /// digits do not fit); that is no guess and must not count as one.
    /// </summary>
    public static ApplicantCode? Parse(string? typed)
    {
        var digits = new StringBuilder(Length);
        foreach (var rune in (typed ?? string.Empty).EnumerateRunes())
        {
            if (Rune.IsDigit(rune) && digits.Length < Length)
            {
                digits.Append((int)Rune.GetNumericValue(rune));
            }
            else if (!IsSeparator(rune))
            {
                return null;
            }
        }

        var text = digits.ToString();
        return text.Length == Length && BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) % 97 == 1 ? new ApplicantCode(text) : null;
    }

    /// <summary>For the one time it is shown: five groups of four.</summary>
    public string ToDisplay() => string.Join(' ', Digits.Chunk(Group).Select(g => new string(g)));

    /// <summary>Deliberately silent, so that a code cannot slip into a log.</summary>
    public override string ToString() => "(access code)";

    private static bool IsSeparator(Rune rune) =>
        Rune.IsWhiteSpace(rune) || rune.Value == '.' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
