using System.Net;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EmbassySubmission;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.WebTests.Liaisons;

/// <summary>Two posts of one case, and the list of a post; the wrong one first.</summary>
public sealed class PostWallPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Ministry = "Ministry contact, sub-directorate for the movement of foreigners";

    [Fact]
    public async Task OtherPost_NothingHandedToIt_FindsNoCaseAndMayDoNothing()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Submission);
        var (ministry, person) = await SeatAsync(demo, Ministry);
        await host.PassLateAsync(demo, Gate.Submission);
        await host.ActAsync(demo.Crew.Liaison.Actor, demo.Id, new RecordReceipt("DEMO-SECRET-7", PartialDate.Parse("2026")));
        var path = "/liaisons/cases/" + demo.Reference;
        foreach (var page in new[] { path, path + "/dossier/1", path + "/decision", path + "/question", path + "/receipt", path + "/travel-paper", path + "/travel-document" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await ministry.GetAsync(page)).Status);
        }

        Assert.DoesNotContain(demo.Reference, (await ministry.GetAsync("/liaisons")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(demo.Reference, (await ministry.GetAsync("/liaisons/inbox")).Text, StringComparison.Ordinal);
        foreach (var act in new Act[] { new RecordReceipt("x", PartialDate.Parse("2026")), new RequestInformation("Who?"), new RecordStateDecision("accepted", new DateOnly(2026, 1, 5), "x", "x") })
        {
            Assert.IsType<ActResult.NotFound>(await host.TryAsync(person.Actor, demo.Id, act));
        }

        // The post that has it, and a liaison of all posts, go on as before.
        var embassy = await host.SignInAsync(demo.Crew.Liaison);
        Assert.Contains("DEMO-SECRET-7", (await embassy.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Contains(demo.Reference, (await embassy.GetAsync("/liaisons")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await embassy.GetAsync(path + "/dossier/1")).Status);
        var (own, _) = await SeatAsync(demo, PostWalk.Recipient);
        Assert.Contains("DEMO-SECRET-7", (await own.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Contains(demo.Reference, (await own.GetAsync("/liaisons")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync(path + "/decision")).Status);
        await using var db = host.Cases.CreateDbContext();
        Assert.False(await db.ReadLog.AnyAsync(r => r.CaseId == demo.Id && r.ActorId == person.Id));
    }

    [Fact]
    public async Task OtherPost_UrgentPageHandedToIt_ReadsThatAndNothingElse()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Decision);
        var (ministry, person) = await SeatAsync(demo, Ministry);
        await HandUrgentPageAsync(demo, Ministry);
        var path = "/liaisons/cases/" + demo.Reference;

        var page = await ministry.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("The dossier is not with your post now", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(PostWalk.Recipient, page.Text, StringComparison.Ordinal);
        Assert.Equal(["/liaisons/cases/" + demo.Reference + "/dossier/2"], page.Document.QuerySelectorAll("ul.task-list a").Select(a => a.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.NotFound, (await ministry.GetAsync(path + "/dossier/1")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ministry.GetAsync(path + "/dossier/2")).Status);
        foreach (var closed in new[] { "/decision", "/question", "/travel-paper", "/travel-document" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await ministry.GetAsync(path + closed)).Status);
        }

        var list = await ministry.GetAsync("/liaisons");
        Assert.Contains("Urgent page", list.Document.QuerySelectorAll("ul.queue li").Single(li => li.TextContent.Contains(demo.Reference, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Contains("A dossier was handed to you", (await ministry.GetAsync("/liaisons/inbox")).Text, StringComparison.Ordinal);
        Assert.Equal(path, (await ministry.SubmitAsync(await ministry.GetAsync(path + "/receipt"), new() { ["Form.Number"] = "DEMO-M-1", ["Form.On.Year"] = "2026" })).Location);
        Assert.IsType<ActResult.NotFound>(await host.TryAsync(person.Actor, demo.Id, new RequestInformation("Who?")));

        // And the embassy's own liaison learns nothing of the ministry.
        var (embassy, _) = await SeatAsync(demo, PostWalk.Recipient);
        var other = await embassy.GetAsync(path);
        Assert.DoesNotContain(Ministry, other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMO-M-1", other.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await embassy.GetAsync(path + "/dossier/2")).Status);
    }

    [Fact]
    public async Task List_OnlyAnUrgentPageWasHandedOver_ShowsTheCase()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Submission);
        var liaison = await host.SignInAsync(demo.Crew.Liaison);
        Assert.DoesNotContain(demo.Reference, (await liaison.GetAsync("/liaisons")).Text, StringComparison.Ordinal);
        await HandUrgentPageAsync(demo, PostWalk.Recipient);
        Assert.Contains(demo.Reference, (await liaison.GetAsync("/liaisons")).Text, StringComparison.Ordinal);
        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new Domain.SidePaths.WithdrawCase());
        Assert.Equal(HttpStatusCode.NotFound, (await liaison.GetAsync($"/liaisons/cases/{demo.Reference}/dossier/2")).Status);
    }

    [Fact]
    public async Task People_LiaisonWithoutAPost_IsAskedForOne()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Submission);
        var person = DemoPerson.New("ministry", Role.EmbassyLiaison);
        await host.HireAsync(person);
        var url = $"/coordinators/cases/{demo.Reference}/people";
        var desk = await host.SignInAsync(demo.Crew.Coordinator);
        var key = $"embassy-liaison/{person.Id:N}";
        var refused = await desk.SubmitAsync(await desk.GetAsync(url), new() { ["Assign.Who"] = key }, $"form[action='{url}']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Choose the post", refused.Text, StringComparison.Ordinal);
        Assert.Equal(key, refused.Document.QuerySelector("select[name='Assign.Who'] option[selected]")?.GetAttribute("value"));
        var wrong = await desk.SubmitAsync(refused, new() { ["Assign.Who"] = $"counsel/{demo.Crew.Outsider.Id:N}", ["Assign.Post"] = Ministry }, $"form[action='{url}']");
        Assert.Contains("Only a liaison is put on the case for a post", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(url, (await desk.SubmitAsync(wrong, new() { ["Assign.Who"] = key, ["Assign.Post"] = Ministry }, $"form[action='{url}']")).Location);
        Assert.Contains(Ministry, (await desk.GetAsync(url)).Document.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Ministry, (await host.FileAsync(demo.Id)).Assignments.Single(a => a.StaffId == person.Id).Post);
    }

    private async Task<(Visitor Visitor, DemoPerson Person)> SeatAsync(DemoCase demo, string post)
    {
        var person = DemoPerson.New("post", Role.EmbassyLiaison);
        await host.HireAsync(person);
        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new AssignStaff(person.Id, Role.EmbassyLiaison, person.TeamName) { Post = post });
        return (await host.SignInAsync(person), person);
    }

    private async Task HandUrgentPageAsync(DemoCase demo, string recipient)
    {
        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new SetPriority(Priority.Emergency, "DEMO: detained."));
        await host.ActAsync(demo.Crew.DossierOfficer.Actor, demo.Id, new MakeUrgentDossier("fr", recipient));
        await host.RenderedAsync(demo);
        await host.ActAsync(demo.Crew.DossierOfficer.Actor, demo.Id, new ReleaseUrgentDossier(2, "DEMO: read."));
        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new ReleaseUrgentDossier(2, "DEMO: read too."));
        await host.ActAsync(demo.Crew.SubmissionOfficer.Actor, demo.Id, new HandOverUrgentDossier(2, "by hand"));
    }
}
