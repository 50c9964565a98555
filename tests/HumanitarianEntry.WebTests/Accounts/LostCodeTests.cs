using System.Net;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Accounts;

/// <summary>A new access code takes two of the staff; the old one dies with everything that it opened.</summary>
public sealed class LostCodeTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly Dictionary<string, string> Why = new() { ["Propose.Reason"] = "DEMO: lost.", ["Propose.KnownBy"] = "DEMO: code phrase." };

    [Fact]
    public async Task Pages_OfOthers_AreNotThere()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        foreach (var person in new[] { demo.Crew.Vetter, demo.Crew.Custodian, demo.Crew.Outsider, demo.Crew.Protection })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(person)).GetAsync($"/coordinators/cases/{demo.Reference}/access-code")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Outsider)).GetAsync($"/screeners/cases/{demo.Reference}/access-code")).Status);
        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync($"/screeners/cases/{demo.Reference}/access-code")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_WithoutProposalOrByTheSamePerson_IsRefused()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var screener = await host.SignInAsync(demo.Crew.Screener);
        var path = $"/screeners/cases/{demo.Reference}/access-code";
        var form = await screener.GetAsync(path);
        var fields = form.Document.QuerySelectorAll("main form input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);

        var early = await screener.PostAsync(path + "/issue", new(fields) { ["Issue.SureBy"] = "DEMO" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("No proposal waits", early.Text, StringComparison.Ordinal);

        await screener.SubmitAsync(form, Why);
        var waiting = await screener.GetAsync(path);
        Assert.Null(waiting.Document.QuerySelector("form[action$='/issue']"));
        fields["__act"] = new string('a', 32);
        var own = await screener.PostAsync(path + "/issue", new(fields) { ["Issue.SureBy"] = "DEMO" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.Status);
        Assert.Contains("Another person must agree", own.Text, StringComparison.Ordinal);
        Assert.Equal("/applicants", (await EnterAsync(host.NewVisitor(), demo.Reference, demo.AccessCode)).Location);
    }

    [Fact]
    public async Task Issue_ByAScreenerWhoIsOnlyIntake_IsNotOffered()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        await ProposeAsync(demo);
        var intake = await host.SignInAsync(demo.Crew.Intake);
        var page = await intake.GetAsync($"/screeners/cases/{demo.Reference}/access-code");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Document.QuerySelector("form[action$='/issue']"));
    }

    [Fact]
    public async Task Issue_ByASecondPerson_ShowsTheCodeOnceAndTheOldOneDies()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var applicant = host.NewVisitor();
        await EnterAsync(applicant, demo.Reference, demo.AccessCode);
        Assert.Equal(HttpStatusCode.OK, (await applicant.GetAsync("/applicants")).Status);
        await ProposeAsync(demo);
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        var form = await coordinator.GetAsync($"/coordinators/cases/{demo.Reference}/access-code");
        Assert.Contains("DEMO: lost.", form.Text, StringComparison.Ordinal);
        var fields = form.Document.QuerySelectorAll("main form input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);

        var shown = await coordinator.SubmitAsync(form, new() { ["Issue.SureBy"] = "DEMO: video call." });
        var repeat = await coordinator.PostAsync($"/coordinators/cases/{demo.Reference}/access-code/issue", new(fields) { ["Issue.SureBy"] = "DEMO: video call." });

        var code = string.Concat(shown.Document.QuerySelectorAll("main .figure")[1].TextContent.Where(char.IsAsciiDigit));
        Assert.Equal(20, code.Length);
        Assert.Equal(HttpStatusCode.Redirect, repeat.Status);
        Assert.DoesNotContain(code, string.Concat((await coordinator.GetAsync(repeat.Location!)).Text.Where(char.IsAsciiDigit)), StringComparison.Ordinal);
        Assert.StartsWith("/enter", (await applicant.GetAsync("/applicants")).Location, StringComparison.Ordinal);
        Assert.Null((await EnterAsync(host.NewVisitor(), demo.Reference, demo.AccessCode)).Location);
        Assert.Equal("/applicants", (await EnterAsync(host.NewVisitor(), demo.Reference, code)).Location);
        await using var db = host.Cases.CreateDbContext();
        var acts = db.AuditEntries.Where(e => e.CaseId == demo.Id).OrderBy(e => e.Sequence).ToList();
        Assert.Equal([demo.Crew.Screener.Id, demo.Crew.Coordinator.Id], acts.Where(e => e.ActKind.EndsWith("access-code", StringComparison.Ordinal)).Select(e => e.ActorId));
        Assert.DoesNotContain(db.Outbox.Where(o => o.CaseId == demo.Id), o => o.Payload.Contains(code, StringComparison.Ordinal) || o.Kind == OutboxRows.MailToApplicant);
        Assert.DoesNotContain(code, host.Logs.Text, StringComparison.Ordinal);
    }

    internal static Task<Page> EnterAsync(Visitor visitor, string reference, string code) => SendAsync(visitor, new() { ["Reference"] = reference, ["Code"] = code });

    private static async Task<Page> SendAsync(Visitor visitor, Dictionary<string, string> answers) => await visitor.SubmitAsync(await visitor.GetAsync("/enter"), answers);

    private async Task ProposeAsync(DemoCase demo)
    {
        var screener = await host.SignInAsync(demo.Crew.Screener);
        Assert.Equal(HttpStatusCode.Redirect, (await screener.SubmitAsync(await screener.GetAsync($"/screeners/cases/{demo.Reference}/access-code"), Why)).Status);
    }
}
