using System.Net;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

/// <summary>Two sources side by side: who sees them, what is made of them, and that it opens again.</summary>
public sealed class MismatchPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Mismatches_WrongPeople_FindNothing()
    {
        var demo = await TwoAccountsAsync();
        var key = (await KeyOfAsync(demo, MismatchTopic.Leaving)).Mismatch.Key;
        foreach (var (person, audience) in new[] { (host.Crew.Outsider, "screeners"), (host.Crew.Outsider, "vetters"), (host.Crew.Screener, "vetters"), (host.Crew.Screener, "coordinators"), (host.Crew.Liaison, "screeners") })
        {
            var visitor = await host.SignInAsync(person);
            foreach (var path in new[] { $"/{audience}/cases/{demo.Reference}/mismatches", $"/{audience}/cases/{demo.Reference}/mismatches?pair={key}" })
            {
                var page = await visitor.GetAsync(path);
                Assert.True(page.Status is HttpStatusCode.NotFound or HttpStatusCode.Redirect, $"{person} got {page.Status} at {path}");
                Assert.DoesNotContain("Left in", page.Text, StringComparison.Ordinal);
            }
        }

        // Intake officers know papers and referral, custodians know evidence: neither reads what was said in the interview.
        foreach (var person in new[] { host.Crew.Intake, host.Crew.Custodian })
        {
            var visitor = await host.SignInAsync(person);
            Assert.DoesNotContain("Leaving the army", (await visitor.GetAsync($"/screeners/cases/{demo.Reference}/mismatches")).Text, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/screeners/cases/{demo.Reference}/mismatches?pair={key}")).Status);
        }
    }

    [Fact]
    public async Task Mismatch_ExplainedByTheScreener_OpensAgainWhenASourceIsPutRight()
    {
        var demo = await TwoAccountsAsync();
        var url = $"/screeners/cases/{demo.Reference}";
        var screener = await host.SignInAsync(host.Crew.Screener);
        Assert.Contains("does not fit together yet", (await screener.GetAsync(url)).Text, StringComparison.Ordinal);
        var one = await OpenAsync(screener, url, "Leaving the army");
        Assert.Contains("Ушёл двенадцатого мая.", one.Text, StringComparison.Ordinal);
        Assert.Contains("Left in September 2022.", one.Text, StringComparison.Ordinal);
        Assert.Contains("interpreted by INT-4", one.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("contradict", one.Text, StringComparison.OrdinalIgnoreCase);

        Assert.Contains("Tick at least one explanation", (await screener.SubmitAsync(one, new() { ["go"] = "explain" })).Text, StringComparison.Ordinal);
        var done = await screener.SubmitAsync(one, new() { ["go"] = "explain", ["Form.Reasons"] = "MemoryAfterTrauma", ["Form.Words"] = "He counted from the wound (DEMO)." });
        Assert.Equal($"{url}/mismatches", done.Location);
        Assert.Contains("Explained", (await screener.GetAsync(url + "/mismatches")).Text, StringComparison.Ordinal);

        var stale = await OpenAsync(screener, url, "Leaving the army");
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new RecordAnswers([new GivenAnswer("F3", "Left in October 2022.")]));
        Assert.Contains("Open again: a source has changed.", (await screener.GetAsync(url + "/mismatches")).Text, StringComparison.Ordinal);
        var late = await screener.SubmitAsync(stale, new() { ["go"] = "explain", ["Form.Reasons"] = "Misheard", ["Form.Words"] = "Typed before the change (DEMO)." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("has changed since you looked", late.Text, StringComparison.Ordinal);
        Assert.Contains("Typed before the change (DEMO).", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mismatch_AskedAbout_StandsBesideTheGuideWithoutEitherVersion()
    {
        var demo = await TwoAccountsAsync();
        var url = $"/screeners/cases/{demo.Reference}";
        var screener = await host.SignInAsync(host.Crew.Screener);
        await screener.SubmitAsync(await OpenAsync(screener, url, "Leaving the army"), new() { ["go"] = "ask" });

        var guide = await screener.GetAsync(url + "/interview/questions/a");
        var asked = guide.Document.QuerySelector("aside")!;
        Assert.Contains("To ask again", asked.TextContent, StringComparison.Ordinal);
        Assert.Contains("как вы ушли", asked.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("2022", asked.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mismatch_OfThePerson_NeedsASecondLookByTheCoordinator()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new RecordBirth(PartialDate.Parse("1991-11-02"), Sex.M, ["RU"]));
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new RecordDocument(DocumentKind.InternalPassport, SeenAs.Scan, "DEMO") { MrzLine1 = "PNRUSWURENKOV<<ART2M<7R9EVI3<<<<<<<<<<<<<<<<", MrzLine2 = "0020001010RUS9803145M<<<<<<<4180402000001<22" });
        var (screener, coordinator) = (await host.SignInAsync(host.Crew.Screener), await host.SignInAsync(host.Crew.Coordinator));
        var own = await OpenAsync(screener, $"/screeners/cases/{demo.Reference}", "Day of birth");
        Assert.Contains("A second person looks at it too", own.Text, StringComparison.Ordinal);
        await screener.SubmitAsync(own, new() { ["go"] = "explain", ["Form.Reasons"] = "PaperUsedToFlee" });
        Assert.DoesNotContain("I agree", (await OpenAsync(screener, $"/screeners/cases/{demo.Reference}", "Day of birth")).Text, StringComparison.Ordinal);

        var second = await OpenAsync(coordinator, $"/coordinators/cases/{demo.Reference}", "Day of birth");
        Assert.Contains("A paper that was made to be able to flee", second.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.SubmitAsync(second, new() { ["go"] = "agree" })).Status);
        Assert.Equal(MismatchStanding.Explained, (await KeyOfAsync(demo, MismatchTopic.Birth)).Standing);
    }

    [Fact]
    public async Task Mismatch_WeighedByAVetter_StaysInTheVetting()
    {
        var demo = await TwoAccountsAsync();
        var (vetter, screener) = (await host.SignInAsync(host.Crew.Vetter), await host.SignInAsync(host.Crew.Screener));
        var page = await OpenAsync(vetter, $"/vetters/cases/{demo.Reference}", "Leaving the army");
        Assert.DoesNotContain("Ask in the next session", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await vetter.SubmitAsync(page, new() { ["go"] = "ask" })).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await vetter.SubmitAsync(page, new() { ["go"] = "explain", ["Form.Reasons"] = "TwoEvents", ["Form.Words"] = "Vetting only (DEMO)." })).Status);

        Assert.Contains("Vetting only (DEMO).", (await OpenAsync(vetter, $"/vetters/cases/{demo.Reference}", "Leaving the army")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vetting only (DEMO).", (await OpenAsync(screener, $"/screeners/cases/{demo.Reference}", "Leaving the army")).Text, StringComparison.Ordinal);
    }

    private async Task<DemoCase> TwoAccountsAsync()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        await host.DoAsync(
            host.Crew.Screener.Actor, demo.Id,
            new StartInterview(InterviewMode.Video, "ru") { WithInterpreter = true, InterpreterCode = "INT-4" },
            new RecordAnswers([new GivenAnswer("F3", "Left on 12 May 2022.") { Verbatim = "Ушёл двенадцатого мая." }]),
            new StartInterview(InterviewMode.Video, "ru"),
            new RecordAnswers([new GivenAnswer("F3", "Left in September 2022.")]));
        return demo;
    }

    private async Task<MismatchStatus> KeyOfAsync(DemoCase demo, MismatchTopic topic) => Mismatches.For(Role.Screener, await host.FileAsync(demo.Id)).Single(s => s.Mismatch.Topic == topic);

    private static async Task<Page> OpenAsync(Visitor visitor, string url, string topic)
    {
        var list = await visitor.GetAsync(url + "/mismatches");
        var link = list.Document.QuerySelectorAll("main table a").FirstOrDefault(a => a.TextContent == topic) ?? throw new InvalidOperationException($"'{topic}' is not on the list:\n{list.Text}");
        return await visitor.GetAsync(link.GetAttribute("href")!);
    }
}
