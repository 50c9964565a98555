using System.Text.Json.Nodes;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Texts;

namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>Texts on their way into the worker: cleaned, breakable, in pieces the file format bears.</summary>
/// <param name="language">Language of the document: its typographic blanks are set in texts that name no language of their own.</param>
internal sealed class TypstTexts(TextCleaner cleaner, string language)
{
    /// <summary>A short text on one line: label, title, caption. Cut short where it would break the file format.</summary>
    public string Line(string text)
    {
        var clean = Own(cleaner.Clean(text)).ReplaceLineEndings(" ");
        return clean.Length <= TextPieces.Longest ? TextPieces.WithBreaks(clean) : TextPieces.WithBreaks(TextPieces.Split(clean).First() + " […]");
    }

    /// <summary>A text of any length, as pieces to be set one after the other.</summary>
    /// <param name="foreign">The text is in a language of its own and is left as it stands.</param>
    public JsonArray Pieces(string text, bool foreign) => [.. TextPieces.Split(TextPieces.WithBreaks(foreign ? cleaner.Clean(text) : Own(cleaner.Clean(text)))).Select(piece => JsonValue.Create(piece))];

    public JsonArray Spans(IReadOnlyList<Span> spans) => [.. spans.Select(Span)];

    private string Own(string text) => language switch
    {
        "fr" => FrenchSpacing.Apply(text),
        "de" => GermanSpacing.Apply(text),
        _ => text,
    };

    private JsonObject Span(Span span) => span switch
    {
        TextSpan text => new()
        {
            ["kind"] = "text",
            ["pieces"] = Pieces(text.Text, foreign: text.Language is not null),
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
