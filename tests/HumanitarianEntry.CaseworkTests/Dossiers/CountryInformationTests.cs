using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

/// <summary>The sources of section 11, from the library to the page that an official reads.</summary>
public sealed class CountryInformationTests
{
    private const string Kind = "render-dossier";
    private const string Post = "Embassy of France in Astana, consular section";
    private const string Address = "https://demo.invalid/reports/on-those-who-were-returned-and-what-became-of-them-afterwards";

    [Fact]
    public async Task Dossier_ConfirmedAndUnconfirmedReports_QuotesWhatIsConfirmedInItsLanguage()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        await TakeAsync(store,
            Report("InCountry", "Waiting (DEMO)", "2025-03", "", new() { ["en"] = "They wait in fear (DEMO)." }),
            Report("OnReturn", "Older (DEMO)", "2023", "", new() { ["ru"] = "Их судили (DEMO).", ["kk"] = "Сотталды (DEMO)." }),
            Report("OnReturn", "Rumour (DEMO)", "2026", "https://demo.invalid/rumour", new() { ["fr"] = "On dit que (DEMO)." }, confirmed: false),
            Report("OnReturn", "Returned (DEMO)", "2024-10-16", Address, new() { ["en"] = "They were tried (DEMO).", ["fr"] = "Ils ont été jugés (DEMO)." }));

        var (version, text) = await MadeAsync(store, demo);

        string[] inOrder = ["Returned (DEMO)", "Older (DEMO)", "Waiting (DEMO)"];
        var flat = Regex.Replace(text, @"\s+", " ");
        var places = inOrder.Select(title => flat.IndexOf(title, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        string[] said = ["16 octobre 2024", "mars 2025", "Publisher (DEMO)", "Ils ont été jugés (DEMO).", "They wait in fear (DEMO). (en anglais)", "Сотталды (DEMO). (en kazakh)"];
        Assert.Equal([], said.Where(s => !flat.Contains(s, StringComparison.Ordinal)));
        Assert.Contains(Address, Regex.Replace(text, @"\s+", ""), StringComparison.Ordinal);
        string[] unsaid = ["Rumour", "On dit que", "demo.invalid/rumour", "They were tried", "Их судили", "Only staff read this"];
        Assert.Equal([], unsaid.Where(s => flat.Contains(s, StringComparison.Ordinal)));
        Assert.Empty(version.Scan!.Hits);

        // What an official reads carries its day and its publisher: a library that has grown since holds no version back.
        await TakeAsync(store, Report("InCountry", "Newer (DEMO)", "2026", "", new() { ["en"] = "It is worse (DEMO)." }));
        await demo.DecideByTwoAsync(Gate.Dossier, "released", DossierOfficer, Coordinator);
        Assert.Equal(version.Sha256, (await demo.FileAsync()).Dossier.Released?.Sha256);
    }

    [Fact]
    public async Task Dossier_ShippedProfile_QuotesNothing()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (_, text) = await MadeAsync(store, await WalkedCase.ToDossierAsync(store));

        Assert.Contains("Aucune source n’est citée.", Regex.Replace(text, @"\s+", " "), StringComparison.Ordinal);
    }

    private static async Task<(DossierVersion Version, string Text)> MadeAsync(TestStore store, DemoCase demo)
    {
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));
        var outcome = Assert.Single(await demo.WorkAsync(Kind));
        Assert.SkipWhen(outcome.Code == "renderer-missing", "The dossier worker is not installed.");
        Assert.Equal((true, null), outcome);
        var version = Assert.Single((await demo.FileAsync()).Dossier.Versions);
        var opened = (await store.Services.GetRequiredService<CaseFiles>().OpenAsync(demo.Id, version.FileId, CancellationToken.None))!.Value;
        var path = Path.Combine(store.Folder, "dossier.pdf");
        await using (var content = opened.Content)
        await using (var saved = File.Create(path))
        {
            await content.CopyToAsync(saved);
        }

        return (version, await PdfTools.RunAsync("pdftotext", path, "-raw", "{file}", "-"));
    }

    /// <summary>The library as these reports, by two people as every change.</summary>
    private static async Task TakeAsync(TestStore store, params JsonObject[] reports)
    {
        var changes = store.Services.GetRequiredService<ProgrammeChanges>();
        var profile = JsonNode.Parse(store.Services.GetRequiredService<ProgrammeLibrary>().Current.HostProfiles["KZ"].Json)!;
        profile["reports"] = new JsonArray([.. reports]);
        var proposed = Assert.IsType<ChangeResult.Done>(await changes.ProposeAsync(Coordinator, new HostProfileSet("KZ", profile.ToJsonString()), "DEMO", CancellationToken.None));
        Assert.IsType<ChangeResult.Done>(await changes.ConfirmAsync(SecondCoordinator, proposed.Id, CancellationToken.None));
    }

    private static JsonObject Report(string about, string title, string date, string address, JsonObject says, bool confirmed = true) => new()
    {
        ["about"] = about, ["title"] = title, ["publisher"] = "Publisher (DEMO)", ["date"] = date, ["address"] = address, ["says"] = says, ["source"] = "Only staff read this", ["confirmed"] = confirmed,
    };
}
