using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class ReopeningTests
{
    private static readonly ReopenCase NewFacts = new(ReopeningCause.NewFacts, "A second witness came forward.");

    [Fact]
    public void Reopen_CaseThatRuns_IsRefused() =>
        Assert.Equal(["not-closed", "reason-missing"], A.Case().To(Gate.Vetting).Refusals(People.Coordinator, NewFacts with { Reason = " " }));

    [Fact]
    public void Reopen_ClosedCase_WaitsForConsentWithItsHistoryButWithoutItsPermissions()
    {
        var closed = Closed("not-recommended");
        var names = closed.File.Identity.Names.Count;
        var again = closed.Do(People.Coordinator, NewFacts);

        Assert.Equal((CaseState.ConsentPending, true), (again.File.Position.State, again.Last!.Restarts));
        Assert.Equal(names, again.File.Identity.Names.Count);
        Assert.Null(again.File.DecisionOn(Gate.Identity));
        Assert.Null(again.File.DecisionOn(Gate.Closure));
        Assert.Equal("accept", again.File.DecisionOn(Gate.Referral)?.Outcome);
        Assert.False(again.File.IsAllowed(ConsentPurpose.Store, again.Now));
        Assert.NotEmpty(again.GateBlockers(Gate.Consent, "consented", People.Screener));
        Assert.Contains("screening-stale", HumanitarianEntry.Domain.Vetting.ScreeningCheck.Check(again.File, again.Context(People.Vetter), 365).Select(b => b.Code));
    }

    [Fact]
    public void Reopen_DeceasedOrErased_IsRefused()
    {
        Assert.Equal(["closed-for-good"], Closed("deceased").Refusals(People.Coordinator, NewFacts));
        Assert.Equal(["closed-for-good"], Closed("erasure").Refusals(People.Coordinator, NewFacts));
        Assert.Empty(Closed("removed").Refusals(People.Coordinator, NewFacts));
    }

    [Fact]
    public void Reopen_WithdrawnCase_OnlyWhenHeAsks()
    {
        var withdrawn = A.Case().To(Gate.Routing).Do(People.Applicant, new WithdrawCase());

        Assert.Equal(["withdrawn-by-applicant"], withdrawn.Refusals(People.Coordinator, NewFacts));
        Assert.Empty(withdrawn.Refusals(People.Coordinator, NewFacts with { Cause = ReopeningCause.AskedByApplicant }));
    }

    [Fact]
    public void Reopen_RolesWithoutContact_SeeOldDecisionsCountNoMoreButNotWhy()
    {
        var again = Closed("not-recommended").Do(People.Coordinator, NewFacts);

        var seen = RoleView.For(Role.DossierOfficer, again.File);

        Assert.Null(seen.DecisionOn(Gate.Recommendation));
        Assert.Equal(again.Now.AddMinutes(-1), seen.Position.BeganAt);
        Assert.Empty(seen.Contact.Reopenings);
    }

    [Fact]
    public void LostContact_AfterReopening_CountsNoAttemptFromBefore()
    {
        var tried = Closed("removed");
        foreach (var channel in new[] { ChannelKind.Signal, ChannelKind.Phone, ChannelKind.Signal })
        {
            tried.Do(People.Coordinator, new RecordContactAttempt(channel, false, true, "No answer."));
        }

        var again = tried.Do(People.Coordinator, NewFacts).Later(31);

        Assert.Contains("contact-not-really-lost", again.Refusals(People.Coordinator, new CloseEarly("lost-contact", "Silence.")));
    }

    [Fact]
    public void Proposal_ThatIsOutdated_IsNotOfferedForASecondSignature()
    {
        var proposed = A.Case().To(Gate.TravelSafety);
        var row = GateTable.For(Gate.TravelSafety);
        var gone = proposed.File with { Travel = proposed.File.Travel with { Proposals = [new Proposal(Gate.TravelSafety, "go", "DEMO", [], "before", proposed.Context(People.Protection).Provenance("proposal", Confidence.Confirmed))] } };
        var current = gone with { Travel = gone.Travel with { Proposals = [gone.Travel.Proposals[0] with { Subject = gone.Travel.Checks.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) }] } };

        Assert.Equal(GateStep.Propose, GateTurn.Of(RoleView.For(Role.ProtectionOfficer, gone), row, People.Protection.Id, [Role.ProtectionOfficer]));
        Assert.NotEqual(GateStep.Propose, GateTurn.Of(RoleView.For(Role.ProtectionOfficer, current), row, People.Protection.Id, [Role.ProtectionOfficer]));
    }

    [Fact]
    public void Seal_SetByOne_IsBrokenByAnother()
    {
        var seal = A.Case().To(Gate.Decision).Do(People.Coordinator, new SealCase("A laptop was lost."));

        Assert.True(Seal.IsOn(seal.File));
        Assert.Equal(["side-path-open"], seal.Refusals(People.Protection, new SealCase("again")));
        Assert.Equal(["second-person-must-differ"], seal.Refusals(People.Coordinator, new UnsealCase("Found.")));
        Assert.True(seal.Do(People.Protection, new UnsealCase("Found.")).File.Position.IsOpen(Gate.Decision));
        Assert.False(Seal.IsOn(seal.File));
    }

    [Fact]
    public void Seal_UnderEmergencyOrWithdrawal_StaysOn()
    {
        var seal = A.Case().To(Gate.Decision).Do(People.Coordinator, new SealCase("An infiltrator."));

        Assert.True(Seal.IsOn(A.Case().To(Gate.Decision).Do(People.Coordinator, new SealCase("x")).Do(People.Applicant, new OpenEmergency("detained", "")).File));
        Assert.True(Seal.IsOn(seal.Do(People.Applicant, new WithdrawCase()).File));
        Assert.Empty(seal.Refusals(People.Protection, new UnsealCase("Over.")));
    }

    [Theory]
    [InlineData(Role.Screener)]
    [InlineData(Role.Vetter)]
    [InlineData(Role.DossierOfficer)]
    [InlineData(Role.EmbassyLiaison)]
    [InlineData(Role.ReceptionPartner)]
    [InlineData(Role.Counsel)]
    public void Seal_EverybodyWhoDoesNotProtect_IsShutOut(Role role) => Assert.False(Seal.Admits(role));

    [Fact]
    public void NotRecommended_WithoutOrWithUnknownCode_IsRefused()
    {
        var waiting = A.Case().To(Gate.Recommendation);
        Assert.Contains("not-heard", waiting.Refusals(People.Coordinator, new ProposeDecision(Gate.Recommendation, "not-recommended", "Doubts.") { ReasonCodes = ["NR-ID"] }));
        Assert.Equal(["not-heard"], waiting.Refusals(People.Coordinator, new CloseEarly("not-recommended", "Doubts.")));
        waiting.Do(People.Coordinator, new LeaveOutHearing("Another person in the same flat."));

        Assert.Equal(["reason-code-missing"], waiting.Refusals(People.Coordinator, new ProposeDecision(Gate.Recommendation, "not-recommended", "Doubts.")));
        Assert.Equal(["reason-code-unknown"], waiting.Refusals(People.Coordinator, new ProposeDecision(Gate.Recommendation, "not-recommended", "Doubts.") { ReasonCodes = ["NR-WHY"] }));
        Assert.Contains("reason-code-unknown", waiting.Refusals(People.Coordinator, new ProposeDecision(Gate.Recommendation, "hold", "Doubts.") { ReasonCodes = ["NR-ID"] }));
        Assert.Empty(waiting.Refusals(People.Coordinator, new ProposeDecision(Gate.Recommendation, "not-recommended", "Doubts.") { ReasonCodes = ["NR-ID", "NR-CRED"] }));
    }

    [Fact]
    public void Turn_FourEyes_GoesFromOneToAnother()
    {
        var row = GateTable.For(Gate.Recommendation);
        var waiting = A.Case().To(Gate.Recommendation);
        GateStep Turn(Actor actor) => GateTurn.Of(waiting.File, row, actor.Id, [actor.Role]);

        Assert.Equal((GateStep.Propose, GateStep.NotYours), (Turn(People.Coordinator), Turn(People.Vetter)));
        waiting.Do(People.Coordinator, new ProposeDecision(Gate.Recommendation, "hold", "A letter is awaited."));
        Assert.Equal((GateStep.WaitForSecond, GateStep.Second), (Turn(People.Coordinator), Turn(People.SecondCoordinator)));
        waiting.Do(People.SecondCoordinator, new SealCase("x"));
        Assert.Equal(GateStep.NotYours, Turn(People.SecondCoordinator));
    }

    private static CaseBuilder Closed(string outcome) => A.Case().To(Gate.Recommendation).Do(People.Coordinator, new RecordHearing(HearingWay.Call, "What speaks against it.", "Says nothing to it.")).Do(People.Coordinator, new CloseEarly(outcome, "The reason."));
}
