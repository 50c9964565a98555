using System.Net;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.DossierOfficers;

/// <summary>Who gets what, the photograph, linked cases and the page for an emergency. Everybody is invented.</summary>
public sealed class RecipientPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Officers = "/dossier-officers/cases/";
    private const string Coordinators = "/coordinators/cases/";
    private static readonly Dictionary<string, string> Urgent = new() { ["Form.Language"] = "fr", ["Form.Recipient"] = PostWalk.Recipient };

    [Fact]
    public async Task Pages_WrongPerson_LearnNothing()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        foreach (var page in new[] { "recipients", "photograph", "urgent" })
        {
            Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync($"{Officers}{demo.Reference}/{page}")).Location, StringComparison.Ordinal);
            foreach (var wrong in new[] { demo.Crew.Outsider, demo.Crew.Vetter, demo.Crew.Liaison })
            {
                Assert.NotEqual(HttpStatusCode.OK, (await (await host.SignInAsync(wrong)).GetAsync($"{Officers}{demo.Reference}/{page}")).Status);
            }
        }

        foreach (var page in new[] { "recipients", "linked-cases", "urgent" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await (await host.SignInAsync(demo.Crew.DossierOfficer)).GetAsync($"{Coordinators}{demo.Reference}/{page}")).Status);
        }
    }

    [Fact]
    public async Task Recipients_OfficerAndCoordinator_SeeWhatEachGetsAndNot()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        foreach (var (person, path) in new[] { (demo.Crew.DossierOfficer, Officers), (demo.Crew.Coordinator, Coordinators) })
        {
            var page = await (await host.SignInAsync(person)).GetAsync($"{path}{demo.Reference}/recipients");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            foreach (var said in new[] { PostWalk.Recipient, "Ministry contact", "List “embassy”", "Does not get", "Countries of these relatives", "Numbers of papers", DisclosureProfile.Standard.Hash[..16] })
            {
                Assert.Contains(said, page.Text, StringComparison.Ordinal);
            }

            Assert.DoesNotContain("Reception partner", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task LinkedCases_WrongNumber_IsRefusedThenRecorded()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        var path = $"{Coordinators}{demo.Reference}/linked-cases";

        var wrong = await coordinator.SubmitAsync(await coordinator.GetAsync(path), new() { ["Form.Reference"] = "Gleb DEMO", ["Form.Stands"] = "yes" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("This is not the number of a case", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Gleb DEMO", wrong.Document.QuerySelector("input[name='Form.Reference']")!.GetAttribute("value"), StringComparison.Ordinal);

        Assert.Equal(Coordinators + demo.Reference, (await coordinator.SubmitAsync(wrong, new() { ["Form.Reference"] = "qq7 4mz", ["Form.Stands"] = "yes" })).Location);
        Assert.Equal(["QQ7-4MZ"], (await host.FileAsync(demo.Id)).Dossier.CurrentLinks);
    }

    [Fact]
    public async Task Photograph_NothingFit_SaysSoAndRefusesWhatWasNotOffered()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var officer = await host.SignInAsync(demo.Crew.DossierOfficer);
        var page = await officer.GetAsync($"{Officers}{demo.Reference}/photograph");
        Assert.Contains("No item on file has a cleaned copy", page.Text, StringComparison.Ordinal);

        var answer = await officer.SubmitAsync(page, new() { ["Form.Item"] = "E1" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("has no cleaned copy that is a picture", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Show the person this picture", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Urgent_TwoPeopleThenThePost_IsWalkedByClicking()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var (officer, coordinator) = (await host.SignInAsync(demo.Crew.DossierOfficer), await host.SignInAsync(demo.Crew.Coordinator));
        var (mine, hers) = ($"{Officers}{demo.Reference}/urgent", $"{Coordinators}{demo.Reference}/urgent");
        var liaison = await host.SignInAsync(demo.Crew.Liaison);

        var early = await officer.SubmitAsync(await officer.GetAsync(mine), Urgent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.Status);
        Assert.Contains("neither urgent nor an emergency", early.Text, StringComparison.Ordinal);

        await host.ActAsync(demo.Crew.Coordinator.Actor, demo.Id, new SetPriority(Priority.Emergency, "DEMO: the stay ends."));
        Assert.Equal(mine, (await officer.SubmitAsync(await officer.GetAsync(mine), Urgent)).Location);
        Assert.Contains("A version is being made", (await officer.GetAsync(mine)).Text, StringComparison.Ordinal);
        await host.RenderedAsync(demo);

        var read = await officer.GetAsync(mine);
        Assert.Contains("Nothing was found that must not leave.", read.Text, StringComparison.Ordinal);
        Assert.Equal(mine, (await officer.SubmitAsync(read, new() { ["Release.Reason"] = "DEMO: read it." }, $"form[action='{mine}/release']")).Location);
        var again = await officer.GetAsync(mine);
        Assert.Null(again.Document.QuerySelector($"form[action='{mine}/release']"));
        Assert.Contains("One more person must say", again.Text, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await liaison.GetAsync($"/liaisons/cases/{demo.Reference}/dossier/1")).Status);

        Assert.Equal(hers, (await coordinator.SubmitAsync(await coordinator.GetAsync(hers), new() { ["Release.Reason"] = "DEMO: agreed." }, $"form[action='{hers}/release']")).Location);
        var submission = await host.SignInAsync(demo.Crew.SubmissionOfficer);
        var theirs = $"/submission-officers/cases/{demo.Reference}/urgent";
        Assert.Equal(theirs, (await submission.SubmitAsync(await submission.GetAsync(theirs), new() { ["HandOver.Channel"] = "courier" }, $"form[action='{theirs}/hand-over']")).Location);

        Assert.Contains("Urgent page", (await liaison.GetAsync($"/liaisons/cases/{demo.Reference}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await liaison.Client.GetAsync($"/liaisons/cases/{demo.Reference}/dossier/1")).StatusCode);
    }
}
