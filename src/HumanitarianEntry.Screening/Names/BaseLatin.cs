using System.Globalization;
using System.Text;

namespace HumanitarianEntry.Screening.Names;

/// <summary>
/// Any Cyrillic or accented Latin word as plain lower-case Latin letters: the common ground before the canonical fold. Soft and hard signs and apostrophes vanish.
/// Letters of other scripts stay as they are; they can only match themselves.
/// </summary>
internal static class BaseLatin
{
    private static readonly Dictionary<char, string> Letters = new(OtherScripts.Letters)
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ё'] = "io", ['ж'] = "zh", ['з'] = "z", ['и'] = "i", ['й'] = "i",
        ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f",
        ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch", ['ъ'] = "", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "iu", ['я'] = "ia",
        ['і'] = "i", ['ї'] = "i", ['є'] = "ie", ['ґ'] = "g", ['ў'] = "w", ['ѣ'] = "e", ['ѓ'] = "g", ['ќ'] = "k", ['ђ'] = "dj", ['ј'] = "j", ['љ'] = "l",
        ['њ'] = "n", ['ћ'] = "c", ['џ'] = "dzh", ['ә'] = "a", ['ғ'] = "g", ['қ'] = "k", ['ң'] = "ng", ['ө'] = "o", ['ұ'] = "u", ['ү'] = "u", ['һ'] = "h",
        ['ҳ'] = "h", ['ҷ'] = "dzh", ['ӣ'] = "i", ['ӯ'] = "u", ['ҡ'] = "k", ['ҙ'] = "z", ['ҫ'] = "s", ['ӓ'] = "a", ['ӧ'] = "o", ['ӱ'] = "u", ['ӏ'] = "",
        ['ѕ'] = "dz", ['ѳ'] = "f", ['ѵ'] = "i", ['ѫ'] = "u", ['ӕ'] = "ae", ['ӡ'] = "z", ['ӄ'] = "k", ['ҟ'] = "k", ['ԛ'] = "q", ['ԡ'] = "l", ['ӊ'] = "n", ['ҥ'] = "n", ['ӈ'] = "n", ['ҩ'] = "o",
        ['ҧ'] = "p", ['ԥ'] = "p", ['ԏ'] = "t", ['ҭ'] = "t", ['ԝ'] = "w", ['ҵ'] = "ts", ['ӌ'] = "ch", ['ҹ'] = "ch", ['ҽ'] = "ch", ['ҿ'] = "ch",
        ['š'] = "sh", ['ş'] = "sh", ['ș'] = "sh", ['č'] = "ch", ['ç'] = "ch", ['ž'] = "zh", ['ŝ'] = "shch", ['ĉ'] = "ch", ['ŭ'] = "w", ['ł'] = "l", ['ı'] = "i",
        ['ə'] = "a", ['ø'] = "o", ['æ'] = "ae", ['œ'] = "oe", ['ß'] = "ss", ['đ'] = "d", ['ð'] = "d", ['þ'] = "th", ['ţ'] = "ts", ['ț'] = "ts", ['ë'] = "io",
    };

    /// <summary>BGN/PCGN writes z·h where the letters do not belong together.</summary>
    public const char ClusterBreak = '·';

    public static string Of(string word)
    {
        var result = new StringBuilder(word.Length + 4);
        var text = WithoutDigitTwins(WellFormedText.Of(word).Normalize(NormalizationForm.FormKC).ToLowerInvariant());
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= 'a' and <= 'z' or ClusterBreak)
            {
                result.Append(c);
            }
            else if (c == 'ь' && i + 1 < text.Length && text[i + 1] == 'о')
            {
                result.Append('i');
            }
            else if (Letters.TryGetValue(c, out var latin))
            {
                result.Append(latin);
            }
            else if (char.IsLetterOrDigit(c) && !char.IsSurrogate(c))
            {
                AppendWithoutMarks(result, c);
            }
        }

        return result.ToString();
    }

    /// <summary>S3ch1n is Sechin: digits among letters stand for the letters they look like.</summary>
    private static string WithoutDigitTwins(string text) =>
        text.Any(char.IsAsciiDigit) && text.Count(char.IsLetter) * 2 > text.Length
            ? string.Concat(text.Select(c => c switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '9' => 'g', _ => c }))
            : text;

    private static void AppendWithoutMarks(StringBuilder result, char c)
    {
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter)
            {
                continue;
            }

            result.Append(Letters.TryGetValue(part, out var latin) ? latin : part.ToString());
        }
    }
}
