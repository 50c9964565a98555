using System.Diagnostics;
using System.Net;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Domain.SidePaths;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Accounts;

/// <summary>The code for danger: a harmless page for whoever looks on, an alarm for those who guard the person (handbook section 5, statement 4).</summary>
public sealed class SecondCodeTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Page_BeforeTheFirstAnswerAndInTheHarmlessSpace_IsNotThere()
    {
        var fresh = await host.NewCaseAsync();
        var beginner = await host.SignInAsApplicantAsync(fresh.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await beginner.GetAsync("/applicants/second-code")).Status);
        Assert.Null((await beginner.GetAsync("/applicants")).Document.QuerySelector("a[href='/applicants/second-code']"));

        var (demo, code) = await PreparedAsync();
        var forced = host.NewVisitor();
        await LostCodeTests.EnterAsync(forced, demo.Reference, code);
        Assert.Equal(HttpStatusCode.NotFound, (await forced.GetAsync("/applicants/second-code")).Status);
        Assert.StartsWith("/enter", (await (await host.SignInAsync(demo.Crew.Coordinator)).GetAsync("/applicants/second-code")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_SecondCodeOfAnotherCase_IsRefused()
    {
        var (_, code) = await PreparedAsync();
        var other = await host.CaseAtAsync(Gate.Identity);

        Assert.Null((await LostCodeTests.EnterAsync(host.NewVisitor(), other.Reference, code)).Location);
        await host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
        Assert.Equal(0, Alarms(other));
    }

    [Fact]
    public async Task Enter_SecondCode_AnswersLikeTheOwnCodeInEverything()
    {
        var (demo, code) = await PreparedAsync();
        var (own, forced) = (host.NewVisitor(), host.NewVisitor());

        var (first, second) = (await LostCodeTests.EnterAsync(own, demo.Reference, demo.AccessCode), await LostCodeTests.EnterAsync(forced, demo.Reference, code));

        Assert.Equal((HttpStatusCode.Redirect, "/applicants"), (second.Status, second.Location));
        Assert.Equal((first.Status, first.Location), (second.Status, second.Location));
        Assert.Equal(Shape(first), Shape(second));
        Assert.Equal(own.Cookies.Value("__Host-Applicant")!.Length, forced.Cookies.Value("__Host-Applicant")!.Length);
    }

    [Fact]
    public async Task Enter_EveryKindOfCode_TakesTheSameTime()
    {
        var (demo, code) = await PreparedAsync();
        var wrong = Casework.Accounts.ApplicantCode.Generate().ToDisplay();
        var times = new List<TimeSpan>();
        foreach (var (reference, typed) in new[] { (demo.Reference, demo.AccessCode), (demo.Reference, code), (demo.Reference, wrong), ("K7Q-4MZ", wrong) })
        {
            var visitor = host.NewVisitor();
            var page = await visitor.GetAsync("/enter");
            await visitor.SubmitAsync(page, new() { ["Reference"] = reference, ["Code"] = typed });
            var clock = Stopwatch.StartNew();
            await visitor.SubmitAsync(await visitor.GetAsync("/enter"), new() { ["Reference"] = reference, ["Code"] = typed });
            times.Add(clock.Elapsed);
        }

        Assert.All(times, time => Assert.True(time >= TimeSpan.FromMilliseconds(249), $"answered after {time}"));
    }

    [Fact]
    public async Task SecondCode_Used_ShowsNothingRealAndAlarmsTheProtectionOfficer()
    {
        var (demo, code) = await PreparedAsync();
        await host.ActAsync(demo.Crew.Screener.Actor, demo.Id, new SendMessage("DEMO: secret words"));
        var forced = host.NewVisitor();
        forced.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        await LostCodeTests.EnterAsync(forced, demo.Reference, code);

        var status = await forced.GetAsync("/applicants");
        Assert.Equal("Received", status.Heading);
        Assert.Null(status.Document.QuerySelector("a[href='/applicants/second-code']"));
        foreach (var path in new[] { "/applicants", "/applicants/messages", "/applicants/things", "/applicants/sharing", "/applicants/permissions", "/applicants/story" })
        {
            Assert.DoesNotContain("DEMO", (await forced.GetAsync(path)).Text, StringComparison.Ordinal);
        }

        await host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
        var file = await host.FileAsync(demo.Id);
        Assert.Equal((SidePath.Emergency, Priority.Emergency), (file.Position.SidePath, file.Priority));
        Assert.Equal("danger code used", file.Dossier.Incidents[^1].Value.What);
        var inbox = await (await host.SignInAsync(demo.Crew.Protection)).GetAsync("/protection-officers/inbox");
        Assert.Contains("code for danger", inbox.Text, StringComparison.Ordinal);
        Assert.Contains(demo.Reference, inbox.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("code for danger", (await (await host.SignInAsync(demo.Crew.Outsider)).GetAsync("/protection-officers/inbox")).Text, StringComparison.Ordinal);
        Assert.Equal("Received", (await forced.GetAsync("/applicants")).Heading);
    }

    [Fact]
    public async Task SecondCode_UsedDuringAnEmergency_AlarmsAgain()
    {
        var (demo, code) = await PreparedAsync();
        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new OpenEmergency("missing", "DEMO"));
        await LostCodeTests.EnterAsync(host.NewVisitor(), demo.Reference, code);

        await host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);

        Assert.Equal(2, (await host.FileAsync(demo.Id)).Dossier.Incidents.Count);
        Assert.Equal(2, Alarms(demo));
    }

    [Fact]
    public async Task Make_Again_KillsTheFirstAndShowsNoneTwice()
    {
        var (demo, first) = await PreparedAsync();
        var own = await host.SignInAsApplicantAsync(demo.Id);
        var form = await own.GetAsync("/applicants/second-code");

        var made = await own.SubmitAsync(form, []);
        var repeat = await own.SubmitAsync(form, []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, repeat.Status);
        Assert.DoesNotContain(DigitsOf(made), string.Concat(repeat.Text.Where(char.IsAsciiDigit)), StringComparison.Ordinal);
        Assert.Null((await LostCodeTests.EnterAsync(host.NewVisitor(), demo.Reference, first)).Location);
        Assert.Equal("/applicants", (await LostCodeTests.EnterAsync(host.NewVisitor(), demo.Reference, DigitsOf(made))).Location);
    }

    [Fact]
    public async Task Enter_AfterManyWrongCodes_StillOpensForTheRightOne()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        for (var i = 0; i < 15; i++)
        {
            Assert.Null((await LostCodeTests.EnterAsync(host.NewVisitor(), demo.Reference, Casework.Accounts.ApplicantCode.Generate().ToDisplay())).Location);
        }

        Assert.Equal("/applicants", (await LostCodeTests.EnterAsync(host.NewVisitor(), demo.Reference, demo.AccessCode)).Location);
    }

    private async Task<(DemoCase Demo, string Code)> PreparedAsync()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var own = await host.SignInAsApplicantAsync(demo.Id);
        return (demo, DigitsOf(await own.SubmitAsync(await own.GetAsync("/applicants/second-code"), [])));
    }

    private int Alarms(DemoCase demo)
    {
        using var db = host.Cases.CreateDbContext();
        return db.InsideNotices.Count(n => n.CaseId == demo.Id && n.RecipientId == demo.Crew.Protection.Id && (n.Outcome == "danger-code-used" || n.Outcome == "emergency"));
    }

    private static string DigitsOf(Page page) => string.Concat(page.Document.QuerySelector("main .figure")!.TextContent.Where(char.IsAsciiDigit));

    // Names of all headers, and the length of what differs by chance.
    private static IEnumerable<string> Shape(Page page) => page.Response.Headers.Concat(page.Response.Content.Headers).OrderBy(h => h.Key, StringComparer.Ordinal)
        .Select(h => $"{h.Key}: {string.Join(" | ", h.Value.Select(v => h.Key == "Set-Cookie" ? v.Split('=')[0] + v.Length : v))}");
}
