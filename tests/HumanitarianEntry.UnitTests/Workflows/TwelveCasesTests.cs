using HumanitarianEntry.Workflows.Running;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

/// <summary>The twelve cases that every implementation of the engine must pass (design: engine 11).</summary>
public sealed class TwelveCasesTests
{
    private const string Review = "f:fork(V,E),V:task,E:task,j:join(WaitAll),Z:task";
    private const string ReviewArrows = "f:V>V f:E>E V>j E>j j>Z";

    [Fact]
    public void Case01Sequence_DoneTwice_SecondIsTooLateAndRepeatIsNoOp()
    {
        var run = Walker.Start(Drawing.Of("start:step,A:task,B:task,fin:finish", "start>A A>B B>fin"));
        Assert.Equal("A", run.Position);
        run.Send(new TaskCompleted("one", "A", "x"));
        Assert.Equal("B", run.Position);
        var repeat = run.Send(new TaskCompleted("one", "A", "x"));
        Assert.True(repeat.Result.IsRepeat);
        Assert.Equal(StimulusVerdict.Accepted, repeat.Result.Verdict);
        Assert.Empty(repeat.Effects);
        Assert.Equal(StimulusVerdict.TooLate, run.Do("A").Last.Result.Verdict);
        Assert.Equal("B", run.Position);
        Assert.Equal(RunStatus.Finished, run.Do("B").State.Status);
    }

    [Fact]
    public void Case02Decision_EitherWay_OnlyThatWayIsOpened()
    {
        const string Items = "A:task,d:decision(ok),Y:task,N:task,e:publish(ended),fin:finish";
        const string Arrows = "A>d d:True>Y d:False>N Y>e N>e e>fin";
        var run = Walker.Start(Drawing.Of(Items, Arrows, "ok=0")).Do("A");
        Assert.Equal("N", run.Position);
        Assert.Equal(StimulusVerdict.TooLate, run.Do("Y").Last.Result.Verdict);
        run.Do("N");
        Assert.Equal(RunStatus.Finished, run.State.Status);
        Assert.Single(run.Last.Effects.OfType<EventPublished>());
        Assert.Equal("Y", Walker.Start(Drawing.Of(Items, Arrows, "ok=1")).Do("A").Position);
    }

    [Theory]
    [InlineData("E", "V")]
    [InlineData("V", "E")]
    public void Case03WaitAll_BothOrders_WaitsForBoth(string first, string second)
    {
        var run = Walker.Start(Drawing.Of(Review, ReviewArrows));
        Assert.Equal("E,V", run.Position);
        Assert.Equal(second, run.Do(first).Position);
        Assert.Equal("Z", run.Do(second).Position);
    }

    [Fact]
    public void Case04Race_FirstWins_OthersAreCancelled()
    {
        var run = Walker.Start(Drawing.Of(Review.Replace("WaitAll", "WaitAny", StringComparison.Ordinal), ReviewArrows)).Do("E");
        Assert.Equal("Z", run.Position);
        Assert.Contains(run.Last.Effects, effect => effect is WaitClosed { ActivityId: "V", Because: ClosedBecause.LostRace });
        Assert.Equal(StimulusVerdict.TooLate, run.Do("V").Last.Result.Verdict);
        Assert.Equal("Z", run.Position);
        var longer = Walker.Start(Drawing.Of("f:fork(a,b),A1:task,A2:task,B1:task,j:join(WaitAny),Z:task", "f:a>A1 A1>A2 A2>j f:b>B1 B1>j j>Z")).Do("A1");
        Assert.Equal("A2,B1", longer.Position);
        Assert.Equal("Z", longer.Do("B1").Position);
    }

    [Fact]
    public void Case05Rework_ManyRounds_StateDoesNotGrow()
    {
        var run = Walker.Start(Drawing.Of("s:step,A:task,d:decision(ok),Z:task", "s>A A>d d:False>A d:True>Z"));
        for (var round = 0; round < StimulusMemory.Capacity; round++) run.Do("A");
        var size = RunStateJson.Write(run.State).Length;
        for (var round = 0; round < StimulusMemory.Capacity; round++) run.Do("A");
        Assert.InRange(RunStateJson.Write(run.State).Length, size - 8, size + 8);
        Assert.InRange(size, 0, 12_000);
        Assert.Equal("Z", run.Do("set ok=1", "A").Position);
    }

    [Fact]
    public void Case06ReworkInBox_OtherBranchFirst_JoinWaitsForTheBox()
    {
        var definition = new Drawing().With("vok=0")
            .WithInner("inner", "V:task,dv:decision(vok),vd:step", "V>dv dv:False>V dv:True>vd")
            .Build("f:fork(a,b),box:flownode(inner),E:task,j:join(WaitAll),Z:task", "f:a>box f:b>E box>j E>j j>Z");
        var run = Walker.Start(definition);
        Assert.Equal("E,V", run.Position);
        Assert.Equal("E,V", run.Do("V").Position);
        Assert.Equal("V", run.Do("E").Position);
        Assert.Equal("V", run.Do("V").Position);
        Assert.Equal("Z", run.Do("set vok=1", "V").Position);
    }

    [Fact]
    public void Case07Reminder_DelayThenReply_NewTimerEachRoundAndOldOneIsLate()
    {
        var run = Walker.Start(Drawing.Of(
            "submit:task,w:fork(R,T),reply:task,delay:delay(30.00:00:00),k:join(WaitAny),d:decision(replied),nudge:publish(nudge),Z:task",
            "submit>w w:R>reply w:T>delay reply>k delay>k k>d d:False>nudge nudge>w d:True>Z"));
        Assert.Equal("delay,reply", run.Do("submit").Position);
        var first = run.State.Waits.Single(wait => wait.Kind == WaitKind.Timer);
        foreach (var round in new[] { 2, 3 })
        {
            Assert.Equal("delay,reply", run.Do("delay").Position);
            Assert.Single(run.Last.Effects.OfType<EventPublished>());
            Assert.Contains(run.Last.Effects, effect => effect is TimerArmed armed && armed.WaitId == $"delay#{round}" && armed.DueAt == run.Now.AddDays(30));
        }
        run.Do("set replied=1", "reply");
        Assert.Equal("Z", run.Position);
        Assert.Contains(run.Last.Effects, effect => effect is TimerCancelled { WaitId: "delay#3" });
        Assert.Equal(StimulusVerdict.TooLate, run.Send(new TimerFired("old", first.Id)).Result.Verdict);
    }

    [Fact]
    public void Case08WholeReviewAgain_SecondRound_NothingOfRoundOneCounts()
    {
        var run = Walker.Start(Drawing.Of("f:fork(a,b),V:task,E:task,j:join(WaitAll),d:decision(ok),fix:task,Z:task", "f:a>V f:b>E V>j E>j j>d d:False>fix fix>f d:True>Z"));
        Assert.Equal("fix", run.Do("V", "E").Position);
        Assert.Equal("E,V", run.Do("fix").Position);
        Assert.Equal("V", run.Do("E").Position);
        Assert.Equal(StimulusVerdict.TooLate, run.Send(new TaskCompleted("old", "V#1", "x")).Result.Verdict);
        Assert.Equal("Z", run.Do("set ok=1", "V").Position);
    }

    [Fact]
    public void Case09Withdraw_AtAnyTime_EverythingElseIsClosed()
    {
        var definition = Drawing.Of(
            "top:fork(main,wd),A:task,B:delay(1.00:00:00),fin1:finish,withdrawn:event(applicant-withdrew),Withdrawn:finish",
            "top:main>A A>B B>fin1 top:wd>withdrawn withdrawn>Withdrawn");
        var run = Walker.Start(definition);
        Assert.Equal("A,withdrawn", run.Position);
        Assert.Equal("B,withdrawn", run.Do("A").Position);
        run.Do("withdrawn");
        Assert.Equal((RunStatus.Finished, "Withdrawn"), (run.State.Status, run.State.Outcome));
        Assert.Contains(run.Last.Effects, effect => effect is TimerCancelled { WaitId: "B#1" });
        Assert.Equal(new RunFinished("Withdrawn"), run.Last.Effects[^1]);
        Assert.Equal(StimulusVerdict.TooLate, run.Do("B").Last.Result.Verdict);
        var other = Walker.Start(definition).Do("A", "B");
        Assert.Equal("fin1", other.State.Outcome);
        Assert.Contains(other.Last.Effects, effect => effect is WaitClosed { ActivityId: "withdrawn", Because: ClosedBecause.RunFinished });
    }

    [Theory]
    [InlineData("x=1 y=1", "X")]
    [InlineData("x=0 y=1", "Y")]
    [InlineData("x=0 y=0", "D")]
    [InlineData("x=undeclared y=0", "D")]
    public void Case10Switch_MatchFirst_TakesFirstTrueElseDefault(string variables, string expected) =>
        Assert.Equal(expected, Walker.Start(Drawing.Of("A:task,sw:switch(MatchFirst (x,x),(y,y)),X:task,Y:task,D:task", "A>sw sw:x>X sw:y>Y sw:Default>D", variables)).Do("A").Position);

    [Fact]
    public void Case11Incident_ThenRetry_SiblingsGoOnAndJoinFires()
    {
        var run = Walker.Start(Drawing.Of("f:fork(a,b),V:task,E:task,boom:reads(ok),j:join(WaitAll),Z:task", "f:a>V f:b>E V>boom boom>j E>j j>Z")).Do("V");
        Assert.Equal("E", run.Position);
        var incident = Assert.Single(run.State.Incidents);
        run.Do("E");
        Assert.Equal(("", RunStatus.Running), (run.Position, run.State.Status));
        var again = run.Send(new Retry("first-retry", incident.Id));
        Assert.Contains(again.Effects, effect => effect is IncidentRaised { Incident.Id: "boom#2" });
        run.Do("set ok=1");
        run.Send(new Retry("second-retry", "boom#2"));
        Assert.Equal("Z", run.Position);
        Assert.Empty(run.State.Incidents);
    }

    [Fact]
    public void Case11Incident_DrawnFault_RetryGoesOnAlongDone()
    {
        var run = Walker.Start(Drawing.Of("f:fork(a,b),V:task,E:task,b1:boom,j:join(WaitAll),Z:task", "f:a>V f:b>E V>b1 b1>j E>j j>Z")).Do("V", "E");
        Assert.Equal("", run.Position);
        run.Send(new Retry("r", run.State.Incidents[0].Id));
        Assert.Equal("Z", run.Position);
    }

    [Fact]
    public void Case12ExampleProgramme_TheEighteenStimuli_PositionsAsRecorded()
    {
        var definition = Definitions.Load("tests/HumanitarianEntry.UnitTests/Workflows/Recordings/example-programme.json");
        var run = Walker.Start(definition, Definitions.Case);
        string[] steps =
        [
            "interview={\"outcome\":\"complete\"}|evidence,vet,withdrawn", "vet={\"outcome\":\"more\"}|evidence,vet,withdrawn", "evidence={\"outcome\":\"sufficient\"}|vet,withdrawn",
            "vet={\"outcome\":\"clear\"}|dossier,withdrawn", "dossier|approve,withdrawn", "approve={\"outcome\":\"no\"}|dossier,withdrawn", "dossier|approve,withdrawn",
            "approve={\"outcome\":\"approved\"}|submit,withdrawn", "submit|reply,silence,withdrawn", "silence|reply,silence,withdrawn", "silence|reply,silence,withdrawn",
            "reply={\"outcome\":\"more\"}|dossier,withdrawn", "dossier|approve,withdrawn", "approve={\"outcome\":\"approved\"}|submit,withdrawn", "submit|reply,silence,withdrawn",
            "reply={\"outcome\":\"granted\"}|travel,withdrawn", "travel|",
        ];
        Assert.Equal("interview,withdrawn", run.Position);
        foreach (var step in steps)
        {
            run.Do(step.Split('|')[0]);
            Assert.Equal(step.Split('|')[1], run.Position);
        }
        Assert.Equal((RunStatus.Finished, "K7Q-4MZ"), (run.State.Status, run.State.CorrelationId));
        Assert.Equal(StimulusVerdict.TooLate, run.Do("!applicant-withdrew").Last.Result.Verdict);
    }
}
