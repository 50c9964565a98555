using System.Text;

namespace HumanitarianEntry.Screening.Names;

/// <summary>
/// The one key under which all spellings of a name word meet: Щукин, Shchukin, Chtchoukine; Алексей, Aleksei, Alexey; Фёдор, Fyodor, Fedor. Deterministic; the version of the
/// fold is part of <see cref="Matching.ListIndex.EngineVersion"/>. Key letters: S sh/shch, C ch, Z zh, c ts, h for g, h and kh (Oleg/Oleh, Hasan/Gasan are one name).
/// Source: design "one canonical form instead of many variants"; measured against 38 romanisation systems in the tests.
/// </summary>
public static class CanonicalFold
{
    private static readonly (string From, string To)[] Clusters =
    [
        ("schtsch", "S"), ("chtch", "S"), ("shtch", "S"), ("szcz", "S"), ("shch", "S"), ("sh·ch", "S"), ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("tsh", "C"), ("dzh", "Z"), ("dji", "Zi"), ("dsch", "Z"),
        ("sz", "S"), ("cz", "C"), ("sh", "S"), ("ch", "C"), ("zh", "Z"), ("kh", "h"), ("gh", "h"), ("ts", "c"), ("tz", "c"), ("tc", "c"), ("ph", "f"), ("th", "t"),
        ("ck", "k"), ("ct", "kt"), ("ou", "u"), ("q", "k"), ("x", "ks"), ("w", "v"), ("g", "h"), ("y", "i"), ("j", "i"),
    ];

    /// <summary>Key of one word in any spelling; empty where the word holds no letter or digit.</summary>
    public static string Of(string word) => FoldVowels(FoldClusters(BaseLatin.Of(Homoglyphs.Repair(word))));

    private static string FoldClusters(string latin)
    {
        var result = new StringBuilder(latin.Length);
        // Djabrailov is Джабраилов, but Adjutantov is Адъютантов.
        var start = latin.StartsWith("dj", StringComparison.Ordinal) ? 2 : 0;
        Append(result, start > 0 ? "Z" : "");
        for (var i = start; i < latin.Length;)
        {
            if (latin[i] == BaseLatin.ClusterBreak)
            {
                i++;
                continue;
            }

            if (i > 1 && i + 2 == latin.Length && latin[i] == 'o' && latin[i + 1] == 'u')
            {
                // Belarusian -оў: Arlou is Орлов, not the French spelling of -u.
                Append(result, "ov");
                break;
            }

            var taken = false;
            foreach (var (from, to) in Clusters)
            {
                if (string.CompareOrdinal(latin, i, from, 0, from.Length) == 0)
                {
                    Append(result, to);
                    i += from.Length;
                    taken = true;
                    break;
                }
            }

            if (!taken)
            {
                Append(result, latin.AsSpan(i, 1));
                i++;
            }
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
        {
            if (result.Length == 0 || result[^1] != c)
            {
                result.Append(c);
            }
        }
    }

    private static string FoldVowels(string s)
    {
        // ICAO writes the hard sign as IE: AISIEIAROV is Айсъяров.
        s = Ending(s.Replace("ieia", "ia", StringComparison.Ordinal).Replace("ieiu", "iu", StringComparison.Ordinal));
        var result = new StringBuilder(s.Length);
        for (var i = 0; i < s.Length; i++)
        {
            var c = s[i];
            var next = i + 1 < s.Length ? s[i + 1] : '\0';
            if (c == 'i' && next is 'a' or 'e' or 'u' && s.Length > 2)
            {
                continue;
            }

            if (c == 'i' && next == 'o')
            {
                c = 'e';
                i++;
            }
            else if (c == 'o' && result.Length > 0 && result[^1] is 'S' or 'C' or 'Z')
            {
                c = 'e';
            }
            else if (c == 'u' && result.Length > 0 && result[^1] is 'a' or 'e' or 'o' && s[i - 1] != 'i' && next is not ('a' or 'e' or 'i' or 'o' or 'u'))
            {
                c = 'v';
            }

            if (c != 'e' || result.Length == 0 || result[^1] != 'e')
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static string Ending(string s) => s switch
    {
        _ when s.Length > 4 && (s.EndsWith("nder", StringComparison.Ordinal) || s.EndsWith("ndre", StringComparison.Ordinal)) => s[..^2] + "r",
        _ when s.Length > 4 && s.EndsWith("ine", StringComparison.Ordinal) => s[..^1],
        _ when s.Length > 4 && (s.EndsWith("of", StringComparison.Ordinal) || s.EndsWith("ef", StringComparison.Ordinal)) => s[..^1] + "v",
        _ => s,
    };
}
