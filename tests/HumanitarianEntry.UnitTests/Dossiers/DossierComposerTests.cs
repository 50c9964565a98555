using System.Text;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Preview;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

public sealed class DossierComposerTests
{
    public static readonly string[] Titles =
    [
        "Objet de la demande", "Données de la demande", "Fiche individuelle", "Proches ne voyageant pas", "Absence de document de voyage", "Situation dans le pays de séjour",
        "Parcours militaire", "Refus de combattre et conséquences", "Engagement actif contre la guerre", "Vérifications de sécurité", "Risques", "Besoins particuliers",
        "Accueil dans le pays de destination", "Demandes antérieures", "Déclaration, consentement et signatures", "Liste des annexes",
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Compose_FullOrEmptyContent_HasAllSectionsInOrder(bool full)
    {
        var document = Compose(full);

        var headings = document.Blocks.OfType<HeadingBlock>().Where(heading => heading.Level == 1).ToList();

        Assert.Equal(Titles, headings.Select(heading => heading.Text));
        Assert.Equal(Enumerable.Range(1, 16).Select(number => $"{number}"), headings.Select(heading => heading.Number));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Compose_EveryHeading_IsFollowedByContent(bool full)
    {
        var blocks = Compose(full).Blocks;

        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is HeadingBlock heading)
                Assert.True(i + 1 < blocks.Count && (blocks[i + 1] is not HeadingBlock || heading.Level < ((HeadingBlock)blocks[i + 1]).Level) && blocks[i + 1] is not PageBreakBlock, heading.Text);
        }
    }

    [Fact]
    public void Compose_EmptyLists_SayThatNothingIsKnown()
    {
        var absent = Compose(full: false).Blocks.OfType<ParagraphBlock>().Where(paragraph => paragraph.Style == ParagraphStyle.Absent)
            .Select(paragraph => Assert.IsType<TextSpan>(Assert.Single(paragraph.Spans)).Text).ToList();

        Assert.True(absent.Count >= 35, $"{absent.Count}");
        Assert.Contains("Aucune demande antérieure n’est connue, auprès d’aucun État.", absent);
        Assert.Contains("Aucune annexe n’est jointe.", absent);
    }

    [Fact]
    public async Task Compose_CoverMetadataAndFileNames_NameNobody()
    {
        var document = RendererFixture.SampleDocument();
        var person = SampleDossier.Create().Persons[0];

        var outside = string.Join('\n', document.Metadata, document.Cover, string.Join('\n', document.Cover!.Rows.SelectMany(row => row.Value)),
            string.Join('\n', document.Attachments.Select(attachment => attachment.FileName + attachment.Description)),
            Encoding.UTF8.GetString(await BytesOfAsync(document.Attachments[0])));

        foreach (var name in new[] { person.SurnameCyrillic, person.SurnameIcao, person.GivenNamesCyrillic })
            Assert.DoesNotContain(name, outside, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Compose_RussianQuotation_StandsInRussianWithTranslationAndAnnex()
    {
        var quotation = RendererFixture.SampleDocument().Blocks.OfType<QuotationBlock>().First();

        Assert.Equal("ru", quotation.Language);
        Assert.Equal(SampleDossier.RussianQuotation, quotation.Original);
        Assert.StartsWith("J’ai prêté serment", quotation.Translation, StringComparison.Ordinal);
        Assert.Contains(new AnnexSpan(5, "annexe 5"), quotation.Attribution);
    }

    [Fact]
    public async Task Compose_Manifest_HoldsTheHashOfEveryAnnexAndItsOwnHashIsOnTheCover()
    {
        var content = SampleDossier.Create();
        var document = RendererFixture.SampleDocument();
        var manifest = document.Attachments.Single(attachment => attachment.FileName == DossierManifest.FileName);

        var bytes = await BytesOfAsync(manifest);
        var json = Encoding.UTF8.GetString(bytes);

        Assert.All(content.Annexes, annex => Assert.Contains(annex.Sha256, json, StringComparison.Ordinal));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        Assert.Contains(hash, document.Cover!.QrContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Compose_Dates_AreWrittenInFrench()
    {
        var html = HtmlPreview.Render(RendererFixture.SampleDocument());

        Assert.Contains("14\u00A0mars 1998", html, StringComparison.Ordinal);
        Assert.Contains("septembre 2023", html, StringComparison.Ordinal);
    }

    private static DossierDocument Compose(bool full) => new DossierComposer(RendererFixture.French).Compose(full ? SampleDossier.Create() : EmptyDossier.Create());

    private static async Task<byte[]> BytesOfAsync(Attachment attachment)
    {
        await using var content = await attachment.Content.OpenAsync(TestContext.Current.CancellationToken);
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }
}
