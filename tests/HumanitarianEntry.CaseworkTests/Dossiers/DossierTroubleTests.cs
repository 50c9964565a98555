using HumanitarianEntry.Casework.DossierMaking;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Dossiers.Rendering;
using HumanitarianEntry.Notices;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Dossiers;

/// <summary>A dossier that cannot be made: the officer who waits for it is told why, once for each reason; nothing that every dossier needs may be missing at the start.</summary>
public sealed class DossierTroubleTests : IDisposable
{
    private const string Kind = "render-dossier";
    private const string Post = "Embassy of France in Astana, consular section";
    private readonly string templates = CopyOfTemplates();

    public void Dispose() => Directory.Delete(templates, recursive: true);

    [Fact]
    public async Task Render_WorkerMissing_OfficerIsToldOnceAndItIsTriedAgain()
    {
        await using var store = await CaseworkStore.OpenAsync(more: s => s.AddSingleton<IDossierRenderer>(_ => new TypstRenderer(new TypstRendererOptions { WorkerFolder = "/nowhere" })));
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));

        Assert.Equal([(false, "renderer-missing")], await demo.WorkAsync(Kind));
        await MakeDueAsync(store);
        Assert.Equal([(false, "renderer-missing")], await demo.WorkAsync(Kind));

        await using var db = store.Cases.CreateDbContext();
        var row = await db.Outbox.AsNoTracking().SingleAsync(o => o.Kind == Kind, CancellationToken.None);
        Assert.Equal(2, row.Attempts);
        Assert.True(row.DueAt < TimeProvider.System.GetUtcNow().AddHours(1));
        Assert.Equal(new DossierTrouble(1, "renderer-missing", true), Assert.Single((await demo.FileAsync()).Dossier.OpenTroubles).Value);
        Assert.Single(await NoticesAsync(store), n => n.Outcome == ReportDossierTrouble.Topic);
    }

    [Fact]
    public async Task Render_TextsGoneSinceTheStart_IsGivenUpAndOfficerIsTold()
    {
        await using var store = await CaseworkStore.OpenAsync(templates: templates);
        var demo = await WalkedCase.ToDossierAsync(store);
        File.Move(Path.Combine(templates, "dossier", "en.json"), Path.Combine(templates, "dossier", "gone"));
        await demo.DoAsync(DossierOfficer, new MakeDossier("en", Post));

        Assert.Equal([(false, "language-without-texts")], await demo.WorkAsync(Kind));
        Assert.Equal(new DossierTrouble(1, "language-without-texts", false), Assert.Single((await demo.FileAsync()).Dossier.OpenTroubles).Value);
        Assert.Single(await NoticesAsync(store), n => n.Outcome == ReportDossierTrouble.Topic);
    }

    [Fact]
    public async Task Render_TemplateGoneSinceTheStart_IsGivenUpAndOfficerIsTold()
    {
        await using var store = await CaseworkStore.OpenAsync(templates: templates);
        var demo = await WalkedCase.ToDossierAsync(store);
        File.Move(Path.Combine(templates, "dossier", "dossier.typ"), Path.Combine(templates, "dossier", "gone"));
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));

        var outcome = Assert.Single(await demo.WorkAsync(Kind));
        Assert.SkipWhen(outcome.Code == "renderer-missing", "The dossier worker is not installed.");
        Assert.Equal((false, "dossier-template-refused"), outcome);
        Assert.Equal("dossier-template-refused", Assert.Single((await demo.FileAsync()).Dossier.OpenTroubles).Value.Code);
    }

    [Theory]
    [InlineData(DossierRenderFailure.WorkerDied, "renderer-died", true)]
    [InlineData(DossierRenderFailure.TimedOut, "renderer-timed-out", true)]
    [InlineData(DossierRenderFailure.NotSet, "dossier-not-set", false)]
    [InlineData(DossierRenderFailure.DocumentRefused, "dossier-document-refused", false)]
    public async Task Render_TypesetterFails_OfficerIsTold(DossierRenderFailure failure, string code, bool again)
    {
        await using var store = await CaseworkStore.OpenAsync(more: s => s.AddSingleton<IDossierRenderer>(new BrokenTypesetter(failure)));
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));
        Assert.Equal([(false, code)], await demo.WorkAsync(Kind));
        Assert.Equal(new DossierTrouble(1, code, again), Assert.Single((await demo.FileAsync()).Dossier.OpenTroubles).Value);
    }

    [Fact]
    public async Task Render_LanguageThatTheTextsCannotName_IsGivenUpAndOfficerIsTold()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(Screener, new RecordStatement("zz", "DEMO: words in a language without a name.") { Signed = true });
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));
        Assert.Equal([(false, "dossier-texts-incomplete")], await demo.WorkAsync(Kind));
        Assert.Equal("dossier-texts-incomplete", Assert.Single((await demo.FileAsync()).Dossier.OpenTroubles).Value.Code);
    }

    [Fact]
    public async Task Trouble_LaterVersionIsMade_IsNoLongerShown()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var demo = await WalkedCase.ToDossierAsync(store);
        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));
        await demo.DoAsync(Screener, new RecordStay("KZ", "Prolongation", PartialDate.Parse("2026-01")));
        await demo.WorkAsync(Kind);
        Assert.Equal("facts-changed", Assert.Single((await demo.FileAsync()).Dossier.OpenTroubles).Value.Code);

        await demo.DoAsync(DossierOfficer, new MakeDossier("fr", Post));
        Assert.SkipWhen((await demo.WorkAsync(Kind))[^1].Code == "renderer-missing", "The dossier worker is not installed.");
        var dossier = (await demo.FileAsync()).Dossier;
        Assert.Equal(2, Assert.Single(dossier.Versions).Version);
        Assert.Empty(dossier.OpenTroubles);
        Assert.Single(dossier.Troubles);
    }

    [Theory]
    [InlineData("en.json", "offers dossiers in 'en'")]
    [InlineData("fr.json", "offers dossiers in 'fr'")]
    [InlineData("dossier.typ", "cannot be used")]
    [InlineData("theme.typ", "needs it")]
    public void Demand_FileMissing_IsRefusedByName(string file, string why)
    {
        File.Move(Path.Combine(templates, "dossier", file), Path.Combine(templates, "dossier", "gone"));
        var refusal = Assert.Throws<TemplateException>(() => DossierTemplates.Demand(templates, ProgrammeLibrary.Load(Path.Combine(CaseworkStore.Root, "workflows")).All));
        Assert.Contains(Path.Combine(templates, "dossier", file), refusal.Message, StringComparison.Ordinal);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Demand_TextsIncomplete_IsRefusedByName()
    {
        var path = Path.Combine(templates, "dossier", "en.json");
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"who\": \"Person concerned\",", string.Empty, StringComparison.Ordinal));
        var refusal = Assert.Throws<TemplateException>(() => DossierTemplates.Demand(templates, ProgrammeLibrary.Load(Path.Combine(CaseworkStore.Root, "workflows")).All));
        Assert.StartsWith(path, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'who'", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<InboxNotice>> NoticesAsync(TestStore store) => await store.Services.GetRequiredService<Inbox>().ReadAsync(DossierOfficer, CancellationToken.None);

    private static async Task MakeDueAsync(TestStore store)
    {
        await using var db = store.Cases.CreateDbContext();
        await db.Outbox.Where(o => o.Kind == Kind).ExecuteUpdateAsync(set => set.SetProperty(o => o.DueAt, TimeProvider.System.GetUtcNow().AddMinutes(-1)));
    }

    private static string CopyOfTemplates()
    {
        var copy = Directory.CreateTempSubdirectory("he-templates-").FullName;
        var original = Path.Combine(CaseworkStore.Root, "templates");
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Fails the way the real one does in its own tests, where a process is killed or too slow.</summary>
    private sealed class BrokenTypesetter(DossierRenderFailure failure) : IDossierRenderer
    {
        public Task<RenderedDossier> RenderAsync(HumanitarianEntry.Dossiers.Documents.DossierDocument document, RenderOptions options, CancellationToken cancellationToken) =>
            throw new DossierRenderException(failure, "broken for the test");
    }
}
