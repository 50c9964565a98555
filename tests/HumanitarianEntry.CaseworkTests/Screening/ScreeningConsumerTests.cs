using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static HumanitarianEntry.CaseworkTests.Screening.DemoCase;

namespace HumanitarianEntry.CaseworkTests.Screening;

public sealed class ScreeningConsumerTests
{
    private const string Kind = "screen-names";

    [Theory, EveryDatabase]
    public async Task Screening_DemoApplicantOnTwoLists_ClassesHitsAndTurnsTheWantedOneIntoEvidenceForHim(DatabaseProvider provider)
    {
        await using var store = await CaseworkStore.OpenAsync(provider);
        await store.LoadBothAsync();
        var demo = await NamedAsync(store);

        await demo.DoAsync(Vetter, new RequestScreening());
        Assert.Equal([(true, null)], await demo.WorkAsync(Kind));

        var file = await demo.FileAsync();
        var run = file.Vetting.LatestRun!.Value;
        Assert.Null(run.Failure);
        Assert.Equal(ScreeningCheck.ApplicantHash(file), run.ApplicantHash);
        Assert.Equal([("demo-sanctions", ListKind.Sanctions, new DateOnly(2026, 3, 2)), ("demo-wanted", ListKind.PersecutorWanted, new DateOnly(2026, 3, 1))], run.Lists.Select(l => (l.Id, l.Kind, l.VersionDate)));
        Assert.Equal([("H1", "s1", HitClass.AdverseCandidate), ("H2", "w1", HitClass.PersecutionEvidence)], run.Hits.Select(h => (h.Label, h.EntryId, h.Class)));
        Assert.All(run.Hits, h => Assert.NotEmpty(h.Explanation));
        Assert.Equal(["337 ч. 5"], run.Hits[1].Articles);
        Assert.True(TravelSafetyGate.IsWanted(file));
        Assert.Empty(file.Evidence.Items);

        await demo.DoAsync(Vetter, new AdjudicateHit("H2", HitOutcome.Same, "Patronymic and day of birth.") { Codes = [HitReason.PatronymicAgrees] });
        await demo.DoAsync(SecondVetter, new AdjudicateHit("H2", HitOutcome.Same, "Patronymic and day of birth.") { Codes = [HitReason.PatronymicAgrees] });
        var evidence = Assert.Single((await demo.FileAsync()).Evidence.Items).Value;
        Assert.Equal((EvidenceType.CriminalCase, "Entry in DEMO ministry (DEMO archive): 337 ч. 5"), (evidence.Type, evidence.Title));
    }

    [Fact]
    public async Task Screening_RunAgain_KeepsLabelsAdjudicationsAndAddsNoSecondEvidence()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.LoadBothAsync();
        var demo = await NamedAsync(store);
        await demo.DoAsync(Vetter, new RequestScreening());
        await demo.WorkAsync(Kind);
        await demo.DoAsync(Vetter, new AdjudicateHit("H1", HitOutcome.NotSame, "Another patronymic.") { Codes = [HitReason.OtherBirthDate] });
        await demo.DoAsync(Vetter, new AdjudicateHit("H2", HitOutcome.Same, "Patronymic.") { Codes = [HitReason.PatronymicAgrees] });
        await demo.DoAsync(SecondVetter, new AdjudicateHit("H2", HitOutcome.Same, "Patronymic.") { Codes = [HitReason.PatronymicAgrees] });

        var report = await store.ImportAsync(DemoLists.Sanctions("2"), DemoLists.SanctionsLatin + "\ns0,SHCHURENKOV Artyom Yurievich,1998,RU");
        Assert.Equal(1, report.CasesToScreen);
        Assert.Equal([(true, null), (true, null)], await demo.WorkAsync(Kind));

        var file = await demo.FileAsync();
        var hits = file.Vetting.LatestRun!.Value.Hits.ToDictionary(h => h.EntryId, StringComparer.Ordinal);
        Assert.Equal(["H1", "H2", "H3"], new[] { "s1", "w1", "s0" }.Select(k => hits[k].Label));
        Assert.Equal([HitStanding.NotSame, HitStanding.Pending], [file.Vetting.StandingOf(hits["s1"]), file.Vetting.StandingOf(hits["s0"])]);
        Assert.Single(file.Evidence.Items);
    }

    [Fact]
    public async Task Screening_OtherArticleOnTheSameEntry_IsANewHit()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.LoadBothAsync();
        var demo = await NamedAsync(store);
        await demo.DoAsync(Vetter, new RequestScreening());
        await demo.WorkAsync(Kind);
        await demo.DoAsync(Vetter, new AdjudicateHit("H2", HitOutcome.NotSame, "Another patronymic.") { Codes = [HitReason.OtherBirthDate] });

        await store.ImportAsync(DemoLists.Wanted("2"), DemoLists.WantedCyrillic.Replace("337 ч. 5", "337 ч. 5;105", StringComparison.Ordinal));
        await demo.WorkAsync(Kind);

        var file = await demo.FileAsync();
        var hit = file.Vetting.LatestRun!.Value.Hits.Single(h => h.EntryId == "w1");
        Assert.Equal(("H3", HitClass.ReviewCommonCrime, HitStanding.Pending), (hit.Label, hit.Class, file.Vetting.StandingOf(hit)));
    }

    [Theory, EveryDatabase]
    public async Task Screening_WithoutAnyList_IsAFailedRunThatBlocksVetting(DatabaseProvider provider)
    {
        await using var store = await CaseworkStore.OpenAsync(provider);
        var demo = await NamedAsync(store);

        await demo.DoAsync(Vetter, new RequestScreening());
        await demo.WorkAsync(Kind);

        var file = await demo.FileAsync();
        Assert.NotNull(file.Vetting.LatestRun!.Value.Failure);
        Assert.Equal(["screening-failed", "screening-without-lists"], Blockers(file).Where(c => c.StartsWith("screening", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Screening_StoredListBroken_IsAFailedRunNotAnEmptyOne()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.LoadBothAsync();
        await using (var db = store.Cases.CreateDbContext())
        {
            await db.ScreeningListEntries.Where(e => e.Ordinal == 1).ExecuteDeleteAsync(CancellationToken.None);
        }

        var demo = await NamedAsync(store);
        await demo.DoAsync(Vetter, new RequestScreening());
        Assert.Equal([(true, null)], await demo.WorkAsync(Kind));

        Assert.Contains("screening-failed", Blockers(await demo.FileAsync()));
    }

    [Fact]
    public async Task Screening_NameThatCannotBeSearched_IsAFailedRunThatKeepsItsHits()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.LoadBothAsync();
        var demo = await NamedAsync(store, "1998");
        await demo.DoAsync(Screener, new RecordName(NameKind.Alias, Script.Cyrillic) { Given = "Артём" });

        await demo.DoAsync(Vetter, new RequestScreening());
        await demo.WorkAsync(Kind);

        var run = (await demo.FileAsync()).Vetting.LatestRun!.Value;
        Assert.Contains("single word", run.Failure, StringComparison.Ordinal);
        Assert.NotEmpty(run.Hits);
    }

    [Fact]
    public async Task Screening_NameAddedAfterTheRequest_IsSearchedAndOneAddedAfterTheRunMakesItOutdated()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.LoadBothAsync();
        var demo = await NamedAsync(store);
        await demo.DoAsync(Vetter, new RequestScreening());
        await demo.DoAsync(Screener, new RecordName(NameKind.Alias, Script.Latin) { Family = "Demovich", Given = "Vladlen" });
        await demo.WorkAsync(Kind);
        Assert.Contains((await demo.FileAsync()).Vetting.LatestRun!.Value.Hits, h => h.EntryId == "s3");

        await demo.DoAsync(Screener, new RecordName(NameKind.Alias, Script.Latin) { Family = "Demovich", Given = "Kazimir" });
        Assert.Contains("screening-outdated", Blockers(await demo.FileAsync()));
    }

    [Fact]
    public async Task Screening_ConsentTakenBackMeanwhile_SearchesNothing()
    {
        await using var store = await CaseworkStore.OpenAsync();
        await store.LoadBothAsync();
        var demo = await NamedAsync(store);
        await demo.DoAsync(Vetter, new RequestScreening());
        await demo.DoAsync(Intake, new RecordConsent(ConsentPurpose.Vet, ConsentStatus.Withdrawn, "v1", "ru", ConsentMethod.Signed));

        Assert.Equal([(true, null)], await demo.WorkAsync(Kind));
        Assert.Empty((await demo.FileAsync()).Vetting.Runs);
    }

    private static async Task<DemoCase> NamedAsync(TestStore store, string born = "1998-03-14")
    {
        var demo = await ConsentedAsync(store);
        await demo.DoAsync(Screener, new RecordName(NameKind.Birth, Script.Cyrillic) { Family = "Щуренков", Given = "Артём", Patronymic = "Юрьевич" });
        await demo.DoAsync(Screener, new RecordBirth(PartialDate.Parse(born), Sex.M, ["RU"]));
        return demo;
    }

    private static List<string> Blockers(CaseFile file)
    {
        var rules = new ProgrammeRules
        {
            Id = "demo", DestinationState = "FR", Status = ProgrammeStatus.Open, MinIdentityGrade = IdentityGrade.B, MaxScreeningAgeDays = 14, GateResultsMaxAgeDays = 90,
            Evidence = new EvidenceThreshold(1, 1, 0, 0, Reliability.C, 3, Corroboration.K1), RequiredConsents = [], LegalBasis = "demo", Recipients = ["demo"], DossierLanguages = ["fr"], WithoutPassport = true,
        };
        var context = new ActContext(Guid.Empty, Vetter, TimeProvider.System.GetUtcNow(), rules);
        return [.. GateRules.Check(file, context, Gate.Vetting, "clear").Blockers.Select(b => b.Code)];
    }
}
