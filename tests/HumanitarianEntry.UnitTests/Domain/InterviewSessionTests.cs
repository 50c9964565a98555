using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class InterviewSessionTests
{
    private static CaseBuilder Talking() => A.Case().To(Gate.Interview).Do(People.Screener, new StartInterview(InterviewMode.Video, "ru"));

    [Fact]
    public void Break_BeginsAndEnds_OnlyOnce()
    {
        var talk = Talking();
        Assert.Equal(["break-marked-already"], talk.Refusals(People.Screener, new MarkBreak(Begins: false)));
        talk.Do(People.Screener, new MarkBreak(Begins: true));
        Assert.NotNull(talk.File.Interview.BreakSince);
        Assert.Equal(["break-marked-already"], talk.Refusals(People.Screener, new MarkBreak(Begins: true)));
        talk.Do(People.Screener, new MarkBreak(Begins: false));
        Assert.Null(talk.File.Interview.BreakSince);
        Assert.NotNull(talk.File.Interview.Running);
    }

    [Theory]
    [InlineData(SessionEnding.Done)]
    [InlineData(SessionEnding.GoesOn)]
    [InlineData(SessionEnding.LineLost)]
    [InlineData(SessionEnding.Distress, Role.Coordinator)]
    [InlineData(SessionEnding.Unsafe, Role.Coordinator, Role.ProtectionOfficer)]
    public void End_ByHowItEnded_TellsThoseWhoMustHelp(SessionEnding ending, params Role[] told)
    {
        var talk = Talking().Do(People.Screener, new EndInterviewSession(ending));
        Assert.Equal(told, talk.Last!.Told.Select(t => t.Role));
        Assert.Null(talk.File.Interview.Running);
        Assert.Equal(["interview-not-held"], talk.Refusals(People.Screener, new EndInterviewSession(ending)));
        Assert.Equal(["interview-not-held"], talk.Refusals(People.Screener, new MarkBreak(Begins: true)));
    }

    [Fact]
    public void Answers_WrittenUpAfterTheSession_BelongToIt()
    {
        var talk = Talking().Do(People.Screener, new EndInterviewSession(SessionEnding.Distress)).Do(People.Screener, new RecordAnswers([new GivenAnswer("A1", "alone")]));
        Assert.Equal(1, talk.File.Interview.AnswerTo("A1")!.Session);
    }

    [Fact]
    public void Start_SessionLeftOpen_EndsIt()
    {
        var talk = Talking().Do(People.SecondScreener, new StartInterview(InterviewMode.Chat, "ru"));
        Assert.Equal(2, talk.File.Interview.Running!.Value.Number);
        Assert.Equal((1, SessionEnding.GoesOn), (talk.File.Interview.Moments.Latest()!.Session, talk.File.Interview.Moments.Latest()!.Ending));
    }

    [Fact]
    public void Trigger_Marked_TellsTheCoordinatorOnce()
    {
        var marked = new RecordAnswers([new GivenAnswer("E3", "served at a relay") { Trigger = true }]);
        var talk = Talking().Do(People.Screener, marked);
        Assert.Equal([RecordAnswers.TriggerTopic], talk.Last!.Told.Select(t => t.Topic));
        Assert.Empty(talk.Do(People.Screener, marked).Last!.Told);
    }

    [Fact]
    public void ExclusionInterview_NeedsATriggerAndAnotherOfficer()
    {
        var exclusion = new StartInterview(InterviewMode.Video, "ru") { Kind = SessionKind.Exclusion };
        var talk = Talking();
        Assert.Equal(["no-trigger-marked"], talk.Refusals(People.SecondScreener, exclusion));
        talk.Do(People.Screener, new RecordAnswers([new GivenAnswer("E3", "x") { Trigger = true }]));
        Assert.Equal(["another-officer-needed"], talk.Refusals(People.Screener, exclusion));
        talk.Do(People.SecondScreener, exclusion);
        Assert.Equal(SessionKind.Exclusion, talk.File.Interview.Running!.Value.Kind);
        Assert.Contains(People.SecondScreener.Id, talk.File.Interview.Interviewers);
    }

    [Fact]
    public void ExclusionInterview_WhileVettingIsOpen_MayBeHeld()
    {
        var vetting = A.Case().To(Gate.Interview).Interviewed().Serving().Stated();
        vetting.Do(People.Screener, new RecordAnswers([new GivenAnswer("E3", "x") { Trigger = true }])).ReadBack().Decides(People.Screener, Gate.Interview, "trigger");
        Assert.Empty(vetting.Refusals(People.SecondScreener, new StartInterview(InterviewMode.Video, "ru") { Kind = SessionKind.Exclusion }));
        Assert.Equal(["gate-is-not-open"], vetting.Refusals(People.SecondScreener, new StartInterview(InterviewMode.Video, "ru")));
    }

    [Fact]
    public void ReadBack_CorrectedLine_IsAddedAndBothAreSealed()
    {
        var talk = Talking().Do(People.Screener, new RecordAnswers([new GivenAnswer("A1", "alone"), new GivenAnswer("E3", "rifle") { Trigger = true }]));
        Assert.Equal(["lines-not-heard"], talk.Refusals(People.Screener, new RecordReadBack(true) { Heard = ["A1"] }));
        Assert.Equal(["line-unknown"], talk.Refusals(People.Screener, new RecordReadBack(true) { Corrected = [new GivenAnswer("B1", "x")] }));
        Assert.Equal(["text-missing"], talk.Refusals(People.Screener, new RecordReadBack(true) { Corrected = [new GivenAnswer("A1", " ")] }));

        talk.Do(People.Screener, new RecordReadBack(true) { Heard = ["A1", "E3"], Corrected = [new GivenAnswer("A1", "with my brother")] });
        var facts = talk.File.Interview;
        Assert.Equal(["alone", "rifle", "with my brother"], facts.Answers.Values().Select(a => a.Value));
        Assert.Equal(("with my brother", 3, "ru"), (facts.AnswerTo("A1")!.Value, facts.ReadBacks.Latest()!.Answers, facts.ReadBacks.Latest()!.Language));
        Assert.True(InterviewSeal.Holds(facts));
    }

    [Fact]
    public void Seal_AnythingConfirmedChangedDroppedOrSlippedIn_IsSeenAndStopsTheGate()
    {
        var talk = A.Case().To(Gate.Interview).Interviewed().Serving().Stated().Do(People.Screener, new MarkBreak(Begins: true)).ReadBack().ReadBack();
        var facts = talk.File.Interview;
        Assert.True(InterviewSeal.Holds(facts));
        Assert.True(InterviewSeal.Holds(facts with { Answers = facts.Answers.Add(facts.Answers[0]) }));
        Assert.NotEqual(facts.ReadBacks[0].Value.Seal, facts.ReadBacks[1].Value.Seal);

        InterviewFacts[] tampered =
        [
            facts with { Answers = facts.Answers.SetItem(2, facts.Answers[2] with { Value = facts.Answers[2].Value with { Value = "other" } }) },
            facts with { Answers = facts.Answers.SetItem(2, facts.Answers[2] with { Provenance = facts.Answers[2].Provenance with { By = People.Vetter.Id } }) },
            facts with { Answers = facts.Answers.RemoveAt(0) },
            facts with { Answers = facts.Answers.Insert(0, facts.Answers[0]) },
            facts with { Statements = facts.Statements.SetItem(0, facts.Statements[0] with { Value = facts.Statements[0].Value with { Text = "other" } }) },
            facts with { Sessions = facts.Sessions.SetItem(0, facts.Sessions[0] with { Value = facts.Sessions[0].Value with { Language = "uk" } }) },
            facts with { Moments = facts.Moments.Clear() },
            facts with { ReadBacks = facts.ReadBacks.RemoveAt(0) },
            facts with { ReadBacks = facts.ReadBacks.SetItem(1, facts.ReadBacks[1] with { Value = facts.ReadBacks[1].Value with { Seal = null } }) },
        ];
        Assert.All(tampered, t => Assert.False(InterviewSeal.Holds(t)));
        Assert.All(tampered, t => Assert.Contains("record-seal-broken", InterviewGate.Check(talk.File with { Interview = t }, "complete").Select(b => b.Code)));
    }
}
