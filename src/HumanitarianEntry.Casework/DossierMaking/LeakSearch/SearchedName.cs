using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Casework.DossierMaking.LeakSearch;

/// <summary>
/// A person's name in every spelling, romanisation and case of declension. Two of its words near each other are the name; one alone is, where it is rare enough: a family
/// name that nobody disclosed bears. A word that the dossier says anyway, such as the family name the person shares with his mother, counts only beside another one.
/// </summary>
internal sealed class SearchedName : Searched
{
    private const int ShortestAlone = 5;
    private const int ShortestOnly = 3;
    private const int ShortestUnseen = 6;
    private const int Window = 3;

    private readonly List<NameWord> words = [];
    private readonly List<string> spaced = [];

    /// <param name="disclosed">Keys of the words that the dossier says.</param>
    /// <param name="together">No word of it alone is it.</param>
    public SearchedName(WithheldKind kind, string value, IReadOnlySet<string> disclosed, bool together = false) : base(kind)
    {
        var plain = SearchedText.WordsIn(value).Where(w => w.IsCapital && w.Key.Length > 1 && !GenericWords.Has(w.Written)).ToList();
        foreach (var word in plain.DistinctBy(w => w.Key, StringComparer.Ordinal))
        {
            var said = disclosed.Contains(word.Key) || disclosed.Contains(NameWord.StemOf(word.Key));
            var given = NameKeys.FormsOfGiven(word.Written).Count > 1;
            var alone = !together && !said && word.Key.Length >= (given || plain.Count == 1 ? ShortestOnly : ShortestAlone) && (!given || kind == WithheldKind.RelativeName || plain.Count == 1);
            words.Add(new NameWord(word.Key, said, alone));
            if (alone && !given && SearchedText.LettersOf(word.Written) is { Length: > 6 } letters)
            {
                spaced.Add(letters);
            }
        }
    }

    public bool IsAny => words.Exists(w => !w.IsSaid && (w.CountsAlone || words.Count > 1));

    /// <summary>The keys under which disclosed names are known, for <c>disclosed</c>.</summary>
    public static IReadOnlySet<string> KeysOf(IEnumerable<string> names) =>
        names.SelectMany(SearchedText.WordsIn).Where(w => w.Key.Length > 0).SelectMany(w => new[] { w.Key, NameWord.StemOf(w.Key) }).ToHashSet(StringComparer.Ordinal);

    /// <summary>Every word of the text that is a word of the name and is not said anyway, capital or not.</summary>
    public IEnumerable<SearchedWord> WordsIn(SearchedText text) => text.Words.Where(w => w.Key.Length > 1 && words.Exists(n => !n.IsSaid && n.Matches(w.Key)));

    public override IEnumerable<int> In(SearchedText text, bool onPage)
    {
        var found = new SortedSet<int>();
        var seen = new List<(int Index, NameWord Word, int From)>();
        for (var i = 0; i < text.Words.Count; i++)
        {
            var word = text.Words[i];
            if (word.Key.Length < 2 || words.Find(w => w.Matches(word.Key)) is not { } match)
            {
                continue;
            }

            if (match.CountsAlone && (onPage ? word.IsCapital : word.Key.Length >= ShortestUnseen))
            {
                found.Add(word.From);
            }

            if (seen.Exists(s => i - s.Index <= Window && s.Word != match && !(s.Word.IsSaid && match.IsSaid)))
            {
                found.Add(seen.Last(s => s.Word != match).From);
            }

            seen.Add((i, match, word.From));
            seen.RemoveAll(s => i - s.Index > Window);
        }

        // Spaced out, letter by letter, it is no word any more.
        found.UnionWith(spaced.SelectMany(s => text.FindLetters(s, wholeWords: true)));
        return found;
    }
}

/// <param name="IsSaid">The dossier says this word anyway.</param>
internal sealed record NameWord(string Key, bool IsSaid, bool CountsAlone)
{
    private const int ShortestStem = 4;
    private const int LongestEnding = 3;

    private readonly string stem = StemOf(Key);

    /// <summary>The word itself or a declined form of it.</summary>
    public bool Matches(string key) =>
        key == Key || (stem.Length >= ShortestStem && key.StartsWith(stem, StringComparison.Ordinal) && key.Length <= stem.Length + LongestEnding && IsEnding(key[stem.Length..]));

    public static string StemOf(string key)
    {
        var trimmed = key.TrimEnd('a', 'e', 'i', 'o', 'u');
        return trimmed.Length >= ShortestStem ? trimmed : key;
    }

    /// <summary>What Russian adds to a name: -а, -у, -ом, -ой, -ых, -ыми.</summary>
    private static bool IsEnding(string rest) => rest.All(c => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'm' or 'h');
}
