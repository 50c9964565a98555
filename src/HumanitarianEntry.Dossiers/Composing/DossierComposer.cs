using System.Globalization;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Sections;

namespace HumanitarianEntry.Dossiers.Composing;

/// <summary>Makes the dossier document out of its content, in the language of its texts: cover, contents, sections 1 to 16 in the order of handbook section 6.</summary>
public sealed class DossierComposer
{
    private readonly DossierTexts texts;
    private readonly Wording wording;
    private readonly IReadOnlyList<IDossierSection> sections;

    public DossierComposer(DossierTexts texts)
    {
        this.texts = texts;
        wording = new Wording(texts);
        sections =
        [
            new RequestSection(texts.Request),
            new CaseSection(texts.Case),
            new PersonSection(texts.Person),
            new RelativesSection(texts.Relatives),
            new TravelDocumentSection(texts.TravelDocument),
            new HostSection(texts.Host),
            new ServiceSection(texts.Service),
            new RefusalSection(texts.Refusal),
            new EngagementSection(texts.Engagement),
            new VettingSection(texts.Vetting),
            new RiskSection(texts.Risk),
            new NeedsSection(texts.Needs, texts.Annexes),
            new ReceptionSection(texts.Reception),
            new EarlierSection(texts.Earlier),
            new DeclarationSection(texts.Declaration),
            new AnnexSection(texts.Annexes, texts.Claims),
        ];
    }

    public DossierDocument Compose(DossierContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var manifest = DossierManifest.Create(content);
        return new DossierDocument
        {
            Metadata = MetadataOf(texts, content.Header),
            Cover = new CoverPage(texts.Cover).Compose(content.Header, manifest, wording),
            Blocks =
            [
                new ContentsBlock(texts.Document.Contents),
                .. new VersionTable(texts.Cover).Blocks(content.Versions, wording),
                .. sections.SelectMany((section, index) => Numbered(section, index + 1, content)),
            ],
            Attachments = [manifest.ToAttachment(texts.Document.Manifest), .. AnnexSection.Attachments(content.Annexes)],
        };
    }

    private IEnumerable<Block> Numbered(IDossierSection section, int number, DossierContent content)
    {
        if (section.OnPageOfItsOwn)
            yield return new PageBreakBlock();
        yield return new HeadingBlock(1, section.Title) { Number = number.ToString(CultureInfo.InvariantCulture) };
        foreach (var block in section.Blocks(content, wording))
            yield return block;
        if (section.IsSheetApart)
            yield return new PageBreakBlock();
    }

    internal static DocumentMetadata MetadataOf(DossierTexts texts, DossierHeader header)
    {
        var mark = Wording.Fill(texts.Document.Watermark, header.Recipient, header.CopyMark);
        return new()
        {
            Title = Wording.Fill(texts.Document.Title, header.Reference),
            Language = texts.Language,
            Reference = header.Reference,
            Version = header.Version,
            Classification = header.Classification,
            FooterPattern = texts.Document.Footer,
            Watermark = header.Demonstration ? $"{texts.Document.DemonstrationMark} — {mark}" : mark,
        };
    }
}
