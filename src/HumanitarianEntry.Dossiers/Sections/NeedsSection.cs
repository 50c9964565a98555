using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 12: needs, on a confidential sheet that can be taken out.</summary>
internal sealed class NeedsSection(NeedsTexts texts) : IDossierSection
{
    public string Title => texts.Title;

    public bool IsSheetApart => true;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        yield return Wording.Paragraph(texts.Confidential, ParagraphStyle.Note);
        foreach (var (heading, needs, absent) in new[]
        {
            (texts.Medical, content.Needs.Medical, texts.NoMedical),
            (texts.Psychological, content.Needs.Psychological, texts.NoPsychological),
            (texts.Family, content.Needs.Family, texts.NoFamily),
        })
        {
            yield return Wording.Subheading(heading);
            foreach (var block in wording.AllOr(needs, absent))
                yield return block;
        }
    }
}

public sealed record NeedsTexts
{
    public required string Title { get; init; }

    public required string Confidential { get; init; }

    public required string Medical { get; init; }

    public required string NoMedical { get; init; }

    public required string Psychological { get; init; }

    public required string NoPsychological { get; init; }

    public required string Family { get; init; }

    public required string NoFamily { get; init; }
}
