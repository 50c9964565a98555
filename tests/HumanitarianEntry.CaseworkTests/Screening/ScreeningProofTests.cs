using HumanitarianEntry.Casework.Health;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Replay;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Screening;

/// <summary>Every night: has every open case a result for every list version in force?</summary>
public sealed class ScreeningProofTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly DateTimeOffset Evening = new(2026, 3, 3, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Proof_EverybodyScreened_SaysSoOnceADay()
    {
        var clock = new ReplayClock(Evening);
        await using var store = await OpenAsync(clock);
        var demo = await NamedAsync(store);
        await RoundAsync(store);

        var proof = (await ProveAsync(store, clock, Evening.AddHours(8)))!;

        Assert.Equal((1, 1, 0, 0, 0), (proof.Open, proof.Whole, proof.Carried, proof.Asked, proof.Missing));
        Assert.Equal(["demo-sanctions 1", "demo-wanted 1"], proof.Lists);
        Assert.Null(await ProveAsync(store, clock, Evening.AddHours(9)));
        Assert.NotNull(await ProveAsync(store, clock, Evening.AddHours(29)));
        Assert.Equal(0, await ToldAsync(store, demo));
        Assert.True(await IsWellAsync(store));
    }

    [Fact]
    public async Task Proof_ResultThatNobodyMadeUpFor_IsToldToVetterAndCoordinatorOnceAndIsNotWell()
    {
        var clock = new ReplayClock(Evening);
        await using var store = await OpenAsync(clock);
        var demo = await NamedAsync(store);
        await RoundAsync(store);

        // A new version comes, one of its entries fits, and the search breaks off at every try: an entry of the stored list is lost.
        await store.ImportAsync(DemoLists.Sanctions("2"), DemoLists.SanctionsLatin + "\ns9,SHCHURENKOV Artyom Yurievich,1998,RU");
        await using (var db = store.Cases.CreateDbContext())
        {
            var broken = await db.ScreeningLists.Where(l => l.Version == "2").Select(l => l.Id).SingleAsync(None);
            await db.ScreeningListEntries.Where(e => e.ListId == broken && e.Ordinal == 1).ExecuteDeleteAsync(None);
        }

        await store.Services.GetRequiredService<OutboxWorker>().DrainAsync(None);
        var early = (await ProveAsync(store, clock, Evening.AddHours(5)))!;
        Assert.Equal((1, 0, 0), (early.Asked, early.Missing, await ToldAsync(store, demo)));

        var late = (await ProveAsync(store, clock, Evening.AddHours(32)))!;
        Assert.Equal((0, 1, 1), (late.Whole, late.Asked, late.Missing));
        Assert.Equal(2, await ToldAsync(store, demo));
        Assert.False(await IsWellAsync(store));
        await ProveAsync(store, clock, Evening.AddHours(33));
        Assert.Equal(2, await ToldAsync(store, demo));

        // A sound version mends it, the next round proves it, and the same day's proof is written anew.
        var refused = await store.ImportAsync(DemoLists.Sanctions("3"), DemoLists.SanctionsLatin + "\ns9,SHCHURENKOV Artyom Yurievich,1998,RU");
        Assert.Equal((ListImportOutcome.Refused, true), (refused.Outcome, refused.Reasons.Single().ToString().Contains("is damaged", StringComparison.Ordinal)));
        await store.ImportAsync(DemoLists.Sanctions("3"), DemoLists.SanctionsLatin + "\ns9,SHCHURENKOV Artyom Yurievich,1998,RU", new ListImportMode { AcceptGaps = true });
        await store.Services.GetRequiredService<OutboxWorker>().DrainAsync(None);
        Assert.Equal((1, 0), (await ProveAsync(store, clock, Evening.AddHours(34)))! is var mended ? (mended.Whole, mended.Missing) : default);
        clock.MoveTo(clock.GetUtcNow() + InstallationHealth.AnswerKept);
        Assert.True(await IsWellAsync(store));
    }

    [Fact]
    public async Task Health_NoProofForTooLong_IsNotWell()
    {
        var clock = new ReplayClock(Evening);
        await using var store = await OpenAsync(clock);
        await RoundAsync(store);
        await ProveAsync(store, clock, Evening.AddHours(8));
        Assert.True(await IsWellAsync(store));
        clock.MoveTo(Evening.AddHours(8) + ScreeningProof.Lasts + TimeSpan.FromMinutes(1));
        Assert.False(await IsWellAsync(store));
    }

    private static async Task<TestStore> OpenAsync(ReplayClock clock)
    {
        var store = await CaseworkStore.OpenAsync(more: s => s.AddSingleton<TimeProvider>(clock).AddSingleton(new ExpectedWorkers([]) { OnAnyNode = true }));
        await store.LoadBothAsync();
        _ = store.Services.GetRequiredService<WorkerPulse>();
        return store;
    }

    private static async Task<DemoCase> NamedAsync(TestStore store)
    {
        var demo = await ConsentedAsync(store);
        await demo.DoAsync(Screener, new RecordName(NameKind.Birth, Script.Cyrillic) { Family = "Щуренков", Given = "Артём", Patronymic = "Юрьевич" });
        await demo.DoAsync(Screener, new RecordBirth(PartialDate.Parse("1998-03-14"), Sex.M, ["RU"]));
        return demo;
    }

    private static async Task RoundAsync(TestStore store)
    {
        await store.Services.GetRequiredService<ScreeningSweep>().RunAsync(None);
        await store.Services.GetRequiredService<OutboxWorker>().DrainAsync(None);
    }

    private static async Task<ProofOfNight?> ProveAsync(TestStore store, ReplayClock clock, DateTimeOffset at)
    {
        clock.MoveTo(at);
        var proof = await store.Services.GetRequiredService<ScreeningProof>().RunAsync(None);
        await store.Services.GetRequiredService<OutboxWorker>().DrainAsync(None);
        return proof;
    }

    private static Task<bool> IsWellAsync(TestStore store) => store.Services.GetRequiredService<InstallationHealth>().IsWellAsync(None);

    private static async Task<int> ToldAsync(TestStore store, DemoCase demo)
    {
        await using var db = store.Cases.CreateDbContext();
        return await db.InsideNotices.CountAsync(n => n.CaseId == demo.Id && n.Outcome == "screening-gap" && (n.RecipientId == Vetter.Id || n.RecipientId == Coordinator.Id), None);
    }
}
