using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

/// <summary>Original and translation beside each other in the finished file, by function and certificate.</summary>
public sealed class TranslatedDossierTests
{
    private const string Post = "Embassy of France in Astana, consular section";
    private static readonly Actor Translator = new(new Guid(31, 0, 0, new byte[8]), Role.Translator, "north");

    [Fact]
    public async Task Render_AcceptedTranslations_StandBesideTheirOriginals()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(Custodian, new RecordEvidenceLanguage("E2", "ru"));
        var paper = await TranslateAsync(demo, Custodian, new(TranslationSourceKind.Item, "E2", "page 1"), "ДЕМО: рапорт об увольнении, звоните +7 000 000 00 17.", "DÉMO : rapport de démission, appelez le +7 000 000 00 17.", new TranslatorNotes { Explained = "ВУС : spécialité militaire" });
        var words = await TranslateAsync(demo, Screener, new(TranslationSourceKind.Statement, "1", ""), WalkedCase.Quotation, "DÉMO : j’ai refusé la guerre et remis mon rapport (certifié).", null);
        var open = await OrderAsync(demo, Custodian, new(TranslationSourceKind.Item, "E3", ""), "ДЕМО: длинный текст канала. " + string.Concat(Enumerable.Repeat("Ещё одно предложение о войне. ", 200)));

        var text = await MakeAsync(store, demo);
        string[] said =
        [
            "ДЕМО: рапорт об увольнении", "DÉMO : rapport de démission", "Notes du traducteur", "ВУС", $"traducteur assermenté, certificat {paper}", "Traduction du russe",
            WalkedCase.Quotation, "j’ai refusé la guerre et remis mon rapport (certifié)", $"certificat {words}", "Traductions en regard des originaux", "(russe)",
        ];
        Assert.Equal([], said.Where(s => !text.Contains(PdfTools.Squeeze(s), StringComparison.Ordinal)));
        string[] unsaid = ["+7 000", "j’ai refusé de combattre", "длинный текст", open];
        Assert.Equal([], unsaid.Where(s => text.Contains(PdfTools.Squeeze(s), StringComparison.Ordinal)));

        // What was ordered and is not there holds the release; another version is needed when it is.
        await Refused(demo, "translation-open");
        await DeliverAsync(demo, open, "DÉMO : long texte du canal. " + string.Concat(Enumerable.Repeat("Encore une phrase sur la guerre. ", 200)), null);
        await Refused(demo, "translation-not-read");
        await demo.DoAsync(DossierOfficer, new ReadTranslation(open, 1, Accepts: true));
        await Refused(demo, "dossier-is-outdated");

        var second = await MakeAsync(store, demo);
        Assert.DoesNotContain(PdfTools.Squeeze("длинный текст"), second, StringComparison.Ordinal);
        Assert.Contains(PdfTools.Squeeze("Traduction : E3"), second, StringComparison.Ordinal);
        var attached = await PdfTools.RunAsync("pdfdetach", Path.Combine(store.Folder, "dossier.pdf"), "-list", "{file}");
        Assert.Contains("annexe-02.txt", attached, StringComparison.Ordinal);

        // The version names it, with the hash of the very file that is attached, so that custody of the item says that it went.
        var named = (await demo.FileAsync()).Dossier.Versions[^1].Annexes!;
        var translation = Assert.Single(named, a => a.Translation is not null);
        Assert.Equal(("E3", 2, AnnexPlace.Attached, open), (translation.Item, translation.Number, translation.Place, translation.Translation));
        await PdfTools.RunAsync("pdfdetach", Path.Combine(store.Folder, "dossier.pdf"), "-saveall", "-o", store.Folder, "{file}");
        Assert.Equal(translation.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(store.Folder, "annexe-02.txt"), CancellationToken.None))));
        Assert.Equal(named.Count, named.Select(a => a.Number).Distinct().Count());
        Assert.Empty((await demo.FileAsync()).Dossier.Versions[^1].Scan!.Hits);
        if (await demo.TryAsync(DossierOfficer, new ProposeDecision(Gate.Dossier, "released", "DEMO: checked.")) is HumanitarianEntry.Casework.Acts.ActResult.Refused refused)
        {
            Assert.Fail(string.Join(' ', refused.Blockers.Select(b => b.Message)));
        }
    }

    private static async Task Refused(DemoCase demo, string code)
    {
        var refused = Assert.IsType<HumanitarianEntry.Casework.Acts.ActResult.Refused>(await demo.TryAsync(DossierOfficer, new ProposeDecision(Gate.Dossier, "released", "DEMO: checked.")));
        Assert.Contains(code, refused.Blockers.Select(b => b.Code));
    }

    private static async Task<string> TranslateAsync(DemoCase demo, Actor by, TranslationSource source, string original, string translation, TranslatorNotes? notes)
    {
        var number = await OrderAsync(demo, by, source, original);
        await DeliverAsync(demo, number, translation, notes);
        await demo.DoAsync(by, new ReadTranslation(number, 1, Accepts: true));
        return number;
    }

    private static async Task<string> OrderAsync(DemoCase demo, Actor by, TranslationSource source, string original)
    {
        var interpreters = InterviewInterpreters.Of((await demo.FileAsync()).Interview);
        await demo.DoAsync(by, new OrderTranslation(source, "ru", "fr", Translator.Id, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(7)) { Text = original, NoneOf = interpreters });
        return TranslationRules.Of(await demo.FileAsync())[^1].Number;
    }

    private static async Task DeliverAsync(DemoCase demo, string number, string translation, TranslatorNotes? notes)
    {
        await demo.DoAsync(Translator, new TakeTranslation(number));
        await demo.DoAsync(Translator, new DeliverTranslation(number, translation, TranslatorQualification.Sworn, Certifies: true) { Notes = notes });
    }

    private static async Task<string> MakeAsync(TestStore store, DemoCase demo)
    {
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));
        var outcome = (await demo.WorkAsync("render-dossier"))[^1];
        Assert.SkipWhen(outcome.Code == "renderer-missing", "The dossier worker is not installed.");
        Assert.Equal((true, null), outcome);
        var version = (await demo.FileAsync()).Dossier.Versions[^1];
        var path = Path.Combine(store.Folder, "dossier.pdf");
        var opened = (await store.Services.GetRequiredService<CaseFiles>().OpenAsync(demo.Id, version.FileId, CancellationToken.None))!.Value;
        await using (var content = opened.Content)
        await using (var file = File.Create(path))
        {
            await content.CopyToAsync(file);
        }

        return PdfTools.Squeeze(await PdfTools.RunAsync("pdftotext", path, "{file}", "-"));
    }
}
