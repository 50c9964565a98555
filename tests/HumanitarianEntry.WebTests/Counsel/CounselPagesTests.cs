using System.Net;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.Counsel;

public sealed class CounselPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Cases = "/counsel/cases/";

    [Fact]
    public async Task CasePage_Strangers_LearnNothing()
    {
        var demo = await host.NewCaseAsync();
        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(Cases + demo.Reference)).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Protection)).GetAsync(Cases + demo.Reference)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Outsider)).GetAsync(Cases + demo.Reference)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Counsel)).GetAsync($"{Cases}{demo.Reference}/gates/vetting")).Status);
    }

    [Fact]
    public async Task Review_AfterRefusal_ShowsTheRemedyDateAndDecides()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Decision);
        var until = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(5);
        await host.ActAsync(demo.Crew.Liaison.Actor, demo.Id, new RecordStateDecision("refused", new DateOnly(2026, 1, 5), "DEMO letter", "DEMO: refused.") { Remedy = "DEMO appeal board", RemedyUntil = until });
        var counsel = await host.SignInAsync(demo.Crew.Counsel);
        var path = Cases + demo.Reference;

        var page = await counsel.GetAsync(path);
        Assert.Contains("Remedy: DEMO appeal board", page.Document.QuerySelector(".notice-danger")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("5 days are left", page.Text, StringComparison.Ordinal);
        Assert.Equal(path, (await counsel.SubmitAsync(await counsel.GetAsync(path + "/gates/review"), new() { ["Form.Outcome"] = "appeal", ["Form.Reason"] = "DEMO: we appeal." })).Location);
        Assert.Equal("appeal", (await host.FileAsync(demo.Id)).DecisionOn(Gate.Review)!.Outcome);
    }

    [Fact]
    public async Task Forms_StayProsecutionObstacle_AreRecorded()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        var path = Cases + demo.Reference;
        var counsel = await host.SignInAsync(demo.Crew.Counsel);
        Assert.Equal(path, (await counsel.SubmitAsync(await counsel.GetAsync(path + "/stay"), new() { ["Form.Country"] = "kz", ["Form.Basis"] = "DEMO certificate", ["Form.From.Year"] = "2025" })).Location);
        Assert.Equal(path, (await counsel.SubmitAsync(await counsel.GetAsync(path + "/prosecution"), new() { ["Form.State"] = "RU", ["Form.Article"] = "337", ["Form.Status"] = "CaseOpened", ["Form.LearntFrom"] = "DEMO lawyer" })).Location);
        Assert.Equal(path, (await counsel.SubmitAsync(await counsel.GetAsync(path + "/obstacle"), new() { ["Form.WhyNoneHeld"] = "DEMO a", ["Form.WhyNoneFromOwnState"] = "DEMO b", ["Form.WhyNoneFromHostState"] = "DEMO c" })).Location);
        var file = await host.FileAsync(demo.Id);
        Assert.Equal("KZ", file.Contact.Stays.Latest()!.Country);
        Assert.Equal("337", file.Interview.Prosecutions.Latest()!.Article);
        Assert.Equal("DEMO b", file.Identity.Obstacles.Latest()!.WhyNoneFromOwnState);
    }

    [Fact]
    public async Task Stay_CorrectedAndStruck_TakesItsPlace()
    {
        var demo = await host.NewCaseAsync();
        var counsel = await host.SignInAsync(demo.Crew.Counsel);
        var (path, page) = (Cases + demo.Reference, $"{Cases}{demo.Reference}/stay");
        Dictionary<string, string> Stay(string year) => new() { ["Form.Country"] = "KZ", ["Form.Basis"] = "DEMO certificate", ["Form.From.Year"] = year };
        await counsel.SubmitAsync(await counsel.GetAsync(page), Stay("2016"));
        var fill = await counsel.GetAsync($"{page}?corrects=1");
        Assert.Equal("2016", fill.Document.QuerySelector("input[name='Form.From.Year']")!.GetAttribute("value"));
        var unsaid = await counsel.SubmitAsync(fill, Stay("2022"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.Equal("1", unsaid.Document.QuerySelector("input[name='Form.Corrects']")!.GetAttribute("value"));
        Assert.Equal(path, (await counsel.SubmitAsync(unsaid, new(Stay("2022")) { ["Form.Why"] = "DEMO: a typo" })).Location);
        Assert.Equal("2022", Assert.Single((await host.FileAsync(demo.Id)).Contact.Standing()).Stay.From.ToString());
        Assert.Contains("2022", (await counsel.GetAsync(page)).Document.QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);

        Assert.Equal(path, (await counsel.SubmitAsync(await counsel.GetAsync($"{page}?corrects=1"), new(Stay("2022")) { ["Form.NeverWas"] = "True", ["Form.Why"] = "DEMO: another man's" })).Location);
        Assert.Empty((await host.FileAsync(demo.Id)).Contact.Standing());
    }

    [Fact]
    public async Task Stay_WithoutBeginning_IsShownAgain()
    {
        var demo = await host.NewCaseAsync();
        var counsel = await host.SignInAsync(demo.Crew.Counsel);
        var answer = await counsel.SubmitAsync(await counsel.GetAsync($"{Cases}{demo.Reference}/stay"), new() { ["Form.Country"] = "KZ", ["Form.Basis"] = "DEMO kept" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Say since when", answer.Text, StringComparison.Ordinal);
        Assert.Equal("DEMO kept", answer.Document.QuerySelector("#Form_Basis")!.GetAttribute("value"));
    }
}
