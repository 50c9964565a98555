using System.Net;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Vetters;

public sealed class VetterPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Secret = "DEMO reason of the first reviewer";

    private static readonly string[] CasePages = ["", "/facts", "/screening", "/incident", "/overlap", "/exclusion", "/voluntariness", "/finding", "/captures", "/captures/new", "/captures/review", "/gates/vetting", "/reviews"];

    [Fact]
    public async Task EveryPage_IsForAssignedVettersOnly()
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        var nobody = host.NewVisitor();
        var screener = await host.SignInAsync(host.Crew.Screener);
        var outsider = await host.SignInAsync(host.Crew.Outsider);
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        foreach (string page in CasePages)
        {
            string path = $"/vetters/cases/{demo.Reference}{page}";
            Assert.StartsWith("/sign-in", (await nobody.GetAsync(path)).Location, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await screener.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await outsider.GetAsync(path)).Status);
            var shown = await vetter.GetAsync(path);
            Assert.True(shown.Status == HttpStatusCode.OK, $"{page}: {shown.Status}");
        }

        Assert.Contains(demo.Reference, (await vetter.GetAsync("/vetters")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await vetter.GetAsync("/vetters/inbox")).Status);
    }

    [Fact]
    public async Task Gate_SecondVetter_SeesNothingOfTheFirstOpinionBeforeHisOwn()
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        await host.ScreenAsync(demo.Id);
        await host.ActAsync(host.Crew.Vetter.Actor, demo.Id, new AssessVoluntariness(false, "DEMO") { Entered = EntryIntoService.NeverServed });
        var first = await host.SignInAsync(host.Crew.Vetter);
        var second = await host.SignInAsync(host.Crew.SecondVetter);
        var third = await host.SignInAsync(host.Crew.ThirdVetter);
        string gate = $"/vetters/cases/{demo.Reference}/gates/vetting";

        await DoneAsync(first, gate, new() { ["Form.Outcome"] = "unresolved", ["Form.Reason"] = Secret });
        Assert.Contains(Secret, (await first.GetAsync(gate)).Text, StringComparison.Ordinal);
        foreach (var other in new[] { second, third })
        {
            var blind = await other.GetAsync(gate);
            Assert.DoesNotContain(Secret, blind.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.DoesNotContain("Proposed:", blind.Text, StringComparison.Ordinal);
            Assert.Contains("Another reviewer has sealed already", blind.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, (await other.GetAsync($"/vetters/cases/{demo.Reference}")).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        await host.ActAsync(host.Crew.SecondVetter.Actor, demo.Id, new AssessVoluntariness(false, "DEMO second") { Entered = EntryIntoService.NeverServed });
        await DoneAsync(second, gate, new() { ["Form.Outcome"] = "clear", ["Form.Reason"] = "DEMO second" });
        foreach (var reader in new[] { first, second, third })
        {
            var both = await reader.GetAsync($"/vetters/cases/{demo.Reference}/reviews");
            Assert.Contains(Secret, both.Text, StringComparison.Ordinal);
            Assert.Contains("DEMO second", both.Text, StringComparison.Ordinal);
        }

        await host.ActAsync(host.Crew.ThirdVetter.Actor, demo.Id, new AssessVoluntariness(false, "DEMO third") { Entered = EntryIntoService.NeverServed });
        await DoneAsync(third, gate, new() { ["Form.Outcome"] = "clear", ["Form.Reason"] = "DEMO third" });
        var decision = (await host.FileAsync(demo.Id)).DecisionOn(Gate.Vetting)!;
        Assert.Equal("clear", decision.Outcome);
        Assert.Equal(Secret, Assert.Single(decision.Dissent).Reason);
    }

    [Fact]
    public async Task Hit_SecondPersonNeeded_IsAnsweredByClicking()
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        var hit = new ScreeningHit("H1", "demo-list", "X1", "hash", "DEMOV PRIMER", 54, ["family Демов = DEMOV: 38", "given Пример = PRIMER: 16"], [], "DEMO", HitClass.AdverseCandidate);
        await host.ScreenAsync(demo.Id, hit);
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        var second = await host.SignInAsync(host.Crew.SecondVetter);
        string url = $"/vetters/cases/{demo.Reference}";
        var page = await vetter.GetAsync(url + "/hits/h1");
        Assert.Equal(["+38", "+16", "54"], page.Document.QuerySelectorAll(".points .number").Select(e => e.TextContent));
        var empty = await vetter.SubmitAsync(page, new() { ["Form.Outcome"] = "Same" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        await DoneAsync(vetter, url + "/hits/h1", new() { ["Form.Outcome"] = "Same", ["Form.Same"] = "PatronymicAgrees", ["Form.Reason"] = "DEMO" });
        Assert.Equal(HitStanding.SameNeedsSecond, (await host.FileAsync(demo.Id)).Vetting.StandingOf(hit));
        await DoneAsync(second, url + "/hits/h1", new() { ["Form.Outcome"] = "Same", ["Form.Same"] = "PatronymicAgrees", ["Form.Reason"] = "DEMO" });
        Assert.Equal(HitStanding.Same, (await host.FileAsync(demo.Id)).Vetting.StandingOf(hit));
        await DoneAsync(vetter, url + "/exclusion/limb?subject=H1", new() { ["Form.Limb"] = "WarCrime" });
        await DoneAsync(vetter, url + "/exclusion/conclusion?subject=H1", new() { ["Form.Conclusion"] = "NoTrigger", ["Form.Reason"] = "DEMO" });
        Assert.Equal(HttpStatusCode.NotFound, (await vetter.GetAsync(url + "/hits/h9")).Status);
    }

    [Fact]
    public async Task Assessments_ByClicking_CloseEveryQuestion()
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        await host.ScreenAsync(demo.Id);
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        string url = $"/vetters/cases/{demo.Reference}";
        await DoneAsync(vetter, url + "/screening", []);
        await DoneAsync(vetter, url + "/incident", new()
        {
            ["Form.Id"] = "I-1", ["Form.Units"] = "00123", ["Form.Place"] = "DEMO", ["Form.From.Year"] = "2022", ["Form.To.Year"] = "2022", ["Form.Type"] = "DEMO", ["Form.Sources"] = "DEMO source",
        });
        Assert.Contains("has not been held against incident I-1", (await vetter.GetAsync(url)).Text, StringComparison.Ordinal);
        var unproven = await vetter.SubmitAsync(await vetter.GetAsync(url + "/overlap"), new() { ["Form.Pair"] = "S1|I-1", ["Form.AbsenceProvenBy"] = "E9" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unproven.Status);
        await DoneAsync(vetter, url + "/overlap", new() { ["Form.Pair"] = "S1|I-1" });
        foreach (var (page, answers) in ExclusionPagesTests.Whole)
        {
            await DoneAsync(vetter, $"{url}/exclusion/{page}?subject=I-1", new(answers));
        }

        await DoneAsync(vetter, url + "/voluntariness", new() { ["Form.Entered"] = "Mobilised", ["Form.Since.Year"] = "2022", ["Form.Conclusion"] = "NotVoluntary", ["Form.Reason"] = "DEMO" });
        await DoneAsync(vetter, url + "/finding", new() { ["Form.Kind"] = "OpenSource", ["Form.Claim"] = "DEMO", ["Form.Source"] = "DEMO", ["Form.Reliability"] = "B", ["Form.Credibility"] = "2", ["Form.CounterEvidence"] = "none found" });
        var file = await host.FileAsync(demo.Id);
        Assert.Empty(VettingGate.OpenOverlaps(file));
        Assert.Empty(VettingGate.OpenExclusionQuestions(file));
        Assert.Equal("B2", file.Vetting.Findings.Latest()!.Grade);
        Assert.Contains("Nothing stands against", (await vetter.GetAsync(url)).Text, StringComparison.Ordinal);
    }

    private static async Task DoneAsync(Visitor visitor, string path, Dictionary<string, string> answers)
    {
        var done = await visitor.SubmitAsync(await visitor.GetAsync(path), answers);
        Assert.True(done.Status == HttpStatusCode.Redirect, $"{path} answered {done.Status}: {done.Document.QuerySelector(".error-summary")?.TextContent}");
    }
}
