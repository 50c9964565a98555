using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Expressions;
using HumanitarianEntry.Workflows.Running;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

/// <summary>Runs that start other runs, moved as one (design: engine rule S15).</summary>
public sealed class FamilyTests
{
    private const string Withdrawable = "top:fork(main,wd),A:dispatch(other),Z:task,out:event(applicant-withdrew),gone:finish";
    private const string WithdrawableArrows = "top:main>A A>Z top:wd>out out>gone";

    private static Shelf Other => new(Shelf.Child("other", "X:task,Y:delay(10.00:00:00)", "X>Y"));

    [Fact]
    public void Advance_ChildEnds_ParentGoesOnInTheSameAdvance()
    {
        var run = Walker.Start(Drawing.Of("A:dispatch(other),Z:task", "A>Z"), Other);
        Assert.Equal(["A#1", "A#1/X#1"], run.Last.Effects.OfType<WaitOpened>().Select(opened => opened.Wait.Id));
        Assert.Equal(("A", "A#1/X#1"), (run.Position, run.Places));
        Assert.DoesNotContain(run.Last.Effects, effect => effect is ChildRequested);

        Assert.Equal("A#1/Y#1", run.Do("X").Places);
        Assert.Contains(run.Last.Effects, effect => effect is TimerArmed { WaitId: "A#1/Y#1" });
        Assert.Equal("Z#1", run.Do("Y").Places);
        Assert.Equal(["A#1/Y#1", "A#1"], run.Last.Effects.OfType<WaitClosed>().Select(closed => closed.WaitId));
        Assert.DoesNotContain(run.Last.Effects, effect => effect is RunFinished);
        Assert.Empty(run.State.Children);
        Assert.Equal(RunStatus.Finished, run.Do("Z").State.Status);
    }

    [Fact]
    public void Advance_ChildsOutcome_IsTheResultAndItsInputComesFromAbove()
    {
        var other = Shelf.Child("other", "w:condition(getInput(\"Word\") == \"from above\"),X:task,yes:finish,no:finish", "w:True>X w:False>no X>yes", inputs: "Word");
        var run = Walker.Start(Drawing.Of("A:asks(other answer),d:condition(getVariable(\"answer\") == \"yes\"),Z:task,N:task", "A>d d:True>Z d:False>N"), new Shelf(other));
        Assert.Equal("A#1/X#1", run.Places);
        Assert.Equal("Z#1", run.Do("X").Places);
    }

    [Fact]
    public void Advance_ChildEndsAtOnce_ParentDoesNotWait()
    {
        var run = Walker.Start(Drawing.Of("A:dispatch(other),Z:task", "A>Z"), new Shelf(Shelf.Child("other", "x:step,p:publish(ev)", "x>p")));
        Assert.Equal("Z#1", run.Places);
        Assert.Equal(["Z#1"], run.Last.Effects.OfType<WaitOpened>().Select(opened => opened.Wait.Id));
        Assert.Contains(run.Last.Effects, effect => effect is EventPublished { Name: "ev" });
    }

    [Fact]
    public void Advance_LoopAroundAChildThatEndsAtOnce_IsAnIncidentAndTheRestGoesOn()
    {
        var shelf = new Shelf(Shelf.Child("other", "x:step", ""));
        var run = Walker.Start(Drawing.Of("top:fork(main,wd),A:task,B:dispatch(other),d:decision(ok),Z:task,out:event(applicant-withdrew),gone:finish", "top:main>A A>B B>d d:False>B d:True>Z top:wd>out out>gone"), shelf);
        Assert.Equal("out#1", run.Do("A").Places);
        Assert.Equal(("B", "child-at-once"), (Assert.Single(run.State.Incidents).ActivityId, run.State.Incidents[0].Code));

        shelf.Publish(Shelf.Child("other", "X:task", "", version: 2));
        run.Send(new Retry("again", run.State.Incidents[0].Id));
        Assert.Equal("B#3/X#1,out#1", run.Places);
    }

    [Theory]
    [InlineData("a/X", "b/X")]
    [InlineData("b/X", "a/X")]
    public void Advance_TwoChildrenInParallel_JoinWaitsForBoth(string first, string second)
    {
        var run = Walker.Start(Drawing.Of("f:fork(p,q),a:dispatch(other),b:dispatch(other),j:join(WaitAll),Z:task", "f:p>a f:q>b a>j b>j j>Z"), new Shelf(Shelf.Child("other", "X:task", "")));
        Assert.Equal("a#1/X#1,b#1/X#1", run.Places);
        Assert.Equal(StimulusVerdict.Accepted, run.Send(new TaskCompleted("1", first, "done")).Result.Verdict);
        Assert.Equal(second[..1], run.Position);
        run.Send(new TaskCompleted("2", second, "done"));
        Assert.Equal("Z", run.Position);
    }

    [Fact]
    public void Advance_ChildInALoop_StateDoesNotGrow()
    {
        var run = Walker.Start(Drawing.Of("A:dispatch(other),d:decision(ok),Z:task", "A>d d:False>A d:True>Z"), new Shelf(Shelf.Child("other", "X:task", "")));
        for (var round = 0; round < StimulusMemory.Capacity; round++) run.Do("X");
        var size = RunStateJson.Write(run.State).Length;
        for (var round = 0; round < StimulusMemory.Capacity; round++) run.Do("X");
        Assert.InRange(RunStateJson.Write(run.State).Length, size - 8, size + 8);
        Assert.Equal($"A#{(2 * StimulusMemory.Capacity) + 1}/X#1", run.Places);
        Assert.Equal("Z", run.Do("set ok=1", "X").Position);
    }

    [Fact]
    public void Advance_Withdrawal_ClosesTheChildrenTheirClocksAndIncidents()
    {
        var other = Shelf.Child("other", "g:fork(x,y,z),X:task,Y:delay(10.00:00:00),bad:reads(ok),k:join(WaitAll)", "g:x>X g:y>Y g:z>bad X>k Y>k bad>k");
        var run = Walker.Start(Drawing.Of(Withdrawable, WithdrawableArrows), new Shelf(other)).Do("!applicant-withdrew");
        Assert.Equal((RunStatus.Finished, "gone"), (run.State.Status, run.State.Outcome));
        Assert.Empty(run.State.Children);
        Assert.Equal(["A#1", "A#1/X#1", "A#1/Y#1", "out#1"], run.Last.Effects.OfType<WaitClosed>().Select(closed => closed.WaitId).Order(StringComparer.Ordinal));
        Assert.Equal("A#1/Y#1", Assert.Single(run.Last.Effects.OfType<TimerCancelled>()).WaitId);
        Assert.Equal("A#1/bad#1", Assert.Single(run.Last.Effects.OfType<IncidentClosed>()).IncidentId);
        Assert.Equal(StimulusVerdict.TooLate, run.Send(new TaskCompleted("late", "A#1/X#1", "x")).Result.Verdict);
    }

    [Fact]
    public void Advance_ChildLosesARace_IsClosedAndItsStimulusIsTooLate()
    {
        var run = Walker.Start(Drawing.Of("f:fork(p,q),a:dispatch(other),B:task,j:join(WaitAny),Z:task", "f:p>a f:q>B a>j B>j j>Z"), Other).Do("B");
        Assert.Equal("Z#1", run.Places);
        Assert.Contains(run.Last.Effects, effect => effect is WaitClosed { WaitId: "a#1/X#1", Because: ClosedBecause.LostRace });
        Assert.Equal(StimulusVerdict.TooLate, run.Send(new TaskCompleted("late", "a#1/X#1", "x")).Result.Verdict);
        Assert.Equal("Z#1", run.Places);
    }

    [Fact]
    public void Pause_WholeFamily_StandsStillAndGoesOnWithShiftedClocks()
    {
        var run = Walker.Start(Drawing.Of(Withdrawable, WithdrawableArrows), Other).Do("X");
        run.Now = Walker.Beginning.AddDays(4);
        run.Send(new PauseRun("p", "parked", ["applicant-withdrew"]));
        Assert.Equal(["A#1/Y#1"], run.Last.Effects.OfType<TimerCancelled>().Select(cancelled => cancelled.WaitId));
        Assert.Single(run.Last.Effects.OfType<RunPaused>());
        run.Now = Walker.Beginning.AddDays(20);
        Assert.Equal(StimulusVerdict.Refused, run.Send(new TimerFired("t", "A#1/Y#1")).Result.Verdict);
        run.Send(new ResumeRun("r", "parked"));
        Assert.Equal(Walker.Beginning.AddDays(26), Assert.Single(run.Last.Effects.OfType<TimerArmed>()).DueAt);
        Assert.Single(run.Last.Effects.OfType<RunResumed>());
        Assert.Equal("Z", string.Join(",", run.Do("Y").State.Position.Except(["out"])));
    }

    [Fact]
    public void Pause_SidePathEventLeadsToAChild_ChildStandsStillToo()
    {
        var definition = Drawing.Of("e:event(applicant-withdrew),A:dispatch(other),Z:task", "e>A A>Z");
        var run = Walker.Start(definition, new Shelf(Shelf.Child("other", "Y:delay(1.00:00:00)", "")));
        run.Send(new PauseRun("p", "parked", ["applicant-withdrew"]));
        run.Do("!applicant-withdrew");
        Assert.Equal("A#1/Y#1", run.Places);
        Assert.Empty(run.Last.Effects.OfType<TimerArmed>());
        run.Now = Walker.Beginning.AddDays(3);
        run.Send(new ResumeRun("r", "parked"));
        Assert.Equal(Walker.Beginning.AddDays(4), Assert.Single(run.Last.Effects.OfType<TimerArmed>()).DueAt);
    }

    [Fact]
    public void Pause_ChildEndsByTheEventOfTheSidePath_ParentGoesOn()
    {
        var run = Walker.Start(Drawing.Of("A:dispatch(other),Z:task", "A>Z"), new Shelf(Shelf.Child("other", "e:event(applicant-withdrew)", "")));
        run.Send(new PauseRun("p", "parked", ["applicant-withdrew"]));
        Assert.Equal("Z#1", run.Do("!applicant-withdrew").Places);
        Assert.True(run.State.IsPaused);
    }

    [Fact]
    public void Event_OnlyTheChildKnows_IsKeptAboveUntilTheChildWaits()
    {
        var run = Walker.Start(Drawing.Of("A:task,B:dispatch(other),Z:task", "A>B B>Z"), new Shelf(Shelf.Child("other", "X:task,e:event(reply),Y:task", "X>e e>Y")));
        Assert.Equal(StimulusVerdict.Kept, run.Do("!reply").Last.Result.Verdict);
        Assert.Equal(StimulusVerdict.Refused, run.Do("!unknown").Last.Result.Verdict);
        Assert.Equal("B#1/X#1", run.Do("A").Places);
        Assert.Single(run.State.KeptEvents);
        Assert.Empty(run.State.Children["B#1"].KeptEvents);
        Assert.Equal("B#1/Y#1", run.Do("X").Places);
        Assert.Empty(run.State.KeptEvents);
    }

    [Fact]
    public void Event_ChildEndsWhileOthersAreKept_ParentStillHasThem()
    {
        var run = Walker.Start(Drawing.Of("A:dispatch(other),e:event(reply),Z:task", "A>e e>Z"), new Shelf(Shelf.Child("other", "X:task", "")));
        Assert.Equal(StimulusVerdict.Kept, run.Do("!reply").Last.Result.Verdict);
        Assert.Equal("Z#1", run.Do("X").Places);
    }

    [Fact]
    public void Event_HeldByAPause_ReachesTheChildOnResume()
    {
        var run = Walker.Start(Drawing.Of("A:dispatch(other),Z:task", "A>Z"), new Shelf(Shelf.Child("other", "e:event(reply)", "")));
        run.Send(new PauseRun("p", "sealed", []));
        Assert.Equal(StimulusVerdict.Kept, run.Do("!reply").Last.Result.Verdict);
        run.Send(new ResumeRun("r", "sealed"));
        Assert.Equal(("Z#1", 0), (run.Places, run.State.KeptEvents.Length));
    }

    [Fact]
    public void Event_ParentAndChildWait_BothHearItOnce()
    {
        var parent = Drawing.Of("f:fork(p,q),A:dispatch(other),e:event(reply),j:join(WaitAll),Z:task", "f:p>A f:q>e A>j e>j j>Z");
        var run = Walker.Start(parent, new Shelf(Shelf.Child("other", "c:event(reply),d:event(reply)", "c>d"))).Do("!reply");
        Assert.Equal(("A#1/d#1", StimulusVerdict.Accepted), (run.Places, run.Last.Result.Verdict));
        Assert.Equal("Z#1", run.Do("!reply").Places);
    }

    [Fact]
    public void Stimulus_RepeatedAfterItWentToAChild_IsANoOp()
    {
        var run = Walker.Start(Drawing.Of("A:dispatch(other),Z:task", "A>Z"), new Shelf(Shelf.Child("other", "X:task,Y:task", "X>Y")));
        run.Send(new TaskCompleted("one", "A/X", "done"));
        var before = RunStateJson.Write(run.State);
        var again = run.Send(new TaskCompleted("one", "A/Y", "done"));
        Assert.True(again.Result is { Verdict: StimulusVerdict.Accepted, IsRepeat: true });
        Assert.Equal((before, 0), (RunStateJson.Write(run.State), again.Effects.Count));
        Assert.Empty(run.State.Children["A#1"].Answered);
    }

    [Fact]
    public void Dispatch_DefinitionMissingOrInvalid_IsAnIncidentAndARetryGoesOn()
    {
        var missing = new Shelf();
        var run = Walker.Start(Drawing.Of("f:fork(p,q),A:dispatch(other),B:task,j:join(WaitAll),Z:task", "f:p>A f:q>B A>j B>j j>Z"), missing);
        Assert.Equal(("B#1", "child-missing", 0), (run.Places, Assert.Single(run.State.Incidents).Code, run.State.Children.Count));
        Assert.Equal("child-missing", Assert.Single(run.Do("B").State.Incidents).Code);
        Assert.Equal(RunStatus.Running, run.State.Status);
        run.Send(new Retry("r1", run.State.Incidents[0].Id));
        Assert.Equal("child-missing", Assert.Single(run.State.Incidents).Code);
        missing.Publish(Shelf.Child("other", "X:task,never:task", ""));
        run.Send(new Retry("r2", run.State.Incidents[0].Id));
        Assert.Equal("child-invalid", Assert.Single(run.State.Incidents).Code);
        missing.Publish(Shelf.Child("other", "X:task", "", version: 2));
        run.Send(new Retry("r3", run.State.Incidents[0].Id));
        Assert.Empty(run.State.Incidents);
        Assert.Equal("Z#1", run.Do("X").Places);
    }

    [Fact]
    public void Dispatch_Circle_IsAnIncidentNotARunWithoutEnd()
    {
        var run = Walker.Start(Drawing.Of("A:dispatch(one)", ""), new Shelf(Shelf.Child("one", "B:dispatch(two)", ""), Shelf.Child("two", "C:dispatch(drawing)", "")));
        Assert.Equal(("A#1/B#1/C#1", "child-circle"), (Family.Incidents(run.State).Single().Id, Family.Incidents(run.State).Single().Code));
        Assert.Equal(StimulusVerdict.Accepted, run.Send(new Retry("r", "A#1/B#1/C#1")).Result.Verdict);
        Assert.Equal("A#1/B#1/C#2", Family.Incidents(run.State).Single().Id);
    }

    [Fact]
    public void Dispatch_IdsTooLongToStore_IsAnIncident()
    {
        var (dispatch, task) = (new string('d', 60), new string('t', 60));
        var run = Walker.Start(Drawing.Of($"{dispatch}:dispatch(other)", ""), new Shelf(Shelf.Child("other", $"{task}:task", "")));
        Assert.Equal("child-too-deep", Assert.Single(run.State.Incidents).Code);
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("{\"Unknown\": 1}")]
    public void Dispatch_InputTheChildCannotTake_IsAnIncident(string input)
    {
        var parent = WorkflowDefinition.Parse(
            new Drawing().With("r=0").Json("A:asks(other r),Z:task", "A>Z").Replace("{\\u0022Word\\u0022: \\u0022from above\\u0022}", input.Replace("\"", "\\u0022", StringComparison.Ordinal), StringComparison.Ordinal), "drawing.json");
        Assert.StartsWith("child-in", Assert.Single(Walker.Start(parent, new Shelf(Shelf.Child("other", "X:task", "", inputs: "Word"))).State.Incidents).Code, StringComparison.Ordinal);
    }

    [Fact]
    public void Advance_NestedTwoDeep_EndsComeUpThroughAllInOneAdvance()
    {
        var run = Walker.Start(
            Drawing.Of("A:dispatch(one),Z:task", "A>Z"), new Shelf(Shelf.Child("one", "B:dispatch(two),s:step", "B>s"), Shelf.Child("two", "C:task", "")));
        Assert.Equal("A#1/B#1/C#1", run.Places);
        Assert.Equal("Z#1", run.Do("C").Places);
        Assert.Equal(["A#1/B#1/C#1", "A#1/B#1", "A#1"], run.Last.Effects.OfType<WaitClosed>().Select(closed => closed.WaitId));
    }

    [Fact]
    public void Dispatch_WithoutWaiting_RunsBesideAndEndsWithItsParent()
    {
        var definition = Drawing.Of("A:detached(other),Z:task", "A>Z");
        var run = Walker.Start(definition, Other);
        Assert.Equal("A#1/X#1,Z#1", run.Places);
        Assert.Equal("A#1/Y#1,Z#1", run.Do("X").Places);
        Assert.Contains(run.Do("Z").Last.Effects, effect => effect is TimerCancelled { WaitId: "A#1/Y#1" });
        var patient = Walker.Start(definition, Other).Do("X", "Y");
        Assert.Equal(("Z#1", 0), (patient.Places, patient.State.Children.Count));
    }

    [Fact]
    public void Child_StaysOnItsVersion_AndTheNextChildTakesTheNewest()
    {
        var shelf = new Shelf(Shelf.Child("other", "X:task", ""));
        var run = Walker.Start(Drawing.Of("A:dispatch(other),B:dispatch(other)", "A>B"), shelf);
        shelf.Publish(Shelf.Child("other", "Y:task", "", version: 2));
        Assert.Equal("B#1/Y#1", run.Do("X").Places);
    }

    [Fact]
    public void ChildFinished_FromOutsideWhileTheChildRuns_IsRefused()
    {
        var run = Walker.Start(Drawing.Of("A:dispatch(other),Z:task", "A>Z"), Other);
        Assert.Equal(StimulusVerdict.Refused, run.Send(new ChildFinished("x", "A#1", Values.Null)).Result.Verdict);
        Assert.Equal(StimulusVerdict.Refused, run.Send(new ChildFinished("x", "A", Values.Null)).Result.Verdict);
        Assert.Equal("A#1/X#1", run.Places);
    }
}
