using System.Net;
using System.Text;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Coordinators;

/// <summary>One coordinator proposes thresholds, another one reads what they would have done and decides.</summary>
public sealed class ThresholdPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Url = "/coordinators/thresholds";

    [Fact]
    public async Task Page_NobodyButCoordinators_IsNotThere()
    {
        foreach (var stranger in new[] { host.Crew.Vetter, host.Crew.Screener, host.Crew.Counsel })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(stranger)).GetAsync(Url)).Status);
        }

        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(Url)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thresholds_ProposedTriedAndConfirmed_AreInForce()
    {
        await ImportAsync("id,name,birthDate,nationality\nd1,DEMOVICH Kazimir,1960,RU\n");
        await host.CaseAtAsync(Gate.Vetting);
        await host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
        var (first, second) = (await host.SignInAsync(host.Crew.Coordinator), await host.SignInAsync(host.Crew.SecondCoordinator));
        var page = await first.GetAsync(Url);
        foreach (var (review, supported) in new[] { ("70", "<script>"), ("99", "60"), ("60", "70"), ("", "60"), ("NaN", "1e9") })
        {
            var refused = await first.SubmitAsync(page, new() { ["Form.Review"] = review, ["Form.Supported"] = supported, ["Form.Reason"] = "DEMO" }, "form[action='/coordinators/thresholds']");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await first.SubmitAsync(page, new() { ["Form.Review"] = "72,5", ["Form.Supported"] = "65", ["Form.Lists[0].Review"] = "80", ["Form.Reason"] = "DEMO namesakes" }, "form[action='/coordinators/thresholds']")).Status);
        Assert.Contains("being tried out", (await second.GetAsync(Url)).Text, StringComparison.Ordinal);
        await host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);

        var waiting = await first.GetAsync(Url);
        Assert.Contains("72.5, or 65 where", waiting.Text, StringComparison.Ordinal);
        Assert.Contains("Another coordinator must put them in force", waiting.Text, StringComparison.Ordinal);
        Assert.Null(waiting.Document.QuerySelector("form[action$='/confirm']"));
        var deciding = await second.GetAsync(Url);
        Assert.Contains("Tried on 1 person", deciding.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await second.SubmitAsync(deciding, [], "form[action$='/confirm']")).Status);

        var done = await second.GetAsync(Url);
        Assert.Contains("The thresholds are in force", done.Text, StringComparison.Ordinal);
        Assert.Contains("80, or 80 where", done.Text, StringComparison.Ordinal);
        Assert.Contains("DEMO namesakes", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await second.SubmitAsync(deciding, [], "form[action$='/confirm']")).Status);
    }

    private async Task ImportAsync(string table)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(table));
        var header = new ListHeader("demo-union", "DEMO union", "DEMO union", ListKind.Sanctions, "1", new DateOnly(2026, 3, 2));
        Assert.Equal(ListImportOutcome.InForce, (await host.Services.GetRequiredService<ListImport>().ImportAsync(content, ListFormats.Csv, header, Guid.Empty, new ListImportMode(), CancellationToken.None)).Outcome);
    }
}
