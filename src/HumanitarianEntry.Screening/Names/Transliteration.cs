using System.Text;

namespace HumanitarianEntry.Screening.Names;

/// <summary>How Russian authorities wrote Cyrillic names in Latin letters, by the time a passport was made.</summary>
public enum RomanisationEpoch
{
    /// <summary>ICAO 9303 table, passports since 2014.</summary>
    Icao9303,

    /// <summary>GOST of 2010-2013: as ICAO, but ц = TC and no letter for ъ. Taken from memory of practice; used for matching and explanation only.</summary>
    Gost2010,

    /// <summary>Order 310 of 1997: й = Y, ю = YU, я = YA.</summary>
    Order310Of1997,

    /// <summary>French manner of Soviet and early Russian passports. Taken from memory of practice; used for matching and explanation only.</summary>
    FrenchBefore1997,
}

/// <summary>
/// Latin spellings of Cyrillic names. Russian, Ukrainian, Belarusian and Kazakh letters are known; characters of no table stay as they are, so nothing is lost silently.
/// </summary>
public static class Transliteration
{
    private static readonly Dictionary<char, string> Icao = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ё'] = "e", ['ж'] = "zh", ['з'] = "z", ['и'] = "i", ['й'] = "i", ['к'] = "k",
        ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p", ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts",
        ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch", ['ъ'] = "ie", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "iu", ['я'] = "ia", ['і'] = "i", ['ї'] = "i",
        ['є'] = "ie", ['ґ'] = "g", ['ў'] = "u", ['ә'] = "a", ['ғ'] = "g", ['қ'] = "k", ['ң'] = "n", ['ө'] = "o", ['ұ'] = "u", ['ү'] = "u", ['һ'] = "h",
    };

    private static readonly Dictionary<char, string> Gost = new(Icao) { ['ц'] = "tc", ['ъ'] = "" };
    private static readonly Dictionary<char, string> Order310 = new(Icao) { ['й'] = "y", ['ю'] = "yu", ['я'] = "ya", ['ъ'] = "", ['є'] = "ye" };

    private static readonly Dictionary<char, string> French = new(Icao)
    {
        ['ж'] = "j", ['у'] = "ou", ['ч'] = "tch", ['ш'] = "ch", ['щ'] = "chtch", ['ю'] = "iou", ['ъ'] = "",
    };

    /// <summary>The name as a travel document prints it: ICAO 9303, upper case. Щуренков Артём = SHCHURENKOV ARTEM.</summary>
    public static string ToIcao(string cyrillic) => Romanise(cyrillic, RomanisationEpoch.Icao9303).ToUpperInvariant();

    /// <summary>The text in Latin letters of one epoch; the case of the letters is followed.</summary>
    public static string Romanise(string cyrillic, RomanisationEpoch epoch)
    {
        ArgumentNullException.ThrowIfNull(cyrillic);
        var table = epoch switch
        {
            RomanisationEpoch.Icao9303 => Icao,
            RomanisationEpoch.Gost2010 => Gost,
            RomanisationEpoch.Order310Of1997 => Order310,
            RomanisationEpoch.FrenchBefore1997 => French,
        };
        var text = WellFormedText.Composed(cyrillic);
        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var lower = char.ToLowerInvariant(text[i]);
            if (!table.TryGetValue(lower, out var latin))
            {
                result.Append(text[i]);
                continue;
            }

            latin = InContext(epoch, lower, latin, text, i);
            AppendInCase(result, latin, text, i, lower);
        }

        return result.ToString();
    }

    /// <summary>All distinct spellings of the epochs, upper case, ICAO first.</summary>
    public static IReadOnlyList<string> Spellings(string cyrillic) =>
        [.. Enum.GetValues<RomanisationEpoch>().Select(e => Romanise(cyrillic, e).ToUpperInvariant()).Distinct(StringComparer.Ordinal)];

    /// <summary>The epoch whose table writes the Cyrillic word exactly as the Latin one, newest first; null where none does.</summary>
    public static RomanisationEpoch? EpochOf(string cyrillic, string latin)
    {
        foreach (var epoch in Enum.GetValues<RomanisationEpoch>())
        {
            if (Romanise(cyrillic, epoch).Equals(latin, StringComparison.OrdinalIgnoreCase))
            {
                return epoch;
            }
        }

        return null;
    }

    private static string InContext(RomanisationEpoch epoch, char lower, string latin, string text, int i)
    {
        var next = i + 1 < text.Length ? char.ToLowerInvariant(text[i + 1]) : '\0';
        var last = next == '\0' || !char.IsLetter(next);
        return epoch switch
        {
            RomanisationEpoch.Order310Of1997 when lower == 'ь' && next is 'е' or 'ё' => "y",
            RomanisationEpoch.FrenchBefore1997 when lower == 'г' && next is 'е' or 'и' or 'ё' or 'э' => "gu",
            RomanisationEpoch.FrenchBefore1997 when lower == 'н' && last && i > 0 && char.ToLowerInvariant(text[i - 1]) == 'и' => "ne",
            RomanisationEpoch.FrenchBefore1997 when lower == 'с' && i > 0 && IsVowel(text[i - 1]) && IsVowel(next) => "ss",
            RomanisationEpoch.Icao9303 or RomanisationEpoch.Gost2010 or RomanisationEpoch.Order310Of1997 or RomanisationEpoch.FrenchBefore1997 => latin,
        };
    }

    private static bool IsVowel(char c) => "аеёиоуыэюяіїє".Contains(char.ToLowerInvariant(c), StringComparison.Ordinal);

    private static void AppendInCase(StringBuilder result, string latin, string text, int i, char lower)
    {
        if (text[i] == lower || latin.Length == 0)
        {
            result.Append(latin);
            return;
        }

        var shouting = (i + 1 < text.Length && char.IsUpper(text[i + 1])) || (i > 0 && char.IsUpper(text[i - 1]));
        result.Append(shouting ? latin.ToUpperInvariant() : char.ToUpperInvariant(latin[0]) + latin[1..]);
    }
}
