using System.Text.Json.Nodes;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Images;

namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>Blocks in the words the templates know; templates/dossier/blocks.typ is the other side.</summary>
internal sealed class TypstBlocks(TypstTexts texts, TypstPictures pictures)
{
    public JsonObject Cover(Cover cover) => new()
    {
        ["programme"] = texts.Line(cover.Programme),
        ["kind"] = texts.Line(cover.Kind),
        ["rows"] = Rows(cover.Rows),
        ["qr"] = pictures.Picture(QrPicture.Draw(cover.QrContent, cover.QrAlternative)),
        ["proofTitle"] = texts.Line(cover.ProofTitle),
        ["proofRows"] = Rows(cover.ProofRows),
        ["notice"] = texts.Line(cover.Notice),
    };

    public JsonNode Block(Block block)
    {
        var json = block switch
        {
            HeadingBlock heading => new JsonObject { ["kind"] = "heading", ["level"] = heading.Level, ["number"] = heading.Number, ["text"] = texts.Line(heading.Text) },
            ParagraphBlock paragraph => new JsonObject { ["kind"] = "paragraph", ["style"] = Style(paragraph.Style), ["spans"] = texts.Spans(paragraph.Spans) },
            QuotationBlock quotation => Quotation(quotation),
            KeyValueBlock list => new JsonObject
            {
                ["kind"] = "keyValue",
                ["title"] = Optional(list.Title),
                ["rows"] = Rows(list.Rows),
                ["picture"] = list.Picture is { } picture ? pictures.Picture(picture) : null,
            },
            TableBlock table => Table(table),
            RegisterBlock register => new JsonObject { ["kind"] = "register", ["entries"] = new JsonArray([.. register.Entries.Select(Entry)]) },
            FigureBlock figure => new JsonObject { ["kind"] = "figure", ["picture"] = pictures.Picture(figure.Picture), ["caption"] = texts.Line(figure.Caption) },
            TimelineBlock timeline => new JsonObject
            {
                ["kind"] = "timeline",
                ["entries"] = new JsonArray([.. timeline.Entries.Select(entry => new JsonObject { ["when"] = texts.Line(entry.When), ["what"] = texts.Spans(entry.What) })]),
            },
            SignatureBlock signatures => new JsonObject
            {
                ["kind"] = "signatures",
                ["lines"] = new JsonArray([.. signatures.Lines.Select(line => new JsonObject { ["role"] = texts.Line(line.Role), ["statement"] = texts.Spans(line.Statement) })]),
            },
            ContentsBlock contents => new JsonObject { ["kind"] = "contents", ["title"] = texts.Line(contents.Title) },
            PagePictureBlock page => new JsonObject { ["kind"] = "pagePicture", ["title"] = texts.Line(page.Title), ["stamp"] = texts.Line(page.Stamp), ["picture"] = pictures.Picture(page.Picture) },
            ProofBlock proof => new JsonObject
            {
                ["kind"] = "proof",
                ["title"] = texts.Line(proof.Title),
                ["qr"] = pictures.Picture(QrPicture.Draw(proof.QrContent, proof.QrAlternative)),
                ["rows"] = Rows(proof.Rows),
                ["notice"] = texts.Line(proof.Notice),
            },
            PageBreakBlock => new JsonObject { ["kind"] = "pageBreak" },
            _ => throw new DossierRenderException(DossierRenderFailure.DocumentRefused, $"Unknown kind of block {block.GetType().Name}."),
        };
        json["language"] = block.Language;
        json["direction"] = TypstTexts.Direction(block.Direction);
        return json;
    }

    private JsonObject Quotation(QuotationBlock quotation) => new()
    {
        ["kind"] = "quotation",
        ["original"] = texts.Pieces(quotation.Original, foreign: quotation.Language is not null),
        ["introduction"] = Optional(quotation.Introduction),
        ["translation"] = quotation.Translation is { } translation ? texts.Pieces(translation, foreign: false) : null,
        ["attribution"] = texts.Spans(quotation.Attribution),
    };

    private JsonObject Table(TableBlock table) => new()
    {
        ["kind"] = "table",
        ["caption"] = texts.Line(table.Caption),
        ["columns"] = new JsonArray([.. table.Columns.Select(column => new JsonObject { ["title"] = texts.Line(column.Title), ["weight"] = column.Weight })]),
        ["rows"] = new JsonArray([.. table.Rows.Select(row => new JsonArray([.. row.Select(texts.CellSpans)]))]),
    };

    private JsonObject Entry(RegisterEntry entry) => new()
    {
        ["mark"] = texts.Line(entry.Mark),
        ["title"] = texts.Spans(entry.Title),
        ["facts"] = Rows(entry.Facts),
        ["annexNumber"] = entry.AnnexNumber,
    };

    private JsonArray Rows(IReadOnlyList<KeyValueRow> rows) =>
        [.. rows.Select(row => new JsonObject { ["label"] = texts.Line(row.Label), ["value"] = texts.Spans(row.Value) })];

    private JsonValue? Optional(string? text) => text is null ? null : JsonValue.Create(texts.Line(text));

    private static string Style(ParagraphStyle style) => style switch
    {
        ParagraphStyle.Body => "body",
        ParagraphStyle.Lead => "lead",
        ParagraphStyle.Note => "note",
        ParagraphStyle.Absent => "absent",
        ParagraphStyle.Item => "item",
    };
}
