using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Dossiers.Proof;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

/// <summary>The one page for an emergency, as it is really made. Everybody is invented.</summary>
public sealed class UrgentPageTests
{
    private const string Post = "Embassy of France in Astana, consular section";

    [Theory]
    [InlineData("fr", "Demande urgente", "NON vérifié ou manquant", "Щуренков", "Le dossier complet n’est pas encore établi", "Ambassade de France")]
    [InlineData("en", "Urgent application", "NOT checked or missing", "SHCHURENKOV", "The full file is not made yet", "Embassy of France")]
    public async Task Make_UrgentCase_IsOneSignedPageThatSaysWhatIsMissing(string language, params string[] said)
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(Coordinator, new SetPriority(Priority.Emergency, "Audience d’éloignement DEMO, tél. +7 000 000 00 17."));
        await demo.DoAsync(DossierOfficer, new MakeUrgentDossier(language, Post));
        var outcome = Assert.Single(await demo.WorkAsync("render-dossier"));
        Assert.SkipWhen(outcome.Code is "renderer-missing" or "leak-scan-not-run", "The dossier worker is not installed.");
        Assert.Equal((true, null), outcome);

        var version = Assert.Single((await demo.FileAsync()).Dossier.Versions);
        Assert.Equal((DossierKind.Urgent, 1), (version.Kind, version.Pages));
        Assert.Empty(version.Scan!.Hits);
        var pdf = await SaveAsync(store, demo, version);
        await PdfTools.RunAsync("qpdf", pdf, "--check", "{file}");
        Assert.Contains("Signature is Valid", await PdfTools.RunAsync("pdfsig", pdf, "-nocert", "{file}"), StringComparison.Ordinal);
        var text = PdfTools.Squeeze(await PdfTools.RunAsync("pdftotext", pdf, "-layout", "{file}", "-"));
        Assert.Equal([], said.Where(s => !text.Contains(PdfTools.Squeeze(s), StringComparison.Ordinal)));
        Assert.DoesNotContain("000 00 17", text, StringComparison.Ordinal);

        var proof = DossierVerifier.Verify(await File.ReadAllBytesAsync(pdf), null, new Expected("1", "embassy-astana"));
        Assert.Equal(("urgent", true), (proof.Manifest?.Kind, proof.IsUnaltered));
        Assert.Equal(["no-key-book"], proof.Findings.Select(f => f.Code));
        string[] names = [Post, "embassy-astana", "Embassy of France in Astana, consular section", "Ambassade de France à Astana, section consulaire"];
        Assert.All(names, name => Assert.DoesNotContain(DossierVerifier.Verify(File.ReadAllBytes(pdf), null, new Expected("1", name)).Findings, f => f.Code == "other-recipient"));
        Assert.Contains(DossierVerifier.Verify(await File.ReadAllBytesAsync(pdf), null, new Expected("1", "ministry")).Findings, f => f.Code == "other-recipient");
    }

    [Fact]
    public async Task Make_LongReasons_LeavesReasonsOutAndSaysHowManyAndNothingElse()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(Coordinator, new SetPriority(Priority.Emergency, "DEMO."));
        var file = await demo.FileAsync();
        var written = file.Dossier.Recommendations[^1];
        var many = written.Value with { Summary = "DEMO résumé.", Findings = [.. written.Value.Findings.Select((f, i) => f with { Finding = string.Join(' ', Enumerable.Repeat($"Constat fictif numéro {i} qui est long et dit beaucoup.", 9)) })] };
        file = file with { Dossier = file.Dossier with { Recommendations = file.Dossier.Recommendations.Add(written with { Value = many }) } };
        var maker = store.Services.GetRequiredService<DossierMaker>();
        var request = new DossierRequest(1, "fr", Post, "x") { Kind = DossierKind.Urgent };
        var asOf = written.Provenance.At.AddHours(1);

        HumanitarianEntry.Dossiers.Rendering.RenderedDossier set;
        try
        {
            set = await maker.MakeAsync(file, request, asOf, isDraft: true, CancellationToken.None);
        }
        catch (HumanitarianEntry.Dossiers.Rendering.DossierRenderException)
        {
            Assert.Skip("The dossier worker is not installed.");
            return;
        }

        Assert.Equal(1, set.Pages);
        var pdf = Path.Combine(store.Folder, "long.pdf");
        await File.WriteAllBytesAsync(pdf, set.Bytes);
        var text = PdfTools.Squeeze(await PdfTools.RunAsync("pdftotext", pdf, "{file}", "-"));
        Assert.Contains("Autres motifs consignés, non imprimés ici", text, StringComparison.Ordinal);
        Assert.Contains("NON vérifié ou manquant", text, StringComparison.Ordinal);

        // What may not be shortened and does not fit is an error, never a second page.
        var endless = file with { Contact = file.Contact with { PriorityReasons = file.Contact.PriorityReasons.Add(new(new PriorityReason(Priority.Emergency, string.Join(' ', Enumerable.Repeat("Danger fictif décrit longuement.", 300))), written.Provenance)) } };
        var refusal = await Assert.ThrowsAsync<DossierIncompleteException>(() => maker.MakeAsync(endless, request, asOf, isDraft: true, CancellationToken.None));
        Assert.Equal("urgent-page-too-long", refusal.Code);
    }

    [Fact]
    public async Task Make_SecondVersion_SaysWhatChangedAndNamesItsAnnexes()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));
        Assert.SkipWhen((await demo.WorkAsync("render-dossier"))[^1].Code is "renderer-missing" or "leak-scan-not-run", "The dossier worker is not installed.");
        await demo.DoAsync(Screener, new RecordStay("KZ", "Prolongation DEMO", Domain.People.PartialDate.Parse("2026-01")));
        await demo.DoAsync(DossierOfficer, new MakeDossier("en", Post));
        Assert.Equal((true, null), (await demo.WorkAsync("render-dossier"))[^1]);

        var version = (await demo.FileAsync()).Dossier.Versions[^1];
        var annex = Assert.Single(version.Annexes!);
        Assert.Equal(("E2", 1, AnnexPlace.Attached), (annex.Item, annex.Number, annex.Place));
        var text = PdfTools.Squeeze(await PdfTools.RunAsync("pdftotext", await SaveAsync(store, demo, version), "{file}", "-"));
        Assert.Matches("Changed since version 1: Situation in the country of stay(; [^.;]+)?\\. In another language than version 1\\.", text);
    }

    private static async Task<string> SaveAsync(TestStore store, DemoCase demo, DossierVersion version)
    {
        var opened = (await store.Services.GetRequiredService<CaseFiles>().OpenAsync(demo.Id, version.FileId, CancellationToken.None))!.Value;
        await using var content = opened.Content;
        var path = Path.Combine(store.Folder, $"version-{version.Version}.pdf");
        await using var target = File.Create(path);
        await content.CopyToAsync(target);
        return path;
    }
}
