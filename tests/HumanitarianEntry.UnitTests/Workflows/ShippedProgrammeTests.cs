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
    [InlineData("", "referral,withdrawal")]
    [InlineData("referral=unsafe-channel", "referral,withdrawal")]
    [InlineData("referral=signpost", "closure,withdrawal")]
    [InlineData("referral=accept consent=cannot-decide", "consent,withdrawal")]
    [InlineData("referral=accept consent=refused", "closure,withdrawal")]
    [InlineData("referral=accept consent=partial identity=doubt", "identity,withdrawal")]
    [InlineData("referral=accept consent=partial identity=verified interview=trigger", "evidence,vetting,withdrawal")]
    [InlineData("referral=accept consent=consented identity=verified interview=complete vetting=unresolved evidence=insufficient", "evidence,vetting,withdrawal")]
    [InlineData("referral=accept consent=consented identity=verified interview=complete vetting=exclusion-concern evidence=contradicted", "recommendation,withdrawal")]
    [InlineData(ToAssessment + " recommendation=hold", "recommendation,withdrawal")]
    [InlineData(ToAssessment + " recommendation=return-to-vetting", "vetting,withdrawal")]
    [InlineData(ToAssessment + " recommendation=return-to-vetting vetting=clear", "recommendation,withdrawal")]
    [InlineData(ToAssessment + " recommendation=return-to-evidence", "evidence,withdrawal")]
    [InlineData(ToAssessment + " recommendation=return-to-interview", "interview,withdrawal")]
    [InlineData(ToAssessment + " recommendation=return-to-interview interview=complete", "recommendation,withdrawal")]
    [InlineData(ToAssessment + " recommendation=return-to-interview interview=trigger", "vetting,withdrawal")]
    [InlineData(ToAssessment + " recommendation=not-recommended", "closure,withdrawal")]
    [InlineData(ToReply, "decision,silence,withdrawal")]
    [InlineData(ToReply + " decision=deferred", "decision,silence,withdrawal")]
    [InlineData(ToReply + " decision=information-requested", "information-request,withdrawal")]
    [InlineData(ToReply + " decision=information-requested information-request=extension", "information-request,withdrawal")]
    [InlineData(ToReply + " decision=information-requested information-request=partly", "decision,silence,withdrawal")]
    [InlineData(ToReply + " decision=refused review=appeal", "decision,silence,withdrawal")]
    [InlineData(ToReply + " decision=lapsed review=resubmit", "routing,withdrawal")]
    [InlineData(ToReply + " decision=revoked review=accept-refusal", "closure,withdrawal")]
    [InlineData(ToReply + " decision=accepted travel-document=lost", "travel-document,withdrawal")]
    [InlineData(ToReply + " decision=accepted travel-document=refused", "review,withdrawal")]
    [InlineData(ToReply + " decision=accepted travel-document=issued travel-safety=hold", "travel-safety,withdrawal")]
    [InlineData(ToReply + " decision=accepted travel-document=issued travel-safety=document-expired", "travel-document,withdrawal")]
    [InlineData(ToReply + " decision=accepted travel-document=issued travel-safety=go journey=turned-back", "travel-safety,withdrawal")]
    [InlineData(ToReply + " decision=accepted travel-document=issued travel-safety=go journey=arrived reception=moved", "reception,withdrawal")]
    public void Walk_Outcomes_LeadsTo(string steps, string position) => Assert.Equal(position, Walk(steps).Position);

    [Fact]
    public void Walk_ThirtyDaysOfSilence_PublishesAndAsksAgain()
    {
        var run = Walk(ToReply + " silence");
        Assert.Contains(run.Last.Effects, effect => effect is EventPublished { Name: "embassy-silent" });
        Assert.Equal("decision,silence,withdrawal", run.Position);
        Assert.Equal("travel-document,withdrawal", run.Do("decision=accepted-on-condition").Position);
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
        Assert.Equal("referral,withdrawal", run.Position);
        Assert.Equal("consent,withdrawal", run.Do("referral=accept").Position);
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

    private static Walker Walk(string steps) => Walker.Start(Programme, Definitions.Case).Do(steps.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
