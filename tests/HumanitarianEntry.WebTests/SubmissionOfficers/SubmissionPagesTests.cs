using System.Net;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.SubmissionOfficers;

public sealed class SubmissionPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Cases = "/submission-officers/cases/";

    [Fact]
    public async Task CasePage_Strangers_LearnNothing()
    {
        var demo = await host.NewCaseAsync();
        var path = Cases + demo.Reference;
        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Vetter)).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Outsider)).GetAsync(path)).Status);
    }

    [Fact]
    public async Task Submission_NothingReleased_IsRefusedAndKept()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Dossier);
        var officer = await host.SignInAsync(demo.Crew.SubmissionOfficer);
        var answer = await officer.SubmitAsync(
            await officer.GetAsync($"{Cases}{demo.Reference}/submission"), new() { ["Form.Channel"] = "DEMO courier", ["Form.Recipient"] = PostWalk.Recipient });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("No version has been released by two people.", answer.Text, StringComparison.Ordinal);
        Assert.Equal("DEMO courier", answer.Document.QuerySelector("#Form_Channel")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Case_FromSubmissionToTravelPaper_IsWalkedByClicking()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Submission);
        var path = Cases + demo.Reference;
        var officer = await host.SignInAsync(demo.Crew.SubmissionOfficer);
        async Task SendAsync(string form, Dictionary<string, string> answers)
        {
            var answer = await officer.SubmitAsync(await officer.GetAsync($"{path}/{form}"), answers);
            Assert.True(answer.Location == path, $"{form}: {answer.Status} {answer.Document.QuerySelector(".error-summary")?.TextContent}");
        }

        await SendAsync("submission", new() { ["Form.Channel"] = "DEMO courier" , ["Form.Recipient"] = PostWalk.Recipient });
        Assert.Contains("Decide the gate now: sent, or not delivered.", (await officer.GetAsync(path)).Text, StringComparison.Ordinal);
        await SendAsync("gates/submission", new() { ["Form.Outcome"] = "sent", ["Form.Reason"] = "DEMO: handed over." });
        await SendAsync("receipt", new() { ["Form.Number"] = "DEMO-7", ["Form.On.Day"] = "5", ["Form.On.Month"] = "1", ["Form.On.Year"] = "2026" });
        await SendAsync("question", new() { ["Form.Question"] = "DEMO: who pays the journey?" });
        Assert.True((await host.FileAsync(demo.Id)).Position.IsOpen(Gate.InformationRequest));
        Assert.EndsWith("/answer", (await officer.GetAsync(path)).Document.QuerySelector("#next ~ .buttons a.button")!.GetAttribute("href"), StringComparison.Ordinal);
        await SendAsync("answer", new() { ["Form.Text"] = "DEMO: the partner pays.", ["Form.Annexes"] = "E1" });
        await SendAsync("gates/information-request", new() { ["Form.Outcome"] = "answered", ["Form.Reason"] = "DEMO: answered." });
        await SendAsync("state-decision", new()
        {
            ["Form.Outcome"] = "accepted-on-condition", ["Form.DecidedOn.Day"] = "6", ["Form.DecidedOn.Month"] = "1", ["Form.DecidedOn.Year"] = "2026",
            ["Form.Instrument"] = "DEMO letter 8", ["Form.Reason"] = "DEMO: accepted.", ["Form.Conditions"] = "DEMO: a host in Lyon",
        });
        await SendAsync("travel-paper", new()
        {
            ["Form.Kind"] = "LaissezPasser", ["Form.Number"] = "DEMO-9", ["Form.SingleJourney"] = "True", ["Form.CarrierAccepts"] = "True", ["Form.RouteAllowed"] = "KZ\nFR",
            ["Form.ValidFrom.Day"] = "1", ["Form.ValidFrom.Month"] = "1", ["Form.ValidFrom.Year"] = "2026",
            ["Form.ValidUntil.Day"] = "1", ["Form.ValidUntil.Month"] = "1", ["Form.ValidUntil.Year"] = "2099",
        });
        await SendAsync("gates/travel-document", new() { ["Form.Outcome"] = "issued", ["Form.Reason"] = "DEMO: in hand." });

        var file = await host.FileAsync(demo.Id);
        Assert.True(file.Position.IsOpen(Gate.TravelSafety));
        Assert.Equal(["KZ", "FR"], file.Travel.Papers.Latest()!.RouteAllowed);
        Assert.Equal(["DEMO: a host in Lyon"], file.Dossier.StateDecisions.Latest()!.Conditions);
        var page = await officer.GetAsync(path);
        Assert.Contains("Dossier, version 1", page.Text, StringComparison.Ordinal);
        Assert.Contains("Answer to a question of the post", page.Text, StringComparison.Ordinal);
    }

    /// <summary>While a question waits no gate asks "sent": the page says what is due then.</summary>
    [Fact]
    public async Task Submission_WhileAQuestionWaits_SaysWhatIsDueThen()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Decision);
        var officer = await host.SignInAsync(demo.Crew.SubmissionOfficer);
        await host.ActAsync(demo.Crew.Liaison.Actor, demo.Id, new RequestInformation("DEMO: where was he?"));
        async Task<string> HandOverAsync()
        {
            await host.PassLateAsync(demo, Gate.Dossier);
            var sent = await officer.SubmitAsync(await officer.GetAsync($"{Cases}{demo.Reference}/submission"), new() { ["Form.Channel"] = "DEMO courier", ["Form.Recipient"] = PostWalk.Recipient });
            Assert.Equal(Cases + demo.Reference, sent.Location);
            return (await officer.GetAsync(Cases + demo.Reference)).Text;
        }

        var waits = await HandOverAsync();
        Assert.Contains("Its question still waits; write the answer now.", waits, StringComparison.Ordinal);
        Assert.DoesNotContain("sent, or not delivered", waits, StringComparison.Ordinal);
        await host.ActAsync(demo.Crew.SubmissionOfficer.Actor, demo.Id, new AnswerInformationRequest("DEMO: in the barracks."));
        Assert.Contains("The answer to its question is on file; decide the gate now", await HandOverAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StateDecision_RefusedWithoutRemedy_KeepsWhatWasTyped()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Decision);
        var officer = await host.SignInAsync(demo.Crew.SubmissionOfficer);
        var answer = await officer.SubmitAsync(await officer.GetAsync($"{Cases}{demo.Reference}/state-decision"), new()
        {
            ["Form.Outcome"] = "refused", ["Form.DecidedOn.Day"] = "6", ["Form.DecidedOn.Month"] = "1", ["Form.DecidedOn.Year"] = "2026",
            ["Form.Instrument"] = "DEMO letter 8", ["Form.Reason"] = "DEMO: no.",
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Say which legal remedy there is", answer.Text, StringComparison.Ordinal);
        Assert.Equal("DEMO letter 8", answer.Document.QuerySelector("#Form_Instrument")!.GetAttribute("value"));
        Assert.True((await host.FileAsync(demo.Id)).Position.IsOpen(Gate.Decision));
    }
}
