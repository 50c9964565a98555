using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Texts;

namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>Texts on their way into the worker: cleaned, breakable, in pieces the file format bears.</summary>
/// <param name="language">Language of the document: its typographic blanks are set in texts that name no language of their own.</param>
internal sealed partial class TypstTexts(TextCleaner cleaner, string language)
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

    /// <summary>Spans of a narrow cell, where words are hyphenated: hashes and addresses, codes, abbreviations, names of lists and dates are marked as wholes.</summary>
    public JsonArray CellSpans(IReadOnlyList<Span> spans)
    {
        var cell = Spans(spans);
        foreach (var span in cell.OfType<JsonObject>())
        {
            if (span["pieces"] is JsonArray pieces)
                span["pieces"] = new JsonArray([.. pieces.SelectMany(piece => WithWholes(piece!.GetValue<string>()))]);
        }
        return cell;
    }

    private static List<JsonNode> WithWholes(string text)
    {
        List<JsonNode> pieces = [];
        var start = 0;
        foreach (var whole in Wholes().EnumerateMatches(text))
        {
            if (whole.Index > start)
                pieces.Add(JsonValue.Create(text[start..whole.Index]));
            start = whole.Index + whole.Length;
            pieces.Add(new JsonObject { ["whole"] = text[whole.Index..start] });
        }
        if (start < text.Length)
            pieces.Add(JsonValue.Create(text[start..]));
        return pieces;
    }

    [GeneratedRegex(@"(?<!\S)\S*\u200B\S*|\b\p{Lu}[\p{Lu}\p{N}-]+\b|\([a-z0-9]+(?:-[a-z0-9]+)+\)|\p{L}{3,9} \d{4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Wholes();

    private string Own(string text) => Spacing.Apply(language, text);

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
