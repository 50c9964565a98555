using System.Net;
using System.Security.Claims;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Recommendation;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.WebTests.Applicants;

/// <summary>The person asks for the internal review himself; the wrong person first.</summary>
public sealed class SecondLookPagesTests(ClockHost host) : IClassFixture<ClockHost>
{
    private const string Here = "/applicants/second-look";
    private const string Mine = "DEMO: the unit was another one.";

    [Fact]
    public async Task Get_AnybodyElse_FindsNothingOfIt()
    {
        var demo = await NotRecommendedAsync();
        await host.ActAsync(new Actor(demo.Id, Role.Applicant, "applicant"), demo.Id, new AskForReview(Mine));
        Assert.StartsWith("/enter", (await host.NewVisitor().GetAsync(Here)).Location, StringComparison.Ordinal);
        Assert.StartsWith("/enter", (await (await host.SignInAsync(demo.Crew.Coordinator)).GetAsync(Here)).Location, StringComparison.Ordinal);
        Assert.DoesNotContain(Mine, (await (await SignedInAsync((await host.CaseAtAsync(Gate.Identity)).Id)).GetAsync(Here)).Text, StringComparison.Ordinal);

        var staff = $"/coordinators/cases/{demo.Reference}/review";
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Outsider)).GetAsync(staff)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await (await host.SignInAsync(demo.Crew.Vetter)).GetAsync(staff)).Status);
        Assert.IsNotType<Casework.Acts.ActResult.Done>(await host.TryAsync(new Actor(Guid.CreateVersion7(), Role.Applicant, "applicant"), demo.Id, new AskForReview("DEMO")));
        Assert.IsNotType<Casework.Acts.ActResult.Done>(await host.TryAsync(demo.Crew.Vetter.Actor, demo.Id, new AskForReview("DEMO")));
    }

    [Fact]
    public async Task Counsel_AsksForThePersonAndWaits_DecidingIsForCoordinators()
    {
        var none = await host.CaseAtAsync(Gate.Identity);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(none.Crew.Counsel)).GetAsync($"/counsel/cases/{none.Reference}/review")).Status);
        var demo = await NotRecommendedAsync();
        var url = $"/counsel/cases/{demo.Reference}";
        Assert.NotEqual(HttpStatusCode.OK, (await (await host.SignInAsync(demo.Crew.Vetter)).GetAsync(url + "/review")).Status);
        var counsel = await host.SignInAsync(demo.Crew.Counsel);
        Assert.NotNull((await counsel.GetAsync(url)).Document.QuerySelector($"main a[href='{url}/review']"));

        Assert.Equal(url, (await counsel.SubmitAsync(await counsel.GetAsync(url + "/review"), new() { ["Form.Words"] = "DEMO: the unit was another." })).Location);
        Assert.Equal("DEMO: the unit was another.", InternalReview.Asked(await host.FileAsync(demo.Id))!.Value.Grounds);
        var waits = await counsel.GetAsync(url + "/review");
        Assert.Null(waits.Document.QuerySelector("main form"));
        Assert.Contains("no part in the decision", waits.Text, StringComparison.Ordinal);
        Assert.IsNotType<Casework.Acts.ActResult.Done>(await host.TryAsync(demo.Crew.Counsel.Actor, demo.Id, new DecideReview(Upheld: false, "DEMO")));
    }

    [Fact]
    public async Task Decoy_HasThePageAndNothingOnIt()
    {
        var demo = await NotRecommendedAsync();
        var visitor = await host.SignInAsync(Door.Applicant, [new(ClaimTypes.NameIdentifier, demo.Id.ToString()), new(ClaimTypes.Role, "applicant"), new(Person.DecoyClaim, "1")]);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var page = await visitor.GetAsync(Here);
        Assert.Contains("nothing to look at again", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("textarea"));
        Assert.DoesNotContain(Here, (await visitor.GetAsync("/applicants")).Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(Here, (await visitor.SubmitAsync(await visitor.GetAsync("/applicants/stop"), new() { ["Words"] = "DEMO" }, to: Here)).Location);
        Assert.Null(InternalReview.Asked(await host.FileAsync(demo.Id)));
    }

    [Theory]
    [InlineData("ru", "Второй взгляд")]
    [InlineData("en", "A second look")]
    [InlineData("fr", "Un second regard")]
    [InlineData("de", "Ein zweiter Blick")]
    [InlineData("kk", "Қайта қарау")]
    public async Task Get_NotRecommended_SaysUntilWhenWhoAndWhatComesAndNotWhatTheAnswerWas(string language, string heading)
    {
        var demo = await NotRecommendedAsync();
        var visitor = await SignedInAsync(demo.Id, language);
        var status = await visitor.GetAsync("/applicants");
        Assert.NotNull(status.Document.QuerySelector($"main .task-list a[href='{Here}']"));
        var page = await visitor.GetAsync(Here);
        Assert.Equal(heading, page.Heading);
        var last = InternalReview.LastDay(InternalReview.Reviewable(await host.FileAsync(demo.Id))!);
        Assert.Contains(last.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), page.Document.QuerySelector("main dd strong")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.Document.Title, new[] { "Моя страница", "My page", "Ma page", "Meine Seite", "Менің бетім" });
        foreach (var word in new[] { demo.Reference, "recommend", "рекоменд", "отказ", "refus", "Ablehn", "abgelehnt", "empfohlen", "бас тарт", "NR-CRED", "DEMO: doubts", "review" })
        {
            Assert.DoesNotContain(word, page.Document.QuerySelector("main")!.OuterHtml, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Post_WithOrWithoutWords_IsReceivedHeardOfAndAnsweredInATalk()
    {
        var demo = await NotRecommendedAsync();
        var visitor = await SignedInAsync(demo.Id);
        Assert.Equal(Here, (await visitor.SubmitAsync(await visitor.GetAsync(Here), new() { ["Words"] = Mine })).Location);
        var asked = await visitor.GetAsync(Here);
        Assert.Contains("You asked for a second look", asked.Text, StringComparison.Ordinal);
        Assert.Contains("We look again", asked.Text, StringComparison.Ordinal);
        Assert.Contains(Mine, asked.Text, StringComparison.Ordinal);
        Assert.Null(asked.Document.QuerySelector("textarea"));

        var url = $"/coordinators/cases/{demo.Reference}";
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        Assert.Contains("asked for a review", (await coordinator.GetAsync("/coordinators/inbox")).Text, StringComparison.Ordinal);
        var review = await coordinator.GetAsync(url + "/review");
        Assert.Contains("by the person, on his own page", review.Text, StringComparison.Ordinal);
        Assert.Contains(Mine, review.Text, StringComparison.Ordinal);
        var refused = await coordinator.SubmitAsync(review, new() { ["Form.Step"] = "overturned", ["Form.Words"] = "DEMO secret reasons" });
        Assert.Contains("You took part in the decision", refused.Text, StringComparison.Ordinal);
        var third = DemoPerson.New("c", Role.Coordinator);
        await host.HireAsync(third);
        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new AssignStaff(third.Id, Role.Coordinator, third.TeamName));
        var desk = await host.SignInAsync(third);
        Assert.Equal(url, (await desk.SubmitAsync(await desk.GetAsync(url + "/review"), new() { ["Form.Step"] = "overturned", ["Form.Words"] = "DEMO secret reasons" })).Location);

        Assert.Equal(Here, (await visitor.GetAsync("/applicants")).Document.QuerySelector("main a.button")?.GetAttribute("href"));
        var answered = await visitor.GetAsync(Here);
        Assert.Contains("There is an answer. We tell you in a talk", answered.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMO secret reasons", answered.Text, StringComparison.Ordinal);
        Assert.NotEqual(Here, (await visitor.GetAsync("/applicants")).Document.QuerySelector("main a.button")?.GetAttribute("href"));
        await using var db = host.Cases.CreateDbContext();
        Assert.True(await db.ReadLog.AnyAsync(r => r.CaseId == demo.Id && r.ActorId == demo.Id && r.Compartment == "dossier" && r.Purpose == "own-second-look"));
    }

    [Fact]
    public async Task Post_NothingWritten_IsEnough()
    {
        var demo = await NotRecommendedAsync();
        var visitor = await SignedInAsync(demo.Id);
        Assert.Equal(Here, (await visitor.SubmitAsync(await visitor.GetAsync(Here), [])).Location);
        Assert.Contains("no reasons", (await (await host.SignInAsync(demo.Crew.Coordinator)).GetAsync($"/coordinators/cases/{demo.Reference}/review")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TwiceTooLongOrWithNothingToReview_SaysSoAndKeepsTheWords()
    {
        var demo = await NotRecommendedAsync();
        var visitor = await SignedInAsync(demo.Id);
        var form = await visitor.GetAsync(Here);
        var endless = await visitor.SubmitAsync(form, new() { ["Words"] = new string('я', InternalReview.MaxGrounds + 1) });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, endless.Status);
        Assert.Equal(InternalReview.MaxGrounds + 1, endless.Document.QuerySelector("textarea[name=Words]")!.TextContent.Trim().Length);

        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new AskForReview("DEMO: counsel asked for him."));
        var twice = await visitor.SubmitAsync(form, new() { ["Words"] = Mine });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.Status);
        Assert.Contains("was asked for already", twice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMO: counsel asked for him.", twice.Text, StringComparison.Ordinal);
        await AssertSentAsMessageAsync(demo, visitor, twice);

        var other = await host.CaseAtAsync(Gate.Identity);
        var early = await SignedInAsync(other.Id);
        Assert.Contains("nothing to look at again", (await early.GetAsync(Here)).Text, StringComparison.Ordinal);
        Assert.Null((await early.GetAsync("/applicants")).Document.QuerySelector($"a[href='{Here}']"));
        var none = await early.SubmitAsync(await early.GetAsync("/applicants/stop"), new() { ["Words"] = Mine }, to: Here);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.Status);
        Assert.Contains("nothing to look at again now. Nothing you wrote is lost", none.Text, StringComparison.Ordinal);
        await AssertSentAsMessageAsync(other, early, none);
    }

    [Fact]
    public async Task Post_AfterTheLastDay_SaysSoAndKeepsTheWords()
    {
        var demo = await NotRecommendedAsync();
        var last = InternalReview.LastDay(InternalReview.Reviewable(await host.FileAsync(demo.Id))!);
        host.Clock.PutTo(new DateTimeOffset(last, new TimeOnly(23, 30), TimeSpan.Zero));
        var visitor = await SignedInAsync(demo.Id);
        var form = await visitor.GetAsync(Here);
        Assert.NotNull(form.Document.QuerySelector("textarea[name=Words]"));

        // The last day ends while he writes.
        host.Clock.PutTo(new DateTimeOffset(last.AddDays(1), new TimeOnly(12, 1), TimeSpan.Zero));
        visitor = await SignedInAsync(demo.Id);
        var late = await visitor.SubmitAsync(await visitor.GetAsync("/applicants/stop"), new() { ["Words"] = Mine }, to: Here);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("The time to ask for a second look is over", late.Text, StringComparison.Ordinal);
        await AssertSentAsMessageAsync(demo, visitor, late);
        Assert.Null(InternalReview.Asked(await host.FileAsync(demo.Id)));
    }

    [Fact]
    public async Task Post_SessionEnded_TheFormComesBackFilledIn()
    {
        var demo = await NotRecommendedAsync();
        var visitor = await SignedInAsync(demo.Id);
        var form = await visitor.GetAsync(Here);
        visitor.Cookies.Forget($"__Host-{Door.Applicant.Scheme()}");
        var ended = await visitor.SubmitAsync(form, new() { ["Words"] = Mine });
        Assert.Equal(HttpStatusCode.Unauthorized, ended.Status);
        Assert.Null(InternalReview.Asked(await host.FileAsync(demo.Id)));
        Assert.DoesNotContain(Mine, ended.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.NotNull(ended.Document.QuerySelector($"input[name={ExpiredForm.KeptFieldName}]"));
    }

    private async Task AssertSentAsMessageAsync(DemoCase demo, Visitor visitor, Page page)
    {
        const string form = "main form[action='/applicants/messages']";
        var words = page.Document.QuerySelector($"{form} textarea[name=Text]")!.TextContent.Trim();
        Assert.Equal(Mine, words);
        Assert.Equal("/applicants/messages", (await visitor.SubmitAsync(page, new() { ["Text"] = words }, form)).Location);
        Assert.Equal(Mine, (await host.FileAsync(demo.Id)).Contact.Messages[^1].Value.Text);
    }

    private async Task<DemoCase> NotRecommendedAsync()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        await host.DoAsync(demo.Crew.Coordinator.Actor, demo.Id, new RecordHearing(HearingWay.ThroughCounsel, "DEMO: the unit.", "DEMO: another."), new ProposeDecision(Gate.Recommendation, "not-recommended", "DEMO: doubts.") { ReasonCodes = ["NR-CRED"] });
        await host.ActAsync(demo.Crew.SecondCoordinator.Actor, demo.Id, new SecondDecision(Gate.Recommendation, "not-recommended", "DEMO: agreed."));
        return demo;
    }

    private async Task<Visitor> SignedInAsync(Guid caseId, string language = "en")
    {
        var visitor = await host.SignInAsApplicantAsync(caseId);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return visitor;
    }
}
