using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 1: the whole request on one page.</summary>
internal sealed class RequestSection(RequestTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public bool OnPageOfItsOwn => true;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        var request = content.Request;
        yield return wording.Paragraph(request.EntryAsked, ParagraphStyle.Lead);
        yield return new KeyValueBlock([wording.Row(texts.Who, request.Who), wording.Row(texts.Urgency, request.Urgency), wording.Row(texts.Recommendation, request.Recommendation)]);
        yield return Wording.Subheading(texts.LegalBasis);
        foreach (var block in wording.AllOr(request.LegalBasis, texts.NoLegalBasis))
            yield return block;
        yield return Wording.Subheading(texts.Grounds);
        foreach (var block in wording.AllOr(request.Grounds, wording.None(content, DossierPart.Findings, texts.NoGrounds)))
            yield return block;
        yield return Wording.Subheading(texts.OpenDoubts);
        foreach (var block in wording.AllOr(request.OpenDoubts, wording.None(content, DossierPart.Doubts, texts.NoOpenDoubts)))
            yield return block;
    }
}

public sealed record RequestTexts
{
    public required string Title { get; init; }

    public required string Who { get; init; }

    public required string Urgency { get; init; }

    public required string Recommendation { get; init; }

    public required string LegalBasis { get; init; }

    public required string NoLegalBasis { get; init; }

    public required string Grounds { get; init; }

    public required string NoGrounds { get; init; }

    public required string OpenDoubts { get; init; }

    public required string NoOpenDoubts { get; init; }
}
