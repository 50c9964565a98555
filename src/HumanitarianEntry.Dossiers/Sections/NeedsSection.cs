using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.Dossiers.Sections;

/// <summary>Section 12: needs, on a confidential sheet that can be taken out.</summary>
internal sealed class NeedsSection(NeedsTexts texts, AnnexTexts annexTexts) : IDossierSection
{
    public string Title => texts.Title;

    public bool IsSheetApart => true;

    public IEnumerable<Block> Blocks(DossierContent content, Wording wording)
    {
        yield return Wording.Paragraph(texts.Confidential, ParagraphStyle.Note);
        foreach (var (heading, needs, absent) in new[]
        {
            (texts.Medical, content.Needs.Medical, wording.None(content, DossierPart.Medical, texts.NoMedical)),
            (texts.Psychological, content.Needs.Psychological, wording.None(content, DossierPart.Psychological, texts.NoPsychological)),
            (texts.Family, content.Needs.Family, wording.None(content, DossierPart.FamilyNeeds, texts.NoFamily)),
        })
        {
            yield return Wording.Subheading(heading);
            foreach (var block in wording.AllOr(needs, absent))
                yield return block;
        }
        var papers = content.Annexes.Where(annex => annex.IsOnSheet).ToList();
        if (papers.Count == 0)
            yield break;
        var register = new AnnexRegister(annexTexts);
        yield return Wording.Subheading(texts.Papers);
        yield return Wording.Paragraph(texts.PapersNote);
        yield return register.List(papers, wording);
        foreach (var page in register.Pages(papers))
            yield return page;
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

    /// <summary>Medical papers that go with this sheet.</summary>
    public required string Papers { get; init; }

    public required string PapersNote { get; init; }
}
