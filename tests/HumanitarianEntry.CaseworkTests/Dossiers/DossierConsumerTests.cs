using System.Security.Cryptography;
using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Verbs;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

public sealed class DossierConsumerTests
{
    private const string Kind = "render-dossier";
    private const string Post = "Embassy of France in Astana, consular section";

    [Fact]
    public async Task Render_WalkedCase_SaysEverySectionAndPassesTheCheckers()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);

        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));
        var outcome = Assert.Single(await demo.WorkAsync(Kind));
        Assert.SkipWhen(outcome.Code == "renderer-missing", "The dossier worker is not installed.");
        Assert.Equal((true, null), outcome);

        var version = Assert.Single((await demo.FileAsync()).Dossier.Versions);
        var pdf = await SaveAsync(store, demo, version);
        Assert.Equal((1, "fr", DossierGate.InputsHash(await demo.FileAsync())), (version.Version, version.Language, version.InputsHash));
        await PdfTools.RunAsync("qpdf", pdf, "--check", "{file}");
        var text = PdfTools.Squeeze(await PdfTools.RunAsync("pdftotext", pdf, "{file}", "-"));
        string[] said =
        [
            "Objet de la demande", "Favorable.", "Données de la demande", "Fiche individuelle", "Щуренков", "SHCHURENKOV", "Schurenkov Artyom", "Proches ne voyageant pas", "Absence de document de voyage", "Y est recherché.",
            "Situation dans le pays de séjour", "Certificat de demandeur", "Parcours militaire", "00117", "Service non volontaire", "Refus de combattre", "Abandon d’unité", "rapport.", "Engagement actif", "Rapport de démission DEMO",
            "Vérifications de sécurité", "Homonymes proches", "Autre lieu de naissance.", "unité présente, rôle à distance", "Élément déclencheur levé", "Second examen", "Risques", "Besoins particuliers", "Accueil dans le pays",
            "Demandes antérieures", "Réponse DEMO K1", "Déclaration, consentement", "Liste des annexes", "annexe-01.pdf",
            "Les affirmations et ce qui les étaye", "Repose sur", "A refusé de participer à la guerre", "Article 337", "Propre déclaration à l’entretien (questions", "Non étayé : la vérification ne serait possible", WalkedCase.Unsupported, "Découle de la section 7",
        ];
        Assert.Equal([], said.Where(s => !text.Contains(PdfTools.Squeeze(s), StringComparison.Ordinal)));
        string[] unsaid = ["Nobody", "DEMO Witness", "+7 000", "43.238", "demo-channel", "white rook", "north", "south", "Réponse DEMO J1", "Réponse DEMO I3", "Réponse DEMO B5", "raport.pdf"];
        Assert.Equal([], unsaid.Where(s => text.Contains(s, StringComparison.OrdinalIgnoreCase)));
        await demo.DecideByTwoAsync(Gate.Dossier, "released", DossierOfficer, Coordinator);
        Assert.Equal(version.Sha256, (await demo.FileAsync()).Dossier.Released?.Sha256);
        Assert.Contains("annexe-01.pdf", await PdfTools.RunAsync("pdfdetach", pdf, "-list", "{file}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_InEnglish_SaysEverySectionInEnglish()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(DossierOfficer, new MakeDossier("en", Post));
        var outcome = Assert.Single(await demo.WorkAsync(Kind));
        Assert.SkipWhen(outcome.Code == "renderer-missing", "The dossier worker is not installed.");
        Assert.Equal((true, null), outcome);

        var pdf = await SaveAsync(store, demo, Assert.Single((await demo.FileAsync()).Dossier.Versions));
        var text = PdfTools.Squeeze(await PdfTools.RunAsync("pdftotext", pdf, "{file}", "-"));
        string[] said =
        [
            "Subject of the application", "In favour.", "Details of the application", "Personal record", "Щуренков", "SHCHURENKOV", "Relatives who do not travel", "Absence of a travel document",
            "Situation in the country of stay", "Military service", "Service not voluntary", "Refusal to fight", "Leaving the unit", "Active engagement", "Report of resignation",
            "Security checks", "Close namesakes", "unit present, remote role", "Trigger cleared", "Second review", "Risks", "Special needs", "Reception in the country",
            "Earlier applications", "Declaration, consent", "List of annexes", "Translation not attached",
        ];
        Assert.Equal([], said.Where(s => !text.Contains(PdfTools.Squeeze(s), StringComparison.Ordinal)));

        // What people wrote stays in their language; what the program says does not.
        string[] french = ["Objet de", "Fiche", "Référence", "Destinataire", "Vérifications", "Exemplaire", "empreinte", "janvier", "annexe "];
        Assert.Equal([], french.Where(s => text.Contains(s, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Render_FactsChangedSinceTheRequest_MakesNothingAndSaysWhy()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));
        await demo.DoAsync(Screener, new RecordStay("KZ", "Prolongation", PartialDate.Parse("2026-01")));

        Assert.Equal([(false, "facts-changed")], await demo.WorkAsync(Kind));
        Assert.Empty((await demo.FileAsync()).Dossier.Versions);
    }

    [Fact]
    public async Task RenderVerb_CaseAsItIsNow_WritesADraftThatSaysSo()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        var reference = (await demo.FileAsync()).Reference;
        var path = Path.Combine(store.Folder, "draft.pdf");
        using var output = new StringWriter();
        using var error = new StringWriter();

        var code = await RenderVerb.RunAsync(store.Services, [reference, "--out", path], output, error);

        Assert.SkipWhen(error.ToString().Contains("npm ci", StringComparison.Ordinal) || error.ToString().Contains("Node", StringComparison.Ordinal), "The dossier worker is not installed.");
        Assert.Equal((0, string.Empty), (code, error.ToString()));
        Assert.Contains("DRAFT", await PdfTools.RunAsync("pdftotext", path, "{file}", "-"), StringComparison.Ordinal);
        Assert.Empty((await demo.FileAsync()).Dossier.Versions);
        await using var db = store.Cases.CreateDbContext();
        Assert.Equal(10, await db.ReadLog.CountAsync(r => r.Purpose == "draft-dossier", CancellationToken.None));
        Assert.False(await db.ReadLog.AnyAsync(r => r.Compartment == "medical" || r.Compartment == "psychological", CancellationToken.None));
        Assert.Equal(1, await RenderVerb.RunAsync(store.Services, [reference, "--out", path], output, error));
        Assert.Equal(2, await RenderVerb.RunAsync(store.Services, [reference], output, error));
    }

    [Theory]
    [InlineData("Écrire à demo@example.org ou @demo_account", "Écrire à [x] ou [x]")]
    [InlineData("au point 43.23805, 76.94550 près du lac", "au point [x] près du lac")]
    [InlineData("43°14′17″N", "[x]")]
    [InlineData("tél. +7 (000) 000-00-17.", "tél. [x].")]
    [InlineData("voir https://example.org/a?b=c ici", "voir [x] ici")]
    [InlineData("unité 00117 du 2022-03-05 au 12.03.2022, art. 337", "unité 00117 du 2022-03-05 au 12.03.2022, art. 337")]
    public void Redaction_FreeText_LosesWhatGivesPlacesAndPeopleAway(string text, string expected) => Assert.Equal(expected, Redaction.Clean(text, "[x]"));

    [Theory]
    [InlineData("широта 43.23895, долгота 76.88971", "[x], [x]")]
    [InlineData("lat 43.23895 lon 76.88971", "[x] [x]")]
    [InlineData("{\"latitude\":43.23895,\"longitude\":76.88971}", "{\"[x],\"[x]}")]
    [InlineData("<wpt lat=\"43.23895\" lon=\"76.88971\"/>", "<wpt [x]\" [x]\"/>")]
    [InlineData("Breite: 43,23895; Länge: 76,88971", "[x]; [x]")]
    [InlineData("point N43.23895 E076.88971", "point N[x]")]
    [InlineData("76.88971E 43.23895N", "[x]")]
    [InlineData("43.23895° с.ш., 76.88971° в.д.", "[x]")]
    [InlineData("43,238 северной широты", "[x]")]
    [InlineData("43°14.337′ N 76°53.383′ E", "[x] [x]")]
    [InlineData("N43° 14.337 E076° 53.383", "N[x] E[x]")]
    [InlineData("43 deg 14' 20.22\" N", "[x]")]
    [InlineData("exif 43,14.337N et 76,53,23E", "exif [x] et [x]")]
    [InlineData("431417N 0765323E", "[x]")]
    [InlineData("code 8JH57V2F+M9, près", "code [x], près")]
    [InlineData("7V2F+M9 Almaty", "[x] Almaty")]
    [InlineData("geo:43.2,76.8?z=12", "[x]?z=12")]
    [InlineData("maps/@43.23895,76.88971,17z", "maps/[x],17z")]
    [InlineData("!3d43.23895!4d76.88971", "!3d[x]")]
    [InlineData("ll=43.23895%2C76.88971", "ll=[x]")]
    public void Redaction_CoordinatesInTheUsualForms_AreTakenOut(string text, string expected)
    {
        Assert.Equal(expected, Redaction.Clean(text, "[x]"));
        Assert.NotEmpty(Redaction.CoordinatesIn(text));
    }

    [Theory]
    [InlineData("12.5 km, 3.25 h, 05.03.2022, 07.03.2022")]
    [InlineData("15,000 20,000; 100,000 / 250,000; 12.500, 3.250")]
    [InlineData("12,500 EUR and 3,250 EUR; 1.250,50 EUR")]
    [InlineData("09.2021, 03.2022")]
    [InlineData("version 1.2.345, 6.7.890; from 10.0.100 to 10.0.301")]
    [InlineData("SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    [InlineData("a long 2.500 m way, 20 °C at N. 5")]
    [InlineData("Länge 12,500 m; art. 337 ч. 5; K2, C2+B3")]
    [InlineData("qJ8JH57V2F+M9aX7Q2=")]
    public void Redaction_OrdinaryNumbers_Stay(string text)
    {
        Assert.Equal(text, Redaction.Clean(text, "[x]"));
        Assert.Empty(Redaction.CoordinatesIn(text));
    }

    [Theory]
    [InlineData("12.345 ")]
    [InlineData("43° ")]
    [InlineData("lat ")]
    [InlineData("8JH57V2F")]
    [InlineData("1,2,")]
    [InlineData("     ")]
    [InlineData("12.3456")]
    public void Redaction_LongTextOfAlmostCoordinates_IsReadInTime(string part) => Assert.NotNull(Redaction.Clean($"x{string.Concat(Enumerable.Repeat(part, 5000))}x", "[x]"));

    private static async Task<string> SaveAsync(TestStore store, DemoCase demo, DossierVersion version)
    {
        var opened = (await store.Services.GetRequiredService<CaseFiles>().OpenAsync(demo.Id, version.FileId, CancellationToken.None))!.Value;
        await using var content = opened.Content;
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory);
        Assert.Equal(version.Sha256, Convert.ToHexStringLower(SHA256.HashData(memory.ToArray())));
        var path = Path.Combine(store.Folder, "dossier.pdf");
        await File.WriteAllBytesAsync(path, memory.ToArray());
        return path;
    }
}
