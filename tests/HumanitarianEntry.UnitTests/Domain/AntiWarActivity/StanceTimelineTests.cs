using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Consent;
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

    /// <summary>The gate's day is the timeline's: an act of the day of first contact is not one of before it.</summary>
    [Theory]
    [InlineData("2023-05-01", 1)]
    [InlineData("2023-05-02", 0)]
    [InlineData("2023-05", 0)]
    public void Lines_ActOfTheDayOfFirstContact_IsNotBeforeIt(string on, int before) =>
        Assert.Equal(before, EvidenceGate.Lines(Fled().Evidence(EvidenceType.Channel, on).GradedLast(Reliability.B, 2, Corroboration.K2).File, Programmes.France.Evidence)[3].Have);

    [Fact]
    public void Of_ActAfterFirstContact_MakesNoGapAndHidesNone()
    {
        Assert.Empty(Of(Fled().Later(400).Evidence(EvidenceType.Channel, "2022-08-01").Evidence(EvidenceType.Channel, "2023-01-20").Evidence(EvidenceType.Channel, "2024-03")).Gaps);
        var gap = Assert.Single(Of(Fled().Later(400).Evidence(EvidenceType.Channel, "2022-08-01").Evidence(EvidenceType.Channel, "2024-03")).Gaps);
        Assert.Equal((new DateOnly(2022, 8, 1), new DateOnly(2023, 5, 2), 9), (gap.From, gap.Until, gap.Months));
    }

    [Theory]
    [InlineData(EvidenceType.Summons)]
    [InlineData(EvidenceType.CriminalCase)]
    [InlineData(EvidenceType.CourtRecord)]
    public void Of_WhatAStateDid_WeighsNothingAndBreaksNoSilence(EvidenceType type)
    {
        var line = Of(Fled().Evidence(type, "2022-09-22"));
        Assert.Equal(0, Assert.Single(line.Acts).Weight);
        Assert.Equal(14, Assert.Single(line.Gaps).Months);
    }

    [Fact]
    public void Of_WorkAbroadBeforeTheWar_IsNoDeparture()
    {
        var file = A.Case().To(Gate.Evidence).Do(People.Screener, Stay("2016-03") with { Until = PartialDate.Parse("2016-11") }).Staying("2022-09-26").Evidence(EvidenceType.ResignationReport, "2022-08-25");
        Assert.Equal((3, "2022-09-26"), (Assert.Single(Of(file).Acts).Weight, Left(file)));
    }

    [Fact]
    public void Of_StayOfBeforeTheWarWithoutAnEnd_LeavesTheDepartureOpenUntilTheReturnIsRecorded()
    {
        var file = A.Case().To(Gate.Evidence).Staying("2016-03").Staying("2022-09-26").Evidence(EvidenceType.ResignationReport, "2022-08-25");
        Assert.Equal((2, null), (Assert.Single(Of(file).Acts).Weight, Left(file)));
        Assert.False(Of(file).DepartureKnown);
        file.Do(People.Counsel, Stay("2016-03") with { ReturnedOn = PartialDate.Parse("2017"), Corrects = 1, Why = "DEMO: stamps" });
        Assert.Equal((3, "2022-09-26"), (Assert.Single(Of(file).Acts).Weight, Left(file)));
    }

    [Fact]
    public void Of_FledReturnedAndFledAgain_CountsToTheLastFlightAndNotWhileAbroad()
    {
        var file = A.Case().To(Gate.Evidence).Staying("2022-03-10").Do(People.Screener, Stay("2022-04-01") with { Country = "GE", ReturnedOn = PartialDate.Parse("2022-06-05") }).Staying("2022-09-26").Do(People.Screener, Stay("2023-02-01") with { Country = "GE" })
            .Evidence(EvidenceType.Channel, "2022-03-01").Evidence(EvidenceType.Channel, "2022-03-15").Evidence(EvidenceType.Channel, "2022-06-05").Evidence(EvidenceType.Channel, "2022-06-06").Evidence(EvidenceType.Channel, "2022-10");
        Assert.Equal([3, 2, 2, 3, 2], Of(file).Acts.Select(a => a.Weight));
        Assert.Equal("2022-09-26", Left(file));
    }

    [Fact]
    public void RecordStay_Correction_TakesThePlaceOfWhatItCorrectsAndNeverOfTheStayOfNow()
    {
        var file = Fled().Do(People.Screener, Stay("2022-12-01") with { Until = PartialDate.Parse("2024-12-31") });
        file.Do(People.Screener, Stay("2022-09-27") with { Corrects = 1, Why = "DEMO: a typo" });
        Assert.Equal(("2022-09-27", 2, 3), (Left(file), file.File.Contact.Standing().Count, file.File.Contact.Stays.Count));
        Assert.Equal((2, 2, "2024-12-31"), (file.File.Contact.Now()!.Number, file.File.Contact.Now()!.Told, file.File.Contact.Now()!.Stay.Until.ToString()));
        Assert.Equal(new DateOnly(2024, 12, 31), StayReminders.LastDay(file.File)!.Value.Last);

        file.Do(People.Counsel, Stay("2022-12-01") with { Until = PartialDate.Parse("2024-06-30"), Corrects = 2, Why = "DEMO: misread" });
        Assert.Equal((2, 4), (file.File.Contact.Now()!.Number, file.File.Contact.Now()!.Told));
        Assert.Equal(new DateOnly(2024, 6, 30), StayReminders.LastDay(file.File)!.Value.Last);

        file.Do(People.Protection, new StrikeStay(1, "DEMO: somebody else's"));
        Assert.Equal("2022-12-01", Left(file));
        Assert.Equal([2], file.File.Contact.Standing().Select(s => s.Number));
        Assert.Equal(["stay-unknown", "reason-missing"], file.Refusals(People.Counsel, Stay("2022") with { Corrects = 1 }));
        Assert.Equal(["stay-unknown"], file.Refusals(People.Counsel, new StrikeStay(3, "DEMO")));
        Assert.Equal(["returned-on-wrong-day"], file.Refusals(People.Counsel, Stay("2022-09") with { ReturnedOn = PartialDate.Parse("2022-08") }));
        Assert.Equal(["returned-on-wrong-day"], file.Refusals(People.Counsel, Stay("2022-09") with { ReturnedOn = PartialDate.Parse("2031") }));
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

    private static string? Left(CaseBuilder builder) => builder.File.Contact.Departure()?.ToString();

    private static RecordStay Stay(string from) => new("KZ", "DEMO", PartialDate.Parse(from));

    private static CaseBuilder Fled() => A.Case().To(Gate.Evidence).Staying("2022-09-26");
}
