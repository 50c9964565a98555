using System.Globalization;
using System.Text;

namespace HumanitarianEntry.Dossiers.Texts;

/// <summary>Which code points can be printed.</summary>
public interface IGlyphCoverage
{
    bool Contains(Rune rune);
}

public enum ReplacementKind
{
    /// <summary>Left out: a control character that prints nothing, or a mark piled on more than eight others.</summary>
    Dropped,

    /// <summary>Printed as [U+...]: no shipped font has it, or it would turn the text around.</summary>
    ShownAsCode,
}

/// <summary>One code point that was not printed as it stood, with the number of times it occurred.</summary>
public sealed record ReplacedCharacter(int CodePoint, ReplacementKind Kind, int Count);

/// <summary>
/// Makes any text printable and harmless: composed (NFC), without control characters, half surrogate pairs and marks that turn the reading direction of what
/// surrounds them; what no font can print is shown as its code, never lost in silence. Counts what it replaced.
/// </summary>
public sealed class TextCleaner(IGlyphCoverage coverage)
{
    // No language stacks more marks on a letter; a hundred thousand of them would stop the typesetter.
    private const int MostMarks = 8;

    private readonly SortedDictionary<(int CodePoint, ReplacementKind Kind), int> replaced = [];

    public IReadOnlyList<ReplacedCharacter> Replaced =>
        [.. replaced.Select(entry => new ReplacedCharacter(entry.Key.CodePoint, entry.Key.Kind, entry.Value))];

    public string Clean(string text)
    {
        var normalised = WithoutHalfPairs(text).Normalize(NormalizationForm.FormC);
        var cleaned = new StringBuilder(normalised.Length);
        var marks = 0;
        foreach (var rune in normalised.EnumerateRunes())
        {
            marks = rune.IsMark() ? marks + 1 : 0;
            if (marks > MostMarks)
                Count(rune.Value, ReplacementKind.Dropped);
            else
                Append(cleaned, rune);
        }
        return cleaned.ToString();
    }

    private void Append(StringBuilder cleaned, Rune rune)
    {
        switch (Judge(rune))
        {
            case Verdict.Keep: cleaned.Append(rune); break;
            case Verdict.LineFeed: cleaned.Append('\n'); break;
            case Verdict.Space: cleaned.Append(' '); break;
            case Verdict.Drop: Count(rune.Value, ReplacementKind.Dropped); break;
            case Verdict.Show:
                cleaned.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
                Count(rune.Value, ReplacementKind.ShownAsCode);
                break;
        }
    }

    private enum Verdict { Keep, LineFeed, Space, Drop, Show }

    private Verdict Judge(Rune rune) => rune.Value switch
    {
        '\n' or 0x2028 or 0x2029 => Verdict.LineFeed,
        '\t' => Verdict.Space,
        0xFEFF or (>= 0xFE00 and <= 0xFE0F) => Verdict.Drop,
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => Verdict.Show,
        _ when Rune.IsControl(rune) => Verdict.Drop,
        _ => coverage.Contains(rune) ? Verdict.Keep : Verdict.Show,
    };

    private void Count(int codePoint, ReplacementKind kind) =>
        replaced[(codePoint, kind)] = replaced.GetValueOrDefault((codePoint, kind)) + 1;

    private string WithoutHalfPairs(string text)
    {
        if (!text.Any(char.IsSurrogate))
            return text;
        var whole = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                whole.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                whole.Append(text[i]).Append(text[++i]);
            else
            {
                whole.Append(CultureInfo.InvariantCulture, $"[U+{(int)text[i]:X4}]");
                Count(text[i], ReplacementKind.ShownAsCode);
            }
        }
        return whole.ToString();
    }
}
