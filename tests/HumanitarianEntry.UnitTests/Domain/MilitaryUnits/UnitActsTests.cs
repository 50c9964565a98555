using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.MilitaryUnits;

/// <summary>What a register says of a unit opens questions; it never makes an outcome.</summary>
public sealed class UnitActsTests
{
    private static readonly ReadUnit Unit = new("demo-117", "00117", "417-й батальон (DEMO)", [new UnitAbove("demo-116", "00116", "416-я бригада (DEMO)")], "1");

    [Fact]
    public void HoldService_PresenceByTheUnitAbove_OpensQuestionsAndAnAssessmentAndNoOutcome()
    {
        var held = Ready().Do(People.Vetter, Hold(Tied("D-1", "2022-03")));

        var overlap = Assert.Single(held.File.Vetting.Overlaps.Values());
        Assert.Equal((OverlapResult.PresentRemoteRole, UnitTie.UnitAbove, new DayRange(new(2022, 3, 1), new(2022, 3, 31))), (overlap.Result, overlap.Tie, overlap.Meets));
        Assert.Equal("demo-117", Assert.Single(held.File.Vetting.UnitReadings.Values()).Unit!.Key);
        Assert.Equal(["D6", "E1", "E3", "E4", "E5", "E6"], FollowUps.Questions(held.File.Interview).Select(q => q.Code));
        Assert.Equal([(Role.Coordinator, FollowUps.Topic), (Role.Screener, FollowUps.Topic)], held.Last!.Told.Select(t => (t.Role, t.Topic)));
        Assert.Null(held.Last.Decided);
        Assert.Equal(["exclusion-not-assessed"], Blockers(held));

        var cleared = CaseBuilder.Cleared("D-1");
        Assert.Empty(Blockers(held.Do(People.Vetter, cleared)));
    }

    [Fact]
    public void Questions_OfVetting_NameNothingThatRaisedThem()
    {
        var held = Ready().Do(People.Vetter, Hold(Tied("D-1", "2022-03")));

        foreach (var question in FollowUps.Questions(held.File.Interview))
        {
            Assert.All(new[] { question.En, question.Ru }, text => Assert.DoesNotContain(["D-1", "village", "shelling", "2022-03", "416", "417"], word => text.Contains(word, StringComparison.Ordinal)));
        }

        var seen = RoleView.For(Role.Screener, held.File);
        Assert.Empty(seen.Vetting.Incidents);
        Assert.NotEmpty(FollowUps.Questions(seen.Interview));
    }

    [Fact]
    public void StartInterview_QuestionsOpenedByVetting_AreEnoughForAnExclusionInterviewByAnotherOfficer()
    {
        var start = new StartInterview(InterviewMode.Video, "ru") { Kind = SessionKind.Exclusion };
        var before = Ready();
        Assert.Contains("no-trigger-marked", before.Refusals(People.SecondScreener, start));

        var held = before.Do(People.Vetter, Hold(Tied("D-1", "2022-03")));
        Assert.Equal(["another-officer-needed"], held.Refusals(People.Screener, start));
        Assert.Empty(held.Refusals(People.SecondScreener, start));
        var answered = held.Do(People.SecondScreener, start).Do(People.SecondScreener, new RecordAnswers([.. FollowUps.Codes.Select(c => new GivenAnswer(c, "Said."))]));
        Assert.Empty(FollowUps.Questions(answered.File.Interview));
    }

    [Fact]
    public void HoldService_Again_DoesNotAskTwiceAndKeepsWhatWasAssessed()
    {
        var held = Ready().Do(People.Vetter, Hold(Tied("D-1", "2022-03")));
        var again = held.Do(People.Vetter, Hold(Tied("D-1", "2022-04")));

        Assert.Single(again.File.Interview.FollowUps!);
        Assert.Empty(again.Last!.Told);
        Assert.Equal((2, 2), (again.File.Vetting.Incidents.Count, again.File.Vetting.Overlaps.Count));
        Assert.Equal(["nothing-to-hold", "service-unknown"], Ready().Refusals(People.Vetter, new HoldService([])).Concat(Ready().Refusals(People.Vetter, new HoldService([new HeldService("S9", null, [Tied("D-1", "2022-03")], [])]))));
    }

    [Fact]
    public void HoldService_ExposureOfTheUnit_AsksAndBlocksNothing()
    {
        var exposed = Ready().Do(People.Vetter, new HoldService([new HeldService("S1", Unit, [], [new UnitExposure("demo-list", "e1", "hash", "DEMOVICH", "417-й батальон", "2022")])]));

        Assert.NotEmpty(FollowUps.Questions(exposed.File.Interview));
        Assert.Empty(Blockers(exposed));
        Assert.Empty(exposed.File.Vetting.LatestRun!.Value.Hits);
    }

    [Fact]
    public void Vetting_IncidentOfTheRegisterNotHeldOrUnitNotChosen_IsBlockedUntilAPersonDidIt()
    {
        var tied = Tied("D-1", "2022-03");
        var ready = Ready();
        var sure = new ServiceReading("S1", ReadingState.Sure, Unit, [], [tied], []);
        var unsure = new ServiceReading("S1", ReadingState.Unsure, null, [new UnitCandidate(Unit, 60, [tied])], [], []);

        Assert.Equal(["unit-overlap-not-assessed"], UnitRules.AgainstVetting(ready.File, [sure]).Select(b => b.Code));
        Assert.Equal(["unit-not-chosen"], UnitRules.AgainstVetting(ready.File, [unsure]).Select(b => b.Code));
        Assert.Empty(UnitRules.AgainstVetting(ready.File, [unsure with { Candidates = [new UnitCandidate(Unit, 60, [])] }]));
        Assert.Empty(UnitRules.AgainstVetting(ready.Do(People.Vetter, Hold(tied)).File, [sure]));

        // The register says something else of it now: held again.
        Assert.Equal(["unit-overlap-not-assessed"], UnitRules.AgainstVetting(ready.File, [sure with { Incidents = [Tied("D-1", "2022-05")] }]).Select(b => b.Code));
    }

    [Theory]
    [InlineData("2022-03", null, null, null)]
    [InlineData("2022", null, null, null)]
    [InlineData("2022-03-10", null, null, "absence-does-not-cover")]
    [InlineData("2022-04", null, null, "absence-does-not-cover")]
    [InlineData("2022-03-10", "2022-02-27", "2022-04-02", null)]
    [InlineData("2022-03", "2022-03", "2022-04-02", "absence-does-not-cover")]
    [InlineData("2022-03", "2022-02-27", null, "absence-half-dated")]
    public void AssessUnitOverlap_ProofOfAbsence_MustCoverTheWholeIncident(string dated, string? from, string? to, string? refusal)
    {
        var ready = Ready().Do(People.Vetter, Hold(Tied("D-1", "2022-03"))).Evidence(EvidenceType.MedicalRecord, dated).GradedLast(Reliability.B, 2, Corroboration.K2);
        var absent = new AssessUnitOverlap("S1", "D-1") { AbsenceProvenBy = "E1", AbsentFrom = Date(from), AbsentTo = Date(to) };

        Assert.Equal(refusal is null ? [] : [refusal], ready.Refusals(People.Vetter, absent));
        if (refusal is null)
        {
            Assert.Equal((OverlapResult.UnitOnly, UnitTie.UnitAbove, "E1"), ready.Do(People.Vetter, absent).File.Vetting.Overlaps.Values().Last() is var o ? (o.Result, o.Tie!.Value, o.AbsenceProvenBy) : default);
            Assert.Empty(Blockers(ready));
        }
    }

    [Fact]
    public void ChooseUnit_WithoutReasonOrService_IsRefused()
    {
        Assert.Equal(["reason-missing"], Ready().Refusals(People.Vetter, new ChooseUnit("S1", Unit, " ")));
        Assert.Equal(["service-unknown"], Ready().Refusals(People.Vetter, new ChooseUnit("S7", null, "said so")));
    }

    [Fact]
    public void IncidentNews_ToldBefore_IsNotToldAgain()
    {
        var told = Ready().Do(People.System, new NoteIncidentNews(["S1 D-1 00"]));

        Assert.Equal([(Role.Vetter, NoteIncidentNews.Topic)], told.Last!.Told.Select(t => (t.Role, t.Topic)));
        Assert.Equal(["incident-news-told"], told.Refusals(People.System, new NoteIncidentNews(["S1 D-1 00"])));
    }

    [Fact]
    public void RecordService_UnitKnownByNameOnly_IsTaken()
    {
        var act = new RecordService("army", "", "p", PartialDate.Parse("2022"), "r", "p", ServiceBasis.Contract);

        Assert.Empty(A.Case().To(Gate.Interview).Refusals(People.Screener, act with { UnitName = "417-й батальон" }));
        Assert.Equal(["unit-number-wrong"], A.Case().To(Gate.Interview).Refusals(People.Screener, act));
    }

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);

    private static TiedIncident Tied(string id, string month) =>
        new(new ReportedIncident(id, ["00116"], "village V", PartialDate.Parse(month), PartialDate.Parse(month), "shelling", ["DEMO"]) { Register = "1" }, UnitTie.UnitAbove, "416-я бригада (DEMO)");

    private static HoldService Hold(TiedIncident tied) => new([new HeldService("S1", Unit, [tied], [])]);

    private static CaseBuilder Ready() => A.Case().To(Gate.Vetting).Screened().NotVoluntary();

    private static IReadOnlyList<string> Blockers(CaseBuilder builder) => builder.GateBlockers(Gate.Vetting, "clear", People.Vetter);
}
