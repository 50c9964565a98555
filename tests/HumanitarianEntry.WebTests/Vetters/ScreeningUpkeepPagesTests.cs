using System.Net;
using System.Text;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Vetters;

/// <summary>A vetter asks for nothing, and the page still says whether the person was searched in what is in force.</summary>
public sealed class ScreeningUpkeepPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Table = "id,name,birthDate,nationality\nd1,DEMOVICH Kazimir,1960,RU\n";

    [Fact]
    public async Task Gate_ListInForceThatNobodySearched_SaysWhichAndSinceWhenUntilItIsMadeUpFor()
    {
        await ImportAsync("1", Table);
        var demo = await host.CaseAtAsync(Gate.Vetting);
        await DrainAsync();
        string url = $"/vetters/cases/{demo.Reference}";
        foreach (var stranger in new[] { host.Crew.Outsider, host.Crew.Screener, host.Crew.Coordinator })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(stranger)).GetAsync(url)).Status);
        }

        var vetter = await host.SignInAsync(host.Crew.Vetter);
        var page = await vetter.GetAsync(url);
        Assert.Contains("DEMO union", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No name screening has been completed", page.Text, StringComparison.Ordinal);
        await host.ActAsync(host.Crew.Vetter.Actor, demo.Id, new AssessVoluntariness(false, "DEMO") { Entered = EntryIntoService.NeverServed });

        await ImportAsync("2", Table + "d2,DEMOVICH Second,1970,RU\n");
        Assert.Contains("DEMO union, version 2, is in force since", (await vetter.GetAsync(url)).Text, StringComparison.Ordinal);
        var refused = await vetter.SubmitAsync(await vetter.GetAsync(url + "/gates/vetting"), new() { ["Form.Outcome"] = "clear", ["Form.Reason"] = "DEMO" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("this person has not been searched in it yet", refused.Text, StringComparison.Ordinal);
        Assert.Empty((await host.FileAsync(demo.Id)).Vetting.Proposals);

        await DrainAsync();
        page = await vetter.GetAsync(url);
        Assert.DoesNotContain("has not been searched", page.Text, StringComparison.Ordinal);
        Assert.Contains("held against the newer versions below", page.Text, StringComparison.Ordinal);
        var done = await vetter.SubmitAsync(await vetter.GetAsync(url + "/gates/vetting"), new() { ["Form.Outcome"] = "clear", ["Form.Reason"] = "DEMO" });
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
    }

    private async Task ImportAsync(string version, string table)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(table));
        var header = new ListHeader("demo-union", "DEMO union", "DEMO union", ListKind.Sanctions, version, new DateOnly(2026, 3, 2));
        var report = await host.Services.GetRequiredService<ListImport>().ImportAsync(content, ListFormats.Csv, header, Guid.Empty, new ListImportMode(), CancellationToken.None);
        Assert.Equal(ListImportOutcome.InForce, report.Outcome);
    }

    private Task DrainAsync() => host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
}
