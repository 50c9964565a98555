using System.Net;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Programmes;

/// <summary>Each test has an installation of its own: what it changes holds for everybody.</summary>
public sealed class ProgrammePagesTests : IAsyncLifetime
{
    private const string Programmes = "/coordinators/programmes";
    private const string France = Programmes + "/fr-ple-kz";
    private readonly CaseHost host = new();

    public ValueTask InitializeAsync() => host.InitializeAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Pages_WrongPerson_LearnsAndChangesNothing()
    {
        var screener = await host.SignInAsync(host.Crew.Screener);
        foreach (var path in new[] { Programmes, France, France + "/status", France + "/settings", Programmes + "/host-risk", "/administrators/programmes" })
        {
            Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.NotFound, (await screener.GetAsync(path)).Status);
        }

        var coordinator = await host.SignInAsync(host.Crew.Coordinator);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync(Programmes + "/nowhere")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync(France + "/moves/nowhere")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"{Programmes}/changes/{Guid.Empty}")).Status);
    }

    [Fact]
    public async Task Stop_ByOne_ThenOpenByTwo()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Decision);
        var first = await host.SignInAsync(demo.Crew.Coordinator);
        var second = await host.SignInAsync(demo.Crew.SecondCoordinator);

        var empty = await first.SubmitAsync(await first.GetAsync(France + "/status"), []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Contains("Say why", empty.Text, StringComparison.Ordinal);

        var stopped = await first.SubmitAsync(await first.GetAsync(France + "/status"), new() { ["Form.Status"] = "Suspended", ["Form.Reason"] = "Announced by the state (DEMO)." });
        Assert.Equal(Programmes, stopped.Location);
        Assert.Equal(1, await host.Services.GetRequiredService<ProgrammeSweep>().RunAsync(default));
        Assert.Equal(CaseState.Parked, (await host.FileAsync(demo.Id)).Position.State);
        Assert.Contains("The programme was stopped. Nothing was refused.", (await first.GetAsync("/coordinators/inbox")).Text, StringComparison.Ordinal);

        Assert.Equal(Programmes, (await first.SubmitAsync(await first.GetAsync(France + "/status"), new() { ["Form.Status"] = "Open", ["Form.Reason"] = "It goes on (DEMO)." })).Location);
        var proposal = (await first.GetAsync(Programmes)).Document.QuerySelector("a[href*='/changes/']")!.GetAttribute("href")!;
        var own = await first.GetAsync(proposal);
        Assert.Null(own.Document.QuerySelector("form[action$='/confirm']"));
        Assert.Contains("Another person must confirm it", own.Text, StringComparison.Ordinal);
        Assert.Equal(Programmes, (await second.SubmitAsync(await second.GetAsync(proposal), [], "form[action$='/confirm']")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync(proposal)).Status);

        await host.Services.GetRequiredService<ProgrammeSweep>().RunAsync(default);
        Assert.Equal(CaseState.Parked, (await host.FileAsync(demo.Id)).Position.State);
        Assert.Contains("The programme is open again", (await first.GetAsync("/coordinators/inbox")).Text, StringComparison.Ordinal);
        Assert.Contains("a stop: one person", (await second.GetAsync(Programmes)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_BrokenAndGood_RefusedWithTheirLineAndShownSideBySide()
    {
        var first = await host.SignInAsync(host.Crew.Coordinator);
        var second = await host.SignInAsync(host.Crew.SecondCoordinator);
        var page = await first.GetAsync(France + "/settings");
        var json = page.Document.QuerySelector("textarea[name='Form.Json']")!.TextContent;

        var broken = await first.SubmitAsync(page, new() { ["Form.Json"] = json.Replace("\"minIdGrade\": \"B\"", "\"minIdGrade\": \"Q\"", StringComparison.Ordinal), ["Form.Reason"] = "DEMO" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.Status);
        Assert.Contains("minIdGrade", broken.Document.QuerySelector("[role='alert'], .error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"Q\"", broken.Document.QuerySelector("textarea[name='Form.Json']")!.TextContent, StringComparison.Ordinal);

        await first.SubmitAsync(page, new() { ["Form.Json"] = json.Replace("\"maxScreeningAgeDays\": 14", "\"maxScreeningAgeDays\": 7", StringComparison.Ordinal), ["Form.Reason"] = "Stricter (DEMO)." });
        var proposal = await second.GetAsync((await second.GetAsync(France)).Document.QuerySelector("a[href*='/changes/']")!.GetAttribute("href")!);
        var row = Assert.Single(proposal.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal(["maxScreeningAgeDays", "14", "7"], row.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
        await second.SubmitAsync(proposal, [], "form[action$='/confirm']");
        Assert.Equal(7, host.Services.GetRequiredService<ProgrammeLibrary>().For("fr-ple-kz").Rules.MaxScreeningAgeDays);
    }

    [Fact]
    public async Task NewVersion_Proposed_ShowsItsDrawingBesideTheOneInForce()
    {
        var next = host.Services.GetRequiredService<ProgrammeLibrary>().Definition("fr-ple-kz-v1").CopyJson();
        (next["id"], next["version"], next["name"]) = ("fr-ple-kz-v2", 2, "Another name (DEMO)");
        var proposed = Assert.IsType<ChangeResult.Done>(await host.Services.GetRequiredService<ProgrammeChanges>().ProposeAsync(host.Crew.Coordinator.Actor, new DefinitionPublished("fr-ple-kz-v2", next.ToJsonString()), "DEMO", default));
        var second = await host.SignInAsync(host.Crew.SecondCoordinator);

        var page = await second.GetAsync($"{Programmes}/changes/{proposed.Id}");

        Assert.Contains("Another name (DEMO)", page.Document.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("svg.case-map"));
        await second.SubmitAsync(page, [], "form[action$='/confirm']");
        Assert.Contains("fr-ple-kz-v2", (await second.GetAsync(Programmes)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostRisk_Raised_MakesTheCaseUrgent()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        var form = await coordinator.GetAsync(Programmes + "/host-risk");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.SubmitAsync(form, new() { ["Form.Country"] = "Kazakhstan", ["Form.Risk"] = "High", ["Form.Reason"] = "DEMO" })).Status);

        Assert.Equal(Programmes, (await coordinator.SubmitAsync(form, new() { ["Form.Country"] = "KZ", ["Form.Risk"] = "High", ["Form.Reason"] = "Extraditions begin (DEMO)." })).Location);
        await host.Services.GetRequiredService<ProgrammeSweep>().RunAsync(default);

        var file = await host.FileAsync(demo.Id);
        Assert.Equal((Priority.Urgent, CaseState.Intake), (file.Priority, file.Position.State));
        Assert.Contains("Kazakhstan: high", (await coordinator.GetAsync(Programmes)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reroute_NothingOpenAndThenOneOpen_GoesOnThere()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Routing);
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        var second = await host.SignInAsync(demo.Crew.SecondCoordinator);
        var path = $"/coordinators/cases/{demo.Reference}/reroute";
        Assert.Contains("No other programme is open now", (await coordinator.GetAsync(path)).Text, StringComparison.Ordinal);

        await coordinator.SubmitAsync(await coordinator.GetAsync(Programmes + "/lt-hum/status"), new() { ["Form.Status"] = "Open", ["Form.Reason"] = "Counsel confirmed it (DEMO)." });
        var proposal = (await second.GetAsync(Programmes)).Document.QuerySelector("a[href*='/changes/']")!.GetAttribute("href")!;
        await second.SubmitAsync(await second.GetAsync(proposal), [], "form[action$='/confirm']");

        var done = await coordinator.SubmitAsync(await coordinator.GetAsync(path), new() { ["Form.Programme"] = "lt-hum", ["Form.Reason"] = "A better chance (DEMO)." });
        Assert.Equal($"/coordinators/cases/{demo.Reference}", done.Location);
        var file = await host.FileAsync(demo.Id);
        Assert.Equal(("lt-hum", CaseState.ConsentPending), (file.ProgrammeId, file.Position.State));
        Assert.Equal(HttpStatusCode.OK, (await coordinator.GetAsync(done.Location!)).Status);
    }
}
