using System.Collections.Frozen;

namespace HumanitarianEntry.Screening.Names;

/// <summary>What speaks for a capital word of ordinary text being a part of somebody's name.</summary>
public enum NameSign
{
    None,

    /// <summary>It ends as family names and patronymics do; so do some towns.</summary>
    Shape,

    /// <summary>A given name.</summary>
    Known,
}

/// <summary>Tells names from the other words of a text, without knowing whose text it is.</summary>
public static class NameSigns
{
    private const int Shortest = 3;
    private const int ShortestShape = 6;
    private static readonly string[] Endings = ["ov", "ova", "ev", "eva", "enko", "ski", "skaa", "ovic", "evic", "ovna", "evna", "adze", "idze", "Svili"];
    private static readonly string[] EndingsInCyrillic = ["in", "ina", "oviC", "eviC"];
    private static readonly string[] Cases = ["a", "u", "e", "om", "em", "oi", "ei", "im", "ih", "i"];

    /// <summary>Given names that are words as well: only the writing tells.</summary>
    private static readonly FrozenSet<string> AlsoWords = Keys("слава", "вера", "надежда", "любовь", "лев", "роман", "мир", "май", "рома", "тома");

    /// <summary>Words and towns that look like names.</summary>
    private static readonly FrozenSet<string> Words = Keys(
        "или", "день", "теми", "лессе", "данные", "выйти", "один", "снова", "слова", "слева", "готов", "здоров", "машина", "причина", "половина", "путин", "ленин", "сталин",
        "киев", "львов", "харьков", "ростов", "саратов", "тамбов", "псков", "азов", "чернигов", "кишинёв", "берлин", "пекин", "краков", "украина", "москва");

    /// <summary>The same in Latin letters only: Марк is a name.</summary>
    private static readonly FrozenSet<string> LatinWords = Keys(
        "will", "may", "mark", "grace", "rose", "hope", "faith", "bill", "art", "jean", "ann", "san", "can", "still", "simon", "les", "den", "augen", "thema", "thème", "année", "asia", "rus", "genève", "geneva", "géorgie", "moscow", "sie", "ihnen");

    public static NameSign Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var key = CanonicalFold.Of(word);
        var cyrillic = word.Length > 0 && word[0] is >= '\u0400' and <= '\u04FF';
        if (key.Length < Shortest || IsWord(key, Words) || (!cyrillic && (LatinWords.Contains(key) || word.EndsWith("view", StringComparison.OrdinalIgnoreCase))))
        {
            return NameSign.None;
        }

        var given = GivenNames.Knows(key) || (cyrillic && Cases.Any(c => key.Length - c.Length >= Shortest && key.EndsWith(c, StringComparison.Ordinal) && Nominatives(key[..^c.Length]).Any(GivenNames.Knows)));
        return given ? (IsWord(key, AlsoWords) ? NameSign.Shape : NameSign.Known)
            : key.Length >= ShortestShape && (Ends(key, Endings, cyrillic) || (cyrillic && Ends(key, EndingsInCyrillic, cyrillic))) ? NameSign.Shape
            : NameSign.None;
    }

    /// <summary>Серёгу is Серёга, Олега is Олег, Юрию is Юрий.</summary>
    private static string[] Nominatives(string stem) => [stem, stem + "a", stem + "i"];

    private static bool Ends(string key, string[] endings, bool declined) =>
        endings.Any(e => key.EndsWith(e, StringComparison.Ordinal) || (declined && Cases.Any(c => key.EndsWith(e + c, StringComparison.Ordinal))));

    private static bool IsWord(string key, FrozenSet<string> words) => words.Contains(key) || Cases.Any(c => key.EndsWith(c, StringComparison.Ordinal) && (words.Contains(key[..^c.Length]) || words.Contains(key[..^c.Length] + "a")));

    private static FrozenSet<string> Keys(params string[] words) => words.Select(CanonicalFold.Of).ToFrozenSet(StringComparer.Ordinal);
}
