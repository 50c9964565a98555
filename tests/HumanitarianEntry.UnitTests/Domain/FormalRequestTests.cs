using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.FormalRequests;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class FormalRequestTests
{
    private static readonly AskFormally Erase = new(FormalRequestKind.Erase, string.Empty);
    private static readonly ProposeErasureAnswer Grant = new(1, FormalOutcome.Granted, "We erase it.", "Nothing stands against it.");

    [Theory]
    [InlineData(FormalRequestKind.MoreTime, 3)]
    [InlineData(FormalRequestKind.CorrectDetails, 28)]
    [InlineData(FormalRequestKind.MyData, 28)]
    [InlineData(FormalRequestKind.Erase, 28)]
    public void Ask_EveryKind_GetsANumberADayAndAReader(FormalRequestKind kind, int days)
    {
        var asked = A.Case().To(Gate.Identity).Do(People.Applicant, new AskFormally(kind, "words"));
        var request = Assert.Single(FormalRules.Standings(asked.File)).Asked;

        Assert.Equal((1, DateOnly.FromDateTime(request.Provenance.At.UtcDateTime).AddDays(days)), (request.Value.Number, request.Value.AnswerBy));
        Assert.Contains(asked.Last!.Told, t => t.Role == Role.Coordinator);
        Assert.Equal(["formal-request-open"], asked.Refusals(People.Applicant, new AskFormally(kind, "again")));
        Assert.NotNull(FormalRules.NextAt(asked.File));
    }

    [Fact]
    public void Ask_WhatCannotBeAsked_IsRefused()
    {
        var running = A.Case().To(Gate.Identity);
        Assert.Equal(["formal-withdraw-apart"], running.Refusals(People.Applicant, new AskFormally(FormalRequestKind.Withdraw, string.Empty)));
        Assert.Equal(["formal-words-missing"], running.Refusals(People.Applicant, new AskFormally(FormalRequestKind.MoreTime, " ")));
        Assert.Equal(["text-too-long"], running.Refusals(People.Applicant, new AskFormally(FormalRequestKind.MyData, new string('x', 4_001))));
        var stopped = running.Do(People.Applicant, new WithdrawCase());
        Assert.Equal(["already-closed"], stopped.Refusals(People.Applicant, new AskFormally(FormalRequestKind.MoreTime, "words")));
        Assert.Empty(stopped.Refusals(People.Applicant, Erase));
    }

    [Fact]
    public void Withdraw_Always_StandsAmongTheRequestsAsAnswered()
    {
        var standing = Assert.Single(FormalRules.Standings(A.Case().To(Gate.Identity).Do(People.Applicant, new WithdrawCase()).File));
        Assert.Equal((FormalRequestKind.Withdraw, FormalOutcome.Granted), (standing.Asked.Value.Kind, standing.Answer!.Value.Outcome));
    }

    [Fact]
    public void Answer_MoreTime_NeedsADayAhead()
    {
        var asked = A.Case().To(Gate.Identity).Do(People.Applicant, new AskFormally(FormalRequestKind.MoreTime, "the paper is at home"));
        Assert.Equal(["formal-day-missing"], asked.Refusals(People.Coordinator, new AnswerRequest(1, FormalOutcome.Granted, string.Empty)));
        Assert.Equal(["reason-missing"], asked.Refusals(People.Coordinator, new AnswerRequest(1, FormalOutcome.NotGranted, " ")));
        Assert.Equal(["formal-outcome-unknown"], asked.Refusals(People.Coordinator, new AnswerRequest(1, FormalOutcome.TakenBack, "x")));
        var day = DateOnly.FromDateTime(asked.Now.UtcDateTime).AddDays(10);
        var answered = asked.Do(People.Coordinator, new AnswerRequest(1, FormalOutcome.Granted, "Ten days.") { TimeUntil = day });

        Assert.Equal(day, Assert.Single(FormalRules.Standings(answered.File)).Answer!.Value.TimeUntil);
        Assert.Contains(answered.Last!.Told, t => t is { Role: Role.Applicant, Topic: AnswerRequest.Topic });
        Assert.Equal(["formal-request-answered"], answered.Refusals(People.Coordinator, new AnswerRequest(1, FormalOutcome.Granted, string.Empty) { TimeUntil = day }));
        Assert.Null(FormalRules.NextAt(answered.File));
    }

    [Fact]
    public void Copy_OnlyWhenGrantedAndForThirtyDays()
    {
        var asked = A.Case().To(Gate.Identity).Do(People.Applicant, new AskFormally(FormalRequestKind.MyData, string.Empty));
        Assert.Equal(["own-data-not-granted"], asked.Refusals(People.Applicant, new TakeOwnCopy()));
        var granted = asked.Do(People.Coordinator, new AnswerRequest(1, FormalOutcome.Granted, string.Empty));
        Assert.Single(granted.Do(People.Applicant, new TakeOwnCopy()).Last!.Disclosures, d => d.What == "own-data");
        Assert.Equal(["own-data-not-granted"], granted.Later(31).Refusals(People.Applicant, new TakeOwnCopy()));
    }

    [Fact]
    public void Erase_OnePersonAlone_CannotDoIt()
    {
        var proposed = A.Case().To(Gate.Identity).Do(People.Applicant, Erase).Do(People.Coordinator, Grant);

        Assert.Equal(["formal-answer-apart"], A.Case().To(Gate.Identity).Do(People.Applicant, Erase).Refusals(People.Coordinator, new AnswerRequest(1, FormalOutcome.Granted, "x")));
        Assert.Equal(["second-person-must-differ"], proposed.Refusals(People.Coordinator, new SecondErasureAnswer(1, true, "yes")));
        Assert.Equal(["proposal-open"], proposed.Refusals(People.SecondCoordinator, Grant));
        Assert.Null(FormalRules.ErasedAt(proposed.File));
    }

    [Fact]
    public void Erase_TwoPeople_StopsAtOnceAndDestroysThreeDaysLater()
    {
        var agreed = A.Case().To(Gate.Identity).Do(People.Applicant, Erase).Do(People.Coordinator, Grant).Do(People.SecondCoordinator, new SecondErasureAnswer(1, true, "I agree."));

        Assert.True(agreed.File.Position.Finished);
        Assert.Equal(WithdrawCase.Event, agreed.Last!.Event);
        Assert.Single(agreed.Last.Work, w => w is { Kind: WorkKind.EraseCase, Subject: "1" });
        Assert.Equal(agreed.Now.AddMinutes(-1).AddDays(3), FormalRules.ErasedAt(agreed.File));
        Assert.Equal(["formal-request-open"], agreed.Refusals(People.Applicant, Erase));

        Assert.Null(FormalRules.ErasedAt(agreed.Do(People.Applicant, new TakeBackRequest(1)).File));
    }

    [Fact]
    public void Erase_EmergencySince_IsHeldBack()
    {
        var asked = A.Case().To(Gate.Identity).Do(People.Applicant, Erase);
        Assert.Equal(["erasure-in-emergency"], A.Case().To(Gate.Identity).Do(People.Applicant, Erase).Do(People.Applicant, new OpenEmergency("detained", string.Empty)).Refusals(People.Coordinator, Grant));
        var agreed = asked.Do(People.Coordinator, Grant).Do(People.SecondCoordinator, new SecondErasureAnswer(1, true, "I agree."));
        Assert.Null(FormalRules.ErasedAt(agreed.Do(People.System, new HumanitarianEntry.Domain.AccessCodes.RecordDangerCodeUse()).File));
    }

    [Fact]
    public void Erase_SomethingWasHandedOver_ReceiversAreAskedFirst()
    {
        var asked = A.Case().To(Gate.TravelDocument).Do(People.Applicant, Erase);
        Assert.Equal(["erasure-receivers-not-asked"], asked.Refusals(People.Coordinator, Grant));
        Assert.Empty(asked.Refusals(People.Coordinator, Grant with { ReceiversAsked = true }));
    }

    [Fact]
    public void Erase_Refused_NamesItsGroundAndNobodyIsErasedInPart()
    {
        var asked = A.Case().To(Gate.Identity).Do(People.Applicant, Erase);
        Assert.Equal(["erasure-ground-missing"], asked.Refusals(People.Coordinator, Grant with { Outcome = FormalOutcome.NotGranted }));
        Assert.Equal(["formal-outcome-unknown"], asked.Refusals(People.Coordinator, Grant with { Outcome = FormalOutcome.InPart }));
        var refused = asked.Do(People.Coordinator, Grant with { Outcome = FormalOutcome.NotGranted, Ground = KeepingGround.LegalClaims }).Do(People.SecondCoordinator, new SecondErasureAnswer(1, true, "yes"));
        Assert.False(refused.File.Position.Finished);
        Assert.Equal(KeepingGround.LegalClaims, Assert.Single(FormalRules.Standings(refused.File)).Answer!.Value.Ground);
        Assert.Empty(refused.Last!.Work);
    }

    [Fact]
    public void Erase_SecondPersonDoesNotAgree_WaitsForANewProposal()
    {
        var refused = A.Case().To(Gate.Identity).Do(People.Applicant, Erase).Do(People.Coordinator, Grant).Do(People.SecondCoordinator, new SecondErasureAnswer(1, false, "Ask him again."));
        Assert.True(Assert.Single(FormalRules.Standings(refused.File)).IsOpen);
        Assert.Empty(refused.Refusals(People.SecondCoordinator, Grant));
    }

    [Fact]
    public void Remind_BeforeAndAfterTheLastDay_OnceEach()
    {
        var asked = A.Case().To(Gate.Identity).Do(People.Applicant, new AskFormally(FormalRequestKind.MyData, string.Empty));
        var system = People.System;
        Assert.Equal(["reminder-not-due"], asked.Refusals(system, new RemindFormalRequest(1, 7)));
        var told = asked.Later(21).Do(system, new RemindFormalRequest(1, 7));
        Assert.Equal(["reminder-not-due"], told.Refusals(system, new RemindFormalRequest(1, 7)));
        Assert.Contains(told.Later(8).Do(system, new RemindFormalRequest(1, -1)).Last!.Told, t => t.Topic == RemindFormalRequest.LateTopic);
    }
}
