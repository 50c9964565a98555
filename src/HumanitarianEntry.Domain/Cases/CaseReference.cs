using System.Text.RegularExpressions;

namespace HumanitarianEntry.Domain.Cases;

/// <summary>The public random name of a case, such as <c>K7Q-4MZ</c>: no year, country or programme, nothing that can be counted (handbook section 3).</summary>
public static partial class CaseReference
{
    /// <summary>Thirty signs that cannot be mistaken for one another when read aloud or from paper.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Makes a reference from random bytes; null when the bytes fell outside the range that keeps all references equally likely.</summary>
    public static string? FromRandom(ReadOnlySpan<byte> random)
    {
        const int fairBelow = 240;
        Span<char> signs = stackalloc char[7];
        signs[3] = '-';
        var next = 0;
        foreach (var value in random)
        {
            if (value >= fairBelow)
            {
                continue;
            }

            signs[next] = Alphabet[value % Alphabet.Length];
            next += next == 2 ? 2 : 1;
            if (next == signs.Length)
            {
                return new string(signs);
            }
        }

        return null;
    }

    /// <summary>Reads what a person typed: small letters, missing or other dashes and spaces are forgiven; null when it cannot be a reference.</summary>
    public static string? Normalise(string? typed)
    {
        var signs = NotSign().Replace((typed ?? string.Empty).ToUpperInvariant(), string.Empty);
        return signs.Length == 6 && signs.All(Alphabet.Contains) ? $"{signs[..3]}-{signs[3..]}" : null;
    }

    [GeneratedRegex("[\\s\\-\u2010-\u2015]", RegexOptions.None, 200)]
    private static partial Regex NotSign();
}
