using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 8: how the person refused, and what followed.</summary>
internal sealed class RefusalSection(RefusalTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        var refusal = content.Refusal;
        foreach (var block in wording.AllOr(refusal.Narrative, wording.None(content, DossierPart.Statement, texts.NoNarrative), ParagraphStyle.Body))
            yield return block;
        yield return Wording.Subheading(texts.Quotations);
        if (refusal.Quotations.Count == 0)
            yield return Wording.Absent(wording.None(content, DossierPart.Statement, texts.NoQuotations));
        foreach (var quoted in refusal.Quotations)
            yield return wording.Quotation(quoted);
        yield return Wording.Subheading(texts.Prosecutions);
        yield return Wording.TableOr(wording.None(content, DossierPart.Prosecutions, texts.NoProsecutions), texts.Prosecutions,
            [new(texts.Article, 3), new(texts.Offence, 4), new(texts.Body, 4), new(texts.Opened, 3), new(texts.Source, 5)],
            refusal.Prosecutions.Select(IReadOnlyList<IReadOnlyList<Span>> (prosecution) =>
            [
                Span.Of(prosecution.Article),
                [new TextSpan(prosecution.Offence), new TextSpan($"\n{prosecution.Classification}") { Style = SpanStyle.Aside }],
                Span.Of(prosecution.Body),
                Span.Of(prosecution.Opened is { } opened ? wording.Date(opened) : texts.UnknownDate),
                wording.Cited(prosecution.Source),
            ]));
        yield return Wording.Subheading(texts.Wanted);
        yield return Wording.Paragraph(texts.WantedNote, ParagraphStyle.Note);
        foreach (var block in wording.AllOr(refusal.WantedStatus, wording.None(content, DossierPart.WantedStatus, texts.NoWanted)))
            yield return block;
    }
}

public sealed record RefusalTexts
{
    public required string Title { get; init; }

    public required string NoNarrative { get; init; }

    public required string Quotations { get; init; }

    public required string NoQuotations { get; init; }

    public required string Prosecutions { get; init; }

    public required string NoProsecutions { get; init; }

    public required string Article { get; init; }

    public required string Offence { get; init; }

    public required string Body { get; init; }

    public required string Opened { get; init; }

    public required string UnknownDate { get; init; }

    public required string Source { get; init; }

    public required string Wanted { get; init; }

    /// <summary>The rule that a persecutor's search is no adverse finding.</summary>
    public required string WantedNote { get; init; }

    public required string NoWanted { get; init; }
}
