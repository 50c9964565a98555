using System.Text;

namespace HumanitarianEntry.Dossiers.Texts;

/// <summary>Limits of the page and of the file format: no endless words, no endless pieces.</summary>
internal static class TextPieces
{
    /// <summary>PDF/A allows 32,767 bytes in a string object; text is written in up to four bytes a character.</summary>
    public const int Longest = 8_000;

    private const int LongestWord = 40;
    private const char BreakHere = '\u200B';

    /// <summary>Gives the line breaker a place inside words that would run off the page (hashes, addresses, hostile input).</summary>
    public static string WithBreaks(string text)
    {
        if (text.Length <= LongestWord)
            return text;
        var broken = new StringBuilder(text.Length + (text.Length / LongestWord));
        var run = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            run = Rune.IsWhiteSpace(rune) || rune.Value is '-' or BreakHere ? 0 : run + 1;
            if (run > LongestWord && !rune.IsMark())
            {
                broken.Append(BreakHere);
                run = 1;
            }
            broken.Append(rune);
        }
        return broken.ToString();
    }

    /// <summary>Cuts at the last blank before the limit, or at the limit; never inside a surrogate pair.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = 0;
        while (text.Length - start > Longest)
        {
            var cut = text.LastIndexOf(' ', start + Longest - 1, Longest / 2) + 1;
            if (cut == 0)
                cut = start + Longest - (char.IsHighSurrogate(text[start + Longest - 1]) ? 1 : 0);
            yield return text[start..cut];
            start = cut;
        }
        yield return text[start..];
    }
}
