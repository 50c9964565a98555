using System.Globalization;
using System.Text;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Images;
using HumanitarianEntry.Dossiers.Rendering;
using HumanitarianEntry.Dossiers.Texts;

namespace HumanitarianEntry.Dossiers.Preview;

/// <summary>Elements and escaped text. Names of elements and attributes come from this program only.</summary>
/// <param name="language">Language of the document: its typographic blanks are set in texts that name no language of their own.</param>
internal sealed class HtmlText(string language)
{
    private readonly StringBuilder html = new();

    public override string ToString() => html.ToString();

    public static string AnnexAnchor(int number) => string.Create(CultureInfo.InvariantCulture, $"annex-{number}");

    public static string? Direction(TextDirection direction) => direction switch
    {
        TextDirection.Automatic => null,
        TextDirection.LeftToRight => "ltr",
        TextDirection.RightToLeft => "rtl",
    };

    public void Open(string name, params (string Name, string? Value)[] attributes)
    {
        html.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
                html.Append(' ').Append(attribute).Append("=\"").Append(Escape(value)).Append('"');
        }
        html.Append('>');
    }

    public void Close(string name) => html.Append("</").Append(name).Append('>');

    public void Element(string name, string text, params (string, string?)[] attributes)
    {
        Open(name, attributes);
        var isForeign = Array.Exists(attributes, a => a is { Item1: "lang", Item2: not null });
        html.Append(Lines(isForeign ? text : Spacing.Apply(language, text)));
        Close(name);
    }

    public void SpansIn(string name, IReadOnlyList<Span> spans, params (string, string?)[] attributes)
    {
        Open(name, attributes);
        foreach (var span in spans)
            Span(span);
        Close(name);
    }

    public void Rows(IReadOnlyList<KeyValueRow> rows)
    {
        Open("dl");
        foreach (var row in rows)
        {
            Element("dt", row.Label);
            SpansIn("dd", row.Value);
        }
        Close("dl");
    }

    public void Picture(Picture picture)
    {
        var (type, bytes) = picture switch
        {
            DrawnPicture drawn => ("image/svg+xml", Encoding.UTF8.GetBytes(drawn.Svg)),
            RasterPicture raster => Raster(raster),
            _ => throw new DossierRenderException(DossierRenderFailure.DocumentRefused, $"Unknown kind of picture {picture.GetType().Name}."),
        };
        Open("img", ("alt", picture.Alternative), ("src", $"data:{type};base64,{Convert.ToBase64String(bytes)}"));
    }

    private static (string, byte[]) Raster(RasterPicture raster)
    {
        var (bytes, extension) = PictureIntake.Accept(raster.Bytes.Span, new RenderOptions { CreatedAt = default }.MaximumPixels);
        return (extension is "png" ? "image/png" : "image/jpeg", bytes);
    }

    private void Span(Span span)
    {
        switch (span)
        {
            case TextSpan text:
                Element(Name(text.Style), text.Text, ("lang", text.Language), ("dir", Direction(text.Direction)));
                break;
            case AnnexSpan annex:
                Element("a", annex.Text, ("href", "#" + AnnexAnchor(annex.Number)));
                break;
            default:
                throw new DossierRenderException(DossierRenderFailure.DocumentRefused, $"Unknown kind of span {span.GetType().Name}.");
        }
    }

    private static string Name(SpanStyle style) => style switch
    {
        SpanStyle.Plain => "span",
        SpanStyle.Strong => "strong",
        SpanStyle.Emphasis => "em",
        SpanStyle.Quoted => "q",
        SpanStyle.Code => "code",
        SpanStyle.Aside => "small",
    };

    private static string Lines(string text) => Escape(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Escape(string text)
    {
        var clean = new TextCleaner(new AnyGlyph()).Clean(text);
        return clean.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
    }

    /// <summary>A browser has fonts for everything.</summary>
    private sealed class AnyGlyph : IGlyphCoverage
    {
        public bool Contains(Rune rune) => true;
    }
}
