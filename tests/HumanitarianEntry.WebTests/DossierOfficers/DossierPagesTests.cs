using System.Net;
using System.Text.RegularExpressions;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Web.DossierOfficers.Versions;
using HumanitarianEntry.WebTests.Architecture;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.WebTests.DossierOfficers;

public sealed class DossierPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Cases = "/dossier-officers/cases/";
    private static readonly Dictionary<string, string> Version = new() { ["Form.Language"] = "fr", ["Form.Recipient"] = PostWalk.Recipient };

    [Fact]
    public async Task CasePage_Strangers_LearnNothing()
    {
        var demo = await host.NewCaseAsync();
        var path = Cases + demo.Reference;
        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Coordinator)).GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Outsider)).GetAsync(path)).Status);
    }

    [Fact]
    public async Task Version_WrongState_IsRefusedAndKept()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var officer = await host.SignInAsync(demo.Crew.DossierOfficer);
        var answer = await officer.SubmitAsync(await officer.GetAsync($"{Cases}{demo.Reference}/versions"), Version);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("No dossier is due", answer.Text, StringComparison.Ordinal);
        Assert.NotNull(answer.Document.QuerySelector("input[value=fr][checked]"));
    }

    [Fact]
    public async Task Version_MadeReadAndReleased_OpensTheSubmission()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Dossier);
        var path = Cases + demo.Reference;
        var officer = await host.SignInAsync(demo.Crew.DossierOfficer);
        Assert.Equal(path, (await officer.SubmitAsync(await officer.GetAsync(path + "/versions"), Version)).Location);
        Assert.Contains("A version is being made", (await officer.GetAsync(path)).Text, StringComparison.Ordinal);
        await host.RenderedAsync(demo);

        var file = await officer.Client.GetAsync(path + "/dossier/1");
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches("^document-[0-9a-f]{8}\\.pdf$", file.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.StartsWith(PostWalk.PdfText, await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var db = host.Cases.CreateDbContext();
        Assert.True(await db.ReadLog.AnyAsync(r => r.CaseId == demo.Id && r.ActorId == demo.Crew.DossierOfficer.Id && r.Purpose == "dossier-download"));

        Dictionary<string, string> decision = new() { ["Form.Outcome"] = "released", ["Form.Reason"] = "DEMO: read in full." };
        Assert.Equal(path, (await officer.SubmitAsync(await officer.GetAsync(path + "/gates/dossier"), decision)).Location);
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        var page = await coordinator.GetAsync($"/coordinators/cases/{demo.Reference}");
        Assert.Contains("decide as the second person", page.Document.QuerySelector("#next ~ .buttons a.button")!.TextContent, StringComparison.Ordinal);
        await coordinator.SubmitAsync(await coordinator.GetAsync($"/coordinators/cases/{demo.Reference}/gates/dossier"), decision);
        Assert.True((await host.FileAsync(demo.Id)).Position.IsOpen(Gate.Submission));
    }

    [Fact]
    public async Task Released_FactsChangedBeforeTheHandOver_IsMadeAndReleasedAgainAndHandedOver()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Submission);
        var (path, post) = (Cases + demo.Reference, $"/submission-officers/cases/{demo.Reference}");
        var officer = await host.SignInAsync(demo.Crew.DossierOfficer);
        Assert.Null((await officer.GetAsync(path)).Document.QuerySelector($"main a[href='{path}/gates/dossier']"));

        await host.ActAsync(demo.Crew.Screener.Actor, demo.Id, new RecordDocumentObstacle("DEMO: another reason.", "DEMO: refused.", "DEMO: none for foreigners."));
        Assert.Contains("can no longer leave", (await officer.GetAsync("/dossier-officers/inbox")).Text, StringComparison.Ordinal);
        var submission = await host.SignInAsync(demo.Crew.SubmissionOfficer);
        Dictionary<string, string> handOver = new() { ["Form.Channel"] = "by hand", ["Form.Recipient"] = PostWalk.Recipient };
        var refused = await submission.SubmitAsync(await submission.GetAsync(post + "/submission"), handOver);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Facts changed after version 1", refused.Text, StringComparison.Ordinal);

        await host.SettleClaimsAsync(demo);
        Assert.Contains("out of date", (await officer.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(path, (await officer.SubmitAsync(await officer.GetAsync(path + "/versions"), Version)).Location);
        await host.RenderedAsync(demo);
        Dictionary<string, string> decision = new() { ["Form.Outcome"] = "released", ["Form.Reason"] = "DEMO: read in full." };
        Assert.Equal(path, (await officer.SubmitAsync(await officer.GetAsync(path + "/gates/dossier"), decision)).Location);
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        var gate = $"/coordinators/cases/{demo.Reference}/gates/dossier";
        Assert.NotNull((await coordinator.GetAsync($"/coordinators/cases/{demo.Reference}")).Document.QuerySelector($"main a[href='{gate}']"));
        Assert.Equal($"/coordinators/cases/{demo.Reference}", (await coordinator.SubmitAsync(await coordinator.GetAsync(gate), decision)).Location);

        Assert.Equal(post, (await submission.SubmitAsync(await submission.GetAsync(post + "/submission"), handOver)).Location);
        var file = await host.FileAsync(demo.Id);
        Assert.Equal((2, true), (file.Dossier.Submissions[^1].Value.DossierVersion, file.Position.IsOpen(Gate.Submission)));
    }

    [Theory]
    [InlineData("renderer-missing", true, "It is tried again by itself", true)]
    [InlineData("dossier-template-refused", false, "Tell the administrator", false)]
    public async Task Trouble_VersionNotMade_IsShownWithWhatToDoUntilALaterOneIsThere(string code, bool again, string toDo, bool beingMade)
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Dossier);
        var path = Cases + demo.Reference;
        var officer = await host.SignInAsync(demo.Crew.DossierOfficer);
        await officer.SubmitAsync(await officer.GetAsync(path + "/versions"), Version);
        await host.ActAsync(SystemActor.Instance, demo.Id, new ReportDossierTrouble(1, code, again));

        foreach (var page in new[] { path, path + "/versions" })
        {
            var warning = (await officer.GetAsync(page)).Document.QuerySelector(".notice-warn")!.TextContent;
            Assert.Contains($"Version 1 (fr) for {PostWalk.Recipient} was not made", warning, StringComparison.Ordinal);
            Assert.Contains(toDo, warning, StringComparison.Ordinal);
        }

        Assert.Equal(beingMade, (await officer.GetAsync(path)).Text.Contains("A version is being made", StringComparison.Ordinal));
        Assert.Contains("A version of the dossier could not be made", (await officer.GetAsync("/dossier-officers/inbox")).Text, StringComparison.Ordinal);
        await host.MakeVersionAsync(demo);
        Assert.DoesNotContain("was not made", (await officer.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TroubleWords_EveryReasonOfTheWorker_HasOwnWords()
    {
        var reasons = Repository.Files("src/HumanitarianEntry.Casework/DossierMaking", ".cs")
            .SelectMany(file => Regex.Matches(file.Text, "(?:DossierIncompleteException|TryAgain|GiveUp|=> )\\(\"(?<code>[a-z-]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            .Select(m => m.Groups["code"].Value).Distinct().Except(["case-missing", "dossier-not-asked-for"], StringComparer.Ordinal).ToList();
        Assert.True(reasons.Count > 10);
        Assert.Empty(reasons.Except(TroubleWords.Codes, StringComparer.Ordinal));
    }

    [Fact]
    public async Task CasePage_FactsChangedAfterwards_SaysOutOfDate()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Dossier);
        await host.MakeVersionAsync(demo);
        var officer = await host.SignInAsync(demo.Crew.DossierOfficer);
        Assert.DoesNotContain("out of date", (await officer.GetAsync(Cases + demo.Reference)).Text, StringComparison.Ordinal);
        await host.ActAsync(demo.Crew.Screener.Actor, demo.Id, new RecordContraryAct(ContraryKind.OtherContrary, "DEMO medal", "DEMO channel"));

        var page = await officer.GetAsync(Cases + demo.Reference);

        Assert.Contains("out of date", page.Text, StringComparison.Ordinal);
        Assert.EndsWith("/versions", page.Document.QuerySelector("#next ~ .buttons a.button")!.GetAttribute("href"), StringComparison.Ordinal);
    }
}
