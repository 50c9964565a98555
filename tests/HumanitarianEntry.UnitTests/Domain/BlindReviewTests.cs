using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>Two people vet without knowing of each other's findings until both have sealed (handbook 4g).</summary>
public sealed class BlindReviewTests
{
    private const string Marker = "MARKER";

    [Fact]
    public void For_BeforeBothSealed_HoldsNothingOfTheOtherReviewer()
    {
        var vetting = Found();
        Assert.DoesNotContain(Marker, Seen(People.SecondVetter, vetting), StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, Seen(People.ThirdVetter, vetting), StringComparison.Ordinal);

        vetting.Do(People.Vetter, new ProposeDecision(Gate.Vetting, "unresolved", Marker));
        Assert.DoesNotContain(Marker, Seen(People.SecondVetter, vetting), StringComparison.Ordinal);
        Assert.Contains(Marker, Seen(People.Vetter, vetting), StringComparison.Ordinal);
        Assert.True(ReviewRound.Of(vetting.File).IsSealedBy(People.Vetter.Id));
    }

    [Fact]
    public void For_FirstWhoSealed_HoldsNothingOfTheSecondEither()
    {
        var vetting = A.Case().To(Gate.Vetting).Screened(Screenings.Sanctioned()).Do(People.Vetter, new ProposeDecision(Gate.Vetting, "unresolved", "x"))
            .Do(People.SecondVetter, new AdjudicateHit("H1", HitOutcome.NotSame, Marker) { Codes = [HitReason.OtherBirthDate] }).Do(People.SecondVetter, Finding(Marker));

        Assert.DoesNotContain(Marker, Seen(People.Vetter, vetting), StringComparison.Ordinal);
    }

    [Fact]
    public void For_BothSealedAndApart_OpensBothReviewsToTheThirdAndToEachOther()
    {
        var panel = Found().Do(People.Vetter, new ProposeDecision(Gate.Vetting, "unresolved", Marker)).Do(People.SecondVetter, new SecondDecision(Gate.Vetting, "integrity-concern", "second"));

        Assert.All(new[] { People.Vetter, People.SecondVetter, People.ThirdVetter }, p => Assert.Contains(Marker, Seen(p, panel), StringComparison.Ordinal));
        Assert.Equal(["unresolved", "integrity-concern"], ReviewComparison.Of(BlindReview.For(People.ThirdVetter.Id, panel.File))!.Opinions.Select(o => o.Outcome));
        Assert.True(ReviewRound.Of(panel.File).IsThird(People.ThirdVetter.Id));
    }

    [Theory]
    [InlineData(Role.Coordinator)]
    [InlineData(Role.Counsel)]
    [InlineData(Role.DossierOfficer)]
    [InlineData(Role.SubmissionOfficer)]
    [InlineData(Role.ProtectionOfficer)]
    [InlineData(Role.Screener)]
    [InlineData(Role.Auditor)]
    public void RoleView_BeforeTheDecision_HoldsNothingOfAReview(Role role)
    {
        var vetting = Found();
        Assert.DoesNotContain(Marker, Json(RoleView.For(role, vetting.File)), StringComparison.Ordinal);
        vetting.Do(People.Vetter, new ProposeDecision(Gate.Vetting, "unresolved", Marker)).Do(People.SecondVetter, new SecondDecision(Gate.Vetting, "integrity-concern", "second"));
        Assert.DoesNotContain(Marker, Json(RoleView.For(role, vetting.File)), StringComparison.Ordinal);

        vetting.Do(People.ThirdVetter, new SecondDecision(Gate.Vetting, "integrity-concern", "third"));
        Assert.Equal(AccessTable.For(role, Compartment.Vetting) >= Access.Summary, Json(RoleView.For(role, vetting.File)).Contains(Marker, StringComparison.Ordinal));
    }

    [Fact]
    public void For_EvidenceFromAListEntry_IsNotReadBeforeBothSealed()
    {
        var two = A.Case().To(Gate.Vetting).Screened(Screenings.Wanted()).Adjudicated("H1", HitOutcome.Same, People.Vetter, People.SecondVetter);

        Assert.Single(two.File.Evidence.Items);
        Assert.All(new[] { People.Vetter, People.SecondVetter, People.ThirdVetter }, p => Assert.Empty(BlindReview.For(p.Id, two.File).Evidence.Items));
        Assert.Single(RoleView.For(Role.EvidenceCustodian, two.File).Evidence.Items);
    }

    [Fact]
    public void For_HitAfterTheDecision_IsReadByWhoHasAnsweredIt()
    {
        var after = A.Case().To(Gate.Recommendation).Screened(Screenings.Sanctioned("H7")).Adjudicated("H7", HitOutcome.NotSame, People.Vetter);
        bool Reads(Actor vetter) => BlindReview.For(vetter.Id, after.File).Vetting.Adjudications.Exists(a => a.Provenance.By == People.Vetter.Id && a.Value.EntryHash.EndsWith("H7", StringComparison.Ordinal));

        Assert.False(Reads(People.SecondVetter));
        after.Adjudicated("H7", HitOutcome.NotSame, People.SecondVetter);
        Assert.True(Reads(People.SecondVetter));
        Assert.False(Reads(People.ThirdVetter));
    }

    [Fact]
    public void Second_OnTheWorkOfTheFirst_IsRefused()
    {
        var proposed = A.Case().To(Gate.Vetting).Screened(Screenings.Sanctioned()).Adjudicated("H1", HitOutcome.NotSame, People.Vetter).IncidentCleared().NotVoluntary()
            .Do(People.Vetter, new ProposeDecision(Gate.Vetting, "clear", "Checked."));

        Assert.Equal(["hit-not-adjudicated", "exclusion-not-assessed", "voluntariness-not-assessed"], proposed.Refusals(People.SecondVetter, new SecondDecision(Gate.Vetting, "clear", "Seen.")));
        Assert.Empty(proposed.FoundAlsoBy(People.SecondVetter).Refusals(People.SecondVetter, new SecondDecision(Gate.Vetting, "clear", "Seen.")));
    }

    [Fact]
    public void Sealed_Review_TakesNoChangeButAnswersWhatCameUpLater()
    {
        var vetting = A.Case().To(Gate.Vetting).Screened(Screenings.Sanctioned()).Adjudicated("H1", HitOutcome.NotSame, People.Vetter).NotVoluntary().Do(People.Vetter, new ProposeDecision(Gate.Vetting, "clear", "Checked."));

        Assert.Equal(["review-is-sealed"], vetting.Refusals(People.Vetter, new AdjudicateHit("H1", HitOutcome.Same, "x") { Codes = [HitReason.PatronymicAgrees] }));
        Assert.Equal(["review-is-sealed"], vetting.Refusals(People.Vetter, new AssessVoluntariness(true, "x") { Entered = EntryIntoService.NeverServed }));
        Assert.Equal(["review-is-sealed"], vetting.Refusals(People.Vetter, Finding("x")));
        Assert.Equal(["review-is-sealed"], vetting.Refusals(People.Vetter, new CloseOpenSourceReview("x", "x", "x")));
        vetting.Screened(Screenings.Sanctioned(), Screenings.Sanctioned("H2")).Adjudicated("H2", HitOutcome.NotSame, People.Vetter);
        Assert.Equal(["review-is-sealed"], vetting.Refusals(People.Vetter, new AdjudicateHit("H2", HitOutcome.Same, "x") { Codes = [HitReason.PatronymicAgrees] }));
    }

    [Fact]
    public void Second_SameOutcomeButAWeighingHitApart_GoesToAPanel()
    {
        var apart = Answered(HitOutcome.Same, HitOutcome.NotSame);

        Assert.Null(apart.Last!.Decided);
        Assert.Equal((ReviewAnswer.Same, ReviewAnswer.NotSame), ReviewComparison.Of(apart.File)!.Items.Where(i => i.NeedsPanel(true)).Select(i => (i.First, i.Second)).Single());
        Assert.Equal(["hit-not-adjudicated"], apart.GateBlockers(Gate.Vetting, "clear", People.ThirdVetter));
        apart.Adjudicated("H1", HitOutcome.NotSame, People.ThirdVetter).Do(People.ThirdVetter, new SecondDecision(Gate.Vetting, "clear", "The year."));
        Assert.Equal("clear", apart.File.DecisionOn(Gate.Vetting)!.Outcome);
        Assert.Equal(HitStanding.NotSame, apart.File.Vetting.StandingOf(apart.File.Vetting.LatestRun!.Value.Hits[0]));
        Assert.NotNull(Answered(HitOutcome.NotSame, HitOutcome.CannotTell).Last!.Decided);
    }

    [Fact]
    public void Panel_ThirdOutvoted_DecidesWithTheTwoAndKeepsHisDissent()
    {
        var decided = Answered(HitOutcome.Same, HitOutcome.NotSame).Do(People.ThirdVetter, new SecondDecision(Gate.Vetting, "unresolved", "I cannot tell."));

        var decision = decided.File.DecisionOn(Gate.Vetting)!;
        Assert.Equal(("clear", People.ThirdVetter.Id, "I cannot tell."), (decision.Outcome, decision.By.By, Assert.Single(decision.Dissent).Reason));
        Assert.Equal(3, ReviewComparison.Of(decided.File)!.Opinions.Count);
        Assert.False(ReviewComparison.Of(decided.File)!.IsThirdOfAnotherTeam);
        Assert.DoesNotContain(decided.File.Vetting.Adjudications, a => ReviewRound.Of(decided.File).IsClosed(a.Provenance.At));
    }

    [Fact]
    public void Second_ExclusionClearedByOneOnly_GoesToAPanelAndTheMajorityStands()
    {
        var apart = Triggered().Do(People.Vetter, Assessed(ExclusionConclusion.TriggerCleared)).Do(People.SecondVetter, Assessed(ExclusionConclusion.SeriousReasons))
            .Do(People.Vetter, new ProposeDecision(Gate.Vetting, "integrity-concern", "x")).Do(People.SecondVetter, new SecondDecision(Gate.Vetting, "integrity-concern", "y"));

        Assert.Null(apart.Last!.Decided);
        Assert.Equal(ExclusionConclusion.SeriousReasons, Assert.Single(ReviewResult.ExclusionsOf(apart.File)).Conclusion);
        apart.Do(People.ThirdVetter, Assessed(ExclusionConclusion.TriggerCleared)).Do(People.ThirdVetter, new SecondDecision(Gate.Vetting, "integrity-concern", "z"));
        Assert.Equal(ExclusionConclusion.TriggerCleared, Assert.Single(ReviewResult.ExclusionsOf(apart.File)).Conclusion);
    }

    /// <summary>Handbook section 5, statement 13: whatever two people say of it, a hit of the persecutor's class takes nobody before a panel and lowers no result.</summary>
    [Fact]
    public void PersecutorHit_RandomAnswers_NeverChangesWhatTwoReviewsComeTo()
    {
        var random = new Random(29);
        for (var i = 0; i < 60; i++)
        {
            var seed = random.Next();
            Assert.Equal(Reviewed(seed, wanted: false), Reviewed(seed, wanted: true));
        }
    }

    private static (string? Outcome, bool Panel) Reviewed(int seed, bool wanted)
    {
        var random = new Random(seed);
        var (first, second, ofWanted) = ((HitOutcome)random.Next(3), (HitOutcome)random.Next(3), new[] { random.Next(4), random.Next(4) });
        var outcomes = new[] { "clear", "clear-with-remarks", "unresolved", "integrity-concern" };
        var (one, two) = (outcomes[random.Next(4)], outcomes[random.Next(4)]);
        var builder = A.Case().To(Gate.Vetting).Screened(wanted ? [Screenings.Wanted("P1"), Screenings.Sanctioned()] : [Screenings.Sanctioned()]).NotVoluntary()
            .Adjudicated("H1", first, People.Vetter).Adjudicated("H1", second, People.SecondVetter).Do(People.Vetter, Assessed(ExclusionConclusion.TriggerCleared, "H1")).Do(People.SecondVetter, Assessed(ExclusionConclusion.TriggerCleared, "H1"))
            .Do(People.SecondVetter, new AssessVoluntariness(false, "x") { Entered = EntryIntoService.NeverServed });
        foreach (var (vetter, answer) in new[] { (People.Vetter, ofWanted[0]), (People.SecondVetter, ofWanted[1]) }.Where(a => wanted && a.Item2 < 3))
        {
            builder.Adjudicated("P1", (HitOutcome)answer, vetter);
        }

        builder.Do(People.Vetter, new ProposeDecision(Gate.Vetting, one, "x")).Do(People.SecondVetter, new SecondDecision(Gate.Vetting, two, "y"));
        return (builder.Last!.Decided?.Outcome, ReviewRound.Of(builder.File).IsPanel);
    }

    private static CaseBuilder Answered(HitOutcome first, HitOutcome second)
    {
        var builder = A.Case().To(Gate.Vetting).Screened(Screenings.Sanctioned()).NotVoluntary().Do(People.SecondVetter, new AssessVoluntariness(false, "x") { Entered = EntryIntoService.NeverServed });
        foreach (var (vetter, outcome) in new[] { (People.Vetter, first), (People.SecondVetter, second) })
        {
            builder.Adjudicated("H1", outcome, vetter);
            if (outcome != HitOutcome.NotSame)
            {
                builder.Do(vetter, Assessed(ExclusionConclusion.TriggerCleared, "H1"));
            }
        }

        return builder.Do(People.Vetter, new ProposeDecision(Gate.Vetting, "clear", "x")).Do(People.SecondVetter, new SecondDecision(Gate.Vetting, "clear", "y"));
    }

    private static CaseBuilder Triggered() => A.Case().To(Gate.Interview).Interviewed().Stated().Do(People.Screener, new RecordAnswers([new GivenAnswer("E5", "Guarded prisoners.") { Trigger = true }]))
        .ReadBack().Decides(People.Screener, Gate.Interview, "complete").Screened();

    private static CaseBuilder Found() => Triggered().Screened(Screenings.Sanctioned())
        .Do(People.Vetter, new AdjudicateHit("H1", HitOutcome.NotSame, Marker) { Codes = [HitReason.OtherBirthDate] }).Do(People.Vetter, Assessed(ExclusionConclusion.TriggerCleared) with { Reason = Marker })
        .Do(People.Vetter, new AssessVoluntariness(false, Marker) { Entered = EntryIntoService.NeverServed }).Do(People.Vetter, Finding(Marker));

    private static AssessExclusion Assessed(ExclusionConclusion conclusion, string subject = "E5") =>
        CaseBuilder.Cleared(subject) with { Conclusion = conclusion, Modes = [conclusion == ExclusionConclusion.SeriousReasons ? ContributionMode.Aided : ContributionMode.None], Proportionality = "weighed", Expiation = "none" };

    private static RecordFinding Finding(string claim) => new(FindingKind.OpenSource, claim, "DEMO", "B2", "none", Concern: false);

    private static string Seen(Actor vetter, CaseBuilder builder) => Json(BlindReview.For(vetter.Id, RoleView.For(Role.Vetter, builder.File)));

    private static string Json(CaseFile file) => System.Text.Json.JsonSerializer.Serialize(Enum.GetValues<Compartment>().Select(c => (object)file[c]).ToList(), DomainJson.Options);
}
