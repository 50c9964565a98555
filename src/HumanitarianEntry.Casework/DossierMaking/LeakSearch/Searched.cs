using System.Collections.Frozen;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Casework.DossierMaking.LeakSearch;

/// <summary>One withheld value, ready to be looked for.</summary>
internal abstract class Searched(WithheldKind kind)
{
    public WithheldKind Kind => kind;

    /// <summary>Places in the text, each once.</summary>
    /// <param name="onPage">What a page shows; elsewhere capital letters say nothing.</param>
    public abstract IEnumerable<int> In(SearchedText text, bool onPage);
}

/// <summary>A telephone number or an account.</summary>
internal sealed class SearchedContact : Searched
{
    private const int FewestDigits = 7;
    private const int FewestLetters = 5;
    private readonly List<string> digits = [];
    private readonly string? letters;

    public SearchedContact(WithheldKind kind, string value) : base(kind)
    {
        var plain = string.Join(' ', value.Split([' ', '(', ')', ',', ';'], StringSplitOptions.RemoveEmptyEntries).Where(p => !GenericWords.Has(p)));
        var number = SearchedText.DigitsIn(plain);
        if (number.Length >= FewestDigits)
        {
            digits.Add(number);
            if (number.Length > 10)
            {
                // At home the number is written with another beginning, or none.
                digits.Add(number[^10..]);
            }
        }

        letters = SearchedText.LettersOf(plain) is { } squeezed && squeezed.Count(char.IsLetter) >= FewestLetters ? squeezed : null;
    }

    public bool IsAny => digits.Count > 0 || letters is not null;

    public override IEnumerable<int> In(SearchedText text, bool onPage) =>
        digits.SelectMany(text.FindDigits).Concat(letters is null ? [] : text.FindLetters(letters, wholeWords: true)).Distinct();
}

/// <summary>What the dossier says anyway.</summary>
/// <param name="Names">Keys of the words of disclosed names.</param>
internal sealed record Disclosed(IReadOnlySet<string> Names, IReadOnlyList<SearchedText> Texts)
{
    private readonly string letters = string.Join('\n', Texts.Select(t => t.Letters));

    public bool Says(string squeezed) => letters.Contains(squeezed, StringComparison.Ordinal);

    public bool Says(Searched searched) => Texts.Any(t => searched.In(t, onPage: true).Any());
}

/// <summary>Words that mean something only together: a code phrase, a sentence of a note.</summary>
internal sealed class SearchedPassage(WithheldKind kind, string letters) : Searched(kind)
{
    private readonly string squeezed = letters;

    private const int ShortestSentence = 24;
    private const int ShortestPhrase = 5;
    private const int ShortestNumber = 4;
    private const int ShortestText = 12;

    /// <summary>"No", "nobody came": the shortest answers of all, which stand in any paper and give nobody away.</summary>
    private static readonly FrozenSet<string> Denials = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "нет", "не", "ни", "никто", "никого", "ничего", "никогда", "никаких", "no", "not", "none", "nobody", "nothing", "never", "non", "ne", "pas", "aucun", "aucune", "rien", "jamais", "personne", "nein", "nicht", "nichts", "kein", "keine", "niemand", "nie", "жоқ", "ешкім");

    /// <summary>The sentences of a note that are long enough to be known again.</summary>
    public static IEnumerable<SearchedPassage> Sentences(Withheld withheld, Disclosed said) =>
        from sentence in withheld.Value.Split(['.', '!', '?', ';', '\n', '…'], StringSplitOptions.RemoveEmptyEntries)
        let letters = SearchedText.LettersOf(sentence)
        where letters.Length >= ShortestSentence && !said.Says(letters)
        select new SearchedPassage(withheld.Kind, letters);

    /// <summary>An answer as a text of several words, in Latin letters too, because dossiers are.</summary>
    public static IEnumerable<Searched> Answer(Withheld withheld, Disclosed said)
    {
        var denies = SearchedText.WordsIn(withheld.Value).Any(w => Denials.Contains(w.Written));
        return Transliteration.Spellings(withheld.Value).Prepend(withheld.Value).SelectMany(spelling => Words(withheld with { Value = spelling }, said))
            .Where(passage => !denies || passage.squeezed.Length >= ShortestSentence).DistinctBy(passage => passage.squeezed, StringComparer.Ordinal);
    }

    /// <summary>The whole phrase, in Latin letters too.</summary>
    /// <param name="shortestWord">From how many letters a single word is one; null: never, it is an everyday word.</param>
    public static IEnumerable<Searched> Phrase(Withheld withheld, Disclosed said, int? shortestWord = null)
    {
        var words = withheld.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => !GenericWords.Has(w)).ToList();
        var letters = SearchedText.LettersOf(string.Concat(words));
        return letters.Length >= (words.Count > 1 ? ShortestPhrase : shortestWord ?? int.MaxValue) && !said.Says(letters) ? Spellings(withheld.Kind, string.Concat(words)) : [];
    }

    /// <summary>In all its letters and those of travel documents.</summary>
    public static IEnumerable<Searched> Spellings(WithheldKind kind, string text) =>
        Transliteration.Spellings(text).Prepend(text).Select(SearchedText.LettersOf).Distinct(StringComparer.Ordinal).Select(letters => new SearchedPassage(kind, letters));

    /// <summary>A number, a unit, a reference: the whole of it, however it is spaced. No disclosed text excuses it: there it is masked.</summary>
    public static IEnumerable<Searched> Whole(Withheld withheld) =>
        SearchedText.LettersOf(withheld.Value) is { Length: >= ShortestNumber } letters ? [new SearchedPassage(withheld.Kind, letters)] : [];

    /// <summary>A text of several words: the whole of it where it is short, its long sentences else. What the dossier says elsewhere is none.</summary>
    public static IEnumerable<SearchedPassage> Words(Withheld withheld, Disclosed said)
    {
        var letters = SearchedText.LettersOf(withheld.Value);
        var isShort = letters.Length < ShortestSentence;
        return isShort && letters.Length >= ShortestText && withheld.Value.Trim().Contains(' ', StringComparison.Ordinal) && !said.Says(letters)
            ? [new SearchedPassage(withheld.Kind, letters)]
            : isShort ? []
            : Sentences(withheld, said).ToList() is { Count: > 0 } sentences ? sentences
            : said.Says(letters) ? [] : [new SearchedPassage(withheld.Kind, letters)];
    }

    public override IEnumerable<int> In(SearchedText text, bool onPage) => text.FindLetters(squeezed, wholeWords: true);
}
