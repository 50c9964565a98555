using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Programmes;

/// <summary>Each test has an installation of its own: what it changes holds for everybody.</summary>
public sealed class HostProfilePagesTests : IAsyncLifetime
{
    private readonly CaseHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Pages_WrongPerson_LearnNothing()
    {
        foreach (var path in new[] { "/counsel/countries", "/counsel/countries/KZ", "/screeners/countries/KZ", "/protection-officers/countries/KZ", "/coordinators/countries/KZ/edit", "/administrators/countries/KZ/edit" })
        {
            Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Vetter)).GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Reception)).GetAsync(path)).Status);
        }

        var counsel = await host.SignInAsync(host.Crew.Counsel);
        Assert.Equal(HttpStatusCode.NotFound, (await counsel.GetAsync("/counsel/countries/XX")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await counsel.GetAsync("/counsel/countries/KZ/edit")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await counsel.GetAsync("/coordinators/countries/KZ/edit")).Status);
    }

    [Fact]
    public async Task Show_ShippedProfiles_MarkWhatCounselHasNotConfirmed()
    {
        var counsel = await host.SignInAsync(host.Crew.Counsel);
        var list = await counsel.GetAsync("/counsel/countries");
        Assert.Equal(["Armenia", "Georgia", "Kazakhstan"], list.Document.QuerySelectorAll("tbody a").Select(a => a.TextContent).Order());

        var page = await counsel.GetAsync("/counsel/countries/KZ");
        Assert.Contains("Apply for asylum: five calendar days after arrival", page.Text, StringComparison.Ordinal);
        Assert.Contains("statements are to be confirmed by counsel", page.Text, StringComparison.Ordinal);
        Assert.Contains("more dangerous than what is in force", page.Text, StringComparison.Ordinal);
        Assert.True(page.Document.QuerySelectorAll(".tag-warn").Length > 10);
        Assert.Null(page.Document.QuerySelector("a[href$='/edit']"));
        Assert.Contains("No deadline is known.", (await counsel.GetAsync("/counsel/countries/GE")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_WrongPersonThenRight_AreShownWithWhatIsToBeConfirmedAndNoLink()
    {
        foreach (var audience in new[] { "counsel", "coordinators" })
        {
            var path = $"/{audience}/countries/KZ";
            Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Vetter)).GetAsync(path)).Status);
        }

        const string Address = "https://demo.invalid/report?id=7&part=2";
        var (first, second, counsel) = (await host.SignInAsync(host.Crew.Coordinator), await host.SignInAsync(host.Crew.SecondCoordinator), await host.SignInAsync(host.Crew.Counsel));
        var shipped = Library(await counsel.GetAsync("/counsel/countries/KZ"));
        Assert.All(shipped.QuerySelectorAll("tbody tr"), row => Assert.Contains("To be confirmed by counsel", row.TextContent, StringComparison.Ordinal));

        var form = await first.GetAsync("/coordinators/countries/KZ/edit");
        var profile = JsonNode.Parse(form.Document.QuerySelector("textarea[name='Form.Json']")!.TextContent)!;
        profile["reports"]!.AsArray().Add(JsonNode.Parse($$"""
            { "about": "OnReturn", "title": "Newest <b>(DEMO)</b>", "publisher": "Publisher (DEMO)", "date": "2026-10-16", "address": "{{Address}}", "says": { "en": "It is so.", "fr": "Il en est ainsi." }, "source": "DEMO", "confirmed": true }
            """));
        var refused = await first.SubmitAsync(form, new() { ["Form.Json"] = profile.ToJsonString().Replace("https://demo", "http://demo", StringComparison.Ordinal), ["Form.Reason"] = "DEMO" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("begins with https://", refused.Text, StringComparison.Ordinal);

        Assert.Equal("/coordinators/programmes", (await first.SubmitAsync(form, new() { ["Form.Json"] = profile.ToJsonString(), ["Form.Reason"] = "A report was confirmed (DEMO)." })).Location);
        Assert.DoesNotContain("Newest", (await counsel.GetAsync("/counsel/countries/KZ")).Text, StringComparison.Ordinal);
        var proposal = (await second.GetAsync("/coordinators/programmes")).Document.QuerySelector("a[href*='/changes/']")!.GetAttribute("href")!;
        Assert.Contains("Newest", (await second.GetAsync(proposal)).Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await second.SubmitAsync(await second.GetAsync(proposal), [], "form[action$='/confirm']");

        var page = await counsel.GetAsync("/counsel/countries/KZ");
        var row = Library(page).QuerySelector("tbody tr")!;
        Assert.Equal("Newest <b>(DEMO)</b>", row.QuerySelector("strong")!.TextContent);
        Assert.Equal(Address, row.QuerySelector(".hash")!.TextContent);
        Assert.Equal(["en", "fr"], row.QuerySelectorAll("[lang]").Select(s => s.GetAttribute("lang")));
        Assert.Null(row.QuerySelector(".tag-warn"));
        Assert.Empty(page.Document.QuerySelectorAll("[href*='demo.invalid'], [src*='demo.invalid']"));
    }

    [Fact]
    public async Task Edit_ByTwo_CountsTheDeadlinesOfEveryOpenCaseAnew()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await host.ActAsync(demo.Crew.Screener.Actor, demo.Id, new RecordStay("KZ", "DEMO", PartialDate.Parse(today.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
        var (first, second, counsel) = (await host.SignInAsync(demo.Crew.Coordinator), await host.SignInAsync(demo.Crew.SecondCoordinator), await host.SignInAsync(demo.Crew.Counsel));
        var before = (await counsel.GetAsync("/counsel")).Document.QuerySelectorAll(".queue > li").Single(l => l.TextContent.Contains(demo.Reference, StringComparison.Ordinal)).TextContent;

        var form = await first.GetAsync("/coordinators/countries/KZ/edit");
        var json = form.Document.QuerySelector("textarea[name='Form.Json']")!.TextContent;
        foreach (var (bad, why) in new[] { ("", "DEMO"), ("{}", "DEMO"), (json, "DEMO"), (json.Replace("\"days\": 5", "\"days\": -5", StringComparison.Ordinal), "DEMO"), (json.Replace("\"days\": 5", "\"days\": 9", StringComparison.Ordinal), "") })
        {
            var refused = await first.SubmitAsync(form, new() { ["Form.Json"] = bad, ["Form.Reason"] = why });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.NotNull(refused.Document.QuerySelector(".error-summary, [role='alert']"));
        }

        Assert.Equal("/coordinators/programmes", (await first.SubmitAsync(form, new() { ["Form.Json"] = json.Replace("\"days\": 5", "\"days\": 2", StringComparison.Ordinal), ["Form.Reason"] = "The law changed (DEMO)." })).Location);
        var proposal = (await second.GetAsync("/coordinators/programmes")).Document.QuerySelector("a[href*='/changes/']")!.GetAttribute("href")!;
        Assert.Contains("deadlines", (await second.GetAsync(proposal)).Document.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await first.GetAsync(proposal)).Document.QuerySelector("form[action$='/confirm']"));
        await second.SubmitAsync(await second.GetAsync(proposal), [], "form[action$='/confirm']");
        await host.Services.GetRequiredService<ProgrammeSweep>().RunAsync(default);

        var after = (await counsel.GetAsync("/counsel")).Document.QuerySelectorAll(".queue > li").Single(l => l.TextContent.Contains(demo.Reference, StringComparison.Ordinal)).TextContent;
        Assert.NotEqual(before, after);
        Assert.Contains("has changed. Look at the legal days", (await counsel.GetAsync("/counsel/inbox")).Text, StringComparison.Ordinal);
        var shown = await first.GetAsync("/coordinators/countries/KZ");
        Assert.Contains("The law changed (DEMO).", shown.Text, StringComparison.Ordinal);
        Assert.Equal("2", shown.Document.QuerySelector("td[data-label='Days']")!.TextContent);
    }

    private static IElement Library(Page page) => page.Document.QuerySelectorAll("section").Single(s => s.QuerySelector("h2")?.TextContent == "Country information");
}
