using System.Globalization;
using System.Net;
using System.Text;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>
/// What a person could read on a page: its title and its visible text. Nothing is run, drawn or fetched; scripts, styles, forms' values and elements that the page marks as hidden are left out, and
/// so is where its links lead. What is hidden by a style sheet cannot be known without running it, and stays.
/// </summary>
internal sealed class PageText
{
    public const int LongestTitle = 300;

    /// <summary>Deeper elements are read as if they were empty; browsers have a limit, too.</summary>
    private const int Deepest = 256;

    /// <summary>No page for people has more.</summary>
    private const int MostMarks = 500_000;

    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

    /// <summary>Read up to their own end, whatever stands in them.</summary>
    private static readonly HashSet<string> Raw = ["script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "textarea", "title"];

    private static readonly HashSet<string> Unseen = ["template", "svg", "math", "object", "select", "datalist", "canvas", "audio", "video", "map", "frameset"];

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    ];

    /// <summary>An element that ends where the next of its kind begins.</summary>
    private static readonly HashSet<string> EndsWithNext = ["li", "p", "dt", "dd", "tr", "td", "th"];

    private readonly string page;
    private readonly int longest;
    private readonly StringBuilder text = new();
    private readonly List<(string Name, bool Hides)> open = [];
    private int hiding;
    private int marks;

    private PageText(string page, int longest) => (this.page, this.longest) = (page, longest);

    public string? Title { get; private set; }

    /// <summary>Where the page says that it lives; null where it does not.</summary>
    public string? OwnAddress { get; private set; }

    public string Text => text.ToString().Trim('\n', ' ');

    /// <summary>The page goes on, but no more of it is read.</summary>
    public bool IsCut { get; private set; }

    /// <param name="longest">Letters of text at most.</param>
    public static PageText Of(string page, int longest)
    {
        var read = new PageText(page, longest);
        read.Read();
        return read;
    }

    /// <summary>On one line, without signs that control, turn or hide writing.</summary>
    public static string OnOneLine(string words, int longest)
    {
        var line = new StringBuilder();
        foreach (var sign in words)
        {
            if (IsBlank(sign))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (IsSeen(sign))
            {
                line.Append(sign);
            }

            if (line.Length >= longest)
            {
                break;
            }
        }

        return line.ToString().Trim();
    }

    private void Read()
    {
        for (var at = 0; at < page.Length;)
        {
            if (text.Length >= longest || marks > MostMarks)
            {
                IsCut = true;
                return;
            }

            var mark = page.IndexOf('<', at);
            if (mark < 0)
            {
                Words(page.AsSpan(at));
                return;
            }

            Words(page.AsSpan(at, mark - at));
            at = Mark(mark);
        }
    }

    /// <summary>Reads one mark.</summary>
    /// <returns>Where the page goes on.</returns>
    private int Mark(int at)
    {
        marks++;
        var rest = page.AsSpan(at);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            return After("-->", at + 4);
        }

        if (rest.Length < 2 || !(char.IsAsciiLetter(rest[1]) || rest[1] is '/' or '!' or '?'))
        {
            Words("<");
            return at + 1;
        }

        if (rest[1] is '!' or '?')
        {
            return After(">", at);
        }

        var isEnd = rest[1] == '/';
        var (tag, next) = PageTag.Read(page, at + (isEnd ? 2 : 1));
        if (isEnd)
        {
            End(tag.Name);
            return next;
        }

        return Raw.Contains(tag.Name) ? Skip(tag.Name, next) : Start(tag, next);
    }

    private int Start(PageTag tag, int next)
    {
        if (Blocks.Contains(tag.Name))
        {
            Line();
        }

        OwnAddress ??= tag.Name == "link" && tag["rel"] is "canonical" ? tag["href"] : tag.Name == "meta" && tag["property"] is "og:url" ? tag["content"] : null;
        if (tag.Name == "img" && hiding == 0 && !tag.IsHidden && tag["alt"] is { } words && !string.IsNullOrWhiteSpace(words))
        {
            Words($" [picture: {words}] ", decode: true);
        }

        if (open.Count > 0 && open[^1].Name == tag.Name && EndsWithNext.Contains(tag.Name))
        {
            End(tag.Name);
        }

        if (!Void.Contains(tag.Name) && !tag.ClosesItself && open.Count < Deepest)
        {
            var hides = Unseen.Contains(tag.Name) || tag.IsHidden;
            open.Add((tag.Name, hides));
            hiding += hides ? 1 : 0;
        }

        return next;
    }

    private void End(string name)
    {
        if (Blocks.Contains(name))
        {
            Line();
        }

        var last = open.FindLastIndex(o => o.Name == name);
        for (var i = open.Count - 1; last >= 0 && i >= last; i--)
        {
            hiding -= open[i].Hides ? 1 : 0;
            open.RemoveAt(i);
        }
    }

    private int Skip(string name, int from)
    {
        var end = page.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
        if (name == "title" && Title is null)
        {
            Title = OnOneLine(WebUtility.HtmlDecode(page[from..(end < 0 ? Math.Min(page.Length, from + (8 * LongestTitle)) : Math.Min(end, from + (8 * LongestTitle)))]), LongestTitle);
        }

        return end < 0 ? page.Length : After(">", end);
    }

    private void Words(ReadOnlySpan<char> words, bool decode = false)
    {
        if (hiding > 0 || words.IsEmpty)
        {
            return;
        }

        // Blanks of the source are one blank; only marks make lines.
        foreach (var sign in decode || words.Contains('&') ? WebUtility.HtmlDecode(words.ToString()) : words)
        {
            if (IsBlank(sign))
            {
                if (text.Length > 0 && text[^1] is not (' ' or '\n'))
                {
                    text.Append(' ');
                }
            }
            else if (IsSeen(sign))
            {
                text.Append(sign);
            }
        }
    }

    private void Line()
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        if (hiding == 0 && text.Length > 0 && text[^1] != '\n')
        {
            text.Append('\n');
        }
    }

    private int After(string mark, int from)
    {
        var end = page.IndexOf(mark, from, StringComparison.Ordinal);
        return end < 0 ? page.Length : end + mark.Length;
    }

    private static bool IsBlank(char sign) => char.IsWhiteSpace(sign) || sign == '\u00A0';

    /// <summary>Signs that control, turn or hide writing, and those that mean something to one program only.</summary>
    private static bool IsSeen(char sign) => char.GetUnicodeCategory(sign) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) && sign is not ('\uFFFE' or '\uFFFF');
}
