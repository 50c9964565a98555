using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Screening;

/// <summary>New list versions reach the open cases by what they change: the touched are searched, the others' results are carried on, and both end where a full screening ends.</summary>
public sealed class DeltaScreeningTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Families = ["Щуренков", "Мокрогузов", "Кукшеев", "Дятловский"];

    [Theory, EveryDatabase]
    public async Task ListVersion_TouchesOneOfTwo_SearchesHimTellsTheVetterAndCarriesTheOther(DatabaseProvider provider)
    {
        await using var store = await CaseworkStore.OpenAsync(provider);
        await store.LoadBothAsync();
        var touched = await NamedAsync(store, "Щуренков");
        var other = await NamedAsync(store, "Кукшеев");
        await ScreenAllAsync(store);
        var (runs, noticesBefore) = (await RunsAsync(touched, other), await NewsAsync(store, touched.Id));

        await store.ImportAsync(DemoLists.Sanctions("2"), DemoLists.SanctionsLatin + "\ns9,SHCHURENKOV Artyom Yurievich,1998,RU");
        await DrainAsync(store);

        Assert.Equal([runs[0] + 1, runs[1]], await RunsAsync(touched, other));
        Assert.Contains((await touched.FileAsync()).Vetting.LatestRun!.Value.Hits, h => h.EntryId == "s9");
        Assert.Equal(noticesBefore + 1, await NewsAsync(store, touched.Id));
        Assert.Equal(0, await NewsAsync(store, other.Id));
        var carried = await other.FileAsync();
        Assert.Equal("2", carried.Vetting.LatestRun!.Value.Lists.Single(l => l.Id == "demo-sanctions").Version);
        Assert.Single(carried.Vetting.Carried);
        Assert.Equal((2, 2), await RoundAsync(store));
    }

    [Fact]
    public async Task Deltas_OverManyVersions_EndWhereAFullScreeningEnds()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.LoadBothAsync();
        var people = new List<DemoCase>();
        foreach (var family in Families)
        {
            people.Add(await NamedAsync(store, family));
        }

        await ScreenAllAsync(store);
        string[] versions =
        [
            DemoLists.SanctionsLatin + "\ns4,MOKROGUZOV Artem,1998,RU",
            DemoLists.SanctionsLatin + "\ns4,MOKROGUZOV Artem,1961,RU\ns5,KUKSHEYEV Artyom Yuryevich,1998-03-14,RU",
            DemoLists.SanctionsLatin.Replace("SHCHURENKOV Artem,1998", "SHCHURENKOV Artem,1999", StringComparison.Ordinal) + "\ns6,DEMOVICH Third,1970,RU",
            DemoLists.SanctionsLatin.Replace("s1,SHCHURENKOV Artem,1998,RU", "s7,DYATLOVSKI Artem,1998,RU", StringComparison.Ordinal) + "\ns6,DEMOVICH Third,1970,RU",
        ];
        var full = store.Services.GetRequiredService<ScreeningDesk>();
        var number = 1;
        foreach (var content in versions)
        {
            Assert.Equal(ListImportOutcome.InForce, (await store.ImportAsync(DemoLists.Sanctions($"{++number}"), content)).Outcome);
            await DrainAsync(store);
            foreach (var person in people)
            {
                var file = await person.FileAsync();
                var (delta, whole) = (file.Vetting.LatestRun!.Value, await full.ScreenAsync(file, None));
                Assert.Equal(whole.Lists, delta.Lists);
                Assert.Equal(whole.Hits.Select(Said), delta.Hits.Select(Said));
                Assert.Equal((whole.EngineVersion, whole.ApplicantHash, whole.Failure), (delta.EngineVersion, delta.ApplicantHash, delta.Failure));
            }
        }

        Assert.Contains(await Task.WhenAll(people.Select(p => p.FileAsync())), f => f.Vetting.Carried.Count > 0);
    }

    [Fact]
    public async Task Dismissal_UntouchedEntry_StaysAndChangedEntryOrPersonOpensItAgain()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.LoadBothAsync();
        var demo = await NamedAsync(store, "Щуренков");
        await ScreenAllAsync(store);
        await demo.DoAsync(Vetter, new AdjudicateHit("H1", HitOutcome.NotSame, "Another patronymic.") { Codes = [HitReason.OtherBirthDate] });
        await demo.DoAsync(Vetter, new AdjudicateHit("H2", HitOutcome.NotSame, "Another place of birth.") { Codes = [HitReason.OtherBirthDate] });

        await ImportAsync("2", DemoLists.SanctionsLatin + "\ns4,DEMOVICH Fourth,1970,RU");
        Assert.Equal(HitStanding.NotSame, await StandingAsync("s1"));

        await ImportAsync("3", DemoLists.SanctionsLatin.Replace("SHCHURENKOV Artem,1998", "SHCHURENKOV Artem,1997", StringComparison.Ordinal) + "\ns4,DEMOVICH Fourth,1970,RU");
        Assert.Equal((HitStanding.Pending, HitStanding.NotSame), (await StandingAsync("s1"), await StandingAsync("w1")));

        await demo.DoAsync(Screener, new RecordDocument(DocumentKind.ForeignPassport, SeenAs.Original, "applicant") { Number = "DEMO-00-17" });
        await DrainAsync(store);
        Assert.Equal(HitStanding.Pending, await StandingAsync("w1"));
        Assert.DoesNotContain("screening-outdated", ScreeningCheck.Check(await demo.FileAsync(), Context(), 14).Select(b => b.Code));

        async Task ImportAsync(string version, string content)
        {
            await store.ImportAsync(DemoLists.Sanctions(version), content);
            await DrainAsync(store);
        }

        async Task<HitStanding> StandingAsync(string entry)
        {
            var vetting = (await demo.FileAsync()).Vetting;
            return vetting.StandingOf(vetting.LatestRun!.Value.Hits.Single(h => h.EntryId == entry));
        }
    }

    [Fact]
    public async Task Delisted_HitOfTheCase_IsNewsAndGoesFromTheResult()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.LoadBothAsync();
        var demo = await NamedAsync(store, "Щуренков");
        await ScreenAllAsync(store);
        var before = await NewsAsync(store, demo.Id);

        await store.ImportAsync(DemoLists.Sanctions("2"), DemoLists.SanctionsLatin.Replace("s1,SHCHURENKOV Artem", "s8,DEMOVICH Eighth", StringComparison.Ordinal));
        await DrainAsync(store);

        Assert.DoesNotContain((await demo.FileAsync()).Vetting.LatestRun!.Value.Hits, h => h.EntryId == "s1");
        Assert.Equal(before + 1, await NewsAsync(store, demo.Id));
    }

    [Fact]
    public async Task Round_KilledInTheMiddle_IsGoneOnWithAndDoesNothingTwice()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.LoadBothAsync();
        var people = new List<DemoCase>();
        foreach (var family in new[] { "Кукшеев", "Дятловский", "Мокрогузов" })
        {
            people.Add(await NamedAsync(store, family));
        }

        await ScreenAllAsync(store);
        await store.ImportAsync(DemoLists.Wanted("2"), DemoLists.WantedCyrillic + "\nw3,Заяцев,Осип,,1950,м,158");

        // The first one was carried on and then the node was killed: its row is still to be done.
        var applicants = store.Services.GetRequiredService<ListLibrary>();
        var headers = (await applicants.CurrentAsync(None))!.Headers;
        var first = await people[0].FileAsync();
        var run = first.Vetting.LatestRun!.Value;
        Assert.IsType<ActResult.Done>(await people[0].TryAsync(SystemActor.Instance, new CarryScreening(run.EngineVersion, run.ApplicantHash, run.Lists, [.. headers.Select(h => h.Screened)])));

        await DrainAsync(store);
        await store.Services.GetRequiredService<ScreeningSweep>().RunAsync(None);

        foreach (var person in people)
        {
            Assert.Single((await person.FileAsync()).Vetting.Carried);
        }

        Assert.Equal((3, 3), await RoundAsync(store));
    }

    [Fact]
    public async Task Carry_OfAResultThatIsAnotherOneNow_IsRefused()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.LoadBothAsync();
        var demo = await NamedAsync(store, "Кукшеев");
        await ScreenAllAsync(store);
        var run = (await demo.FileAsync()).Vetting.LatestRun!.Value;
        var newer = run.Lists.ConvertAll(l => l with { Version = "2" });
        foreach (var wrong in new[]
        {
            new CarryScreening("0", run.ApplicantHash, run.Lists, newer), new CarryScreening(run.EngineVersion, "00", run.Lists, newer), new CarryScreening(run.EngineVersion, run.ApplicantHash, newer, newer),
            new CarryScreening(run.EngineVersion, run.ApplicantHash, run.Lists, [newer[0]]), new CarryScreening(run.EngineVersion, run.ApplicantHash, run.Lists, [newer[0], newer[1] with { Kind = ListKind.Crowd }]),
        })
        {
            Assert.Equal("screening-not-carried", Assert.IsType<ActResult.Refused>(await demo.TryAsync(SystemActor.Instance, wrong)).Blockers[0].Code);
        }

        Assert.IsType<ActResult.NotFound>(await demo.TryAsync(Vetter, new CarryScreening(run.EngineVersion, run.ApplicantHash, run.Lists, newer)));
        await demo.DoAsync(Screener, new RecordName(NameKind.Alias, Script.Latin) { Family = "Demovich", Given = "Kazimir" });
        Assert.IsType<ActResult.Refused>(await demo.TryAsync(SystemActor.Instance, new CarryScreening(run.EngineVersion, run.ApplicantHash, run.Lists, newer)));
    }

    [Fact]
    public async Task Gate_ListVersionNobodySearchedYet_IsBlockedWithTheListAndSinceWhen()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.LoadBothAsync();
        var demo = await NamedAsync(store, "Кукшеев");
        await ScreenAllAsync(store);
        await store.ImportAsync(DemoLists.Sanctions("2"), DemoLists.SanctionsLatin + "\ns4,DEMOVICH Fourth,1970,RU");
        await using var db = store.Cases.CreateDbContext();
        var since = await db.ScreeningLists.Where(l => l.Active && l.Version == "2").Select(l => l.LoadedAt).SingleAsync(None);

        var blocker = Assert.Single(ScreeningCheck.Check(await demo.FileAsync(), Context() with { Screening = await ListRows.StandardAsync(db, None) }, 14));

        Assert.Equal("screening-list-missing", blocker.Code);
        Assert.Equal($"DEMO union, version 2, is in force since {since.UtcDateTime:yyyy-MM-dd HH:mm} UTC, and this person has not been searched in it yet.", blocker.Message);
        await DrainAsync(store);
        Assert.Empty(ScreeningCheck.Check(await demo.FileAsync(), Context() with { Screening = await ListRows.StandardAsync(db, None) }, 14));
    }

    [Fact]
    public async Task Engine_NewVersion_WritesTheDifferenceFirstAndSearchesAgain()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.LoadBothAsync();
        var demo = await NamedAsync(store, "Щуренков");
        var hit = new ScreeningHit("H7", "demo-sanctions", "s2", "old", "DEMOVICH Kazimir", 71, [], [], null, HitClass.AdverseCandidate);
        var lists = (await store.Services.GetRequiredService<ListLibrary>().CurrentAsync(None))!.Headers.Select(h => h.Screened);
        await demo.DoAsync(SystemActor.Instance, new RecordScreeningRun(new ScreeningRun("0.9", ScreeningCheck.ApplicantHash(await demo.FileAsync()), [.. lists], [hit], null)));

        await store.Services.GetRequiredService<ScreeningSweep>().RunAsync(None);
        Assert.Single((await demo.FileAsync()).Vetting.Runs);
        await using var db = store.Cases.CreateDbContext();
        var noted = EngineChange.Read(await db.Settings.SingleAsync(s => s.Key == EngineChange.SettingKey, None));
        Assert.Equal((1, 2, 1, 0), (noted.Cases, noted.Gained, noted.Lost, noted.Rescored));

        await DrainAsync(store);
        await store.Services.GetRequiredService<ScreeningSweep>().RunAsync(None);
        Assert.Equal(2, (await demo.FileAsync()).Vetting.Runs.Count);
        Assert.Single(await db.Settings.Where(s => s.Key == EngineChange.SettingKey).ToListAsync(None));
    }

    private static string Said(ScreeningHit hit) => string.Join('|', hit.ListId, hit.EntryId, hit.EntryHash, hit.MatchedName, hit.Score, string.Join(';', hit.Explanation), hit.Class, hit.Entry, hit.Label);

    private static async Task<DemoCase> NamedAsync(TestStore store, string family)
    {
        var demo = await ConsentedAsync(store);
        await demo.DoAsync(Screener, new RecordName(NameKind.Birth, Script.Cyrillic) { Family = family, Given = "Артём", Patronymic = "Юрьевич" });
        await demo.DoAsync(Screener, new RecordBirth(PartialDate.Parse("1998-03-14"), Sex.M, ["RU"]));
        return demo;
    }

    private static async Task ScreenAllAsync(TestStore store)
    {
        await store.Services.GetRequiredService<ScreeningSweep>().RunAsync(None);
        await DrainAsync(store);
    }

    private static Task DrainAsync(TestStore store) => store.Services.GetRequiredService<OutboxWorker>().DrainAsync(None);

    private static async Task<int[]> RunsAsync(params DemoCase[] people) => [.. (await Task.WhenAll(people.Select(p => p.FileAsync()))).Select(f => f.Vetting.Runs.Count)];

    private static async Task<(int Open, int Whole)> RoundAsync(TestStore store) =>
        await store.Services.GetRequiredService<ScreeningSweep>().RunAsync(None) is var round ? (round.Open, round.Whole) : default;

    private static async Task<int> NewsAsync(TestStore store, Guid caseId)
    {
        await using var db = store.Cases.CreateDbContext();
        return await db.InsideNotices.CountAsync(n => n.CaseId == caseId && n.Outcome == "screening-news" && n.RecipientId == Vetter.Id, None);
    }

    private static ActContext Context() => new(Guid.Empty, Vetter, TimeProvider.System.GetUtcNow(), null!);
}
