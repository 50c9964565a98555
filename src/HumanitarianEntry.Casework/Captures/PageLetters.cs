using System.Text;
using System.Text.RegularExpressions;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>Turns the bytes of a page into letters: as its mark, its HTTP head or its own beginning says, else as it looks.</summary>
internal static partial class PageLetters
{
    private const int Beginning = 4096;

    /// <param name="contentType">The field of the HTTP head; null where there is none.</param>
    /// <returns>The page, and whether its letters had to be guessed.</returns>
    public static (string Text, bool IsGuessed) Read(ReadOnlySpan<byte> page, string? contentType)
    {
        if (page is [0xEF, 0xBB, 0xBF, ..])
        {
            return (Encoding.UTF8.GetString(page[3..]), false);
        }

        if (page is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return ((page[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(page[2..]), false);
        }

        var named = Named(Charset().Match(contentType ?? string.Empty)) ?? Named(Charset().Match(Encoding.Latin1.GetString(page[..Math.Min(page.Length, Beginning)])));
        return named is not null ? (named.GetString(page), false)
            : System.Text.Unicode.Utf8.IsValid(page) ? (Encoding.UTF8.GetString(page), false)
            : (Guessed(page).GetString(page), true);
    }

    private static Encoding? Named(Match match)
    {
        if (!match.Success)
        {
            return null;
        }

        var name = match.Groups["name"].Value.ToLowerInvariant();
        name = name switch { "cp1251" or "win-1251" or "windows1251" => "windows-1251", "iso-8859-1" or "latin1" or "us-ascii" => "windows-1252", "koi8r" => "koi8-r", _ => name };
        try
        {
            // A page that can be read as a mark of UTF-16 in its own letters is not in UTF-16.
            return name.StartsWith("utf-16", StringComparison.Ordinal) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            // Of no letters that are known, or of UTF-7, which is not read any more.
            return null;
        }
    }

    /// <summary>Two ways in which Russian was written before UTF-8: small letters, which are the most, lie in different halves.</summary>
    private static Encoding Guessed(ReadOnlySpan<byte> page)
    {
        var (low, high) = (0, 0);
        foreach (var sign in page)
        {
            low += sign is >= 0xC0 and < 0xE0 ? 1 : 0;
            high += sign >= 0xE0 ? 1 : 0;
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(low > high ? "koi8-r" : "windows-1251")!;
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*(?<name>[A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
