using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>G4: a missing, failed or stale check never passes.</summary>
public sealed class VettingTests
{
    [Theory]
    [InlineData("clear")]
    [InlineData("clear-with-remarks")]
    [InlineData("exclusion-concern")]
    [InlineData("integrity-concern")]
    public void Vetting_NeverScreened_IsBlocked(string outcome) => Assert.Contains("screening-missing", Blockers(A.Case().To(Gate.Vetting), outcome));

    [Fact]
    public void Vetting_Unresolved_IsAlwaysPossible() => Assert.Empty(Blockers(A.Case().To(Gate.Vetting), "unresolved"));

    [Fact]
    public void Vetting_FailedEmptyStaleOrOutdatedRun_IsBlocked()
    {
        Assert.Contains("screening-failed", Blockers(With(r => r with { Failure = "list unreadable" })));
        Assert.Contains("screening-without-lists", Blockers(With(r => r with { Lists = [] })));
        Assert.Contains("screening-outdated", Blockers(With(r => r with { ApplicantHash = "other" })));
        Assert.Empty(Blockers(Ready().Later(13.9)));
        Assert.Equal(["screening-stale"], Blockers(Ready().Later(14.1)));
        Assert.Equal(["screening-outdated"], Blockers(Ready().Do(People.Screener, new RecordName(NameKind.Alias, Script.Latin) { Family = "Shchurenkov" })));
    }

    [Fact]
    public void RequestScreening_ConsentToVetTakenBack_IsRefused() =>
        Assert.Equal(["consent-to-vet-missing"], A.Case().To(Gate.Vetting).Consents(ConsentPurpose.Vet, status: ConsentStatus.Withdrawn).Refusals(People.Vetter, new RequestScreening()));

    [Fact]
    public void Vetting_AdverseHit_BlocksUntilTheReviewerAnsweredAndAssessedItHimself()
    {
        var vetting = Ready(Screenings.Sanctioned());
        Assert.Equal(["hit-not-adjudicated"], Blockers(vetting));
        Assert.Equal(["hit-not-adjudicated"], Blockers(vetting.Adjudicated("H1", HitOutcome.NotSame, People.SecondVetter)));
        Assert.Equal(["hit-not-assessed"], Blockers(vetting.Adjudicated("H1", HitOutcome.Same, People.Vetter)));
        Assert.Equal(["hit-not-assessed"], Blockers(vetting.Do(People.SecondVetter, Cleared("H1"))));
        Assert.Empty(Blockers(vetting, "exclusion-concern"));

        vetting.Do(People.Vetter, Cleared("H1"));
        Assert.Empty(Blockers(vetting));

        // The next run may give the same label to quite another entry: the assessment must not cover it.
        vetting.Screened(Screenings.Hit("H1", Screenings.Crowd), Screenings.Sanctioned("H2")).Adjudicated("H2", HitOutcome.CannotTell, People.Vetter).Adjudicated("H1", HitOutcome.NotSame, People.Vetter);
        Assert.Equal(["hit-not-assessed"], Blockers(vetting));
    }

    [Fact]
    public void StandingOf_Disagreement_IsNotSettledByTheLastWord()
    {
        var vetting = Ready(Screenings.Sanctioned());
        var hit = vetting.File.Vetting.LatestRun!.Value.Hits[0];
        HitStanding After(HitOutcome outcome, Actor vetter) => vetting.Adjudicated("H1", outcome, vetter).File.Vetting.StandingOf(hit);

        Assert.Equal(HitStanding.Pending, vetting.File.Vetting.StandingOf(hit));
        Assert.Equal(HitStanding.SameNeedsSecond, After(HitOutcome.Same, People.Vetter));
        Assert.Equal(HitStanding.SameNeedsSecond, After(HitOutcome.Same, People.Vetter));
        Assert.Equal(HitStanding.CannotTell, After(HitOutcome.NotSame, People.SecondVetter));
        Assert.Equal(HitStanding.Same, After(HitOutcome.Same, People.ThirdVetter));
        Assert.Equal(HitStanding.NotSame, After(HitOutcome.NotSame, People.Vetter));
    }

    [Fact]
    public void Adjudicate_UnknownHitInterviewerOrNoReason_IsRefused()
    {
        var vetting = Ready(Screenings.Sanctioned());

        Assert.Equal(["hit-unknown"], vetting.Refusals(People.Vetter, new AdjudicateHit("H9", HitOutcome.Same, "x") { Codes = [HitReason.PatronymicAgrees] }));
        Assert.Equal(["vetter-must-not-be-interviewer"], vetting.Refusals(People.Screener.As(Role.Vetter), new AdjudicateHit("H1", HitOutcome.Same, "x") { Codes = [HitReason.PatronymicAgrees] }));
        Assert.Equal(["reason-missing"], vetting.Refusals(People.Vetter, new AdjudicateHit("H1", HitOutcome.Same, " ") { Codes = [HitReason.PatronymicAgrees] }));
    }

    [Fact]
    public void Adjudicate_ReasonCodesDayOrEvidenceWrong_IsRefused()
    {
        var vetting = Ready(Screenings.Sanctioned()).Evidence(EvidenceType.MedicalRecord, "2022-03");
        var dismissal = new AdjudicateHit("H1", HitOutcome.NotSame, "x") { Codes = [HitReason.OtherBirthDate] };

        Assert.Equal(["reason-code-missing"], vetting.Refusals(People.Vetter, dismissal with { Codes = [] }));
        Assert.Equal(["reason-code-wrong"], vetting.Refusals(People.Vetter, dismissal with { Codes = [HitReason.OtherBirthDate, HitReason.PatronymicAgrees] }));
        Assert.Equal(["review-date-wrong"], vetting.Refusals(People.Vetter, dismissal with { ReviewOn = vetting.Day(0) }));
        Assert.Equal(["review-date-wrong"], vetting.Refusals(People.Vetter, new AdjudicateHit("H1", HitOutcome.Same, "x") { Codes = [HitReason.OwnStatement], ReviewOn = vetting.Day(9) }));
        Assert.Equal(["evidence-unknown"], vetting.Refusals(People.Vetter, dismissal with { Evidence = ["E1", "E9"] }));
        Assert.Empty(vetting.Refusals(People.Vetter, dismissal with { Evidence = ["E1"], ReviewOn = vetting.Day(9) }));
        Assert.Equal(Enum.GetValues<HitReason>(), Enum.GetValues<HitOutcome>().SelectMany(o => HitReasons.For(o)));
    }

    [Fact]
    public void Dismissal_WhoseDayHasCome_WaitsForAnAnswerAgainOnce()
    {
        var vetting = Ready(Screenings.Sanctioned()).Do(People.Vetter, new AdjudicateHit("H1", HitOutcome.NotSame, "x") { Codes = [HitReason.OtherBirthDate], ReviewOn = DateOnly.FromDateTime(CaseBuilder.FirstContact.UtcDateTime).AddDays(40) });
        var reopen = new ReopenDismissal(vetting.File.Vetting.LatestRun!.Value.Hits[0].EntryHash, DateOnly.FromDateTime(CaseBuilder.FirstContact.UtcDateTime).AddDays(40));
        Assert.Null(DismissalReviews.Due(vetting.File, reopen.ReviewOn.AddDays(-1)));
        Assert.Equal(reopen.ReviewOn, DateOnly.FromDateTime(DismissalReviews.NextAt(vetting.File)!.Value.UtcDateTime));
        Assert.Equal(["reminder-not-due"], vetting.Refusals(People.System, reopen));

        vetting.Later(45).Do(People.System, reopen);
        Assert.Equal(HitStanding.Pending, vetting.File.Vetting.StandingOf(vetting.File.Vetting.LatestRun!.Value.Hits[0]));
        Assert.Null(DismissalReviews.NextAt(vetting.File));
        Assert.Empty(vetting.Last!.Told);
        Assert.Equal(["reminder-not-due"], vetting.Refusals(People.System, reopen));
        Assert.Equal(HitStanding.NotSame, vetting.Adjudicated("H1", HitOutcome.NotSame, People.Vetter).File.Vetting.StandingOf(vetting.File.Vetting.LatestRun!.Value.Hits[0]));
    }

    [Fact]
    public void Vetting_TriggerMarkedOnce_StaysUntilAssessed()
    {
        var trigger = A.Case().To(Gate.Interview).Interviewed().Stated().Do(People.Screener, new RecordAnswers([new GivenAnswer("E5", "Guarded prisoners.") { Trigger = true }]))
            .Do(People.Screener, new RecordAnswers([new GivenAnswer("E5", "Did not.")])).ReadBack().Decides(People.Screener, Gate.Interview, "complete").Screened().NotVoluntary();

        Assert.Equal(["exclusion-not-assessed"], Blockers(trigger));
        Assert.Contains("assessment-incomplete", trigger.Refusals(People.Vetter, new AssessExclusion("E5", ExclusionLimb.WarCrime, "x", ExclusionConclusion.TriggerCleared, "x")));
        Assert.Equal(["exclusion-not-assessed"], Blockers(trigger.Do(People.Vetter, Cleared("E5") with { Conclusion = ExclusionConclusion.Unresolved })));
        Assert.Empty(Blockers(trigger.Do(People.Vetter, Cleared("E5") with { WhyNew = "A witness spoke." })));
    }

    [Fact]
    public void Vetting_VoluntarinessOrOverlapMissingOrConcern_IsBlocked()
    {
        Assert.Equal(["voluntariness-not-assessed"], Blockers(A.Case().To(Gate.Vetting).Screened()));
        Assert.Equal(["unit-overlap-not-assessed"], Blockers(Ready().Do(People.Vetter, Incident("2022-03"))));

        var concern = Ready().Do(People.Vetter, new RecordFinding(FindingKind.Infiltration, "Asks for names.", "interviewer", "B2", "curious", Concern: true) { Innocent = "Fear." });
        Assert.Equal(["finding-of-concern"], Blockers(concern));
        Assert.Empty(Blockers(concern, "clear-with-remarks"));
    }

    [Fact]
    public void ReportIncident_NoSourceUnitOrOrder_IsRefused()
    {
        var vetting = A.Case().To(Gate.Vetting);

        Assert.Equal(["source-missing"], vetting.Refusals(People.Vetter, Incident("2022-03") with { Sources = [] }));
        Assert.Equal(["unit-number-wrong"], vetting.Refusals(People.Vetter, Incident("2022-03") with { Units = ["117"] }));
        Assert.Equal(["incident-ends-before-it-begins"], vetting.Refusals(People.Vetter, Incident("2022-03") with { To = PartialDate.Parse("2022-02") }));
    }

    [Theory]
    [InlineData("00118", "2021", null, "2022-03", false, false, OverlapResult.NoOverlap)]
    [InlineData("00117", "2022-04-01", null, "2022-03", false, false, OverlapResult.NoOverlap)]
    [InlineData("00117", "2021", "2022-02", "2022-03", false, false, OverlapResult.NoOverlap)]
    [InlineData("00117", "2021", "2022", "2022-03", false, false, OverlapResult.PresentProximateRole)]
    [InlineData("00117", "2022-03-31", null, "2022-03", false, false, OverlapResult.PresentProximateRole)]
    [InlineData("00117", "2021", null, "2022", true, false, OverlapResult.PresentRemoteRole)]
    [InlineData("00117", "2021", null, "2022", true, true, OverlapResult.UnitOnly)]
    public void UnitOverlap_PartialDatesWiden(string unit, string from, string? to, string incident, bool remote, bool absent, OverlapResult expected)
    {
        var service = new ServicePeriod("S1", "army", unit, null, "p", PartialDate.Parse(from), to is null ? null : PartialDate.Parse(to), "r", "post", ServiceBasis.Contract, true, remote);
        var reported = new ReportedIncident("I-1", ["00117"], "p", PartialDate.Parse(incident), PartialDate.Parse(incident), "t", ["s"]);

        Assert.Equal(expected, UnitOverlapRule.Assess(service, reported, null, absent).Result);
    }

    [Fact]
    public void AssessUnitOverlap_WeakProofOfAbsence_IsRefusedAndTheLatestResultCounts()
    {
        var vetting = Ready().Do(People.Vetter, Incident("2022-03")).Evidence(EvidenceType.MedicalRecord, "2022-03").GradedLast(Reliability.C, 2, Corroboration.K2);
        var absent = new AssessUnitOverlap("S1", "I-1") { AbsenceProvenBy = "E1" };

        Assert.Equal(["absence-not-proven"], vetting.Refusals(People.Vetter, absent));
        Assert.Equal(["service-unknown", "incident-unknown"], vetting.Refusals(People.Vetter, new AssessUnitOverlap("S9", "I-9")));
        Assert.Equal(["exclusion-not-assessed"], Blockers(vetting.Do(People.Vetter, new AssessUnitOverlap("S1", "I-1"))));
        Assert.Empty(Blockers(vetting.GradedLast(Reliability.B, 2, Corroboration.K2).Do(People.Vetter, absent)));
        Assert.Equal(["unit-overlap-not-assessed"], Blockers(vetting.Do(People.Vetter, Incident("2022-04"))));
    }

    private static CaseBuilder Ready(params ScreeningHit[] hits) => A.Case().To(Gate.Vetting).Screened(hits).NotVoluntary();

    private static CaseBuilder With(Func<ScreeningRun, ScreeningRun> change)
    {
        var builder = Ready();
        return builder.Do(People.System, new RecordScreeningRun(change(Screenings.Run(builder.File))));
    }

    private static ReportIncident Incident(string month) => new("I-1", ["00117"], "village V", PartialDate.Parse(month), PartialDate.Parse(month), "shelling", ["DEMO"]);

    private static AssessExclusion Cleared(string subject) => CaseBuilder.Cleared(subject);

    private static IReadOnlyList<string> Blockers(CaseBuilder builder, string outcome = "clear") => builder.GateBlockers(Gate.Vetting, outcome, People.Vetter);
}
