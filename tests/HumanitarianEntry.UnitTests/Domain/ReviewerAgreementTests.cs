using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>Worked examples of Cohen's kappa (1960), by hand.</summary>
public sealed class ReviewerAgreementTests
{
    [Theory]
    // 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: po 0.7, pe 0.5*0.6 + 0.5*0.4 = 0.5, kappa 0.4.
    [InlineData(20, 5, 10, 15, 35, 0.4)]
    // po 0.6 twice with other margins: pe 0.54 gives 0.1304, pe 0.46 gives 0.2593.
    [InlineData(45, 15, 25, 15, 60, 0.130434782608696)]
    [InlineData(25, 35, 5, 35, 60, 0.259259259259259)]
    [InlineData(10, 0, 0, 10, 20, 1)]
    [InlineData(0, 10, 10, 0, 0, -1)]
    [InlineData(5, 5, 5, 5, 10, 0)]
    public void Of_WorkedExample_IsCohensKappa(int bothYes, int firstOnly, int secondOnly, int bothNo, int same, double kappa)
    {
        var agreement = ReviewerAgreement.Of(Pairs("same", "same", bothYes).Concat(Pairs("same", "not-same", firstOnly)).Concat(Pairs("not-same", "same", secondOnly)).Concat(Pairs("not-same", "not-same", bothNo)));

        Assert.Equal((bothYes + firstOnly + secondOnly + bothNo, same, 0), (agreement.Items, agreement.Same, agreement.Missing));
        Assert.Equal(kappa, agreement.Kappa!.Value, 12);
    }

    [Fact]
    public void Of_ThreeAnswers_IsCohensKappa()
    {
        // 10 of 12 the same; margins 5,4,3 and 4,5,3: pe = (20 + 20 + 9) / 144.
        var agreement = ReviewerAgreement.Of(Pairs("a", "a", 4).Concat(Pairs("b", "b", 4)).Concat(Pairs("c", "c", 2)).Concat(Pairs("a", "c", 1)).Concat(Pairs("c", "b", 1)));

        Assert.Equal((10d / 12 - 49d / 144) / (1 - 49d / 144), agreement.Kappa!.Value, 12);
    }

    [Fact]
    public void Of_NothingOrOneAnswerAlways_HasNoKappa()
    {
        Assert.Null(ReviewerAgreement.Of([]).Kappa);
        Assert.Null(ReviewerAgreement.Of(Pairs("clear", "clear", 7)).Kappa);
        var missing = ReviewerAgreement.Of(Pairs("same", null, 2).Concat(Pairs("same", "same", 1)));
        Assert.Equal((1, 1, 2), (missing.Items, missing.Same, missing.Missing));
    }

    [Theory]
    [InlineData(3, 3, false, null)]
    [InlineData(5, 5, true, null)]
    [InlineData(20, 19, false, 80)]
    [InlineData(20, 15, true, null)]
    [InlineData(9, 8, false, null)]
    [InlineData(20, 2, false, null)]
    public void SmallNumbers_OfAShare_TellOfNoSingleCase(int items, int same, bool exact, int? atLeast)
    {
        var agreement = new ReviewerAgreement(items, same, 0, 0.5);

        Assert.Equal((exact, atLeast), (SmallNumbers.ShowsShare(agreement), SmallNumbers.AtLeastPercent(agreement)));
        Assert.Equal([false, true, true, false], new[] { 0, 1, 4, 5 }.Select(SmallNumbers.IsSmall));
    }

    [Fact]
    public void Tally_OfADecision_HoldsClosedWordsOnly()
    {
        var decided = A.Case().To(Gate.Vetting).Screened(Screenings.Sanctioned()).Adjudicated("H1", HitOutcome.NotSame, People.Vetter).IncidentCleared().NotVoluntary().Vetted("clear");

        var lines = ReviewTally.Of(ReviewComparison.Of(decided.File, decided.File.DecisionOn(Gate.Vetting)!));
        Assert.Equal([("outcome", "clear", "clear"), ("hit", "not-same", "not-same"), ("exclusion", "cleared", "cleared"), ("voluntariness", "not-of-own-will", "not-of-own-will")], lines.Select(l => (l.Kind, l.First!, l.Second!)));
        Assert.All(lines, l => Assert.Equal(202305, l.Month));
        var table = AgreementTable.Of([.. lines, .. lines, .. lines]);
        Assert.Equal((3, 0, 0, 0), (table.Decisions, table.Panels, table.SplitPanels, table.WithDissent));
        Assert.Equal("outcome", table.ByKind[0].Kind);
    }

    [Fact]
    public void Tally_OfAPanel_CountsSplitAndDissent()
    {
        var split = A.Case().To(Gate.Vetting).Screened().Do(People.Vetter, new ProposeDecision(Gate.Vetting, "unresolved", "x"))
            .Do(People.SecondVetter, new SecondDecision(Gate.Vetting, "exclusion-concern", "y")).Do(People.ThirdVetter, new SecondDecision(Gate.Vetting, "integrity-concern", "z"));

        var line = ReviewTally.Of(ReviewComparison.Of(split.File, split.File.DecisionOn(Gate.Vetting)!))[0];
        Assert.Equal((true, true, true), (line.Panel, line.Split, line.Dissent));
    }

    private static IEnumerable<(string? First, string? Second)> Pairs(string? first, string? second, int count) => Enumerable.Repeat((first, second), count);
}
