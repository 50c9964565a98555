using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.UnitTests.Dossiers;

/// <summary>A document with one text in every place that a text can stand in.</summary>
internal static class HostileDocument
{
    public static DossierDocument With(string text) => new()
    {
        Metadata = new()
        {
            Title = "DEMO " + text,
            Language = "fr",
            Reference = text,
            Version = text,
            Classification = text,
            FooterPattern = "{reference} {version} {page}/{pages}",
            Watermark = text[..Math.Min(text.Length, 60)],
        },
        Cover = new()
        {
            Programme = text,
            Kind = text,
            Rows = [new(text, Span.Of(text))],
            QrContent = "DEMO",
            QrAlternative = text,
            ProofTitle = text,
            ProofRows = [new(text, [new TextSpan(text) { Style = SpanStyle.Code }])],
            Notice = text,
        },
        Blocks =
        [
            new ContentsBlock(text),
            new HeadingBlock(1, text) { Number = "1" },
            new HeadingBlock(2, text),
            .. Enum.GetValues<ParagraphStyle>().Select(style => new ParagraphBlock([.. Enum.GetValues<SpanStyle>().Select(span => new TextSpan(text) { Style = span })]) { Style = style }),
            new ParagraphBlock(Span.Of(text)) { Language = "ar", Direction = TextDirection.RightToLeft },
            new QuotationBlock(text) { Language = "ru", Introduction = text, Translation = text, Attribution = Span.Of(text) },
            new KeyValueBlock([new(text, Span.Of(text))]) { Title = text, Picture = new RasterPicture(TinyPng.Silhouette()) { Alternative = text } },
            new TableBlock(text, [new(text, 1), new(text, 2)], [[Span.Of(text), [new AnnexSpan(1, text)]]]),
            new TimelineBlock([new(text, Span.Of(text))]),
            new FigureBlock(new RasterPicture(TinyPng.Silhouette()) { Alternative = text, Width = 0.3 }, text),
            new SignatureBlock([new(text, Span.Of(text))]),
            new PageBreakBlock(),
            new RegisterBlock([new(text, Span.Of(text)) { AnnexNumber = 1, Facts = [new(text, Span.Of(text))] }]),
        ],
        Attachments = [new("demo.txt", "text/plain", FileContent.Of("DEMO"u8.ToArray()), AttachmentRelationship.Supplement, text)],
    };
}
