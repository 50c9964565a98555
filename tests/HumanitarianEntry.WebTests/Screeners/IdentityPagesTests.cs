using System.Net;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

/// <summary>What proves an identity without a passport, as screeners work on it.</summary>
public sealed class IdentityPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Knowledge_Contradicted_IsShownAndStandsAgainstTheGateUntilGradedAgain()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var url = $"/screeners/cases/{demo.Reference}";
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Outsider)).GetAsync(url + "/identity/knowledge")).Status);
        var screener = await host.SignInAsync(host.Crew.Screener);
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new GradeIdentity(IdentityGrade.C, "DEMO"));
        var form = await screener.GetAsync(url + "/identity/knowledge");

        var few = await screener.SubmitAsync(form, new() { ["Form.Lines[0].Result"] = "Fits", ["Form.Lines[0].Note"] = "asked for the stop before the bridge (DEMO)" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, few.Status);
        Assert.Contains("at least 4 parts", few.Text, StringComparison.Ordinal);
        Assert.Contains("the stop before the bridge", few.Text, StringComparison.Ordinal);

        var fields = new Dictionary<string, string> { ["Form.Lines[7].Result"] = "Contradicts", ["Form.Lines[7].Note"] = "another commander (DEMO)" };
        for (var i = 0; i < 3; i++)
        {
            (fields[$"Form.Lines[{i}].Result"], fields[$"Form.Lines[{i}].Note"]) = ("Fits", "map (DEMO)");
        }

        Assert.Equal(HttpStatusCode.Redirect, (await screener.SubmitAsync(form, fields)).Status);
        var check = (await host.FileAsync(demo.Id)).Identity.KnowledgeChecks.Latest()!;
        Assert.Equal([KnowledgeTopic.HomeTown, KnowledgeTopic.School, KnowledgeTopic.Family, KnowledgeTopic.Commanders], check.Answers.Select(a => a.Topic));
        var page = await screener.GetAsync(url + "/identity");
        Assert.Contains("Contradicts what is known", page.Text, StringComparison.Ordinal);
        Assert.Contains("contradicts something", (await screener.GetAsync(url + "/gates/identity")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photo_SecondLook_IsNotLedByTheFirst()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new RecordDocument(DocumentKind.InternalPassport, SeenAs.Original, "DEMO") { HasPhoto = true });
        var label = (await host.FileAsync(demo.Id)).Identity.Documents.Latest()!.Label;
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new ComparePhoto(label, PhotoMatch.SamePerson));
        var (first, second) = (await host.SignInAsync(host.Crew.Screener), await host.SignInAsync(host.Crew.Intake));
        var path = $"/screeners/cases/{demo.Reference}/identity";
        Assert.Contains("Same person", (await first.GetAsync(path)).Text, StringComparison.Ordinal);
        var unseen = (await second.GetAsync(path)).Text;
        Assert.Contains("Shown when you have looked yourself", unseen, StringComparison.Ordinal);
        Assert.DoesNotContain("Same person", unseen, StringComparison.Ordinal);

        await host.ActAsync(host.Crew.Intake.Actor, demo.Id, new ComparePhoto(label, PhotoMatch.SamePerson));
        Assert.Contains("Same person", (await second.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Contains("This carries ID-A", (await first.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recognition_OfAPaper_StandsBesideIt()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new RecordDocument(DocumentKind.ForeignPassport, SeenAs.Scan, "DEMO"));
        var label = (await host.FileAsync(demo.Id)).Identity.Documents.Latest()!.Label;
        var screener = await host.SignInAsync(host.Crew.Screener);
        var form = await screener.GetAsync($"/screeners/cases/{demo.Reference}/identity/recognition");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await screener.SubmitAsync(form, new() { ["Form.Document"] = label, ["Form.State"] = "France", ["Form.Recognised"] = "No", ["Form.Source"] = "DEMO" })).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await screener.SubmitAsync(form, new() { ["Form.Document"] = label, ["Form.State"] = "fr", ["Form.Recognised"] = "No", ["Form.Since"] = "2024-04-01", ["Form.Source"] = "Letter of the ministry (DEMO)" })).Status);
        Assert.Contains("France does not take it", (await screener.GetAsync($"/screeners/cases/{demo.Reference}/identity")).Text, StringComparison.Ordinal);
    }
}
