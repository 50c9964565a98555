using System.Net;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.Coordinators;

public sealed class CoordinatorPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Cases = "/coordinators/cases/";

    private static readonly Dictionary<string, string> Recommendation = new()
    {
        ["Form.Summary"] = "DEMO summary",
        ["Form.Identity.Finding"] = "DEMO identity",
        ["Form.Identity.Result"] = "Met",
        ["Form.Refusal.Finding"] = "DEMO refusal",
        ["Form.Refusal.Result"] = "Met",
        ["Form.Engagement.Finding"] = "DEMO engagement",
        ["Form.Engagement.Result"] = "Met",
        ["Form.Security.Finding"] = "DEMO security",
        ["Form.Security.Result"] = "Met",
        ["Form.Needs.Finding"] = "DEMO needs",
        ["Form.Needs.Result"] = "Met",
        ["Form.Credibility.Finding"] = "DEMO credibility",
        ["Form.Credibility.Result"] = "MetWithDoubt",
        ["Form.Engagement.Evidence"] = "E1",
        ["Form.Doubts"] = "DEMO doubt one\nDEMO doubt two",
    };

    [Fact]
    public async Task CasePage_Strangers_LearnNothing()
    {
        var demo = await host.NewCaseAsync();
        var path = Cases + demo.Reference;
        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Screener)).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Outsider)).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Outsider)).GetAsync(path + "/recommendation")).Status);
    }

    [Fact]
    public async Task Claim_CaseInThePool_BecomesMineOnce()
    {
        var channel = new ContactChannel(ChannelKind.Signal, "DEMO handle", "18:00-21:00", "Asia/Almaty", MayLeaveMessage: false);
        var opened = await host.ActAsync(host.Crew.Intake.Actor, null, new OpenCase("Демо", channel, "KZ", "ru", "DEMO: refused."));
        var first = await host.SignInAsync(host.Crew.Coordinator);
        var late = await host.SignInAsync(host.Crew.SecondCoordinator);
        var form = $"form[action='/coordinators/claims']:has(input[value='{opened.Reference}'])";
        var latePage = await late.GetAsync("/coordinators");

        var done = await first.SubmitAsync(await first.GetAsync("/coordinators"), [], form);

        Assert.Equal(Cases + opened.Reference, done.Location);
        Assert.Contains((await host.FileAsync(opened.CaseId)).Assignments, a => a.StaffId == host.Crew.Coordinator.Id);
        var refused = await late.SubmitAsync(latePage, [], form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("somebody else was faster", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CasePage_AtRecommendation_SaysWhatIsNextAndKeepsTheVettingNotes()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var page = await (await host.SignInAsync(demo.Crew.Coordinator)).GetAsync(Cases + demo.Reference);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal($"{Cases}{demo.Reference}/recommendation", page.Document.QuerySelector("#next ~ .buttons a.button")!.GetAttribute("href"));
        Assert.Contains(page.Document.QuerySelectorAll("[lang=ru]"), e => e.TextContent.Contains("Демов", StringComparison.Ordinal));
        Assert.Contains("Vetting, summary", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("danger DEMO", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Демов", page.Document.Title, StringComparison.Ordinal);
        Assert.Contains("Claim case", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recommendation_FindingMissing_KeepsWhatWasTyped()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        var answer = await coordinator.SubmitAsync(await coordinator.GetAsync($"{Cases}{demo.Reference}/recommendation"), new(Recommendation) { ["Form.Security.Finding"] = "" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Security: write a finding.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("DEMO summary", answer.Text, StringComparison.Ordinal);
        Assert.Empty((await host.FileAsync(demo.Id)).Dossier.Recommendations);
    }

    [Fact]
    public async Task Recommendation_WrittenProposedAndSeconded_OpensRouting()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var path = Cases + demo.Reference;
        var first = await host.SignInAsync(demo.Crew.Coordinator);
        Assert.Equal(path, (await first.SubmitAsync(await first.GetAsync(path + "/recommendation"), Recommendation)).Location);
        Dictionary<string, string> decision = new() { ["Form.Outcome"] = "recommend", ["Form.Reason"] = "DEMO: we stand for it." };
        Assert.Equal(path, (await first.SubmitAsync(await first.GetAsync(path + "/gates/recommendation"), decision)).Location);
        var waiting = await first.GetAsync(path + "/gates/recommendation");
        Assert.Contains("Another person decides now", waiting.Text, StringComparison.Ordinal);

        var second = await host.SignInAsync(demo.Crew.SecondCoordinator);
        Assert.Equal(path, (await second.SubmitAsync(await second.GetAsync(path + "/gates/recommendation"), decision)).Location);

        var file = await host.FileAsync(demo.Id);
        Assert.True(file.Position.IsOpen(Gate.Routing));
        Assert.Equal(["DEMO doubt one", "DEMO doubt two"], file.Dossier.Recommendations.Latest()!.Doubts);
        Assert.Equal(6, file.Dossier.Recommendations.Latest()!.Findings.Count);
        Assert.Equal(["E1"], file.Dossier.Recommendations.Latest()!.Findings.Find(f => f.Criterion == "engagement")!.Evidence);
    }

    [Fact]
    public async Task Recommendation_WrongState_IsRefusedWithASentence()
    {
        var demo = await host.NewCaseAsync();
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        var answer = await coordinator.SubmitAsync(await coordinator.GetAsync($"{Cases}{demo.Reference}/recommendation"), Recommendation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("No recommendation is due", answer.Text, StringComparison.Ordinal);
        Assert.Contains("DEMO needs", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_ConflictingRole_IsToldAndRefused()
    {
        var demo = await host.NewCaseAsync();
        var (path, outsider) = ($"{Cases}{demo.Reference}/people", demo.Crew.Outsider);
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        var put = await coordinator.SubmitAsync(await coordinator.GetAsync(path), new() { ["Assign.Who"] = $"screener/{outsider.Id:N}" }, $"form[action='{path}']");
        Assert.Equal(path, put.Location);
        var page = await coordinator.GetAsync(path);
        Assert.Contains("One person may not be Screener and Vetter of the same case.", page.Text, StringComparison.Ordinal);

        var refused = await coordinator.SubmitAsync(page, new() { ["Assign.Who"] = $"vetter/{outsider.Id:N}" }, $"form[action='{path}']");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.DoesNotContain((await host.FileAsync(demo.Id)).Assignments, a => a.StaffId == outsider.Id && a.Role == Role.Vetter);
    }

    [Fact]
    public async Task SidePaths_UnparkParkAndClose_FollowTheRules()
    {
        var demo = await host.NewCaseAsync();
        var path = Cases + demo.Reference;
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        Dictionary<string, string> reason = new() { ["Form.Reason"] = "DEMO: border closed." };
        var wrong = await coordinator.SubmitAsync(await coordinator.GetAsync(path + "/unpark"), reason);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("The case is not in Parked.", wrong.Text, StringComparison.Ordinal);

        Assert.Equal(path, (await coordinator.SubmitAsync(await coordinator.GetAsync(path + "/park"), reason)).Location);
        Assert.Equal(CaseState.Parked, (await host.FileAsync(demo.Id)).Position.State);
        Assert.Equal(path, (await coordinator.SubmitAsync(await coordinator.GetAsync(path + "/unpark"), reason)).Location);
        var lost = await coordinator.SubmitAsync(await coordinator.GetAsync(path + "/early-closure"), new(reason) { ["Form.Outcome"] = "lost-contact" });
        Assert.Contains("silence may mean arrest", lost.Text, StringComparison.Ordinal);
        Assert.Equal(path, (await coordinator.SubmitAsync(await coordinator.GetAsync(path + "/early-closure"), new(reason) { ["Form.Outcome"] = "duplicate" })).Location);
        Assert.True((await host.FileAsync(demo.Id)).Position.Finished);
    }

    [Theory]
    [InlineData("messages", "Form.Text", "DEMO: we read your message.")]
    [InlineData("priority", "Form.Priority", "Urgent", "Form.Reason", "DEMO: stay ends.")]
    [InlineData("reception-offer", "Form.Partner", "DEMO partner", "Form.Offer", "DEMO: a bed.")]
    [InlineData("consent", "Form.Purpose", "Media", "Form.Status", "Refused", "Form.TextVersion", "1", "Form.Language", "ru", "Form.Method", "Signed")]
    [InlineData("contact-attempt", "Form.Channel", "Signal", "Form.Answered", "False", "Form.WelfareCheck", "True")]
    [InlineData("emergency", "Form.What", "detained", "Form.Reason", "DEMO: his sister wrote.")]
    [InlineData("withdrawal", "Form.Confirmed", "yes")]
    public async Task Form_FilledIn_IsDone(string form, params string[] answers)
    {
        var demo = await host.NewCaseAsync();
        var path = Cases + demo.Reference;
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        var typed = answers.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal(path, (await coordinator.SubmitAsync(await coordinator.GetAsync($"{path}/{form}"), typed)).Location);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.GetAsync(path)).Status);
    }

    [Fact]
    public async Task StateMap_Shown_HasEveryStateGateAndMove()
    {
        var page = await (await host.SignInAsync(host.Crew.Coordinator)).GetAsync("/coordinators/state-map");
        Assert.Equal(StateTable.Rows.Length, page.Document.QuerySelectorAll("details h2[id^='state-']").Length);
        Assert.Equal(2 * StateTable.Rows.Sum(r => r.Next.Length), page.Document.QuerySelectorAll("svg path:not(.icon path)").Length);
        Assert.All(GateTable.Rows, gate => Assert.Contains($"Gate {gate.Number}:", page.Text, StringComparison.Ordinal));
        Assert.Contains("Two people of two teams", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProgrammesAndInbox_Shown_InWords()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        Assert.Contains("ID-B or better", (await coordinator.GetAsync("/coordinators/programmes/fr-ple-kz")).Text, StringComparison.Ordinal);
        var inbox = await coordinator.GetAsync("/coordinators/inbox");
        Assert.Contains($"Case {demo.Reference}: a recommendation is due by", inbox.Text, StringComparison.Ordinal);
        Assert.Equal("/coordinators/inbox", (await coordinator.SubmitAsync(inbox, [])).Location);
        Assert.DoesNotContain("New", (await coordinator.GetAsync("/coordinators/inbox")).Document.QuerySelectorAll(".tag").Select(t => t.TextContent));
    }
}
