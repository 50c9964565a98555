using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace HumanitarianEntry.Notices.Neutral;

/// <summary>What a text gives away.</summary>
public enum LeakKind
{
    /// <summary>A place to fill in, or markup.</summary>
    Placeholder,

    /// <summary>A digit of any script: a date, a number, a code.</summary>
    Digit,

    /// <summary>A link or an address.</summary>
    Link,

    /// <summary>A word on the caller's list.</summary>
    Word,
}

/// <summary>One find: its kind and the piece of text.</summary>
public sealed record Leak(LeakKind Kind, string Fragment);

/// <summary>Looks for what a notice may not say (handbook section 5, statement 1).</summary>
public static partial class NoticeLeak
{
    /// <summary>
    /// Finds placeholders, digits, links, and the forbidden words anywhere in the text, also inside other words. Case, accents and
    /// invisible characters do not hide a word; words of one letter are not looked for.
    /// </summary>
    public static IReadOnlyList<Leak> Find(string text, IEnumerable<string> forbiddenWords)
    {
        List<Leak> leaks =
        [
            .. Placeholder().Matches(text).Select(match => new Leak(LeakKind.Placeholder, match.Value)),
            .. Digit().Matches(text).Select(match => new Leak(LeakKind.Digit, match.Value)),
            .. Link().Matches(text).Select(match => new Leak(LeakKind.Link, match.Value)),
        ];
        string plain = Plain(text);
        leaks.AddRange(forbiddenWords
            .Where(word => Plain(word).Length > 1 && plain.Contains(Plain(word), StringComparison.Ordinal))
            .Select(word => new Leak(LeakKind.Word, word)));
        return leaks;
    }

    /// <summary>The kind as words for an error message.</summary>
    public static string InWords(this LeakKind kind) => kind switch
    {
        LeakKind.Placeholder => "a placeholder",
        LeakKind.Digit => "a digit",
        LeakKind.Link => "a link or an address",
        LeakKind.Word => "a forbidden word",
    };

    private static string Plain(string text)
    {
        StringBuilder plain = new();
        foreach (char letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            plain.Append(char.IsWhiteSpace(letter) ? ' ' : char.ToUpperInvariant(letter));
        }

        return plain.ToString().Trim();
    }

    [GeneratedRegex(@"[{}<>\[\]$%|`]+|\p{Co}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{Nd}\p{Nl}\p{No}]+")]
    private static partial Regex Digit();

    [GeneratedRegex(@"\w*:/+\S*|\bwww\.\S*|\S*@\S*|\b\w+\.\w+\b", RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
