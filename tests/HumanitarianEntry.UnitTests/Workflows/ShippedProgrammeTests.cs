using System.Security.Cryptography;
using HumanitarianEntry.Workflows.Definitions;
using HumanitarianEntry.Workflows.Running;
using HumanitarianEntry.Workflows.Validation;
using Xunit;

namespace HumanitarianEntry.UnitTests.Workflows;

public sealed class ShippedProgrammeTests
{
    private const string ToAssessment = "referral=accept consent=consented identity=verified interview=complete vetting=clear evidence=sufficient";
    private const string ToReply = ToAssessment + " recommendation=recommend routing=route dossier=released submission=sent";

    private static WorkflowDefinition Programme => Definitions.Load("workflows/fr-ple-kz.v1.json");

    [Fact]
    public void Validate_ShippedProgramme_HasNoFindings() => Assert.Empty(DefinitionValidator.Validate(Programme, Definitions.Host));

    [Fact]
    public void Walk_StraightThrough_EndsArrivedSettled()
    {
        var run = Walk(ToReply + " decision=accepted travel-document=issued travel-safety=go journey=arrived reception=accepted closure=arrived-settled");
        Assert.Equal((RunStatus.Finished, "arrived-settled"), (run.State.Status, run.State.Outcome));
        Assert.Contains(run.Last.Effects, effect => effect is WaitClosed { ActivityId: "withdrawal", Because: ClosedBecause.RunFinished });
    }

    [Theory]
    [InlineData("", "referral")]
    [InlineData("referral=unsafe-channel", "referral")]
    [InlineData("referral=signpost", "closure")]
    [InlineData("referral=accept consent=cannot-decide", "consent")]
    [InlineData("referral=accept consent=refused", "closure")]
    [InlineData("referral=accept consent=partial identity=doubt", "identity")]
    [InlineData("referral=accept consent=partial identity=verified interview=trigger", "evidence,vetting")]
    [InlineData("referral=accept consent=consented identity=verified interview=complete vetting=unresolved evidence=insufficient", "evidence,vetting")]
    [InlineData("referral=accept consent=consented identity=verified interview=complete vetting=exclusion-concern evidence=contradicted", "recommendation")]
    [InlineData(ToAssessment + " recommendation=hold", "recommendation")]
    [InlineData(ToAssessment + " recommendation=return-to-vetting", "vetting")]
    [InlineData(ToAssessment + " recommendation=return-to-vetting vetting=clear", "recommendation")]
    [InlineData(ToAssessment + " recommendation=return-to-evidence", "evidence")]
    [InlineData(ToAssessment + " recommendation=return-to-interview", "interview")]
    [InlineData(ToAssessment + " recommendation=return-to-interview interview=complete", "recommendation")]
    [InlineData(ToAssessment + " recommendation=return-to-interview interview=trigger", "vetting")]
    [InlineData(ToAssessment + " recommendation=not-recommended", "closure")]
    [InlineData(ToReply, "decision,silence")]
    [InlineData(ToReply + " decision=deferred", "decision,silence")]
    [InlineData(ToReply + " decision=information-requested", "information-request")]
    [InlineData(ToReply + " decision=information-requested information-request=extension", "information-request")]
    [InlineData(ToReply + " decision=information-requested information-request=partly", "decision,silence")]
    [InlineData(ToReply + " decision=refused review=appeal", "decision,silence")]
    [InlineData(ToReply + " decision=lapsed review=resubmit", "routing")]
    [InlineData(ToReply + " decision=revoked review=accept-refusal", "closure")]
    [InlineData(ToReply + " decision=accepted travel-document=lost", "travel-document")]
    [InlineData(ToReply + " decision=accepted travel-document=refused", "review")]
    [InlineData(ToReply + " decision=accepted travel-document=issued travel-safety=hold", "travel-safety")]
    [InlineData(ToReply + " decision=accepted travel-document=issued travel-safety=document-expired", "travel-document")]
    [InlineData(ToReply + " decision=accepted travel-document=issued travel-safety=go journey=turned-back", "travel-safety")]
    [InlineData(ToReply + " decision=accepted travel-document=issued travel-safety=go journey=arrived reception=moved", "reception")]
    public void Walk_Outcomes_LeadsTo(string steps, string position) => Assert.Equal(position, Standing(Walk(steps)));

    [Fact]
    public void Walk_ThirtyDaysOfSilence_PublishesAndAsksAgain()
    {
        var run = Walk(ToReply + " silence");
        Assert.Contains(run.Last.Effects, effect => effect is EventPublished { Name: "embassy-silent" });
        Assert.Equal("decision,silence", Standing(run));
        Assert.Equal("travel-document", Standing(run.Do("decision=accepted-on-condition")));
    }

    [Fact]
    public void Walk_ApplicantWithdraws_EndsWithdrawnFromAnywhere()
    {
        var run = Walk(ToReply).Do("!applicant-withdrew");
        Assert.Equal((RunStatus.Finished, "withdrawn"), (run.State.Status, run.State.Outcome));
        Assert.Contains(run.Last.Effects, effect => effect is TimerCancelled);
    }

    [Fact]
    public void Advance_OutcomeOfAnotherGate_IsRefusedAndNothingMoves()
    {
        var run = Walk("referral=arrived");
        Assert.Equal(StimulusVerdict.Refused, run.Last.Result.Verdict);
        Assert.Equal("referral", Standing(run));
        Assert.Equal("consent", Standing(run.Do("referral=accept")));
    }

    [Fact]
    public void PublishedDefinitions_AllFiles_MatchTheirHashes()
    {
        var folder = Path.Combine(Repository.Root, "workflows");
        var listed = File.ReadAllLines(Path.Combine(folder, "published.sha256")).Where(line => line.Length > 0).ToDictionary(line => line[66..], line => line[..64], StringComparer.Ordinal);
        var published = Directory.GetFiles(folder, "*.v*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
        Assert.Equal(listed.Keys.Order(StringComparer.Ordinal), published);
        foreach (var (name, hash) in listed)
            Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name)))));
    }

    [Fact]
    public void Walk_ClosedEarly_EndsWithTheReasonFromAnywhere()
    {
        var run = Walk("referral=accept consent=consented").Do("early-closure=\"lost-contact\"");
        Assert.Equal((RunStatus.Finished, "lost-contact"), (run.State.Status, run.State.Outcome));
    }

    [Fact]
    public void Walk_ClosedEarlyForAnUnknownReason_ChangesNothing()
    {
        var run = Walk("referral=accept").Do("early-closure=\"because\"");
        Assert.Equal((RunStatus.Running, "consent"), (run.State.Status, Standing(run)));
        Assert.Equal("deceased", run.Do("early-closure=\"deceased\"").State.Outcome);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Walk_AnyAllowedOutcomes_NeverStallsNeverDoublesAndCanAlwaysClose(int seed)
    {
        var run = Walk("");
        for (var step = 0; step < 200 && run.State.Status == RunStatus.Running; step++)
        {
            Assert.Empty(run.State.Incidents);
            Assert.Equal(run.State.Position.Distinct(StringComparer.Ordinal), run.State.Position);
            Assert.NotEqual("", Standing(run));
            var waits = run.State.Waits.Where(wait => wait.Kind is WaitKind.Task or WaitKind.Timer).ToList();
            var wait = waits[Draw(waits.Count)];
            run.Do(wait.Task is { } task ? $"{wait.ActivityId}={task.AllowedOutcomes[Draw(task.AllowedOutcomes.Length)]}" : wait.ActivityId);
            Assert.Equal(StimulusVerdict.Accepted, run.Last.Result.Verdict);
        }
        if (run.State.Status == RunStatus.Running) Assert.Equal("withdrawn", run.Do("!applicant-withdrew").State.Outcome);

        int Draw(int count) => (int)((uint)(seed = unchecked((seed * 1_103_515_245) + 12_345)) >> 16) % count;
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    /// <summary>Tasks and timers; the events that end a case at any time are always there too.</summary>
    private static string Standing(Walker run)
    {
        var isRunning = run.State.Status == RunStatus.Running;
        Assert.Equal(isRunning ? ["early-closure", "withdrawal"] : [], run.State.Waits.Where(wait => wait.Kind == WaitKind.Event).Select(wait => wait.ActivityId).Order(StringComparer.Ordinal));
        return string.Join(",", run.State.Waits.Where(wait => wait.Kind != WaitKind.Event).Select(wait => wait.ActivityId).Order(StringComparer.Ordinal));
    }

    private static Walker Walk(string steps) => Walker.Start(Programme, Definitions.Case).Do(steps.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
