using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class FourEyesTests
{
    [Fact]
    public void Decide_GateOfFourEyes_IsRefused() =>
        Assert.Equal(["gate-needs-two-people"], A.Case().To(Gate.Recommendation).Refusals(People.Coordinator, new DecideGate(Gate.Recommendation, "recommend", "Mine.")));

    [Fact]
    public void Propose_GateOfOnePerson_IsRefused() =>
        Assert.Equal(["gate-needs-one-person"], A.Case().To(Gate.Routing).Refusals(People.Coordinator, new ProposeDecision(Gate.Routing, "route", "Mine.")));

    [Fact]
    public void Decide_WrongGateRoleOutcomeOrReason_IsRefusedEach()
    {
        var identity = A.Case().To(Gate.Identity);

        Assert.Equal(["gate-is-not-open"], identity.Refusals(People.Intake, new DecideGate(Gate.Referral, "accept", "Again.")));
        Assert.Equal(["outcome-unknown"], identity.Refusals(People.Screener, new DecideGate(Gate.Identity, "fine", "x")));
        Assert.Equal(["role-may-not-decide"], identity.Refusals(People.Intake, new DecideGate(Gate.Identity, "doubt", "x")));
        Assert.Equal(["reason-missing"], identity.Refusals(People.Screener, new DecideGate(Gate.Identity, "doubt", " ")));
    }

    [Fact]
    public void Second_NothingProposed_IsRefused() =>
        Assert.Equal(["nothing-proposed"], A.Case().To(Gate.Recommendation).Refusals(People.SecondCoordinator, new SecondDecision(Gate.Recommendation, "recommend", "x")));

    [Theory]
    [InlineData("recommend")]
    [InlineData("hold")]
    public void Second_ByTheProposer_IsRefused(string outcome) =>
        Assert.Contains("second-person-must-differ", Proposed().Refusals(People.Coordinator, new SecondDecision(Gate.Recommendation, outcome, "x")));

    [Fact]
    public void Second_ByWhoWroteTheRecommendation_IsRefused()
    {
        var proposed = A.Case().To(Gate.Recommendation).RecommendationWritten().Do(People.ThirdCoordinator, new ProposeDecision(Gate.Recommendation, "recommend", "x"));

        Assert.Contains("second-person-must-differ", proposed.Refusals(People.Coordinator, new SecondDecision(Gate.Recommendation, "recommend", "x")));
        Assert.Empty(proposed.Refusals(People.SecondCoordinator, new SecondDecision(Gate.Recommendation, "recommend", "x")));
    }

    [Fact]
    public void Propose_WhileAnotherWaits_IsRefused() =>
        Assert.Contains("proposal-is-waiting", Proposed().Refusals(People.SecondCoordinator, new ProposeDecision(Gate.Recommendation, "hold", "x")));

    [Fact]
    public void Second_AfterTheTextChanged_IsRefusedAndCanBeProposedAgain()
    {
        var changed = Proposed().RecommendationWritten();

        Assert.Equal(["proposal-is-outdated"], changed.Refusals(People.SecondCoordinator, new SecondDecision(Gate.Recommendation, "recommend", "x")));

        changed.Do(People.Coordinator, new ProposeDecision(Gate.Recommendation, "recommend", "New text.")).Do(People.SecondCoordinator, new SecondDecision(Gate.Recommendation, "recommend", "Yes."));
        Assert.True(changed.File.Position.IsOpen(Gate.Routing));
    }

    [Fact]
    public void Second_Agrees_KeepsBothReasons()
    {
        var decision = A.Case().To(Gate.Routing).File.DecisionOn(Gate.Recommendation)!;

        Assert.Equal(["All criteria met.", "Agreed."], decision.Agreeing.Select(o => o.Reason));
        Assert.Equal((People.Coordinator.Id, People.SecondCoordinator.Id), (decision.ProposedBy!.By, decision.By.By));
        Assert.Empty(decision.Dissent);
    }

    [Fact]
    public void Second_DisagreesOutsideVetting_SendsBackToANewProposal()
    {
        var back = Proposed().Do(People.SecondCoordinator, new SecondDecision(Gate.Recommendation, "hold", "Not yet."));

        Assert.Null(back.Last!.Decided);
        Assert.Null(back.File.ProposalOn(Gate.Recommendation));
        Assert.True(back.File.Position.IsOpen(Gate.Recommendation));
        Assert.Empty(back.Refusals(People.Coordinator, new ProposeDecision(Gate.Recommendation, "hold", "x")));
    }

    [Fact]
    public void Vetting_SecondOfTheSameTeam_IsRefused() =>
        Assert.Equal(["second-person-must-be-of-another-team"], VettingProposed("clear").FoundAlsoBy(People.VetterOfSameTeam).Refusals(People.VetterOfSameTeam, new SecondDecision(Gate.Vetting, "clear", "x")));

    [Fact]
    public void Vetting_ByTheInterviewer_IsRefused()
    {
        var vetting = A.Case().To(Gate.Vetting);

        Assert.Contains("vetter-must-not-be-interviewer", vetting.Refusals(People.Screener.As(Role.Vetter), new ProposeDecision(Gate.Vetting, "unresolved", "x")));
    }

    [Fact]
    public void Vetting_Disagreement_GoesToAPanelWhoseMajorityDecides()
    {
        var panel = VettingProposed("clear-with-remarks").Do(People.SecondVetter, new SecondDecision(Gate.Vetting, "unresolved", "Distance not proven."));
        Assert.Null(panel.Last!.Decided);
        Assert.Contains("second-person-must-differ", panel.Refusals(People.SecondVetter, new SecondDecision(Gate.Vetting, "clear", "x")));
        Assert.Contains("second-person-must-differ", panel.Refusals(People.Vetter, new SecondDecision(Gate.Vetting, "clear", "x")));

        panel.FoundAlsoBy(People.ThirdVetter).Do(People.ThirdVetter, new SecondDecision(Gate.Vetting, "clear-with-remarks", "Two sources."));
        var decision = panel.File.DecisionOn(Gate.Vetting)!;
        Assert.Equal("clear-with-remarks", decision.Outcome);
        Assert.Equal("Distance not proven.", Assert.Single(decision.Dissent).Reason);
        Assert.Equal(2, decision.Agreeing.Count);
        Assert.Null(panel.File.ProposalOn(Gate.Vetting));
    }

    [Fact]
    public void Vetting_SplitPanel_IsUnresolvedAndKeepsEveryOpinion()
    {
        var split = VettingProposed("clear").Do(People.SecondVetter, new SecondDecision(Gate.Vetting, "exclusion-concern", "No.")).Do(People.ThirdVetter, new SecondDecision(Gate.Vetting, "integrity-concern", "Coached."));

        var decision = split.File.DecisionOn(Gate.Vetting)!;
        Assert.Equal("unresolved", decision.Outcome);
        Assert.Equal(["Checked.", "No.", "Coached."], decision.Dissent.Select(o => o.Reason));
        Assert.DoesNotContain("Coached", decision.Reason, StringComparison.Ordinal);
    }

    private static CaseBuilder Proposed() =>
        A.Case().To(Gate.Recommendation).RecommendationWritten().Do(People.Coordinator, new ProposeDecision(Gate.Recommendation, "recommend", "x"));

    private static CaseBuilder VettingProposed(string outcome) =>
        A.Case().To(Gate.Vetting).Screened().IncidentCleared().NotVoluntary().Do(People.Vetter, new ProposeDecision(Gate.Vetting, outcome, "Checked."));
}
