using System.Net;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.Liaisons;

public sealed class LiaisonPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Cases = "/liaisons/cases/";

    [Fact]
    public async Task DossierPage_Strangers_LearnNothing()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Decision);
        var other = DemoPerson.New("embassy-other", Role.EmbassyLiaison);
        await host.HireAsync(other);
        var path = Cases + demo.Reference;
        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
        var stranger = await host.SignInAsync(other);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path + "/dossier/1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path + "/decision")).Status);
        Assert.DoesNotContain(demo.Reference, (await stranger.GetAsync("/liaisons")).Text, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await (await host.SignInAsync(demo.Crew.Coordinator)).GetAsync(path)).Status);
    }

    [Fact]
    public async Task HowToCheck_ForPostsOnly_ComesToBePrinted()
    {
        const string path = "/liaisons/how-to-check/file";
        using (var page = await (await host.SignInAsync(host.Crew.Liaison)).Client.GetAsync(path))
        {
            Assert.Equal("how-to-check-en.html", page.Content.Headers.ContentDisposition!.FileName);
            Assert.Contains("pdfsig", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.NotEqual(HttpStatusCode.OK, (await (await host.SignInAsync(host.Crew.Coordinator)).GetAsync(path)).Status);
    }

    [Fact]
    public async Task DossierPage_NothingHandedOver_DoesNotExist()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Submission);
        var liaison = await host.SignInAsync(demo.Crew.Liaison);
        Assert.DoesNotContain(demo.Reference, (await liaison.GetAsync("/liaisons")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await liaison.GetAsync(Cases + demo.Reference)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await liaison.GetAsync($"{Cases}{demo.Reference}/dossier/1")).Status);
    }

    [Fact]
    public async Task DossierPage_HandedOver_ShowsCoarseWordsAndNothingInternal()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Decision);
        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new SetPriority(Priority.Urgent, "DEMO secret reason"));
        var liaison = await host.SignInAsync(demo.Crew.Liaison);
        Assert.Contains(demo.Reference, (await liaison.GetAsync("/liaisons")).Text, StringComparison.Ordinal);

        var page = await liaison.GetAsync(Cases + demo.Reference);

        Assert.Contains("With you", page.Text, StringComparison.Ordinal);
        Assert.Contains("Urgent", page.Text, StringComparison.Ordinal);
        Assert.Contains((await host.FileAsync(demo.Id)).Dossier.Versions[0].Sha256, page.Text, StringComparison.Ordinal);
        foreach (var inside in new[] { "DEMO secret reason", "DEMO inside summary", "Submitted", "Vetting", "vetter", "Coordinator", "Демов", "Demov", "DEMO: agreed.", "demo-org" })
        {
            Assert.DoesNotContain(inside, page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Download_SubmittedVersionOnly_UntilItIsCalledBack()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Decision);
        var liaison = await host.SignInAsync(demo.Crew.Liaison);
        var path = $"{Cases}{demo.Reference}/dossier/";
        var file = await liaison.Client.GetAsync(path + "1");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.DoesNotContain(demo.Reference, file.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await liaison.GetAsync(path + "2")).Status);

        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new WithdrawCase());

        Assert.Equal(HttpStatusCode.NotFound, (await liaison.GetAsync(path + "1")).Status);
        Assert.Contains("Recalled", (await liaison.GetAsync(Cases + demo.Reference)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Liaison_QuestionAnswerDecisionAndPaper_IsWalkedByClicking()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Decision);
        var path = Cases + demo.Reference;
        var liaison = await host.SignInAsync(demo.Crew.Liaison);
        async Task SendAsync(string form, Dictionary<string, string> answers)
        {
            var answer = await liaison.SubmitAsync(await liaison.GetAsync($"{path}/{form}"), answers);
            Assert.True(answer.Location == path, $"{form}: {answer.Status} {answer.Document.QuerySelector(".error-summary")?.TextContent}");
        }

        await SendAsync("receipt", new() { ["Form.Number"] = "DEMO-7", ["Form.On.Year"] = "2026" });
        await SendAsync("question", new() { ["Form.Question"] = "DEMO: who pays?" });
        Assert.Contains("Your question is open", (await liaison.GetAsync(path)).Text, StringComparison.Ordinal);
        await host.DoAsync(demo.Crew.Coordinator.Actor, demo.Id, new Domain.EmbassySubmission.AnswerInformationRequest("DEMO: the partner."), new DecideGate(Gate.InformationRequest, "answered", "DEMO"));
        Assert.Contains("Answer: DEMO: the partner.", (await liaison.GetAsync(path)).Text, StringComparison.Ordinal);
        await SendAsync("decision", new()
        {
            ["Form.Outcome"] = "accepted", ["Form.DecidedOn.Day"] = "6", ["Form.DecidedOn.Month"] = "1", ["Form.DecidedOn.Year"] = "2026",
            ["Form.Instrument"] = "DEMO letter 8", ["Form.Reason"] = "DEMO: accepted.",
        });
        var early = await liaison.SubmitAsync(await liaison.GetAsync(path + "/travel-document"), new() { ["Form.Outcome"] = "issued", ["Form.Reason"] = "DEMO: issued." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("No travel paper that is valid now is on file.", early.Text, StringComparison.Ordinal);
        await SendAsync("travel-paper", new()
        {
            ["Form.Kind"] = "LaissezPasser", ["Form.Number"] = "DEMO-9", ["Form.SingleJourney"] = "True", ["Form.CarrierAccepts"] = "True",
            ["Form.ValidFrom.Day"] = "1", ["Form.ValidFrom.Month"] = "1", ["Form.ValidFrom.Year"] = "2026",
            ["Form.ValidUntil.Day"] = "1", ["Form.ValidUntil.Month"] = "1", ["Form.ValidUntil.Year"] = "2099",
        });
        await SendAsync("travel-document", new() { ["Form.Outcome"] = "issued", ["Form.Reason"] = "DEMO: issued." });

        Assert.True((await host.FileAsync(demo.Id)).Position.IsOpen(Gate.TravelSafety));
        Assert.Contains($"Dossier {demo.Reference}", (await liaison.GetAsync("/liaisons/inbox")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_DayMissing_KeepsWhatWasTyped()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Decision);
        var liaison = await host.SignInAsync(demo.Crew.Liaison);
        var answer = await liaison.SubmitAsync(
            await liaison.GetAsync($"{Cases}{demo.Reference}/decision"), new() { ["Form.Outcome"] = "accepted", ["Form.DecidedOn.Year"] = "2026", ["Form.Instrument"] = "DEMO letter", ["Form.Reason"] = "DEMO" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Write day, month and year of the decision.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("DEMO letter", answer.Document.QuerySelector("#Form_Instrument")!.GetAttribute("value"), StringComparison.Ordinal);
    }
}
