using System.Text;

namespace HumanitarianEntry.Screening.Names;

/// <summary>
/// Repairs words that mix Cyrillic and Latin letters of the same look (typed on the wrong layout, or to slip past a search). The script wins that alone has letters without a twin;
/// where both or neither have, the one with more letters.
/// </summary>
public static class Homoglyphs
{
    private const string Latin = "aceopxyikmtbhABCEHKMOPTXYIĸ";
    private const string Cyrillic = "асеорхуікмтвнАВСЕНКМОРТХУІк";

    /// <summary>The word in one script, or unchanged where it holds one script already or a letter without a twin.</summary>
    public static string Repair(string word)
    {
        var (latin, cyrillic, onlyLatin, onlyCyrillic) = (0, 0, 0, 0);
        foreach (var c in word)
        {
            if (IsCyrillic(c))
            {
                cyrillic++;
                onlyCyrillic += Cyrillic.Contains(c, StringComparison.Ordinal) ? 0 : 1;
            }
            else if (char.IsLetter(c))
            {
                latin++;
                onlyLatin += Latin.Contains(c, StringComparison.Ordinal) ? 0 : 1;
            }
        }

        if (latin == 0 || cyrillic == 0)
        {
            return word;
        }

        var toCyrillic = (onlyCyrillic > 0, onlyLatin > 0) switch
        {
            (true, false) => true,
            (false, true) => false,
            _ => cyrillic >= latin,
        };
        return toCyrillic ? Replace(word, Latin, Cyrillic) : Replace(word, Cyrillic, Latin);
    }

    public static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    private static string Replace(string word, string from, string to)
    {
        var result = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            var at = from.IndexOf(c, StringComparison.Ordinal);
            result.Append(at < 0 ? c : to[at]);
        }

        return result.ToString();
    }
}
