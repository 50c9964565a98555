using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Running;
using HumanitarianEntry.Workflows.Simulating;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

/// <summary>The forms of a typed stimulus (design 11.18) and the lines that are printed.</summary>
public sealed class SimulationTests
{
    [Theory]
    [MemberData(nameof(RecordingTests.Accepted), MemberType = typeof(RecordingTests))]
    public void Do_RecordedStimuli_PrintsTheRecordedLines(string name)
    {
        var recording = RecordingTests.Recordings()[name];
        var simulation = Simulation.Start(RecordingTests.Build(recording, "Build="), []);
        foreach (var stimulus in RecordingTests.StimuliOf(recording)) simulation.Do(stimulus);
        var printed = simulation.Steps.Where(step => !step.Stimulus.StartsWith("set ", StringComparison.Ordinal)).Select(step => step.ToLine()).ToList();
        var recorded = RecordingTests.LinesOf(name).ToList();
        for (var at = 0; at < recorded.Count; at++)
        {
            // The Finish that the subset adds ends the run where the recording lets it idle.
            if (printed[at].EndsWith(" Finished", StringComparison.Ordinal))
            {
                Assert.StartsWith(printed[at].Replace(" Finished", "", StringComparison.Ordinal), recorded[at], StringComparison.Ordinal);
                return;
            }
            Assert.Equal(recorded[at].Replace("(no bookmark: ignored)", "(too late: ignored)", StringComparison.Ordinal), printed[at]);
        }
    }

    [Fact]
    public void Do_ExampleProgrammeByWords_ResultsTakeTheShapeThatTheDrawingReads()
    {
        var simulation = Simulation.Start(Definitions.Load("tests/HumanitarianEntry.UnitTests/Workflows/Recordings/example-programme.json"), []);
        foreach (var stimulus in new[] { "interview", "vet=more", "evidence=sufficient", "vet=clear", "dossier", "approve=no", "dossier", "set Approval=approved", "approve", "submit", "silence", "reply=granted", "travel", "withdrawn" })
            Assert.NotEqual(SimulationAnswer.Refused, simulation.Do(stimulus).Answer);
        Assert.Equal("-> travel       waiting[] Finished", simulation.Steps[^2].ToLine());
        Assert.Equal("-> withdrawn    (too late: ignored)", simulation.Steps[^1].ToLine());
    }

    [Theory]
    [InlineData("A:Rejected", "has no outcome 'Rejected'")]
    [InlineData("d:True", "waits for nobody")]
    [InlineData("nowhere", "no activity 'nowhere'")]
    [InlineData("nowhere:Done", "no activity 'nowhere'")]
    [InlineData("set nowhere=1", "no variable 'nowhere'")]
    [InlineData("set ok", "set variable=value")]
    public void Do_WrongWord_IsRefusedWithAHintAndNothingMoves(string stimulus, string hint)
    {
        var simulation = Simulation.Start(Drawing.Of("A:task,d:decision(ok),B:task,C:task", "A>d d:True>B d:False>C"), []);
        var before = RunStateJson.Write(simulation.State);
        var step = simulation.Do(stimulus);
        Assert.Equal(SimulationAnswer.Refused, step.Answer);
        Assert.Contains(hint, step.Hint, StringComparison.Ordinal);
        Assert.Equal(before, RunStateJson.Write(simulation.State));
    }

    [Fact]
    public void Do_DoneByItsPort_IsTheSameAsByItsName() =>
        Assert.Equal(["B"], Simulation.Start(Drawing.Of("A:task,B:task", "A>B"), []).Do("A:Done").Waiting);

    [Fact]
    public void Do_EventBeforeItsWait_IsKeptByIdAndByNameAndUsedWhenItsTimeComes()
    {
        var simulation = Simulation.Start(Drawing.Of("A:task,reply:event(embassy-reply),B:task,again:event(embassy-reply),Z:task", "A>reply reply>B B>again again>Z"), []);
        Assert.Equal("-> reply        waiting[A] Running (early event: kept)", simulation.Do("reply").ToLine());
        Assert.Equal(SimulationAnswer.Kept, simulation.Do("!embassy-reply").Answer);
        Assert.Equal(["B"], simulation.Do("A").Waiting);
        Assert.Equal(SimulationAnswer.TooLate, simulation.Do("reply").Answer);
        Assert.Equal(["Z"], simulation.Do("B").Waiting);
    }

    [Fact]
    public void Do_TimerThenRetry_ClockJumpsAndIncidentIsDoneAgain()
    {
        var simulation = Simulation.Start(Drawing.Of("wait:delay(30.00:00:00),bad:reads(ok),Z:task", "wait>bad bad>Z"), []);
        Assert.Equal("-> wait         waiting[] Running inc=1 (bad: expression)", simulation.Do("wait").ToLine());
        Assert.Equal(SimulationAnswer.TooLate, simulation.Do("bad").Answer);
        simulation.Do("set ok=1");
        Assert.Equal(["Z"], simulation.Do("retry bad").Waiting);
        Assert.Equal(SimulationAnswer.TooLate, simulation.Do("retry bad").Answer);
    }

    [Fact]
    public void Start_SettingOfAVariable_IsThereInTheFirstBurst()
    {
        var definition = Drawing.Of("d:decision(ok),Y:task,N:task", "d:True>Y d:False>N");
        Assert.Equal(["N"], Simulation.Start(definition, []).Steps[0].Waiting);
        Assert.Equal(["Y"], Simulation.Start(definition, [KeyValuePair.Create("ok", "1")]).Steps[0].Waiting);
        Assert.Throws<RunException>(() => Simulation.Start(definition, [KeyValuePair.Create("nothing", "1")]));
    }

    [Fact]
    public void Do_TaskWithOutcomes_NeedsOneUnlessItIsClear()
    {
        var programme = Definitions.Load("workflows/fr-ple-kz.v1.json");
        var simulation = Simulation.Start(programme, [KeyValuePair.Create("CaseReference", "K7Q-4MZ")]);
        var bare = simulation.Do("referral");
        Assert.Equal(SimulationAnswer.Refused, bare.Answer);
        Assert.Contains("referral=accept", bare.Hint, StringComparison.Ordinal);
        Assert.Contains("consent", simulation.Do("referral=accept").Waiting);
        Assert.Equal(SimulationAnswer.Refused, simulation.Do("consent=perhaps").Answer);
        Assert.Equal("withdrawn", simulation.Do("withdrawal").State.Outcome);
    }

    [Fact]
    public void Start_ForbiddenDrawing_IsRefused() =>
        Assert.Throws<DefinitionException>(() => Simulation.Start(Drawing.Of("A:task,B:task", "A:Approved>B"), []));

    [Fact]
    public void Waiting_MixedCase_IsInTheOrderOfTheRecordings() =>
        Assert.Equal(["delay", "E", "reply"], Simulation.Start(Drawing.Of("f:fork(a,b,c),E:task,reply:task,delay:task,j:join(WaitAll)", "f:a>E f:b>reply f:c>delay E>j reply>j delay>j"), []).Steps[0].Waiting);

    [Fact]
    public void Do_StepsOfAChild_AreNamedBehindTheStepThatWaitsForIt()
    {
        var shelf = new Shelf(Shelf.Child("other", "X:task,wait:delay(10.00:00:00),bad:reads(ok)", "X>wait wait>bad"));
        var simulation = Simulation.Start(Drawing.Of("A:dispatch(other),Z:task", "A>Z"), [], shelf);
        Assert.Equal(["A", "A/X"], simulation.Steps[0].Waiting);
        Assert.Equal("-> A/X=yes      waiting[A,A/wait] Running", simulation.Do("A/X=yes").ToLine());
        Assert.Equal(SimulationAnswer.TooLate, simulation.Do("A/X=no").Answer);
        Assert.Equal(SimulationAnswer.Refused, simulation.Do("A/nowhere").Answer);
        Assert.Equal(SimulationAnswer.Refused, simulation.Do("nowhere/X").Answer);
        Assert.Equal("-> A/wait       waiting[A] Running inc=1 (bad: expression)", simulation.Do("A/wait").ToLine());
        Assert.Equal(SimulationAnswer.Moved, simulation.Do("retry A/bad").Answer);
        Assert.Equal(SimulationAnswer.Refused, simulation.Do("A=done").Answer);
    }

    [Fact]
    public void Do_LastStepOfAChild_ParentGoesOn()
    {
        var simulation = Simulation.Start(Drawing.Of("A:dispatch(other),Z:task", "A>Z"), [], new Shelf(Shelf.Child("other", "X:task", "")));
        Assert.Equal("-> A/X          waiting[Z] Running", simulation.Do("A/X").ToLine());
        Assert.Equal("-> A/X          (too late: ignored)", simulation.Do("A/X").ToLine());
    }
}
