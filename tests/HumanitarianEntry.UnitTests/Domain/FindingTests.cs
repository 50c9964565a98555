using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.UnitTests.Domain.Building;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class FindingTests
{
    private static readonly RecordFinding Concern = new(FindingKind.Infiltration, "Asks for names.", "interviewer", "B2", "curious", Concern: true) { Pattern = IntegrityPattern.KnowledgeOfNetwork, Innocent = "Fear for friends." };

    private static readonly RecordCapture Capture = new(CaptureSubject.UnitChannel, "https://example.org/c", CaseBuilder.FirstContact, "Europe/Paris", CaptureMethod.Screenshot, "A post of 2022.", "Posted by another.")
    {
        File = new EvidenceFile(Guid.Empty, "aa", 1, "png"), NoContact = true, NoFriendRequest = true, NoFaceUpload = true,
    };

    [Fact]
    public void WhoInterviewed_WritesNothingOfIt()
    {
        var screener = People.Screener.As(Role.Vetter);
        foreach (var act in new Act[] { Concern, Capture, new CloseOpenSourceReview("a", "b", "c") })
        {
            Assert.Equal(["vetter-must-not-be-interviewer"], Vetting().Refusals(screener, act));
        }
    }

    [Fact]
    public void Finding_WithoutGradeOrHarmlessExplanation_IsRefused()
    {
        Assert.Equal(["grade-unreadable"], Vetting().Refusals(People.Vetter, Concern with { Grade = "G7" }));
        Assert.Equal(["grade-unreadable"], Vetting().Refusals(People.Vetter, Concern with { Grade = "2B" }));
        Assert.Equal(["innocent-explanation-missing"], Vetting().Refusals(People.Vetter, Concern with { Innocent = null }));
        Assert.Empty(Vetting().Refusals(People.Vetter, Concern with { Kind = FindingKind.OpenSource, Innocent = null }));
        Assert.Equal(["finding-incomplete"], Vetting().Refusals(People.Vetter, Concern with { CounterEvidence = " " }));
        Assert.Equal(["link-to-nothing"], Vetting().Refusals(People.Vetter, Concern with { Links = [new FactLink(FactLinkKind.Capture, "C1")] }));
    }

    [Fact]
    public void Finding_OfAnotherReviewer_IsUnknownUntilBothAreSealedAndThenWithdrawnByItsAuthorOnly()
    {
        var withdraw = new SettleFinding("F1", FindingStanding.Withdrawn, "r");
        var open = Vetting().Screened().Do(People.Vetter, Concern);
        Assert.Equal(["finding-unknown"], open.Refusals(People.SecondVetter, withdraw));

        open.Do(People.Vetter, new ProposeDecision(Gate.Vetting, "unresolved", "x")).Do(People.SecondVetter, new SecondDecision(Gate.Vetting, "integrity-concern", "y"));
        Assert.Equal(["finding-of-another"], open.Refusals(People.ThirdVetter, withdraw));
        Assert.Equal(["review-is-sealed"], open.Refusals(People.Vetter, withdraw));
    }

    [Fact]
    public void Finding_IsAnsweredAndWithdrawnByItsAuthor()
    {
        var open = Vetting().Screened().NotVoluntary().Do(People.Vetter, Concern);
        Assert.Equal(["finding-of-concern"], open.GateBlockers(Gate.Vetting, "clear", People.Vetter));
        Assert.Equal(["finding-unknown"], open.Refusals(People.Vetter, new SettleFinding("F9", FindingStanding.Answered, "r")));
        Assert.Equal(["finding-stands-so"], open.Refusals(People.Vetter, new SettleFinding("F1", FindingStanding.Open, "r")));
        Assert.Equal(["reason-missing"], open.Refusals(People.Vetter, new SettleFinding("F1", FindingStanding.Answered, " ")));
        var answered = open.Do(People.Vetter, new SettleFinding("F1", FindingStanding.Answered, "He named his brother."));
        Assert.Empty(answered.GateBlockers(Gate.Vetting, "clear", People.Vetter));
        Assert.Equal("Asks for names.", answered.File.Vetting.Findings[0].Value.Claim);
        var again = answered.Do(People.Vetter, new SettleFinding("F1", FindingStanding.Open, "He has no brother."));
        Assert.Equal(["finding-of-concern"], again.GateBlockers(Gate.Vetting, "clear", People.Vetter));
        Assert.Empty(again.Do(People.Vetter, new SettleFinding("F1", FindingStanding.Withdrawn, "Another case.")).GateBlockers(Gate.Vetting, "clear", People.Vetter));
    }

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public void Capture_WithoutOnePromise_IsRefused(bool contact, bool request, bool face) =>
        Assert.Equal(["promise-missing"], Vetting().Refusals(People.Vetter, Capture with { NoContact = contact, NoFriendRequest = request, NoFaceUpload = face }));

    [Fact]
    public void Capture_WrongInput_IsRefused()
    {
        Assert.Equal(["capture-file-missing"], Vetting().Refusals(People.Vetter, Capture with { File = null }));
        Assert.Equal(["capture-file-missing"], Vetting().Refusals(People.Vetter, Capture with { File = new EvidenceFile(Guid.Empty, "aa", 0, "png") }));
        Assert.Equal(["link-unreadable"], Vetting().Refusals(People.Vetter, Capture with { Address = "javascript:alert(1)" }));
        Assert.Equal(["date-in-future"], Vetting().Refusals(People.Vetter, Capture with { CapturedAt = DateTimeOffset.MaxValue.AddDays(-1) }));
        Assert.Equal(["capture-incomplete"], Vetting().Refusals(People.Vetter, Capture with { CounterReading = "" }));
        Assert.Equal(["review-incomplete"], Vetting().Refusals(People.Vetter, new CloseOpenSourceReview("a", "b", " ")));
        var stored = Vetting().Do(People.Vetter, Capture).Do(People.Vetter, Concern with { Links = [new FactLink(FactLinkKind.Capture, "C1")] });
        Assert.Equal("C1", stored.File.Vetting.Captures[0].Value.Label);
        Assert.Empty(RoleView.For(Role.Coordinator, stored.File).Vetting.Captures);
        Assert.Empty(RoleView.For(Role.Coordinator, stored.File).Vetting.FindingSteps);
        Assert.Empty(RoleView.For(Role.Applicant, stored.File).Vetting.Captures);
    }

    private static CaseBuilder Vetting() => A.Case().To(Gate.Vetting);
}
