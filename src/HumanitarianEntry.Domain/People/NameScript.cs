namespace HumanitarianEntry.Domain.People;

/// <summary>Finds letters of another alphabet hidden in a name: "Рetrov" with a Cyrillic Р looks right and is found nowhere.</summary>
public static class NameScript
{
    /// <summary>The first word that mixes Latin and Cyrillic letters; null when none does.</summary>
    public static string? FirstMixedWord(string? text) =>
        (text ?? string.Empty).Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word.Any(IsLatin) && word.Any(IsCyrillic));

    /// <summary>The first word with a sign that nobody sees, such as a zero-width space or a mark that turns the reading direction; null when there is none.</summary>
    public static string? FirstWordWithUnseenSign(string? text) =>
        (text ?? string.Empty).Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word.Any(c => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format));

    /// <summary>True when the text holds a sign that no name has: a null, an escape, a tab.</summary>
    public static bool HasControlSign(string? text) => (text ?? string.Empty).Any(char.IsControl);

    /// <summary>True when every letter belongs to the alphabet.</summary>
    public static bool IsAll(string text, bool cyrillic) => text.Where(IsLetter).All(c => cyrillic ? IsCyrillic(c) : IsLatin(c));

    // The apostrophe of Ukrainian names may be typed as a modifier letter; it belongs to no alphabet.
    private static bool IsLetter(char c) => char.IsLetter(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.ModifierLetter;

    private static bool IsLatin(char c) => char.IsLetter(c) && c <= '\u024F';

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';
}
