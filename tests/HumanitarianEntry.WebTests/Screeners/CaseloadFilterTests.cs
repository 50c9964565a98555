using System.Net;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

/// <summary>A caseload chosen by what cannot wait, by state, language and country; choices kept by name for one person alone.</summary>
public sealed class CaseloadFilterTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Index_OfAnotherPerson_ShowsNoneOfMyCases()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var outsider = await host.SignInAsync(host.Crew.Outsider);
        foreach (var query in new[] { "?reason=waits-for-me", "?state=Intake", "?country=KZ", "?language=ru", "?scope=unassigned" })
        {
            Assert.DoesNotContain(demo.Reference, (await outsider.GetAsync("/screeners" + query)).Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Vetter)).GetAsync("/screeners?country=KZ")).Status);
    }

    [Fact]
    public async Task Index_EachReason_FindsWhatItNamesAndSaysSoInWords()
    {
        var screener = await host.SignInAsync(host.Crew.Screener);
        var (removal, stay, plain) = (await host.CaseAtAsync(Gate.Identity), await host.CaseAtAsync(Gate.Identity), await host.CaseAtAsync(Gate.Interview));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await host.ActAsync(host.Crew.Screener.Actor, removal.Id, new OpenEmergency("removal-risk", "DEMO"));
        await host.ActAsync(host.Crew.Screener.Actor, stay.Id, new RecordStay("KG", "DEMO", PartialDate.Parse("2024")) { Until = PartialDate.Parse(today.AddDays(9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) });

        await FoundAsync(screener, "?reason=removal-risk", removal, "May be removed", stay, plain);
        await FoundAsync(screener, "?reason=emergency", removal, "Emergency: may be removed", stay, plain);
        await FoundAsync(screener, "?reason=stay-ends", stay, "The lawful stay ends in", removal, plain);
        await FoundAsync(screener, "?reason=waits-for-me&state=Interviewing", plain, "has waited", removal, stay);
        await FoundAsync(screener, "?state=Interviewing", plain, "has waited", removal, stay);
        Assert.Contains(plain.Reference, (await screener.GetAsync("/screeners?language=ru&country=KZ")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(plain.Reference, (await screener.GetAsync("/screeners?language=fr")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(plain.Reference, (await screener.GetAsync("/screeners?country=KG")).Text, StringComparison.Ordinal);

        // What is no closed word is not asked for, and never written back.
        var odd = await screener.GetAsync("/screeners?reason=%3Cb%3E&state=17&language=xxx&country=kz&page=-3");
        Assert.Equal(HttpStatusCode.OK, odd.Status);
        Assert.Contains("Waiting for you", odd.Text, StringComparison.Ordinal);

        await host.ActAsync(host.Crew.Protection.Actor, removal.Id, new CloseEmergency("safe", "DEMO"));
        Assert.DoesNotContain(removal.Reference, (await screener.GetAsync("/screeners?reason=removal-risk")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_UnassignedCases_AreNamedAndCannotBeOpened()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var screener = await host.SignInAsync(host.Crew.Screener);
        Assert.DoesNotContain(demo.Reference, (await screener.GetAsync("/screeners?scope=unassigned")).Text, StringComparison.Ordinal);
        await host.ActAsync(host.Crew.Coordinator.Actor, demo.Id, new UnassignStaff(host.Crew.Screener.Id, Role.Screener, "DEMO"));
        var page = await screener.GetAsync("/screeners?scope=unassigned");
        Assert.Contains(demo.Reference, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("main a"), a => a.GetAttribute("href")!.Contains(demo.Reference, StringComparison.Ordinal));

        var foreign = new DemoPerson(Guid.CreateVersion7(), "another-org", "a", Role.Screener);
        await host.HireAsync(foreign);
        Assert.DoesNotContain(demo.Reference, (await (await host.SignInAsync(foreign)).GetAsync("/screeners?scope=unassigned")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_KeptByName_BelongToOnePerson()
    {
        var screener = await host.SignInAsync(host.Crew.Screener);
        var chosen = await screener.GetAsync("/screeners?reason=overdue&country=KZ");
        await screener.SubmitAsync(chosen, new() { ["name"] = " Late in KZ " }, form: "form[action='/screeners/filters']");
        var desk = await screener.GetAsync("/screeners");
        var link = desk.Document.QuerySelectorAll("main .filters a").Single(a => a.TextContent == "Late in KZ");
        Assert.Equal("/screeners?reason=overdue&country=KZ", link.GetAttribute("href"));

        // Another person neither sees nor removes it; an empty name or an empty choice keeps nothing.
        var other = await host.SignInAsync(host.Crew.Outsider);
        Assert.DoesNotContain("Late in KZ", (await other.GetAsync("/screeners")).Text, StringComparison.Ordinal);
        var id = (await host.Services.GetRequiredService<SavedFilters>().OfAsync(host.Crew.Screener.Id, CancellationToken.None)).Single().Id;
        var token = (await other.GetAsync("/screeners?reason=overdue")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await other.PostAsync("/screeners/filters/removal", new() { ["__RequestVerificationToken"] = token, ["id"] = id.ToString() });
        await other.PostAsync("/screeners/filters", new() { ["__RequestVerificationToken"] = token, ["name"] = "x" });
        await other.PostAsync("/screeners/filters", new() { ["__RequestVerificationToken"] = token, ["name"] = " ", ["country"] = "KZ" });
        await using var db = host.Cases.CreateDbContext();
        Assert.Equal(1, await db.SavedFilters.CountAsync());

        await screener.SubmitAsync(await screener.GetAsync("/screeners?reason=overdue&country=KZ"), [], form: "form[action$=removal]");
        Assert.Equal(0, await db.SavedFilters.CountAsync());
    }

    [Fact]
    public async Task Chosen_MoreThanAPage_GoesOnOnTheNext()
    {
        var screener = DemoPerson.New("a", Role.Screener);
        await host.HireAsync(screener);
        for (var i = 0; i < Worklists.PageSize + 2; i++)
        {
            var demo = await host.ActAsync(host.Crew.Intake.Actor, null, new Domain.Referral.OpenCase("Демо", new ContactChannel(ChannelKind.Signal, "DEMO", "18:00-21:00", "Asia/Almaty", false), "GE", "kk", "DEMO"));
            await host.ActAsync(host.Crew.Coordinator.Actor, demo.CaseId, new ClaimCase());
            await host.ActAsync(host.Crew.Coordinator.Actor, demo.CaseId, new AssignStaff(screener.Id, Role.Screener, screener.TeamName));
        }

        var visitor = await host.SignInAsync(screener);
        var first = await visitor.GetAsync("/screeners?language=kk");
        Assert.Equal(Worklists.PageSize, first.Document.QuerySelectorAll(".queue > li").Length);
        var second = await visitor.GetAsync(first.Document.QuerySelectorAll("main a.button").Single(a => a.TextContent == "Next page").GetAttribute("href")!);
        Assert.Equal(2, second.Document.QuerySelectorAll(".queue > li").Length);
        Assert.Empty(first.Document.QuerySelectorAll(".queue .reference").Select(r => r.TextContent).Intersect(second.Document.QuerySelectorAll(".queue .reference").Select(r => r.TextContent)));
    }

    private static async Task FoundAsync(Visitor visitor, string query, DemoCase wanted, string words, params DemoCase[] others)
    {
        var page = await visitor.GetAsync("/screeners" + query);
        var lines = page.Document.QuerySelectorAll(".queue > li").Select(l => l.TextContent).ToList();
        var line = Assert.Single(lines, l => l.Contains(wanted.Reference, StringComparison.Ordinal));
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(lines, l => others.Any(o => l.Contains(o.Reference, StringComparison.Ordinal)));
        Assert.NotEmpty(line);
    }
}
