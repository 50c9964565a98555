using System.Globalization;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Rendering;

namespace HumanitarianEntry.Dossiers.Preview;

/// <summary>Blocks as elements.</summary>
internal sealed class HtmlBlocks(HtmlText html, IReadOnlyList<Block> all)
{
    public void Write(Block block, int index)
    {
        (string, string?)[] language = [("lang", block.Language), ("dir", HtmlText.Direction(block.Direction))];
        switch (block)
        {
            case HeadingBlock heading: Heading(heading, index, language); break;
            case ParagraphBlock paragraph: html.SpansIn("p", paragraph.Spans, [("class", paragraph.Style is ParagraphStyle.Body ? null : "dossier-" + Name(paragraph.Style)), .. language]); break;
            case QuotationBlock quotation: Quotation(quotation, language); break;
            case KeyValueBlock list: KeyValues(list); break;
            case TableBlock table: Table(table, language); break;
            case RegisterBlock register: Register(register); break;
            case FigureBlock figure: Figure(figure); break;
            case TimelineBlock timeline: Timeline(timeline); break;
            case SignatureBlock signatures: html.Rows([.. signatures.Lines.Select(line => new KeyValueRow(line.Role, line.Statement))]); break;
            case ContentsBlock contents: Contents(contents); break;
            case PagePictureBlock page: Page(page, index); break;
            case ProofBlock proof: Proof(proof); break;
            case PageBreakBlock: break;
            default: throw new DossierRenderException(DossierRenderFailure.DocumentRefused, $"Unknown kind of block {block.GetType().Name}.");
        }
    }

    private void Heading(HeadingBlock heading, int index, (string, string?)[] language) =>
        html.Element(heading.Level switch { 1 => "h2", 2 => "h3", _ => "h4" },
            heading.Number is null ? heading.Text : $"{heading.Number} {heading.Text}", [("id", Anchor(index)), .. language]);

    private void Quotation(QuotationBlock quotation, (string, string?)[] language)
    {
        html.Open("figure", ("class", "dossier-quotation"));
        if (quotation.Introduction is { } introduction)
            html.Element("figcaption", introduction);
        html.Element("blockquote", quotation.Original, language);
        if (quotation.Translation is { } translation)
            html.Element("p", translation);
        html.SpansIn("p", quotation.Attribution);
        html.Close("figure");
    }

    private void KeyValues(KeyValueBlock list)
    {
        if (list.Title is { } title)
            html.Element("p", title);
        if (list.Picture is { } picture)
            html.Picture(picture);
        html.Rows(list.Rows);
    }

    private void Table(TableBlock table, (string, string?)[] language)
    {
        html.Open("table", language);
        html.Element("caption", table.Caption);
        html.Open("thead");
        html.Open("tr");
        foreach (var column in table.Columns)
            html.Element("th", column.Title, ("scope", "col"));
        html.Close("tr");
        html.Close("thead");
        html.Open("tbody");
        foreach (var row in table.Rows)
        {
            html.Open("tr");
            for (var i = 0; i < row.Count; i++)
                html.SpansIn(i == 0 ? "th" : "td", row[i], ("scope", i == 0 ? "row" : null));
            html.Close("tr");
        }
        html.Close("tbody");
        html.Close("table");
    }

    private void Register(RegisterBlock register)
    {
        foreach (var entry in register.Entries)
        {
            html.Open("section", ("id", entry.AnnexNumber is { } number ? HtmlText.AnnexAnchor(number) : null));
            html.SpansIn("h4", [new TextSpan($"{entry.Mark} "), .. entry.Title]);
            html.Rows(entry.Facts);
            html.Close("section");
        }
    }

    private void Figure(FigureBlock figure)
    {
        html.Open("figure");
        html.Picture(figure.Picture);
        html.Element("figcaption", figure.Caption);
        html.Close("figure");
    }

    private void Page(PagePictureBlock page, int index)
    {
        html.Open("figure", ("class", "dossier-page"), ("id", Anchor(index)));
        html.Element("figcaption", $"{page.Stamp} — {page.Title}");
        html.Picture(page.Picture);
        html.Close("figure");
    }

    private void Proof(ProofBlock proof)
    {
        html.Open("section", ("class", "dossier-proof"));
        html.Element("h4", proof.Title);
        html.Rows(proof.Rows);
        html.Element("p", proof.Notice);
        html.Close("section");
    }

    private void Timeline(TimelineBlock timeline)
    {
        html.Open("ol", ("class", "timeline"));
        foreach (var entry in timeline.Entries)
            html.SpansIn("li", [new TextSpan(entry.When) { Style = SpanStyle.Strong }, new TextSpan(" "), .. entry.What]);
        html.Close("ol");
    }

    private void Contents(ContentsBlock contents)
    {
        html.Open("nav");
        html.Element("h2", contents.Title);
        html.Open("ol");
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i] is not HeadingBlock { Level: 1 } heading)
                continue;
            html.Open("li");
            html.Element("a", heading.Text, ("href", "#" + Anchor(i)));
            html.Close("li");
        }
        html.Close("ol");
        html.Close("nav");
    }

    private static string Anchor(int index) => string.Create(CultureInfo.InvariantCulture, $"dossier-{index}");

    private static string Name(ParagraphStyle style) => style switch
    {
        ParagraphStyle.Body => "body",
        ParagraphStyle.Lead => "lead",
        ParagraphStyle.Note => "note",
        ParagraphStyle.Absent => "absent",
        ParagraphStyle.Item => "item",
    };
}
