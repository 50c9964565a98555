using System.Text.Json;
using HumanitarianEntry.Workflows.Expressions;
using HumanitarianEntry.Workflows.Migrating;
using HumanitarianEntry.Workflows.Running;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

/// <summary>The rules S1 to S16 that the twelve cases leave open (design: engine 10.5).</summary>
public sealed class EngineRulesTests
{
    private const string Withdrawable = "top:fork(main,wd),A:task,B:delay(10.00:00:00),fin:finish,out:event(applicant-withdrew),gone:finish";
    private const string WithdrawableArrows = "top:main>A A>B B>fin top:wd>out out>gone";

    [Fact]
    public void Advance_EventBeforeItsWait_IsKeptAndConsumedOnArming()
    {
        var run = Walker.Start(Drawing.Of("A:task,reply:event(embassy-reply),Z:task", "A>reply reply>Z")).Do("!embassy-reply");
        Assert.Equal((StimulusVerdict.Kept, "A"), (run.Last.Result.Verdict, run.Position));
        Assert.Equal("Z", run.Do("A").Position);
        Assert.Empty(run.State.KeptEvents);
    }

    [Fact]
    public void Advance_EventNobodyEverWaitsFor_IsRefused() =>
        Assert.Equal(StimulusVerdict.Refused, Walker.Start(Drawing.Of("A:task", "")).Do("!something-else").Last.Result.Verdict);

    [Fact]
    public void Advance_UnknownActivity_IsRefusedNotLate() =>
        Assert.Equal(StimulusVerdict.Refused, Walker.Start(Drawing.Of("A:task", "")).Do("nowhere").Last.Result.Verdict);

    [Fact]
    public void Advance_RepeatOfLateStimulus_GivesFirstAnswer()
    {
        var run = Walker.Start(Drawing.Of("A:task,B:task", "A>B")).Do("A");
        Assert.Equal(StimulusVerdict.TooLate, run.Send(new TaskCompleted("late", "A#1", "x")).Result.Verdict);
        var again = run.Send(new TaskCompleted("late", "A#1", "x"));
        Assert.True(again.Result is { Verdict: StimulusVerdict.TooLate, IsRepeat: true });
    }

    [Fact]
    public void Advance_RefusedStimulus_MayComeAgain()
    {
        var run = Walker.Start(Drawing.Of("B:delay(1.00:00:00),Z:task", "B>Z"));
        Assert.Equal(StimulusVerdict.Refused, run.Send(new TimerFired("t", "B#1")).Result.Verdict);
        run.Now = Walker.Beginning.AddDays(1);
        Assert.Equal(StimulusVerdict.Accepted, run.Send(new TimerFired("t", "B#1")).Result.Verdict);
    }

    [Fact]
    public void Pause_Parked_StandsStillShiftsTimersAndRestoresThePosition()
    {
        var run = Walker.Start(Drawing.Of(Withdrawable, WithdrawableArrows)).Do("A");
        run.Now = Walker.Beginning.AddDays(4);
        run.Send(new PauseRun("p", "parked", []));
        Assert.Contains(run.Last.Effects, effect => effect is TimerCancelled { WaitId: "B#1" });
        run.Now = Walker.Beginning.AddDays(20);
        Assert.Equal(StimulusVerdict.Refused, run.Send(new TimerFired("t", "B#1")).Result.Verdict);
        Assert.Equal(StimulusVerdict.Refused, run.Send(new PauseRun("p2", "parked", [])).Result.Verdict);
        run.Send(new ResumeRun("r", "parked"));
        Assert.Contains(run.Last.Effects, effect => effect is RunResumed { StoodStill.Days: 16 });
        Assert.Contains(run.Last.Effects, effect => effect is TimerArmed armed && armed.DueAt == Walker.Beginning.AddDays(26));
        Assert.Equal("B,out", run.Position);
    }

    [Fact]
    public void Pause_TwoReasons_GoesOnOnlyWhenBothAreLifted()
    {
        var run = Walker.Start(Drawing.Of("A:task,Z:task", "A>Z"));
        run.Send(new PauseRun("p1", "parked", []));
        run.Send(new PauseRun("p2", "emergency", []));
        run.Send(new ResumeRun("r1", "parked"));
        Assert.True(run.State.IsPaused);
        Assert.Equal(StimulusVerdict.Refused, run.Do("A").Last.Result.Verdict);
        run.Send(new ResumeRun("r2", "emergency"));
        Assert.Equal("Z", run.Do("A").Position);
    }

    [Fact]
    public void Pause_SidePathEvent_IsAcceptedOthersAreKeptUntilResume()
    {
        var accepting = Walker.Start(Drawing.Of(Withdrawable, WithdrawableArrows));
        accepting.Send(new PauseRun("p", "emergency", ["applicant-withdrew"]));
        Assert.Equal(RunStatus.Finished, accepting.Do("!applicant-withdrew").State.Status);
        var sealedRun = Walker.Start(Drawing.Of(Withdrawable, WithdrawableArrows));
        sealedRun.Send(new PauseRun("p", "sealed", []));
        Assert.Equal(StimulusVerdict.Kept, sealedRun.Do("!applicant-withdrew").Last.Result.Verdict);
        Assert.Equal(RunStatus.Running, sealedRun.State.Status);
        sealedRun.Send(new ResumeRun("r", "sealed"));
        Assert.Equal((RunStatus.Finished, "gone"), (sealedRun.State.Status, sealedRun.State.Outcome));
    }

    [Fact]
    public void Advance_NothingLeftToWaitFor_RaisesStalledInsteadOfFinishing()
    {
        // Invalid drawings cannot start; a run that comes to stand still anyhow must say so.
        var definition = Drawing.Of("A:task,sw:switch(MatchFirst (x,x)),X:task", "A>sw sw:x>X");
        var run = Walker.Start(definition);
        var stuck = run.State with { Waits = [] };
        var answer = Interpreter.Advance(definition, stuck, new VariableSet("v", "x", Values.Of("1")), run.Now);
        Assert.Contains(answer.Effects, effect => effect is IncidentRaised { Incident.Code: "stalled" });
    }

    [Fact]
    public void Box_WithForkAndLoopInside_IsDoneOnlyWhenItsInsideIs()
    {
        var definition = new Drawing().With("ok=0")
            .WithInner("inner", "g:fork(x,y),P:task,Q:task,k:join(WaitAll),d:decision(ok),last:step", "g:x>P g:y>Q P>k Q>k k>d d:False>g d:True>last")
            .Build("f:fork(a,b),box:flownode(inner),E:task,j:join(WaitAll),Z:task", "f:a>box f:b>E box>j E>j j>Z");
        var run = Walker.Start(definition).Do("E", "P");
        Assert.Equal("Q", run.Position);
        Assert.Equal("P,Q", run.Do("Q").Position);
        Assert.Equal("Z", run.Do("set ok=1", "Q", "P").Position);
    }

    [Fact]
    public void Race_WithBoxAndIncidentOnTheLosingSide_TakesBothAway()
    {
        var definition = new Drawing().With("ok=0")
            .WithInner("inner", "P:task,bad:reads(ok)", "P>bad")
            .Build("f:fork(a,b),box:flownode(inner),E:task,j:join(WaitAny),Z:task", "f:a>box f:b>E box>j E>j j>Z");
        var waiting = Walker.Start(definition).Do("E");
        Assert.Equal("Z", waiting.Position);
        Assert.Contains(waiting.Last.Effects, effect => effect is WaitClosed { ActivityId: "P", Because: ClosedBecause.LostRace });
        var broken = Walker.Start(definition).Do("P", "E");
        Assert.Equal(("Z", 0), (broken.Position, broken.State.Incidents.Length));
    }

    [Fact]
    public void Fork_BothBranchesPassAtOnce_WaitAnyGoesOnOnce()
    {
        var run = Walker.Start(Drawing.Of("A:task,f:fork(a,b),x:step,y:step,j:join(WaitAny),Z:publish(applicant-withdrew),E:task", "A>f f:a>x f:b>y x>j y>j j>Z Z>E")).Do("A");
        Assert.Equal("E", run.Position);
        Assert.Single(run.Last.Effects.OfType<EventPublished>());
    }

    [Fact]
    public void Fork_TwoInstantFinishes_TheFirstArrowInTheFileDecides()
    {
        const string Items = "f:fork(a,b),x:step,y:step,finA:finish,finB:finish";
        Assert.Equal("finA", Walker.Start(Drawing.Of(Items, "f:a>x f:b>y x>finA y>finB")).State.Outcome);
        Assert.Equal("finB", Walker.Start(Drawing.Of(Items, "f:b>y f:a>x x>finA y>finB")).State.Outcome);
    }

    [Fact]
    public void Advance_EventOfAnotherCase_IsRefused()
    {
        var definition = Definitions.Load("workflows/fr-ple-kz.v1.json");
        var run = Walker.Start(definition, Definitions.Case);
        Assert.Equal("K7Q-4MZ", run.State.CorrelationId);
        Assert.Equal(StimulusVerdict.Refused, run.Send(new EventReceived("e", "applicant-withdrew") { CorrelationId = "XXX-000" }).Result.Verdict);
        Assert.Equal(RunStatus.Finished, run.Send(new EventReceived("e", "applicant-withdrew") { CorrelationId = "K7Q-4MZ" }).State.Status);
    }

    [Fact]
    public void Resume_TwoKeptEventsAndTwoWaits_EachIsUsedOnce()
    {
        var run = Walker.Start(Drawing.Of("one:event(ev),two:event(ev),three:event(ev),Z:task", "one>two two>three three>Z"));
        run.Send(new PauseRun("p", "parked", []));
        run.Do("!ev", "!ev");
        run.Send(new ResumeRun("r", "parked"));
        Assert.Equal(("three", 0), (run.Position, run.State.KeptEvents.Length));
    }

    [Fact]
    public void Complete_WithoutAResult_LeavesTheVariableAndAWordBecomesTheOutcomeThatIsRead()
    {
        var definition = Definitions.Load("tests/HumanitarianEntry.UnitTests/Workflows/Recordings/example-programme.json");
        var run = Walker.Start(definition, Definitions.Case);
        run.Send(new TaskCompleted("1", "interview", "complete"));
        run.Send(new TaskCompleted("2", "vet", "more"));
        Assert.Equal("{\"outcome\":\"more\"}", run.State.Variables["Vetting"].GetRawText());
        run.Send(new TaskCompleted("3", "vet", default(JsonElement)));
        Assert.Equal("{\"outcome\":\"more\"}", run.State.Variables["Vetting"].GetRawText());
        Assert.Equal("evidence,vet,withdrawn", run.Position);
    }

    [Fact]
    public void Advance_ChildRun_WaitsAndGoesOnWithItsResult()
    {
        var run = Walker.Start(Drawing.Of("A:dispatch(other),Z:task", "A>Z"));
        Assert.Contains(run.Last.Effects, effect => effect is ChildRequested { WaitId: "A#1", DefinitionId: "other" });
        Assert.Equal("Z", run.Do("A").Position);
    }

    [Fact]
    public void Advance_OtherVersion_IsRefused()
    {
        var run = Walker.Start(Drawing.Of("A:task", ""));
        var other = new Drawing { VersionId = "drawing-v2" }.Build("A:task", "");
        Assert.Throws<RunException>(() => Interpreter.Advance(other, run.State, new TaskCompleted("x", "A", "x"), run.Now));
    }

    [Fact]
    public void Advance_SameInputTwice_GivesTheSameBytes()
    {
        var definition = Definitions.Load("workflows/fr-ple-kz.v1.json");
        var run = Walker.Start(definition, Definitions.Case).Do("referral=accept", "consent=partial", "identity=verified", "interview=complete");
        var stimulus = new TaskCompleted("same", "vetting", "clear");
        var first = Interpreter.Advance(definition, run.State, stimulus, run.Now);
        var second = Interpreter.Advance(definition, RunStateJson.Read(RunStateJson.Write(run.State)), stimulus, run.Now);
        Assert.Equal(RunStateJson.Write(first.State), RunStateJson.Write(second.State));
        Assert.Equal(first.Effects.Select(effect => effect.GetType()), second.Effects.Select(effect => effect.GetType()));
    }

    [Theory]
    [InlineData("\"format\":1", "\"format\":2")]
    [InlineData("\"status\":\"running\"", "\"status\":\"resting\"")]
    [InlineData("\"format\":1", "\"format\":1,\"extra\":1")]
    [InlineData("\"kind\":\"task\"", "\"kind\":0")]
    public void ReadState_UnknownFormatKindOrField_IsRefused(string known, string changed)
    {
        var text = RunStateJson.Write(Walker.Start(Drawing.Of("A:task", "")).State);
        Assert.Contains(known, text, StringComparison.Ordinal);
        Assert.Throws<RunException>(() => RunStateJson.Read(text.Replace(known, changed, StringComparison.Ordinal)));
        Assert.DoesNotContain("HumanitarianEntry", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_UndeclaredInput_IsRefused() =>
        Assert.Throws<RunException>(() => Walker.Start(Drawing.Of("A:task", ""), new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["Name"] = Values.Of("x") }));

    [Theory]
    [InlineData("40-migrate-add-branch-to-join", false)]
    [InlineData("41-migrate-remove-waiting-node", false)]
    [InlineData("42-migrate-insert-step-after-waiting", true)]
    public void Migrate_RecordedCases_RefusedOrAllowed(string name, bool isPossible)
    {
        var recording = RecordingTests.Recordings()[name];
        var (from, to) = (RecordingTests.Build(recording, "Build="), RecordingTests.Build(recording, "Build2=", "drawing-v2"));
        var run = Walker.Start(from);
        if (name.StartsWith("40", StringComparison.Ordinal)) run.Do("V");
        var report = Migration.Check(run.State, from, to);
        Assert.Equal(isPossible, report.IsPossible);
        if (!isPossible)
        {
            Assert.Throws<RunException>(() => Migration.Apply(run.State, from, to));
            return;
        }
        var moved = Migration.Apply(run.State, from, to);
        var next = Interpreter.Advance(to, moved, new TaskCompleted("s", "A", "x"), run.Now);
        Assert.Equal(["N"], next.State.Position);
    }

    [Fact]
    public void Migrate_OpenForkGetsABranchBeforeAnybodyArrived_IsRefused()
    {
        var from = Drawing.Of("f:fork(a,b),V:task,E:task,j:join(WaitAll),Z:task", "f:a>V f:b>E V>j E>j j>Z");
        var to = new Drawing { VersionId = "drawing-v2" }.Build("f:fork(a,b,c),V:task,E:task,X:task,j:join(WaitAll),Z:task", "f:a>V f:b>E f:c>X V>j E>j X>j j>Z");
        Assert.False(Migration.Check(Walker.Start(from).State, from, to).IsPossible);
    }
}
