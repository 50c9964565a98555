using System.Globalization;

namespace HumanitarianEntry.Casework.Files;

/// <summary>Names that files are sent under. They are kept sealed, for telling what a file was called; no path on our side is ever made of them.</summary>
public static class FileNames
{
    private const int Longest = 200;

    /// <summary>The last part of the name without what hides or steers: no folders, no control signs, no signs that turn the direction of writing.</summary>
    public static string Clean(string nameGiven)
    {
        var last = nameGiven[(nameGiven.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = string.Concat(last.EnumerateRunes().Where(r => !IsHidden(r)).Select(r => r.ToString())).Trim(' ', '.');
        return kept.Length switch
        {
            0 => "file",
            > Longest => kept[..(Longest - 20)] + kept[^20..],
            _ => kept,
        };
    }

    private static bool IsHidden(System.Text.Rune sign) => System.Text.Rune.GetUnicodeCategory(sign) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator || sign == System.Text.Rune.ReplacementChar;
}
