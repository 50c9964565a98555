using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 5: why there is no travel document and why none can be had.</summary>
internal sealed class TravelDocumentSection(TravelDocumentTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        var obstacle = content.TravelDocument;
        yield return wording.Paragraph(obstacle.Finding, ParagraphStyle.Lead);
        foreach (var (heading, statements) in new[] { (texts.WhyNone, obstacle.WhyNone), (texts.OwnAuthorities, obstacle.OwnAuthorities), (texts.LocalAuthorities, obstacle.LocalAuthorities) })
        {
            yield return Wording.Subheading(heading);
            foreach (var block in wording.AllOr(statements, wording.None(content, DossierPart.TravelDocumentReasons, texts.Unknown)))
                yield return block;
        }
    }
}

public sealed record TravelDocumentTexts
{
    public required string Title { get; init; }

    public required string WhyNone { get; init; }

    public required string OwnAuthorities { get; init; }

    public required string LocalAuthorities { get; init; }

    public required string Unknown { get; init; }
}
