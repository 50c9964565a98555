using System.Collections;
using System.Reflection;
using System.Xml.Linq;
using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Casework.DossierMaking.LeakSearch;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Preview;
using HumanitarianEntry.Dossiers.Reading;
using HumanitarianEntry.Dossiers.Rendering;
using HumanitarianEntry.TestKit.Databases;
using HumanitarianEntry.Workflows.Definitions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

/// <summary>Whatever a profile says, what it does not allow is nowhere: not in the content, not in the finished file. Everybody is invented.</summary>
public sealed class DisclosureProfileTests
{
    private const string Post = "Embassy of France in Astana, consular section";
    private static readonly DisclosedPart[] All = Enum.GetValues<DisclosedPart>();

    [Fact]
    public async Task Compose_AnyProfile_WithheldValuesAreNowhereInTheContent()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (whole, maker) = await MaterialAsync(store);
        Assert.All(ValuesOf(whole, DisclosureProfile.Standard with { Parts = [] }), v => Assert.NotEmpty(v.Value));

        for (var seed = 1; seed <= 60; seed++)
        {
            var dice = new Random(seed);
            var profile = new DisclosureProfile("thrown", [.. All.Where(_ => dice.Next(2) == 0)], [.. DisclosureProfile.Standard.Annexes.Where(_ => dice.Next(2) == 0)], dice.Next(2) == 0);
            var content = maker(profile);

            Assert.Equal([], Found(whole, profile, Said(content)).Select(f => $"seed {seed}: {f}"));
            Assert.Equal(All.Where(p => !profile.Allows(p)).Select(p => p.ToString()).Order(), content.Withheld.Select(p => p.ToString()).Order());
            Assert.DoesNotContain(Said(content), said => said.Contains("Вымышленная", StringComparison.Ordinal) || said.Contains("DEMO Witness", StringComparison.Ordinal) || said.Contains("DEMO cousin", StringComparison.Ordinal) || said.Contains("43.238", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Compose_OnePartOff_ItsContentIsGoneAndTheDossierSaysSo()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (whole, maker) = await MaterialAsync(store);
        var full = Squeezed(maker(Without()));

        // The search bites: with everything allowed the values stand there.
        var bites = All.Where(p => ValuesOf(whole, Without(p)).Any() && Found(whole, Without(p), Said(maker(Without()))).Any()).ToHashSet();
        DisclosedPart[] known =
        [
            DisclosedPart.PriorityReason, DisclosedPart.LinkedCases, DisclosedPart.NameSpellings, DisclosedPart.BirthPlace, DisclosedPart.DocumentNumbers, DisclosedPart.IdentityReasons, DisclosedPart.TravelDocumentReasons, DisclosedPart.Stays,
            DisclosedPart.UnitNames, DisclosedPart.ServicePlaces, DisclosedPart.ServicePosts, DisclosedPart.Voluntariness, DisclosedPart.Statement, DisclosedPart.EvidenceDescriptions, DisclosedPart.EvidenceChecks, DisclosedPart.ContraryActs, DisclosedPart.Findings,
            DisclosedPart.Doubts, DisclosedPart.Namesakes, DisclosedPart.ExclusionAssessment, DisclosedPart.Medical, DisclosedPart.ReceptionPlan,
        ];
        Assert.Equal([], known.Where(p => !bites.Contains(p)));

        foreach (var part in All.Where(p => p != DisclosedPart.RelativeCountries))
        {
            var content = maker(Without(part));
            Assert.NotEqual(full, Squeezed(content));
            Assert.Equal([], Found(whole, Without(part), Said(content)).Select(f => $"{part}: {f}"));
            if (part is not (DisclosedPart.CaseWay or DisclosedPart.ServiceAccount))
            {
                Assert.True(Squeezed(content).Contains("on communiqué à ce destinataire", StringComparison.Ordinal), $"{part}: nothing says that it is kept back");
            }
        }
    }

    [Fact]
    public async Task Render_OnePartOff_ItsValuesAreNowhereInTheFinishedFile()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (whole, maker) = await MaterialAsync(store);
        var (renderer, scanner) = (store.Services.GetRequiredService<IDossierRenderer>(), store.Services.GetRequiredService<LeakScanner>());
        var texts = Texts("fr");
        foreach (var part in All)
        {
            var profile = Without(part);
            RenderedDossier rendered;
            LeakScan scan;
            try
            {
                rendered = await renderer.RenderAsync(new DossierComposer(texts).Compose(maker(profile)), new RenderOptions { CreatedAt = whole.AsOf }, CancellationToken.None);
                scan = await scanner.ScanAsync(whole.File, profile, rendered.Bytes, CancellationToken.None);
            }
            catch (Exception missing) when (missing is DossierRenderException { Failure: DossierRenderFailure.WorkerMissing } or PdfReaderException)
            {
                Assert.Skip("The dossier worker is not installed.");
                return;
            }

            Assert.Equal([], scan.Hits.Select(h => $"{part}: {h}"));
            var pdf = Path.Combine(store.Folder, "off.pdf");
            await File.WriteAllBytesAsync(pdf, rendered.Bytes);
            string[] said = [await PdfTools.RunAsync("pdftotext", pdf, "{file}", "-"), await PdfTools.RunAsync("pdfinfo", pdf, "{file}"), await PdfTools.RunAsync("pdfdetach", pdf, "-list", "{file}")];
            Assert.Equal([], Found(whole, profile, said).Select(f => $"{part}: {f}"));
        }
    }

    [Fact]
    public async Task Compose_StandardProfile_HasNothingWithheldAndPseudonymsForPeople()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (_, maker) = await MaterialAsync(store);

        var content = maker(DisclosureProfile.Standard with { Name = "embassy" });

        Assert.Equal([DossierPart.RelativeCountries], content.Withheld);
        Assert.Equal(["Proche 1 (frère ou sœur)", "Proche 2 (parent)"], content.StayingRelatives.Select(r => r.Relationship));
        Assert.All(content.StayingRelatives, r => Assert.Equal("non communiqué", r.Country));
        Assert.Contains(content.Engagement.Items, i => i.Description.Text.StartsWith("Témoin A.", StringComparison.Ordinal));
        Assert.Equal(["QQ7-4MZ"], content.Case.LinkedCases);
        Assert.NotNull(content.Persons[0].Photograph);
        Assert.Equal(["Kazakhstan"], content.Host.Stays.Select(s => s.Country));
        Assert.Contains("Non communiqué à ce destinataire", Squeezed(maker(Without(DisclosedPart.Dissents))), StringComparison.Ordinal);
        Assert.Equal(("embassy", DisclosureProfile.Standard.Hash), (content.Disclosure!.Profile, content.Disclosure.Sha256));
    }

    [Fact]
    public async Task Compose_MedicalPaper_StandsOnTheSheetWithConsentAndNowhereWithout()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (_, maker) = await MaterialAsync(store);
        var content = maker(Without());
        var paper = Assert.Single(content.Annexes, a => a.IsOnSheet);
        Assert.Equal((content.Annexes.Count, true), (paper.Number, paper.FileName.StartsWith("confidentiel-", StringComparison.Ordinal)));
        Assert.DoesNotContain(maker(Without(DisclosedPart.Medical)).Annexes, a => a.IsOnSheet);

        await using var other = await CaseworkStore.OpenAsync();
        var (_, without) = await MaterialAsync(other, knowsNeeds: false);
        Assert.DoesNotContain(without(Without()).Annexes, a => a.IsOnSheet);
    }

    [Fact]
    public async Task Render_PicturesMerged_StandAsPagesAndAreNotAttached()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (whole, maker) = await MaterialAsync(store);
        var content = maker(Without() with { MergesPictures = true });
        var picture = Assert.Single(content.Annexes, a => a.Page is not null);
        var document = new DossierComposer(Texts("fr")).Compose(content);

        Assert.DoesNotContain(document.Attachments, a => a.FileName == picture.FileName);
        Assert.Contains($"Annexe {picture.Number}", HtmlPreview.Render(document), StringComparison.Ordinal);
        RenderedDossier rendered;
        try
        {
            rendered = await store.Services.GetRequiredService<IDossierRenderer>().RenderAsync(document, new RenderOptions { CreatedAt = whole.AsOf }, CancellationToken.None);
        }
        catch (DossierRenderException missing) when (missing.Failure == DossierRenderFailure.WorkerMissing)
        {
            Assert.Skip("The dossier worker is not installed.");
            return;
        }

        var pdf = Path.Combine(store.Folder, "merged.pdf");
        await File.WriteAllBytesAsync(pdf, rendered.Bytes);
        await PdfTools.RunAsync("qpdf", pdf, "--check", "{file}");
        Assert.DoesNotContain(picture.FileName, await PdfTools.RunAsync("pdfdetach", pdf, "-list", "{file}"), StringComparison.Ordinal);
        Assert.Contains($"Annexe {picture.Number}", PdfTools.Squeeze(await PdfTools.RunAsync("pdftotext", pdf, "{file}", "-")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photograph_KeptBack_IsNoAnnexEither()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (whole, maker) = await MaterialAsync(store);
        var label = whole.File.Dossier.Photograph!.Item!;

        Assert.Contains(maker(Without()).Annexes, a => a.Title.StartsWith(label + " ", StringComparison.Ordinal));
        var content = maker(Without(DisclosedPart.Photograph));
        Assert.Null(content.Persons[0].Photograph);
        Assert.DoesNotContain(content.Annexes, a => a.Title.StartsWith(label + " ", StringComparison.Ordinal));
        Assert.True(content.AnnexesWithheld);
    }

    [Theory]
    [InlineData("\"birth-place\"", "\"coordinates\"", "'coordinates' never leaves the house")]
    [InlineData("\"birth-place\"", "\"helper-names\"", "'helper-names' never leaves the house")]
    [InlineData("\"birth-place\"", "\"relative-names\"", "'relative-names' never leaves the house")]
    [InlineData("\"birth-place\"", "\"birthplace\"", "there is no part 'birthplace'")]
    [InlineData("\"public-post\"", "\"witness-statement\"", "'witness-statement' may give somebody else away")]
    [InlineData("\"public-post\"", "\"pictures\"", "there is no type of evidence 'pictures'")]
    [InlineData("\"medical\",", "", "'medical-record' among the annexes needs 'medical'")]
    [InlineData("\"redactionProfile\": \"ministry\"", "\"redactionProfile\": \"minister\"", "names the profile 'minister'")]
    [InlineData("\"pictures\": \"Attached\"", "\"pictures\": \"Everywhere\"", "'Everywhere' is not allowed")]
    [InlineData("\"discloses\": [", "\"disclose\": [", "disclose")]
    public void Read_ProfileThatNamesWhatItMayNot_StopsTheStartWithFileAndLine(string right, string wrong, string because)
    {
        var folder = Path.Combine(CaseworkStore.Root, "workflows");
        var json = File.ReadAllText(Path.Combine(folder, "fr-ple-kz.programme.json"));
        var flows = ProgrammeLibrary.Load(folder).Current.Definitions.Values;
        Assert.Contains(right, json, StringComparison.Ordinal);

        var refusal = Assert.Throws<DefinitionException>(() => Programme.Read(json.Replace(right, wrong, StringComparison.Ordinal), "fr-ple-kz.programme.json", flows));

        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.NotNull(refusal.Line);
    }

    [Fact]
    public void ShippedProgrammes_EveryRecipientOfADossier_HasAProfile()
    {
        var all = ProgrammeLibrary.Load(Path.Combine(CaseworkStore.Root, "workflows")).All.ToList();
        Assert.All(all.SelectMany(p => p.Rules.Recipients.Select(r => p.Rules.ProfileOf(r))), profile => Assert.NotSame(DisclosureProfile.Nothing, profile));
        Assert.True(all.Single(p => p.Settings.Id == "fr-ple-kz").Rules.ProfileOf(Post).IsStandard);
    }

    [Fact]
    public void Parts_OfDomainAndDossier_HaveTheSameNames() => Assert.Equal(Enum.GetNames<DisclosedPart>(), Enum.GetNames<DossierPart>());

    private static DisclosureProfile Without(params DisclosedPart[] parts) => new("less", [.. DisclosureProfile.Standard.Parts.Except(parts)], DisclosureProfile.Standard.Annexes);

    private static DossierTexts Texts(string language) => DossierTexts.Load(Path.Combine(CaseworkStore.Root, "templates", "dossier"), language);

    private static async Task<(DossierMaterial Whole, Func<DisclosureProfile, DossierContent> Make)> MaterialAsync(TestStore store, bool knowsNeeds = true)
    {
        var demo = await RicherCase.ToDossierAsync(store, knowsNeeds);
        var file = await demo.FileAsync();
        var programme = store.Services.GetRequiredService<ProgrammeLibrary>().For(file.ProgrammeId);
        var asOf = file.Evidence.Items[^1].Provenance.At.AddHours(1);
        var bytes = new Dictionary<Guid, byte[]>();
        foreach (var copy in new AnnexPlan(file, new DossierAudience(Post, "FR", DisclosureProfile.Standard), FactWords.Day(asOf)).Attached.DistinctBy(c => c.FileId))
        {
            var opened = (await store.Services.GetRequiredService<CaseFiles>().OpenAsync(file.Id, copy.FileId, CancellationToken.None))!.Value;
            await using var content = opened.Content;
            using var memory = new MemoryStream();
            await content.CopyToAsync(memory);
            bytes[copy.FileId] = memory.ToArray();
        }

        var request = new DossierRequest(1, "fr", Post, string.Empty);
        var whole = new DossierMaterial(file, request, asOf, programme, Texts("fr"), bytes.ToDictionary(b => b.Key, b => FileContent.Of(b.Value))) { Pages = bytes, Photograph = RicherCase.Picture };
        return (whole, profile => DossierComposition.Compose(whole with { Programme = programme with { Rules = programme.Rules with { Profiles = programme.Rules.Profiles.SetItem(Post, profile) } } }));
    }

    private static IEnumerable<Withheld> ValuesOf(DossierMaterial whole, DisclosureProfile profile) => UndisclosedValues.Of(whole.File, profile);

    private static IEnumerable<string> Found(DossierMaterial whole, DisclosureProfile profile, IEnumerable<string> said)
    {
        var search = new LeakSearcher(ValuesOf(whole, profile), WithheldValues.DisclosedNames(whole.File, profile), WithheldValues.DisclosedTexts(whole.File, profile));
        return said.SelectMany(s => search.Search(new PlacedText(null, TextPlace.Page, 1, s))).Where(h => h.Kind is WithheldKind.UndisclosedNumber or WithheldKind.UndisclosedPlace or WithheldKind.UndisclosedText).Select(h => $"{h.Kind}: {h.Excerpt}");
    }

    private static string Squeezed(DossierContent content) => HtmlPreview.Render(new DossierComposer(Texts("fr")).Compose(content));

    /// <summary>Every text anywhere in the content.</summary>
    private static List<string> Said(object? part)
    {
        var said = new List<string>();
        Walk(part, said);
        return said;
    }

    private static void Walk(object? part, List<string> said)
    {
        switch (part)
        {
            case null or byte[]:
                break;
            case string text:
                said.Add(text);
                break;
            case XElement drawing:
                said.Add(drawing.ToString());
                break;
            case IEnumerable many:
                foreach (var one in many)
                {
                    Walk(one, said);
                }

                break;
            default:
                if (part.GetType() is { IsEnum: false, IsPrimitive: false } type && type.Namespace == typeof(DossierContent).Namespace)
                {
                    foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0))
                    {
                        Walk(property.GetValue(part), said);
                    }
                }

                break;
        }
    }
}
