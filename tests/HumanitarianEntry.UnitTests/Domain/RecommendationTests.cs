using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

/// <summary>G6: what a recommendation must say, the person's own word on it, the right to be heard and to a review (handbook G6).</summary>
public sealed class RecommendationTests
{
    private static readonly WriteRecommendation Whole = new("Strong case.", CaseBuilder.Findings());

    [Fact]
    public void Write_CriterionTwiceUnknownOrWithoutResult_IsRefused()
    {
        var open = A.Case().To(Gate.Recommendation);
        var one = new CriterionFinding("identity", "Proven.") { Result = CriterionResult.Met };
        Assert.Equal(["criterion-unknown"], open.Refusals(People.Coordinator, new WriteRecommendation("x", [one, one])));
        Assert.Equal(["criterion-unknown"], open.Refusals(People.Coordinator, new WriteRecommendation("x", [one with { Criterion = "looks" }])));
        Assert.Equal(["recommendation-incomplete"], open.Refusals(People.Coordinator, new WriteRecommendation("x", [one with { Result = null }])));
        Assert.Equal(["evidence-unknown"], open.Refusals(People.Coordinator, new WriteRecommendation("x", [one with { Evidence = ["E99"] }])));
        Assert.Equal(["doubt-not-stated"], open.Refusals(People.Coordinator, new WriteRecommendation("x", [one with { Result = CriterionResult.MetWithDoubt }])));
        Assert.Empty(open.Refusals(People.Coordinator, new WriteRecommendation("x", [one with { Result = CriterionResult.MetWithDoubt }]) { Doubts = ["A doubt."] }));
    }

    [Theory]
    [InlineData("finding-missing")]
    [InlineData("criterion-not-met")]
    [InlineData("engagement-without-evidence")]
    public void Recommend_TextDoesNotBearIt_IsBlocked(string code)
    {
        var findings = code switch
        {
            "finding-missing" => Whole.Findings.RemoveAt(0),
            "criterion-not-met" => Whole.Findings.SetItem(0, Whole.Findings[0] with { Result = CriterionResult.NotMet }),
            _ => Whole.Findings.ConvertAll(f => f with { Evidence = [] }),
        };
        Assert.Equal([code], Blockers(A.Case().To(Gate.Recommendation).Do(People.Coordinator, Whole with { Findings = findings })));
        Assert.Empty(Blockers(A.Case().To(Gate.Recommendation).Do(People.Coordinator, Whole)));
    }

    [Fact]
    public void Recommend_Conditions_AreAcceptedByThePersonFirstAndAgainWhenTheyChange()
    {
        var open = A.Case().To(Gate.Recommendation);
        Assert.Equal(["no-conditions"], open.Refusals(People.Coordinator, new AnswerConditions(Accepts: true)));
        open.Do(People.Coordinator, Whole with { Conditions = ["Flies alone."] });
        Assert.Equal(["conditions-not-answered"], Blockers(open));
        Assert.Equal(["reason-missing"], open.Refusals(People.Coordinator, new AnswerConditions(Accepts: false)));
        Assert.Equal(["conditions-refused"], Blockers(open.Do(People.Coordinator, new AnswerConditions(Accepts: false) { Words = "Not without my brother." })));
        Assert.Empty(Blockers(open.Do(People.Coordinator, new AnswerConditions(Accepts: true))));
        Assert.Empty(Blockers(open.Do(People.Coordinator, Whole with { Summary = "Other words.", Conditions = ["Flies alone."] })));
        Assert.Equal(["conditions-not-answered"], Blockers(open.Do(People.Coordinator, Whole with { Conditions = ["Flies alone.", "Lives in Lyon."] })));
    }

    [Fact]
    public void Recommend_AnswerAddedAfterTheReadBack_IsReadBackAgain()
    {
        var open = A.Case().To(Gate.Recommendation).RecommendationWritten();
        open.Later(1).Do(People.Screener, new RecordAnswers([new GivenAnswer("K1", "Refused by another state.")]));
        Assert.Equal(["answers-not-confirmed"], Blockers(open));
        Assert.Empty(Blockers(open.ReadBack()));
    }

    [Fact]
    public void Review_AskedInTime_IsDecidedByAThirdPersonAndHoldsTheClosing()
    {
        var refused = NotRecommended();
        Assert.Equal(["nothing-to-review"], A.Case().To(Gate.Recommendation).Refusals(People.Counsel, new AskForReview("Wrong.")));
        Assert.Equal(["review-too-late"], NotRecommended().Later(32).Refusals(People.Counsel, new AskForReview("Wrong.")));
        refused.Do(People.Counsel, new AskForReview("The unit was another."));
        Assert.Equal(["review-asked-already"], refused.Refusals(People.Counsel, new AskForReview("Again.")));
        Assert.Equal(["review-waits"], refused.GateBlockers(Gate.Closure, "not-recommended", People.Coordinator));
        Assert.Equal(["reviewer-must-differ"], refused.Refusals(People.Coordinator, new DecideReview(Upheld: true, "Stands.")));
        Assert.Equal(["reviewer-must-differ"], refused.Refusals(People.SecondCoordinator, new DecideReview(Upheld: true, "Stands.")));
        var third = People.Coordinator with { Id = Guid.Parse("77777777-0000-4000-8000-000000000001") };
        var overturned = refused.Do(third, new DecideReview(Upheld: false, "Another unit indeed."));
        Assert.Equal(["no-review-waits"], overturned.Refusals(third, new DecideReview(Upheld: true, "x")));
        var closed = overturned.Decides(People.Coordinator, Gate.Closure, "not-recommended");
        Assert.Equal(CaseState.ConsentPending, closed.Do(People.Coordinator, new ReopenCase(ReopeningCause.ReviewOverturned, "Review.")).File.Position.State);
    }

    /// <summary>Other reviewers (handbook P2): also who wrote what was decided on, and who heard the person or did not.</summary>
    [Fact]
    public void Review_AuthorOfTheTextOrOfTheHearing_DoesNotDecideIt()
    {
        var refused = NotRecommended().Do(People.Counsel, new AskForReview("Wrong."));
        CaseFile With(Guid author, Guid hearer) => refused.File with
        {
            Dossier = refused.File.Dossier with
            {
                Recommendations = refused.File.Dossier.Recommendations.ConvertAll(r => r with { Provenance = r.Provenance with { By = author } }),
                Hearings = refused.File.Dossier.Hearings.ConvertAll(h => h with { Provenance = h.Provenance with { By = hearer } }),
            },
        };
        var (decision, other) = (InternalReview.Reviewable(refused.File)!, Guid.NewGuid());

        Assert.NotEmpty(refused.File.Dossier.Hearings);
        Assert.True(InternalReview.HadPart(With(other, Third.Id), decision, Third.Id));
        Assert.False(InternalReview.HadPart(With(other, other), decision, Third.Id));
        if (!refused.File.Dossier.Recommendations.IsEmpty)
        {
            Assert.True(InternalReview.HadPart(With(Third.Id, other), decision, Third.Id));
        }
    }

    [Fact]
    public void Recommendation_AfterTheCaseBeganAgain_IsWrittenAnew()
    {
        var file = A.Case().To(Gate.Dossier).File;

        Assert.NotNull(file.Recommendation);
        Assert.Null((file with { Position = file.Position with { BeganAt = file.Recommendation.Provenance.At.AddMinutes(1) } }).Recommendation);
    }

    /// <summary>Where he served is his word like every answer.</summary>
    [Fact]
    public void OwnWord_ServiceAddedAfterTheReadBack_IsReadBackAgain()
    {
        var read = A.Case().To(Gate.Recommendation).ReadBack();
        Assert.DoesNotContain(OwnWord.Check(read.File), b => b.Code == "answers-not-confirmed");

        read.Do(People.Screener, new HumanitarianEntry.Domain.Interviews.RecordService("army", "00150", "DEMO", HumanitarianEntry.Domain.People.PartialDate.Parse("2022-03"), "private", "driver", HumanitarianEntry.Domain.Interviews.ServiceBasis.Mobilised));

        Assert.Contains(OwnWord.Check(read.File), b => b.Code == "answers-not-confirmed");
        Assert.DoesNotContain(OwnWord.Check(read.ReadBack().File), b => b.Code == "answers-not-confirmed");
    }

    [Fact]
    public void OwnWord_LastStatementUnsigned_HoldsAndTheSignedOneStands()
    {
        var file = A.Case().To(Gate.Recommendation).Do(People.Screener, new HumanitarianEntry.Domain.Interviews.RecordStatement("ru", "Первое. Имя помощника.") { Signed = true })
            .Do(People.Screener, new HumanitarianEntry.Domain.Interviews.RecordStatement("ru", "Второе.") { Signed = true }).Do(People.Screener, new HumanitarianEntry.Domain.Interviews.RecordStatement("ru", "Третье.")).File;

        Assert.Contains(OwnWord.Check(file), b => b.Code == "statement-not-signed");
        Assert.Equal("Второе.", Assert.Single(file.Interview.StandingStatements(), s => s.Statement.Value.Language == "ru").Statement.Value.Text);
    }

    [Fact]
    public void Review_AskedByThePersonHimself_NeedsNoWordsAndIsAskedOnce()
    {
        Assert.Equal(["nothing-to-review"], A.Case().To(Gate.Recommendation).Refusals(People.Applicant, new AskForReview("Wrong.")));
        Assert.Equal(["reason-missing"], NotRecommended().Refusals(People.Counsel, new AskForReview(" ")));
        Assert.Equal(["text-too-long"], NotRecommended().Refusals(People.Applicant, new AskForReview(new string('я', InternalReview.MaxGrounds + 1))));

        var asked = NotRecommended().Do(People.Applicant, new AskForReview(string.Empty));
        Assert.Equal([new Told(Role.Coordinator, AskForReview.Asked)], asked.Last!.Told);
        Assert.Equal(Role.Applicant, asked.File.Dossier.ReviewRequests[^1].Provenance.Role);
        Assert.Equal(["review-asked-already"], asked.Refusals(People.Applicant, new AskForReview("Again.")));
        Assert.Equal(["review-waits"], asked.GateBlockers(Gate.Closure, "not-recommended", People.Coordinator));
        asked.Do(Third, new DecideReview(Upheld: true, "Stands."));
        Assert.Contains(new Told(Role.Applicant, DecideReview.Decided), asked.Last!.Told);
        Assert.Equal(["review-asked-already"], asked.Refusals(People.Applicant, new AskForReview("Again.")));
    }

    [Fact]
    public void Review_TheWholeLastDay_CountsWhereverThePersonIs()
    {
        var refused = NotRecommended();
        var decision = InternalReview.Reviewable(refused.File)!;
        var last = InternalReview.LastDay(decision);
        Assert.Equal(DateOnly.FromDateTime(decision.By.At.UtcDateTime).AddDays(30), last);
        var midnight = new DateTimeOffset(last.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        Assert.True(InternalReview.IsInTime(decision, midnight.AddHours(11.9)));
        Assert.False(InternalReview.IsInTime(decision, midnight.AddHours(12)));
    }

    [Fact]
    public void OwnReview_AtEachStep_SaysWhenAndNeverWhatWasDecidedOrByWhom()
    {
        Assert.Equal(OwnReview.None, OwnReview.Of(A.Case().To(Gate.Recommendation).File, CaseBuilder.FirstContact));
        var refused = NotRecommended();
        var may = OwnReview.Of(refused.File, refused.Now);
        Assert.Equal((InternalReview.LastDay(InternalReview.Reviewable(refused.File)!), true, null), (may.Until, may.MayAsk, may.AskedAt));
        Assert.False(OwnReview.Of(refused.File, refused.Now.AddDays(32)).MayAsk);

        Assert.Equal(("Mine.", false), (OwnReview.Of(refused.Do(People.Applicant, new AskForReview("Mine.")).File, refused.Now) is var own ? own.Words : null, own.MayAsk));
        Assert.Null(OwnReview.Of(NotRecommended().Do(People.Counsel, new AskForReview("Counsel's words.")).File, refused.Now).Words);
        var answered = refused.Do(Third, new DecideReview(Upheld: false, "SECRET reason"));
        var read = OwnReview.Of(answered.File, answered.Now);
        Assert.Equal(answered.File.Dossier.ReviewDecisions[^1].Provenance.At, read.AnsweredAt);
        Assert.DoesNotContain("SECRET", read.ToString(), StringComparison.Ordinal);
        Assert.Equal(read, OwnReview.Of(With(answered.File, upheld: true), answered.Now));

        // When the case has begun again it is still true that he asked and was answered.
        var again = answered.Decides(People.Coordinator, Gate.Closure, "not-recommended").Do(People.Coordinator, new ReopenCase(ReopeningCause.ReviewOverturned, "Review."));
        Assert.Equal((null, false, read.AnsweredAt), (OwnReview.Of(again.File, again.Now) is var later ? later.Until : null, later.MayAsk, later.AnsweredAt));

        static CaseFile With(CaseFile file, bool upheld) =>
            file with { Dossier = file.Dossier with { ReviewDecisions = file.Dossier.ReviewDecisions.ConvertAll(d => d with { Value = d.Value with { Upheld = upheld } }) } };
    }

    [Fact]
    public void Reopen_AsOverturnedWithoutReview_IsRefused() =>
        Assert.Equal(["review-not-overturned"], NotRecommended().Decides(People.Coordinator, Gate.Closure, "not-recommended").Refusals(People.Coordinator, new ReopenCase(ReopeningCause.ReviewOverturned, "x")));

    [Theory]
    [InlineData(Role.EmbassyLiaison)]
    [InlineData(Role.DossierOfficer)]
    [InlineData(Role.Vetter)]
    [InlineData(Role.SubmissionOfficer)]
    public void Hearing_OnlyThoseWhoDecideOrSpeakForThePerson_ReadIt(Role role)
    {
        var file = NotRecommended().Do(People.Counsel, new AskForReview("Wrong.")).File;
        Assert.Empty(RoleView.For(role, file).Dossier.Hearings);
        Assert.Empty(RoleView.For(role, file).Dossier.ReviewRequests);
        Assert.NotEmpty(RoleView.For(Role.Coordinator, file).Dossier.Hearings);
    }

    /// <summary>Who asked and hears nothing waits whether the case is closing or closed.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ReviewReminders_ReviewWaits_EachMarkIsDueOnceUntilItIsDecided(bool isClosed)
    {
        var clocks = GateClocks.None with { Times = GateClocks.None.Times.Add((Gate.Recommendation, Priority.Normal), new GateTime(TimeSpan.FromDays(10), InWorkingDays: false)) };
        var asked = NotRecommended().Under(p => p with { Clocks = clocks });
        Assert.Null(ReviewReminders.NextAt(asked.File, clocks));
        if (isClosed)
            asked.Decides(People.Coordinator, Gate.Closure, "not-recommended");
        Assert.Equal(isClosed, asked.File.Position.Finished);
        asked.Do(People.Applicant, new AskForReview("Mine."));
        var since = asked.File.Dossier.ReviewRequests[^1].Provenance.At;
        Assert.Equal(since.AddDays(5), ReviewReminders.NextAt(asked.File, clocks));
        Assert.Null(ReviewReminders.NextAt(asked.File, GateClocks.None));
        Assert.Equal(["reminder-not-due"], asked.Refusals(People.System, new RemindReview(ClockMark.FirstReminder)));

        Assert.Equal([new Told(Role.Coordinator, RemindReview.WaitsTopic)], asked.Later(6).Do(People.System, new RemindReview(ClockMark.FirstReminder)).Last!.Told);
        Assert.Equal(["reminder-not-due"], asked.Refusals(People.System, new RemindReview(ClockMark.FirstReminder)));
        Assert.Equal(since.AddDays(8), ReviewReminders.NextAt(asked.File, clocks));
        Assert.Equal([new Told(Role.Coordinator, RemindReview.OverdueTopic)], asked.Later(5).Do(People.System, new RemindReview(ClockMark.ToCaseLead)).Last!.Told);
        Assert.Equal(since.AddDays(15), ReviewReminders.NextAt(asked.File, clocks));
        asked.Later(5);
        Assert.Equal(ClockMark.ToDutyOfficer, ReviewReminders.Due(asked.File, clocks, asked.Now));
        Assert.Contains(new Told(Role.ProtectionOfficer, RemindReview.OverdueTopic), asked.Do(People.System, new RemindReview(ClockMark.ToDutyOfficer)).Last!.Told);
        Assert.Null(ReviewReminders.NextAt(asked.File, clocks));
        Assert.Empty(RoleView.For(Role.DossierOfficer, asked.File).Dossier.ReviewReminders);
    }

    [Fact]
    public void ReviewReminders_Decided_AreNotDueAnyMore()
    {
        var clocks = GateClocks.None with { Times = GateClocks.None.Times.Add((Gate.Recommendation, Priority.Normal), new GateTime(TimeSpan.FromDays(10), InWorkingDays: false)) };
        var decided = NotRecommended().Under(p => p with { Clocks = clocks }).Do(People.Applicant, new AskForReview("Mine.")).Do(Third, new DecideReview(Upheld: true, "Stands.")).Later(20);

        Assert.Null(ReviewReminders.NextAt(decided.File, clocks));
        Assert.Equal(["reminder-not-due"], decided.Refusals(People.System, new RemindReview(ClockMark.ToDutyOfficer)));
    }

    private static Actor Third => People.Coordinator with { Id = Guid.Parse("77777777-0000-4000-8000-000000000001") };

    private static CaseBuilder NotRecommended() => A.Case().To(Gate.Recommendation)
        .Do(People.Coordinator, new RecordHearing(HearingWay.ThroughCounsel, "The unit.", "It was another."))
        .Do(People.Coordinator, new ProposeDecision(Gate.Recommendation, "not-recommended", "Doubts.") { ReasonCodes = ["NR-CRED"] })
        .Do(People.SecondCoordinator, new SecondDecision(Gate.Recommendation, "not-recommended", "Agreed."));

    private static IReadOnlyList<string> Blockers(CaseBuilder builder) => builder.GateBlockers(Gate.Recommendation, "recommend", People.Coordinator);
}
