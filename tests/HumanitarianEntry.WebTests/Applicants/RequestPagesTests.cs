using System.Net;
using System.Security.Claims;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.FormalRequests;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Applicants;

/// <summary>Formal requests from the person's page to the staff's answer and back, and the copy of what is known of him.</summary>
public sealed class RequestPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Here = "/applicants/requests";

    [Theory]
    [InlineData("en", "Correct my details")]
    [InlineData("ru", "Исправить мои данные")]
    [InlineData("fr", "Corriger mes informations")]
    [InlineData("de", "Meine Angaben berichtigen")]
    [InlineData("kk", "Деректерімді түзету")]
    public async Task Get_EveryKind_SaysWhatHappensHowLongAndWhatIsFinal(string language, string words)
    {
        var (_, visitor) = await AtAsync(language);
        var page = await visitor.GetAsync(Here);
        Assert.Contains(words, page.Text, StringComparison.Ordinal);
        Assert.Equal(5, page.Document.QuerySelectorAll("main .task-list a").Length);
        foreach (var number in new[] { 1, 2, 4, 5 })
            Assert.Equal(3, (await visitor.GetAsync($"{Here}/new/{number}")).Document.QuerySelectorAll("main h2").Length);
        Assert.Equal("/applicants/stop", (await visitor.GetAsync(Here + "/new/3")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(Here + "/new/6")).Status);
    }

    [Fact]
    public async Task Post_MoreTime_IsAnsweredByTheCoordinatorAndReadInHisSpace()
    {
        var (demo, visitor) = await AtAsync("en");
        Assert.Equal(Here, (await visitor.SubmitAsync(await visitor.GetAsync(Here + "/new/1"), new() { ["Words"] = "DEMO ten days" })).Location);
        Assert.Contains("Waits for our answer", (await visitor.GetAsync(Here)).Text, StringComparison.Ordinal);

        var desk = await host.SignInAsync(demo.Crew.Coordinator);
        var staffUrl = $"/coordinators/cases/{demo.Reference}/formal-requests";
        Assert.Contains("Answer the person’s formal request", (await desk.GetAsync($"/coordinators/cases/{demo.Reference}")).Text, StringComparison.Ordinal);
        var form = await desk.GetAsync(staffUrl);
        Assert.Contains("DEMO ten days", form.Text, StringComparison.Ordinal);
        Assert.Contains("Name the new last day", (await desk.SubmitAsync(form, new() { ["Answer.Outcome"] = "Granted" })).Text, StringComparison.Ordinal);
        var answered = await desk.SubmitAsync(form, new() { ["Answer.Outcome"] = "Granted", ["Answer.Words"] = "DEMO answer", ["Answer.TimeUntil.Day"] = "31", ["Answer.TimeUntil.Month"] = "12", ["Answer.TimeUntil.Year"] = "2099" });
        Assert.Equal(staffUrl, answered.Location);

        Assert.Equal(Here, (await visitor.GetAsync("/applicants")).Document.QuerySelector("main a.button")?.GetAttribute("href"));
        var read = await visitor.GetAsync(Here);
        Assert.Contains("DEMO answer", read.Text, StringComparison.Ordinal);
        Assert.Contains("31 December 2099", read.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(demo.Crew.Coordinator.TeamName, read.Text, StringComparison.Ordinal);
        Assert.NotEqual(Here, (await visitor.GetAsync("/applicants")).Document.QuerySelector("main a.button")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Get_StaffPage_IsForCoordinatorsOnTheCaseOnly()
    {
        var (demo, _) = await AtAsync("en");
        var url = $"/coordinators/cases/{demo.Reference}/formal-requests";
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Outsider)).GetAsync(url)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await (await host.SignInAsync(demo.Crew.Screener)).GetAsync(url)).Status);
    }

    [Fact]
    public async Task Post_Erase_NeedsAClearYesAndCanBeTakenBack()
    {
        var (demo, visitor) = await AtAsync("en");
        var form = await visitor.GetAsync(Here + "/new/5");
        Assert.Contains("Tick that you want everything erased", (await visitor.SubmitAsync(form, [])).Text, StringComparison.Ordinal);
        Assert.Equal(Here, (await visitor.SubmitAsync(form, new() { ["Sure"] = "yes" })).Location);
        var open = await visitor.GetAsync(Here);
        await visitor.PostAsync(Here + "/back/1", open.Document.QuerySelectorAll("main form input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!));
        Assert.Equal(FormalOutcome.TakenBack, Assert.Single(FormalRules.Standings(await host.FileAsync(demo.Id))).Answer!.Value.Outcome);
    }

    [Fact]
    public async Task Post_Copy_OnlyGrantedAndWithHisCodeHoldsHisDataAndNothingOfOthers()
    {
        var (demo, visitor) = await AtAsync("en");
        var none = await visitor.GetAsync(Here + "/copy");
        Assert.Contains("no copy to take now", none.Text, StringComparison.Ordinal);
        Assert.Null(none.Document.QuerySelector("input[name=Code]"));
        await host.ActAsync(demo.Crew.Screener.Actor, demo.Id, new SendMessage("DEMO <b>our message</b>"));
        await host.ActAsync(new Actor(demo.Id, Role.Applicant, "applicant"), demo.Id, new AskFormally(FormalRequestKind.MyData, string.Empty));
        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new AnswerRequest(1, FormalOutcome.Granted, string.Empty));

        var form = await visitor.GetAsync(Here + "/copy");
        var wrong = await visitor.SubmitAsync(form, new() { ["Code"] = "0000 0000 0000 0000 0000" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("This is not your code", wrong.Text, StringComparison.Ordinal);
        Assert.Empty((await host.FileAsync(demo.Id)).Contact.OwnCopyTaken);

        var copy = await visitor.SubmitAsync(form, new() { ["Code"] = demo.AccessCode });
        Assert.Equal(HttpStatusCode.OK, copy.Status);
        Assert.Equal("Copy", copy.Heading);
        Assert.Contains("DEMO: refused to go back to the war.", copy.Text, StringComparison.Ordinal);
        Assert.Contains("DEMO <b>our message</b>", copy.Text, StringComparison.Ordinal);
        var data = System.Text.Json.JsonDocument.Parse(copy.Document.QuerySelector("#data")!.TextContent).RootElement;
        Assert.Equal("DEMO: refused to go back to the war.", data.GetProperty("sections").GetProperty("first-contact")[0].GetProperty("text").GetString());
        foreach (var staff in demo.Crew.All)
            Assert.DoesNotContain(staff.Id.ToString(), copy.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Single((await host.FileAsync(demo.Id)).Contact.OwnCopyTaken);
    }

    [Fact]
    public async Task Post_CopyWithTheCodeForDanger_GivesAnEmptyFileAndCallsForHelp()
    {
        var (demo, visitor) = await AtAsync("en");
        var self = new Actor(demo.Id, Role.Applicant, "applicant");
        var danger = (await host.ActAsync(self, demo.Id, new HumanitarianEntry.Domain.AccessCodes.MakeDangerCode())).AccessCode!;
        await host.ActAsync(self, demo.Id, new AskFormally(FormalRequestKind.MyData, string.Empty));
        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new AnswerRequest(1, FormalOutcome.Granted, string.Empty));
        var copy = await visitor.SubmitAsync(await visitor.GetAsync(Here + "/copy"), new() { ["Code"] = danger });
        Assert.Equal("Copy", copy.Heading);
        Assert.DoesNotContain("DEMO", copy.Text, StringComparison.Ordinal);
        await using var db = host.Cases.CreateDbContext();
        Assert.Contains(db.Outbox, o => o.CaseId == demo.Id && o.Kind == HumanitarianEntry.Casework.Outbox.OutboxRows.DangerCodeUsed);
    }

    [Fact]
    public async Task Get_Decoy_HasThePageAndNothingOnIt()
    {
        var (demo, _) = await AtAsync("en");
        await host.ActAsync(new Actor(demo.Id, Role.Applicant, "applicant"), demo.Id, new AskFormally(FormalRequestKind.MyData, "DEMO secret"));
        var visitor = await host.SignInAsync(Door.Applicant, [new(ClaimTypes.NameIdentifier, demo.Id.ToString()), new(ClaimTypes.Role, "applicant"), new(Person.DecoyClaim, "1")]);
        Assert.DoesNotContain("DEMO secret", (await visitor.GetAsync(Here)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Here + "/copy")).Status);
        Assert.Equal(Here, (await visitor.SubmitAsync(await visitor.GetAsync(Here + "/new/5"), new() { ["Sure"] = "yes" })).Location);
        Assert.Single(FormalRules.Standings(await host.FileAsync(demo.Id)));
    }

    private async Task<(DemoCase Demo, Visitor Visitor)> AtAsync(string language)
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var visitor = await host.SignInAsApplicantAsync(demo.Id);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return (demo, visitor);
    }
}
