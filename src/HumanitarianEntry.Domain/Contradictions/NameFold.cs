using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>
/// Names and places in one coarse Latin spelling, so that a Cyrillic name equals itself in every epoch of transliteration and in French and German writing. Coarser than the name screening on
/// purpose: here a difference that is only spelling must never show, while there nothing may be overlooked.
/// </summary>
public static class NameFold
{
    private const int MostSigns = 200;

    private static readonly Dictionary<char, string> Cyrillic = new()
    {
        ['а'] = "a", ['б'] = "b", ['в'] = "v", ['г'] = "g", ['д'] = "d", ['е'] = "e", ['ж'] = "zh", ['з'] = "z", ['и'] = "i", ['к'] = "k", ['л'] = "l", ['м'] = "m", ['н'] = "n", ['о'] = "o", ['п'] = "p",
        ['р'] = "r", ['с'] = "s", ['т'] = "t", ['у'] = "u", ['ф'] = "f", ['х'] = "kh", ['ц'] = "ts", ['ч'] = "ch", ['ш'] = "sh", ['щ'] = "shch", ['ъ'] = "", ['ы'] = "y", ['ь'] = "", ['э'] = "e", ['ю'] = "iu",
        ['я'] = "ia", ['і'] = "i", ['є'] = "ie", ['ґ'] = "g", ['ә'] = "a", ['ғ'] = "g", ['қ'] = "k", ['ң'] = "n", ['ө'] = "o", ['ұ'] = "u", ['ү'] = "u", ['һ'] = "h",
    };

    private static readonly ImmutableArray<(string From, string To)> Same =
    [
        ("tch", "ch"), ("tz", "ts"), ("ts", "s"), ("kh", "h"), ("ph", "f"), ("ou", "u"), ("x", "ks"), ("w", "v"), ("j", "i"), ("y", "i"), ("iu", "u"), ("ia", "a"), ("io", "e"), ("ie", "e"),
        ("sh", "s"), ("ch", "s"), ("zh", "s"), ("c", "s"), ("z", "s"), ("q", "k"), ("th", "t"),
    ];

    /// <summary>The words of a name or place, folded; signs that are no letters part words.</summary>
    public static ImmutableArray<string> Words(string? text)
    {
        var folded = new StringBuilder();

        // Through runes: half a surrogate would make the normalisation throw.
        foreach (var sign in string.Concat((text is { Length: > MostSigns } ? text[..MostSigns] : text ?? string.Empty).EnumerateRunes()).ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (Cyrillic.TryGetValue(sign, out var latin))
            {
                folded.Append(latin);
            }
            else if (char.IsLetter(sign))
            {
                folded.Append(sign);
            }
            else if (char.GetUnicodeCategory(sign) is not UnicodeCategory.NonSpacingMark && sign is not ('\'' or '’' or 'ʼ'))
            {
                folded.Append(' ');
            }
        }

        return [.. folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Coarse).Where(w => w.Length > 0)];
    }

    /// <summary>How many letters must be changed, added or dropped to make one word of the other.</summary>
    public static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                left = Math.Min(Math.Min(row[j], left) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }

    private static string Coarse(string word)
    {
        var same = Same.Aggregate(word, (w, rule) => w.Replace(rule.From, rule.To, StringComparison.Ordinal));
        var once = new StringBuilder();
        foreach (var letter in same)
        {
            if (once.Length == 0 || once[^1] != letter)
            {
                once.Append(letter);
            }
        }

        return once.ToString();
    }
}
