using System.Globalization;
using System.Net;
using System.Text;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Vetters;

/// <summary>The desk at which a vetter says whether a listed person is the applicant.</summary>
public sealed class HitDeskPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Hit_OfARealSearch_ShowsBothSidesWordsPointsWhatWouldChangeThemAndSpellings()
    {
        var (demo, hits) = await FoundAsync("one");
        foreach (var stranger in new[] { host.Crew.Coordinator, host.Crew.Screener, host.Crew.Outsider })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(stranger)).GetAsync(Url(demo, hits[0]))).Status);
        }

        var vetter = await host.SignInAsync(host.Crew.Vetter);
        var page = await vetter.GetAsync(Url(demo, hits[0]));

        var points = page.Document.QuerySelectorAll(".points li:not(.sum) .number").Sum(e => decimal.Parse(e.TextContent, CultureInfo.InvariantCulture));
        Assert.Equal(decimal.Parse(page.Document.QuerySelector(".points .sum .number")!.TextContent, CultureInfo.InvariantCulture), points);
        foreach (var words in new[] { "Word by word", "What would change it", "the birth years were 10 apart", "How passports wrote these words", "since 2014", "Worked out again just now from the kept entry: the same points", "passport DEMO-1", "You have not answered yet" })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        Assert.NotEmpty(page.Document.QuerySelectorAll(".compare mark"));
        Assert.Equal(Url(demo, hits[1]), page.Document.QuerySelector("a[rel=next]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Answer_OnOneHit_LeadsToTheNextThatWaitsAndTwoPeopleMakeItTheSame()
    {
        var (demo, hits) = await FoundAsync("two");
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        var second = await host.SignInAsync(host.Crew.SecondVetter);
        var same = new Dictionary<string, string> { ["Form.Outcome"] = "Same", ["Form.Same"] = "DocumentNumberAgrees", ["Form.Reason"] = "DEMO number of the passport" };

        var done = await vetter.SubmitAsync(await vetter.GetAsync(Url(demo, hits[0])), same);
        Assert.Equal(Url(demo, hits[1]), done.Location);
        Assert.Contains("Your answer: same.", (await vetter.GetAsync(Url(demo, hits[0]))).Text, StringComparison.Ordinal);
        var blind = await second.GetAsync(Url(demo, hits[0]));
        Assert.DoesNotContain("DEMO number of the passport", blind.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Your answer:", blind.Text, StringComparison.Ordinal);
        Assert.Equal(HitStanding.SameNeedsSecond, await StandingAsync(demo, hits[0]));
        Assert.Equal(HttpStatusCode.Redirect, (await second.SubmitAsync(await second.GetAsync(Url(demo, hits[0])), same)).Status);
        Assert.Equal(HitStanding.Same, await StandingAsync(demo, hits[0]));
        var (next, answered) = (Url(demo, hits[1]), 1);
        while (next != $"/vetters/cases/{demo.Reference}")
        {
            next = (await vetter.SubmitAsync(await vetter.GetAsync(next), new() { ["Form.Outcome"] = "NotSame", ["Form.NotSame"] = "OtherBirthDate", ["Form.Reason"] = "DEMO another year" })).Location!;
            answered++;
        }

        Assert.Equal((await host.FileAsync(demo.Id)).Vetting.LatestRun!.Value.Hits.Count, answered);
    }

    [Fact]
    public async Task Dismissal_EntryChangedSince_IsShownAsCountingNoMore()
    {
        var (demo, hits) = await FoundAsync("three");
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        await vetter.SubmitAsync(await vetter.GetAsync(Url(demo, hits[0])), new() { ["Form.Outcome"] = "NotSame", ["Form.NotSame"] = "OtherBirthDate", ["Form.Reason"] = "DEMO dismissed before" });
        var entry = await EntryOfAsync(demo, hits[0]);

        await ImportAsync("three", "2", (await TableAsync(demo)).Replace("DEMO-1", "DEMO-2", StringComparison.Ordinal));
        await DrainAsync();

        var label = (await host.FileAsync(demo.Id)).Vetting.LatestRun!.Value.Hits.Single(h => h.EntryId == entry && h.ListId == "demo-three").Label;
        var page = await vetter.GetAsync(Url(demo, label));
        Assert.Contains("DEMO dismissed before", page.Text, StringComparison.Ordinal);
        Assert.Contains("Counts no more", page.Text, StringComparison.Ordinal);
        Assert.Contains("The entry has changed since", page.Text, StringComparison.Ordinal);
        Assert.Equal(HitStanding.Pending, await StandingAsync(demo, label));
    }

    /// <summary>A case at the vetting gate whose person two entries of a list of its own fit.</summary>
    private async Task<(DemoCase Demo, List<string> Hits)> FoundAsync(string list)
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new RecordName(NameKind.Birth, Script.Cyrillic) { Family = "Щуренков", Given = "Артём" });
        await ImportAsync(list, "1", await TableAsync(demo));
        await DrainAsync();
        var hits = (await host.FileAsync(demo.Id)).Vetting.LatestRun!.Value.Hits.Where(h => h.ListId == "demo-" + list).Select(h => h.Label).ToList();
        Assert.Equal(2, hits.Count);
        return (demo, (await host.FileAsync(demo.Id)).Vetting.LatestRun!.Value.Hits.Select(h => h.Label).SkipWhile(l => l != hits[0]).ToList());
    }

    private async Task<string> TableAsync(DemoCase demo)
    {
        var identity = (await host.FileAsync(demo.Id)).Identity;
        var born = identity.Births.Latest()!.BornOn;
        return $"id,name,birthDate,sex,nationality,passport\n1,SHCHURENKOV Artem,{born},М,RU,DEMO-1\n2,SHCHURENKOV Artem,{born.Year},М,RU,\n";
    }

    private async Task ImportAsync(string list, string version, string table)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(table));
        var header = new ListHeader("demo-" + list, "DEMO union", "DEMO union", ListKind.Sanctions, version, new DateOnly(2026, 3, 2));
        var report = await host.Services.GetRequiredService<ListImport>().ImportAsync(content, ListFormats.Csv, header, Guid.Empty, new ListImportMode(), CancellationToken.None);
        Assert.True(report.Outcome == ListImportOutcome.InForce, string.Join(" ", report.Reasons));
    }

    private Task DrainAsync() => host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);

    private async Task<HitStanding> StandingAsync(DemoCase demo, string label)
    {
        var vetting = (await host.FileAsync(demo.Id)).Vetting;
        return vetting.StandingOf(vetting.LatestRun!.Value.Hits.Single(h => h.Label == label));
    }

    private async Task<string> EntryOfAsync(DemoCase demo, string label) => (await host.FileAsync(demo.Id)).Vetting.LatestRun!.Value.Hits.Single(h => h.Label == label).EntryId;

    private static string Url(DemoCase demo, string label) => $"/vetters/cases/{demo.Reference}/hits/{label.ToLowerInvariant()}";
}
