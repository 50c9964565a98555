using System.Text;
using System.Text.RegularExpressions;
using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Casework.DossierMaking.LeakSearch;

/// <summary>A word of a text.</summary>
/// <param name="Key">Under which all its spellings and romanisations meet.</param>
internal readonly record struct SearchedWord(string Key, int From, string Written)
{
    public bool IsCapital => char.IsUpper(Written[0]);
}

/// <summary>
/// One text in the three ways it is searched: word by word in all spellings, letter by letter without anything between, digit by digit. What a typesetter adds is taken
/// out first: soft hyphens, signs without width, words broken at the end of a line.
/// </summary>
internal sealed partial class SearchedText
{
    private const int LongestWord = 60;
    private readonly int[] letterPlaces;
    private readonly int[] digitPlaces;

    public SearchedText(string text)
    {
        Text = Clean(text);
        Words = [.. WordsOf(Text)];
        (Letters, letterPlaces) = Squeeze(Text);
        (Digits, digitPlaces) = DigitsOf(Text);
    }

    public string Text { get; }

    public IReadOnlyList<SearchedWord> Words { get; }

    /// <summary>Letters and digits only, in small letters, without accents.</summary>
    public string Letters { get; }

    /// <summary>Digits; where more than a telephone number's signs lie between two of them, a line end.</summary>
    public string Digits { get; }

    public static string LettersOf(string text) => Squeeze(Clean(text)).Letters;

    public static string DigitsIn(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    public static IEnumerable<SearchedWord> WordsIn(string text) => WordsOf(Clean(text));

    /// <summary>Where the letters begin in the text; nothing where they are a part of a longer word and that is not wanted.</summary>
    public IEnumerable<int> FindLetters(string letters, bool wholeWords)
    {
        for (var at = Letters.IndexOf(letters, StringComparison.Ordinal); at >= 0; at = Letters.IndexOf(letters, at + 1, StringComparison.Ordinal))
        {
            var (from, to) = (letterPlaces[at], letterPlaces[at + letters.Length - 1]);
            if (!wholeWords || ((from == 0 || !char.IsLetterOrDigit(Text[from - 1])) && (to + 1 == Text.Length || !char.IsLetterOrDigit(Text[to + 1]))))
            {
                yield return from;
            }
        }
    }

    public IEnumerable<int> FindDigits(string digits)
    {
        for (var at = Digits.IndexOf(digits, StringComparison.Ordinal); at >= 0; at = Digits.IndexOf(digits, at + 1, StringComparison.Ordinal))
        {
            yield return digitPlaces[at];
        }
    }

    /// <summary>A few words around a place, on one line.</summary>
    public string Around(int place)
    {
        var (from, to) = (Math.Max(0, place - 30), Math.Min(Text.Length, place + 50));
        return Blanks().Replace(Text[from..to], " ").Trim();
    }

    private static string Clean(string text)
    {
        var shown = Unseen().Replace(text, string.Empty);
        return BrokenWord().Replace(WellFormed(shown).Normalize(NormalizationForm.FormKC), string.Empty);
    }

    /// <summary>Bytes of attached pictures are read as text too: halves of signs become visible, and U+FFFE, which no normalization takes, goes.</summary>
    private static string WellFormed(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\uFFFE', StringComparison.Ordinal)
        ? text
        : string.Concat(text.EnumerateRunes().Where(r => r.Value != 0xFFFE).Select(r => r.ToString()));

    private static IEnumerable<SearchedWord> WordsOf(string text)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match match in Word().Matches(text))
        {
            if (!keys.TryGetValue(match.Value, out var key))
            {
                // A single letter is nobody's name, and noise is full of them.
                keys[match.Value] = key = match.Length is < 2 or > LongestWord ? string.Empty : CanonicalFold.Of(match.Value);
            }

            yield return new SearchedWord(key, match.Index, match.Value);
        }
    }

    private static (string Letters, int[] Places) Squeeze(string text)
    {
        var letters = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                continue;
            }

            letters.Append(WithoutAccent(char.ToLowerInvariant(text[i])));
            places.Add(i);
        }

        return (letters.ToString(), [.. places]);
    }

    /// <summary>й is a letter of its own and no и with an accent; of й and ё only ё is written without its dots.</summary>
    private static char WithoutAccent(char small) => small switch
    {
        'ё' => 'е',
        < '\u0080' or (>= 'а' and <= 'я') => small,
        _ => small.ToString().Normalize(NormalizationForm.FormD)[0],
    };

    private static (string Digits, int[] Places) DigitsOf(string text)
    {
        var digits = new StringBuilder();
        var places = new List<int>();
        var between = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                digits.Append(text[i]);
                places.Add(i);
                between = 0;
            }
            else if (digits.Length > 0 && digits[^1] != '\n' && (++between > 3 || text[i] is not (' ' or '(' or ')' or '-' or '.' or '\u00A0' or '/')))
            {
                digits.Append('\n');
                places.Add(i);
            }
        }

        return (digits.ToString(), [.. places]);
    }

    [GeneratedRegex(@"[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]", RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"(?<=\p{L})[-\u2010\u2011]\s*\n\s*(?=\p{Ll})", RegexOptions.CultureInvariant)]
    private static partial Regex BrokenWord();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}'’]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
