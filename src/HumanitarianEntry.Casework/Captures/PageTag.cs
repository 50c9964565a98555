using System.Net;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>One start or end mark of a page with those attributes that are asked for here.</summary>
internal sealed record PageTag(string Name, bool ClosesItself, IReadOnlyDictionary<string, string> Attributes)
{
    private const int LongestValue = 4096;
    private const int LongestName = 32;

    private static readonly HashSet<string> Wanted = ["alt", "hidden", "style", "type", "rel", "href", "property", "content", "open"];

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);

    /// <summary>The page itself says that nobody shall see it.</summary>
    public bool IsHidden => Attributes.ContainsKey("hidden") || (this["style"] is { } style && Hides(string.Concat(style.Where(c => !char.IsWhiteSpace(c)))));

    /// <param name="at">Behind the opening sign, and the stroke of an end mark.</param>
    /// <returns>The mark, and where the page goes on.</returns>
    public static (PageTag Tag, int Next) Read(string page, int at)
    {
        var start = at;
        while (at < page.Length && page[at] is not ('>' or '/') && !char.IsWhiteSpace(page[at]))
        {
            at++;
        }

        var name = page.AsSpan(start, Math.Min(at - start, LongestName)).ToString().ToLowerInvariant();
        Dictionary<string, string>? attributes = null;
        var closes = false;
        while (at < page.Length && page[at] != '>')
        {
            closes = page[at] == '/';
            if (closes || char.IsWhiteSpace(page[at]))
            {
                at++;
                continue;
            }

            (var key, var value, at) = Attribute(page, at);
            if (Wanted.Contains(key))
            {
                (attributes ??= new Dictionary<string, string>(StringComparer.Ordinal)).TryAdd(key, value);
            }
        }

        return (new PageTag(name, closes, attributes ?? []), Math.Min(page.Length, at + 1));
    }

    private static (string Key, string Value, int Next) Attribute(string page, int at)
    {
        var start = at++;
        while (at < page.Length && page[at] is not ('>' or '/' or '=') && !char.IsWhiteSpace(page[at]))
        {
            at++;
        }

        var key = page.AsSpan(start, Math.Min(at - start, LongestName)).ToString().ToLowerInvariant();
        at = Blank(page, at);
        if (at >= page.Length || page[at] != '=')
        {
            return (key, string.Empty, at);
        }

        at = Blank(page, at + 1);
        if (at < page.Length && page[at] is '"' or '\'')
        {
            var end = page.IndexOf(page[at], at + 1);
            end = end < 0 ? page.Length : end;
            return (key, Value(page, at + 1, end), Math.Min(page.Length, end + 1));
        }

        start = at;
        while (at < page.Length && page[at] != '>' && !char.IsWhiteSpace(page[at]))
        {
            at++;
        }

        return (key, Value(page, start, at), at);
    }

    private static string Value(string page, int start, int end) => start >= end ? string.Empty : WebUtility.HtmlDecode(page[start..Math.Min(end, start + LongestValue)]);

    private static int Blank(string page, int at)
    {
        while (at < page.Length && char.IsWhiteSpace(page[at]))
        {
            at++;
        }

        return at;
    }

    private static bool Hides(string style) =>
        style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) || style.Contains("font-size:0;", StringComparison.OrdinalIgnoreCase);
}
