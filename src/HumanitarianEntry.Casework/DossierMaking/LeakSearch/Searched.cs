using HumanitarianEntry.Domain.Dossiers;

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

/// <summary>Words that mean something only together: a code phrase, a sentence of a note.</summary>
internal sealed class SearchedPassage(WithheldKind kind, string letters) : Searched(kind)
{
    private const int ShortestSentence = 24;
    private const int ShortestPhrase = 5;
    private const int ShortestNumber = 4;
    private const int ShortestText = 12;

    /// <summary>The sentences of a note that are long enough to be known again.</summary>
    public static IEnumerable<Searched> Sentences(Withheld withheld, string disclosed) =>
        from sentence in withheld.Value.Split(['.', '!', '?', ';', '\n', '…'], StringSplitOptions.RemoveEmptyEntries)
        let letters = SearchedText.LettersOf(sentence)
        where letters.Length >= ShortestSentence && !disclosed.Contains(letters, StringComparison.Ordinal)
        select new SearchedPassage(withheld.Kind, letters);

    /// <summary>The whole phrase; a single everyday word is none.</summary>
    public static IEnumerable<Searched> Phrase(Withheld withheld, string disclosed)
    {
        var words = withheld.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => !GenericWords.Has(w)).ToList();
        var letters = SearchedText.LettersOf(string.Concat(words));
        if (words.Count > 1 && letters.Length >= ShortestPhrase && !disclosed.Contains(letters, StringComparison.Ordinal))
        {
            yield return new SearchedPassage(withheld.Kind, letters);
            if (SearchedText.LettersOf(string.Concat(words.Select(w => Screening.Names.Transliteration.ToIcao(w)))) is var latin && latin != letters)
            {
                yield return new SearchedPassage(withheld.Kind, latin);
            }
        }
    }

    /// <summary>A number, a unit, a reference: the whole of it, however it is spaced.</summary>
    public static IEnumerable<Searched> Whole(Withheld withheld, string disclosed) =>
        SearchedText.LettersOf(withheld.Value) is { Length: >= ShortestNumber } letters && !disclosed.Contains(letters, StringComparison.Ordinal) ? [new SearchedPassage(withheld.Kind, letters)] : [];

    /// <summary>A text of several words: the whole of it where it is short, its long sentences else. What the dossier says elsewhere is none.</summary>
    public static IEnumerable<Searched> Words(Withheld withheld, string disclosed)
    {
        var letters = SearchedText.LettersOf(withheld.Value);
        var isShort = letters.Length < ShortestSentence;
        return isShort && letters.Length >= ShortestText && withheld.Value.Trim().Contains(' ', StringComparison.Ordinal) && !disclosed.Contains(letters, StringComparison.Ordinal)
            ? [new SearchedPassage(withheld.Kind, letters)]
            : isShort ? []
            : Sentences(withheld, disclosed).ToList() is { Count: > 0 } sentences ? sentences
            : disclosed.Contains(letters, StringComparison.Ordinal) ? [] : [new SearchedPassage(withheld.Kind, letters)];
    }

    public override IEnumerable<int> In(SearchedText text, bool onPage) => text.FindLetters(letters, wholeWords: true);
}
