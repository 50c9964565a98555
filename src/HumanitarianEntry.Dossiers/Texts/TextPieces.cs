using System.Text;

namespace HumanitarianEntry.Dossiers.Texts;

/// <summary>Limits of the page and of the file format: no endless words, no endless pieces.</summary>
internal static class TextPieces
{
    /// <summary>PDF/A allows 32,767 bytes in a string object; text is written in up to four bytes a character.</summary>
    public const int Longest = 8_000;

    private const int LongestWord = 30;
    private const int BreakEvery = 5;
    private const char BreakHere = '\u200B';

    /// <summary>Gives the line breaker places inside what no hyphenation knows and what would run off the page or its column (hashes, addresses, hostile input).</summary>
    public static string WithBreaks(string text)
    {
        if (text.Length <= LongestWord)
            return text;
        var broken = new StringBuilder(text.Length + (text.Length / BreakEvery));
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && !EndsWord(text[end]))
                end++;
            AppendWord(broken, text.AsSpan(start, end - start));
            if (end < text.Length)
                broken.Append(text[end]);
            start = end + 1;
        }
        return broken.ToString();
    }

    private static bool EndsWord(char character) => char.IsWhiteSpace(character) || character is '-' or BreakHere;

    private static void AppendWord(StringBuilder broken, ReadOnlySpan<char> word)
    {
        if (word.Length <= LongestWord)
        {
            broken.Append(word);
            return;
        }
        var run = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            if (run >= BreakEvery && !rune.IsMark())
            {
                broken.Append(BreakHere);
                run = 0;
            }
            broken.Append(rune);
            run++;
        }
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
