using System.Collections.Immutable;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.ScreeningThresholds;
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

/// <summary>Thresholds change by two people who have read what would have come of it, and then everybody is searched anew.</summary>
public sealed class ThresholdChangesTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ScreeningRules Strict = new(1, new ShownFrom(85, 85), ImmutableSortedDictionary<string, ShownFrom>.Empty);

    [Theory, EveryDatabase]
    public async Task Proposal_TriedAndConfirmedByAnother_SearchesEverybodyAnew(DatabaseProvider provider)
    {
        await using var store = await CaseworkStore.OpenAsync(provider);
        var (changes, demo) = await SearchedAsync(store);
        var before = (await demo.FileAsync()).Vetting.LatestRun!.Value;
        var weak = before.Hits.Where(h => h.Score < 85).ToList();
        Assert.NotEmpty(weak);

        Assert.IsType<ChangeResult.Done>(await changes.ProposeAsync(Coordinator, Strict, "DEMO: too many namesakes", None));
        Assert.Contains("not been tried out", Refusal(await changes.ConfirmAsync(SecondCoordinator, 1, None)), StringComparison.Ordinal);
        await DrainAsync(store);
        var waiting = (await changes.WaitingAsync(None))!;
        Assert.Equal((1, 0, 1, 0, weak.Count, 0), (waiting.Trial!.Cases, waiting.Trial.Unread, waiting.Trial.Touched, waiting.Trial.More, waiting.Trial.Fewer, waiting.Trial.Same));
        Assert.Single((await demo.FileAsync()).Vetting.Runs);

        Assert.Contains("another person", Refusal(await changes.ConfirmAsync(Coordinator, 1, None)), StringComparison.Ordinal);
        Assert.IsType<ChangeResult.Done>(await changes.ConfirmAsync(SecondCoordinator, 1, None));
        Assert.IsType<ChangeResult.Gone>(await changes.ConfirmAsync(SecondCoordinator, 1, None));
        await DrainAsync(store);

        var after = (await demo.FileAsync()).Vetting.LatestRun!.Value;
        Assert.Equal(before.EngineVersion + " t1", after.EngineVersion);
        Assert.Equal(before.Hits.Where(h => h.Score >= 85).Select(h => h.EntryHash), after.Hits.Select(h => h.EntryHash));
        Assert.All(after.Hits, h => Assert.Equal(new ShownScores(85, 85), h.ShownFrom));
        Assert.Equal("DEMO: too many namesakes", Assert.Single(await changes.HistoryAsync(None)).Reason);
        Assert.Equal(after.EngineVersion, (await store.Services.GetRequiredService<EngineChange>().ReportsAsync(None))[0].Difference.EngineVersion);
        await using var db = store.Cases.CreateDbContext();
        Assert.Equal([AccountKinds.ThresholdsProposed, AccountKinds.ThresholdsInForce], await db.AccountAudit.Where(a => a.Kind.StartsWith("screening-thresholds")).OrderBy(a => a.Sequence).Select(a => a.Kind).ToListAsync(None));
    }

    [Fact]
    public async Task Gate_AfterOtherThresholds_WaitsForTheNewSearch()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (changes, demo) = await SearchedAsync(store);
        await changes.ProposeAsync(Coordinator, Strict, "DEMO", None);
        await DrainAsync(store);
        await changes.ConfirmAsync(SecondCoordinator, 1, None);

        await using var db = store.Cases.CreateDbContext();
        var context = new ActContext(Guid.Empty, Vetter, TimeProvider.System.GetUtcNow(), store.Services.GetRequiredService<ProgrammeLibrary>().For("fr-ple-kz").Rules) { Screening = await ListRows.StandardAsync(db, None) };
        Assert.Contains(ScreeningCheck.Check(await demo.FileAsync(), context, 14), b => b.Code == "screening-engine-changed");
        await DrainAsync(store);
        Assert.Empty(ScreeningCheck.Check(await demo.FileAsync(), context, 14));
    }

    [Fact]
    public async Task Proposal_ThatHidesAnEntryKnownToBeThePerson_CannotComeInForce()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (changes, demo) = await SearchedAsync(store);
        var hit = (await demo.FileAsync()).Vetting.LatestRun!.Value.Hits.First(h => h.Score < 85);
        await demo.DoAsync(Vetter, new AdjudicateHit(hit.Label, HitOutcome.Same, "DEMO: the same place and father") { Codes = [HitReason.PatronymicAgrees] });
        await changes.ProposeAsync(Coordinator, Strict, "DEMO", None);
        await DrainAsync(store);

        Assert.Equal(1, (await changes.WaitingAsync(None))!.Trial!.Same);
        Assert.Contains("would hide an entry", Refusal(await changes.ConfirmAsync(SecondCoordinator, 1, None)), StringComparison.Ordinal);
        Assert.Equal(0, (await changes.InForceAsync(None)).Version);
        Assert.IsType<ChangeResult.Done>(await changes.RefuseAsync(Coordinator, 1, None));
        Assert.Null(await changes.WaitingAsync(None));
        Assert.IsType<ChangeResult.Done>(await changes.ProposeAsync(Coordinator, Strict with { ForAll = new ShownFrom(60, 55) }, "DEMO", None));
    }

    [Fact]
    public async Task Propose_WrongPersonRangeReasonOrTwice_ChangesNothing()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var (changes, _) = await SearchedAsync(store);

        Assert.IsType<ChangeResult.Gone>(await changes.ProposeAsync(Vetter, Strict, "DEMO", None));
        Assert.Contains("A threshold lies between", Refusal(await changes.ProposeAsync(Coordinator, Strict with { ForAll = new ShownFrom(99, 10) }, "DEMO", None)), StringComparison.Ordinal);
        Assert.Contains("Write the reason", Refusal(await changes.ProposeAsync(Coordinator, Strict, "  ", None)), StringComparison.Ordinal);
        Assert.Contains("in force already", Refusal(await changes.ProposeAsync(Coordinator, ScreeningRules.Usual, "DEMO", None)), StringComparison.Ordinal);
        Assert.IsType<ChangeResult.Done>(await changes.ProposeAsync(Coordinator, Strict, "DEMO", None));
        Assert.Contains("wait for a second person", Refusal(await changes.ProposeAsync(SecondCoordinator, Strict, "DEMO", None)), StringComparison.Ordinal);
        Assert.IsType<ChangeResult.Gone>(await changes.RefuseAsync(SecondCoordinator, 7, None));
    }

    private static string Refusal(ChangeResult result) => Assert.IsType<ChangeResult.Refused>(result).Why.ToString();

    private static async Task<(ThresholdChanges Changes, DemoCase Demo)> SearchedAsync(TestStore store)
    {
        await store.LoadBothAsync();
        await store.ImportAsync(DemoLists.Sanctions("2"), DemoLists.SanctionsLatin + "\ns7,SHCHURENKO Artem,,RU\ns8,SHCHURENKOV A.,,RU\ns9,CHURENKOV Artem,1998,RU");
        var demo = await ConsentedAsync(store);
        await demo.DoAsync(Screener, new RecordName(NameKind.Birth, Script.Cyrillic) { Family = "Щуренков", Given = "Артём", Patronymic = "Юрьевич" });
        await demo.DoAsync(Screener, new RecordBirth(PartialDate.Parse("1998-03-14"), Sex.M, ["RU"]));
        await demo.DoAsync(Vetter, new RequestScreening());
        await DrainAsync(store);
        return (store.Services.GetRequiredService<ThresholdChanges>(), demo);
    }

    private static Task DrainAsync(TestStore store) => store.Services.GetRequiredService<OutboxWorker>().DrainAsync(None);
}
