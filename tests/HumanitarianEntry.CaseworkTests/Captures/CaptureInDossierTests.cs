using System.Text;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.CaseworkTests.Dossiers;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Findings;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Captures;

/// <summary>What an official gets of a captured page: its text, its address and day; never the original, nor what could identify who looked.</summary>
public sealed class CaptureInDossierTests
{
    private const string Url = "https://demo.invalid/post/1";

    [Fact]
    public async Task Dossier_WithACapture_CarriesItsTextAndNamesAddressDayAndHash()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        var before = DossierGate.InputsHash(await demo.FileAsync());
        var archive = new WarcWriter().Info().Request(Url, "Cookie: session=DEMO-SECRET\r\n").Response(Url + "?id=7&access_token=DEMO-SECRET", WarcWriter.Page("Canal", "<p>Contre la guerre</p>")).Wacz([(Url + "?id=7&access_token=DEMO-SECRET", "Canal")]);
        using var content = new MemoryStream(archive);
        var file = await store.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, content, "canal.wacz", CancellationToken.None);
        await demo.DoAsync(Custodian, new AddEvidence(EvidenceType.Channel, "Page du canal DEMO", "public page") { IsPublic = true, File = file, SourceUrl = Url + "?id=7", HowCaptured = CaptureMethod.SavedPage, ArchivedUrl = "https://archive.invalid/kept" });
        var item = (await demo.FileAsync()).Evidence.Items[^1].Value.Label;
        await demo.DoAsync(Custodian, new GradeEvidence(item, Reliability.B, 3, "Archive lue."));
        await demo.WorkAsync("examine-file");
        Assert.NotEqual(before, DossierGate.InputsHash(await demo.FileAsync()));

        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", "Embassy of France in Astana, consular section"));
        var outcome = Assert.Single(await demo.WorkAsync("render-dossier"));
        Assert.SkipWhen(outcome.Code == "renderer-missing", "The dossier worker is not installed.");
        Assert.Equal((true, null), outcome);
        var version = Assert.Single((await demo.FileAsync()).Dossier.Versions);
        var pdf = Path.Combine(store.Folder, "dossier.pdf");
        var opened = await store.Services.GetRequiredService<CaseFiles>().OpenAsync(demo.Id, version.FileId, CancellationToken.None);
        await using (var saved = File.Create(pdf))
        await using (var read = opened!.Value.Content)
        {
            await read.CopyToAsync(saved);
        }

        // Long addresses may be broken at places without width.
        var text = Unspaced(await PdfTools.RunAsync("pdftotext", pdf, "{file}", "-"));
        foreach (var said in (string[])["Page capturée", "https://demo.invalid/post/1?id=7", "3 mars 2024, selon le fichier de la capture", "https://archive.invalid/kept", "annexe-02.txt"])
        {
            Assert.Contains(Unspaced(said), text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("DEMO-SECRET", text, StringComparison.Ordinal);
        var attached = pdf + ".txt";
        await PdfTools.RunAsync("pdfdetach", pdf, "-savefile", "annexe-02.txt", "-o", attached, "{file}");
        var annex = await File.ReadAllTextAsync(attached, Encoding.UTF8);
        Assert.Contains("Contre la guerre", annex, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMO-SECRET", annex, StringComparison.Ordinal);
        Assert.DoesNotContain("wacz", await PdfTools.RunAsync("pdfdetach", pdf, "-list", "{file}"), StringComparison.OrdinalIgnoreCase);
    }
    private static string Unspaced(string text) => PdfTools.Squeeze(text).Replace(" ", string.Empty, StringComparison.Ordinal).Replace("\u200B", string.Empty, StringComparison.Ordinal);
}
