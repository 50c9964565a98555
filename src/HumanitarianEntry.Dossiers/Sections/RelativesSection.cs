using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 4: relatives who do not travel; as little as the request needs.</summary>
internal sealed class RelativesSection(RelativesTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        yield return Wording.TableOr(wording.None(content, DossierPart.Relatives, texts.None), texts.Caption, [new(texts.Relationship, 2), new(texts.Country, 2), new(texts.Remark, 5)],
            content.StayingRelatives.Select(IReadOnlyList<IReadOnlyList<Span>> (relative) => [Span.Of(relative.Relationship), Span.Of(relative.Country), wording.Cited(relative.Remark)]));
    }
}

public sealed record RelativesTexts
{
    public required string Title { get; init; }

    public required string None { get; init; }

    public required string Caption { get; init; }

    public required string Relationship { get; init; }

    public required string Country { get; init; }

    public required string Remark { get; init; }
}
