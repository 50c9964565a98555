using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>G16, P1, P3, P4 and who may be on a case.</summary>
public sealed class ClosureAndSidePathTests
{
    [Fact]
    public void LostContact_TooFewAttemptsChannelsDaysOrNoWelfareCheck_IsBlocked()
    {
        Assert.Equal(["contact-not-really-lost"], Lost(A.Case().To(Gate.Consent)));
        Assert.Equal(["contact-not-really-lost"], Lost(Attempts(ChannelKind.Signal, ChannelKind.Phone, welfare: false).Later(31)));
        Assert.Equal(["contact-not-really-lost"], Lost(Attempts(ChannelKind.Signal, ChannelKind.Signal, welfare: true).Later(31)));
        Assert.Equal(["contact-not-really-lost"], Lost(Attempts(ChannelKind.Signal, ChannelKind.Phone, welfare: true).Later(27)));
        Assert.Empty(Lost(Attempts(ChannelKind.Signal, ChannelKind.Phone, welfare: true).Later(31)));
    }

    [Fact]
    public void LostContact_HeardOfSince_StartsAgain()
    {
        Assert.Equal(["contact-not-really-lost"], Lost(Attempts(ChannelKind.Signal, ChannelKind.Phone, welfare: true).Do(People.Applicant, new SendMessage("I am here.")).Later(31)));
        Assert.Equal(["contact-not-really-lost"], Lost(Attempts(ChannelKind.Signal, ChannelKind.Phone, welfare: true).Do(People.Coordinator, new RecordContactAttempt(ChannelKind.Phone, true, false, "spoke")).Later(31)));
    }

    [Fact]
    public void Closure_SettledOrRefusedWithoutTheirGate_IsBlocked()
    {
        var early = A.Case().To(Gate.Decision);

        Assert.Equal(["reception-not-accepted"], early.GateBlockers(Gate.Closure, "arrived-settled", People.Coordinator));
        Assert.Equal(["refusal-not-reviewed"], early.StateDecides("refused").GateBlockers(Gate.Closure, "refused", People.Coordinator));
        Assert.Empty(early.Decides(People.Counsel, Gate.Review, "accept-refusal").GateBlockers(Gate.Closure, "refused", People.Coordinator));
    }

    [Fact]
    public void Emergency_FreezesEverythingAndComesBackToTheSamePlace()
    {
        var emergency = A.Case().To(Gate.Submission).Do(People.Applicant, new OpenEmergency("detained", ""));

        Assert.Equal((CaseState.Emergency, Priority.Emergency), (emergency.File.Position.State, emergency.File.Priority));
        Assert.Contains("gate-is-not-open", emergency.Refusals(People.SubmissionOfficer, new SubmitDossier("by hand", Programmes.Post)));
        Assert.Equal(["side-path-open"], emergency.Refusals(People.Counsel, new OpenEmergency("again", "")));
        Assert.Equal(["side-path-open"], emergency.Refusals(People.Coordinator, new ParkCase("x")));
        Assert.Equal(["reason-missing"], emergency.Refusals(People.Protection, new CloseEmergency("", "x")));
        Assert.Equal(["side-path-not-open"], emergency.Refusals(People.Coordinator, new UnparkCase("x")));

        Assert.True(emergency.Do(People.Protection, new CloseEmergency("released", "Free.")).File.Position.IsOpen(Gate.Submission));
    }

    [Fact]
    public void Emergency_OfAParkedCase_CanBeOpened() =>
        Assert.Empty(A.Case().To(Gate.Submission).Do(People.Coordinator, new ParkCase("Programme suspended.")).Refusals(People.Protection, new OpenEmergency("arrested", "call")));

    [Fact]
    public void Emergency_QuestionOfThePostWaits_NoAnswerLeaves()
    {
        var asked = A.Case().To(Gate.Decision).Do(People.Liaison, new RequestInformation("Where?")).Do(People.Counsel, new OpenEmergency("missing", "x"));

        Assert.Equal(["gate-is-not-open"], asked.Refusals(People.Coordinator, new AnswerInformationRequest("There.")));
    }

    [Fact]
    public void Park_WithoutReasonTwiceOrAfterTheEnd_IsRefused()
    {
        var parked = A.Case().To(Gate.Routing);

        Assert.Equal(["reason-missing"], parked.Refusals(People.Coordinator, new ParkCase(" ")));
        Assert.Equal(["side-path-open"], parked.Do(People.Coordinator, new ParkCase("Suspended.")).Refusals(People.Coordinator, new ParkCase("x")));
        Assert.Equal(["already-closed"], A.Case().To(Gate.Closure).Pass(Gate.Closure).Refusals(People.Coordinator, new ParkCase("x")));
    }

    [Fact]
    public void Withdraw_AtAnyTimeWithoutReason_RecallsWhatWasSent()
    {
        var withdrawn = A.Case().To(Gate.Decision).Do(People.Coordinator, new ParkCase("x")).Do(People.Applicant, new WithdrawCase());

        Assert.Equal(CaseState.Withdrawn, withdrawn.File.Position.State);
        Assert.Equal(WithdrawCase.Event, withdrawn.Last!.Event);
        Assert.Contains(withdrawn.Last.Told, t => t is { Role: Role.SubmissionOfficer, Topic: "recall-due" });
        Assert.Equal(["already-closed"], withdrawn.Refusals(People.Applicant, new WithdrawCase()));
    }

    [Fact]
    public void Assign_RolesThatCheckEachOther_AreKeptApart()
    {
        var assigned = A.Case().To(Gate.Identity).Do(People.Coordinator, Put(People.Screener));

        Assert.Equal(["roles-must-differ"], assigned.Refusals(People.Coordinator, Put(People.Screener.As(Role.Vetter))));
        Assert.Equal(["outside-and-inside"], assigned.Refusals(People.Coordinator, Put(People.Screener.As(Role.EmbassyLiaison))));
        Assert.Equal(["already-assigned"], assigned.Refusals(People.Coordinator, Put(People.Screener)));
        Assert.Equal(["role-not-assignable"], assigned.Refusals(People.Coordinator, Put(People.Vetter.As(Role.Administrator))));
        Assert.Equal(["roles-must-differ"], assigned.Do(People.Coordinator, Put(People.Vetter)).Refusals(People.Vetter.As(Role.Coordinator), new ClaimCase()));
        Assert.Equal(["vetter-must-not-be-interviewer"], A.Case().To(Gate.Vetting).Refusals(People.Coordinator, Put(People.Screener.As(Role.Vetter))));
    }

    [Fact]
    public void ClaimAndUnassign_TakenOrLastCoordinator_IsRefused()
    {
        var claimed = A.Case().To(Gate.Referral).Do(People.Coordinator, new ClaimCase());

        Assert.Equal(["already-assigned"], claimed.Refusals(People.Coordinator, new ClaimCase()));
        Assert.Equal(["claimed-by-another"], claimed.Refusals(People.SecondCoordinator, new ClaimCase()));
        Assert.Equal(["last-coordinator"], claimed.Refusals(People.Coordinator, new UnassignStaff(People.Coordinator.Id, Role.Coordinator, "x")));
        Assert.Equal(["not-assigned"], claimed.Refusals(People.Coordinator, new UnassignStaff(People.Vetter.Id, Role.Vetter, "x")));
        claimed.Do(People.Coordinator, Put(People.SecondCoordinator)).Do(People.Coordinator, new UnassignStaff(People.Coordinator.Id, Role.Coordinator, "Leaves."));
        Assert.DoesNotContain(claimed.File.Assignments, a => a.StaffId == People.Coordinator.Id);
    }

    private static AssignStaff Put(Actor actor) => new(actor.Id, actor.Role, actor.Team);

    private static CaseBuilder Attempts(ChannelKind one, ChannelKind other, bool welfare) =>
        A.Case().To(Gate.Consent).Do(People.Coordinator, new RecordContactAttempt(one, false, false, "x")).Later(1).Do(People.Coordinator, new RecordContactAttempt(other, false, false, "x")).Later(1)
            .Do(People.Protection, new RecordContactAttempt(one, false, welfare, "x"));

    private static IReadOnlyList<string> Lost(CaseBuilder builder) => builder.GateBlockers(Gate.Closure, "lost-contact", People.Coordinator);
}
