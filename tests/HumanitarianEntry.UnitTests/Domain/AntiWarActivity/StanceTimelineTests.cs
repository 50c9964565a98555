using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain.AntiWarActivity;

/// <summary>Acts in time; first contact of these cases is 2 May 2023.</summary>
public sealed class StanceTimelineTests
{
    [Theory]
    [InlineData("2022-08-25", StancePeriod.BeforeFlight, 3)]
    [InlineData("2022-09", StancePeriod.AfterFlight, 2)]
    [InlineData("2022", StancePeriod.AfterFlight, 2)]
    [InlineData("2023-05", StancePeriod.AfterContact, 1)]
    [InlineData("2023", StancePeriod.AfterContact, 1)]
    [InlineData("2023-05-01", StancePeriod.AfterFlight, 2)]
    [InlineData("2023-05-02", StancePeriod.AfterContact, 1)]
    public void Of_Act_CountsForTheLatestPeriodItsDateAllows(string on, StancePeriod period, int weight)
    {
        var act = Assert.Single(Of(Fled().Evidence(EvidenceType.Channel, on)).Acts);
        Assert.Equal((period, weight), (act.Period, act.Weight));
    }

    [Fact]
    public void Of_NoStayKnown_NothingCountsAsBeforeFlight()
    {
        var line = Of(A.Case().To(Gate.Evidence).Evidence(EvidenceType.Channel, "2022-03"));
        Assert.False(line.DepartureKnown);
        Assert.Equal(2, Assert.Single(line.Acts).Weight);
        Assert.DoesNotContain(line.Marks, m => m.Mark == StanceMark.Departure);
    }

    [Fact]
    public void Of_FixedDaysAndOwnOrderAndRefusal_AreMarkedInOrder()
    {
        var line = Of(Fled().Evidence(EvidenceType.ResignationReport, "2022-08-25").Evidence(EvidenceType.Summons, "2022-09-22"));
        Assert.Equal([StanceMark.Invasion, StanceMark.Refusal, StanceMark.Mobilisation, StanceMark.Order, StanceMark.Departure, StanceMark.FirstContact], line.Marks.Select(m => m.Mark));
    }

    [Fact]
    public void Of_ContradictedOrUndatedItem_WeighsNothing()
    {
        var line = Of(Fled().Evidence(EvidenceType.Protest, "2022-03").GradedLast(Reliability.B, 3, Corroboration.KX).Do(People.Custodian, new AddEvidence(EvidenceType.Donation, "DEMO", "applicant")));
        Assert.Equal(0, Assert.Single(line.Acts).Weight);
        Assert.Equal("E2", Assert.Single(line.Undated).Label);
    }

    [Fact]
    public void Of_ClaimedAndVerifiedDate_TheVerifiedOneStands()
    {
        var item = Fled().Evidence(EvidenceType.Channel, "2022-03").Do(People.Custodian, new GradeEvidence("E1", Reliability.B, 3, "DEMO") { VerifiedOn = PartialDate.Parse("2023-01") });
        Assert.Equal("2023-01", Assert.Single(Of(item).Acts).On.ToString());
    }

    [Fact]
    public void Of_HalfAYearOfSilence_IsAGap()
    {
        var line = Of(Fled().Evidence(EvidenceType.Channel, "2022-03").Evidence(EvidenceType.Channel, "2022-12"));
        var gap = Assert.Single(line.Gaps);
        Assert.Equal((new DateOnly(2022, 3, 31), new DateOnly(2022, 12, 1), 8), (gap.From, gap.Until, gap.Months));
        Assert.Equal(14, Assert.Single(Of(Fled()).Gaps).Months);
        Assert.Empty(Of(Fled().Evidence(EvidenceType.Channel, "2022-08-23").Evidence(EvidenceType.Channel, "2023-02-22")).Gaps);
    }

    [Fact]
    public void RecordContraryAct_Anything_NeverCountsForThePerson()
    {
        var before = Fled().EvidenceOfCaseA();
        var (acts, blockers) = (Of(before).Acts.Count, before.GateBlockers(Gate.Evidence, "sufficient", People.Custodian));
        var after = before.Do(People.Custodian, new RecordContraryAct(ContraryKind.WarSymbolShown, "DEMO: photo with a Z", "own account") { On = PartialDate.Parse("2022-04"), Disclosed = true });

        Assert.Equal(acts, Of(after).Acts.Count);
        Assert.Equal(blockers, after.GateBlockers(Gate.Evidence, "sufficient", People.Custodian));
        Assert.Null(Assert.Single(Of(after).Contrary).Answer);
        Assert.Equal("DEMO: ordered to.", Assert.Single(Of(after.Do(People.Screener, new AnswerContraryAct("N1", "DEMO: ordered to."))).Contrary).Answer);
        Assert.Empty(Of(after.Do(People.Screener, new AnswerContraryAct("N1", "DEMO: a namesake.") { NotSo = true })).Contrary);
    }

    [Fact]
    public void RecordContraryAct_IncompleteOrUnknown_IsRefused()
    {
        var open = Fled();
        Assert.Equal(["contrary-incomplete", "date-in-future"], open.Refusals(People.Custodian, new RecordContraryAct(ContraryKind.ProWarPost, "", "x") { On = PartialDate.Parse("2031") }));
        Assert.Equal(["contrary-unknown", "reason-missing"], open.Refusals(People.Custodian, new AnswerContraryAct("N1", "")));
    }

    private static StanceTimeline Of(CaseBuilder builder) => StanceTimeline.Of(builder.File);

    private static CaseBuilder Fled() => A.Case().To(Gate.Evidence).Staying("2022-09-26");
}
