using System.Text.Json.Nodes;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Texts;

namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>Texts on their way into the worker: cleaned, breakable, in pieces the file format bears.</summary>
internal sealed class TypstTexts(TextCleaner cleaner)
{
    /// <summary>A short text on one line: label, title, caption. Cut short where it would break the file format.</summary>
    public string Line(string text)
    {
        var clean = cleaner.Clean(text).ReplaceLineEndings(" ");
        return clean.Length <= TextPieces.Longest ? TextPieces.WithBreaks(clean) : TextPieces.WithBreaks(TextPieces.Split(clean).First() + " […]");
    }

    /// <summary>A text of any length, as pieces to be set one after the other.</summary>
    public JsonArray Pieces(string text) => [.. TextPieces.Split(TextPieces.WithBreaks(cleaner.Clean(text))).Select(piece => JsonValue.Create(piece))];

    public JsonArray Spans(IReadOnlyList<Span> spans) => [.. spans.Select(Span)];

    private JsonObject Span(Span span) => span switch
    {
        TextSpan text => new()
        {
            ["kind"] = "text",
            ["pieces"] = Pieces(text.Text),
            ["style"] = Style(text.Style),
            ["language"] = text.Language,
            ["direction"] = Direction(text.Direction),
        },
        AnnexSpan annex => new() { ["kind"] = "annex", ["number"] = annex.Number, ["text"] = Line(annex.Text) },
        _ => throw new DossierRenderException(DossierRenderFailure.DocumentRefused, $"Unknown kind of span {span.GetType().Name}."),
    };

    public static string? Direction(TextDirection direction) => direction switch
    {
        TextDirection.Automatic => null,
        TextDirection.LeftToRight => "ltr",
        TextDirection.RightToLeft => "rtl",
    };

    private static string Style(SpanStyle style) => style switch
    {
        SpanStyle.Plain => "plain",
        SpanStyle.Strong => "strong",
        SpanStyle.Emphasis => "emphasis",
        SpanStyle.Quoted => "quoted",
        SpanStyle.Code => "code",
        SpanStyle.Aside => "aside",
    };
}
