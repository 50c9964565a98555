using System.Net;
using HumanitarianEntry.Domain.ClaimLedger;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.WebTests.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.DossierOfficers;

/// <summary>What the statements of the dossier rest on: who sees which, who adds to it, and that the gate goes with it.</summary>
public sealed class ClaimPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly string[] Audiences = ["screeners", "coordinators", "dossier-officers"];

    [Fact]
    public async Task Claims_WrongPeople_FindNothing()
    {
        var demo = await WithAnOpenClaimAsync();
        foreach (var audience in Audiences)
        {
            foreach (var path in new[] { $"/{audience}/cases/{demo.Reference}/claims", $"/{audience}/cases/{demo.Reference}/claims?claim=refusal" })
            {
                Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
                foreach (var person in new[] { demo.Crew.Outsider, demo.Crew.Liaison, demo.Crew.SubmissionOfficer })
                {
                    var page = await (await host.SignInAsync(person)).GetAsync(path);
                    Assert.True(page.Status is HttpStatusCode.NotFound or HttpStatusCode.Redirect, $"{person} got {page.Status} at {path}");
                }
            }
        }

        // Custodians know evidence: they learn neither what is claimed nor on what.
        var custodian = await host.SignInAsync(demo.Crew.Custodian);
        Assert.DoesNotContain("Refused to take part", (await custodian.GetAsync($"/screeners/cases/{demo.Reference}/claims")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await custodian.GetAsync($"/screeners/cases/{demo.Reference}/claims?claim=refusal")).Status);
    }

    [Fact]
    public async Task Claims_Screener_SeesNothingOfTheVettingAndWhatCameAfter()
    {
        var demo = await WithAnOpenClaimAsync();
        var screener = await host.SignInAsync(demo.Crew.Screener);
        var page = await screener.GetAsync($"/screeners/cases/{demo.Reference}/claims");
        Assert.Contains("Refused to take part in the war.", page.Text, StringComparison.Ordinal);
        foreach (var hidden in new[] { "10 Vetting", "Service of the own will", "Recommendation,", "vetting:" })
        {
            Assert.DoesNotContain(hidden, page.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await screener.GetAsync($"/screeners/cases/{demo.Reference}/claims?claim=exclusion-checked")).Status);
    }

    [Fact]
    public async Task Claim_TiedMarkedAndTakenBack_TheGateGoesWithIt()
    {
        var demo = await WithAnOpenClaimAsync();
        var url = $"/dossier-officers/cases/{demo.Reference}";
        var officer = await host.SignInAsync(demo.Crew.DossierOfficer);
        var casePage = await officer.GetAsync(url);
        Assert.EndsWith("/claims", casePage.Document.QuerySelector("#next ~ .buttons a.button")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("284.1", casePage.Document.QuerySelector(".conditions .unmet")!.TextContent, StringComparison.Ordinal);
        // The danger of prosecution follows from this case alone, and is open with it.
        Assert.Contains("2 open", casePage.Text, StringComparison.Ordinal);
        var list = await officer.GetAsync(url + "/claims");
        var key = Assert.Single(list.Document.QuerySelectorAll("tr:has(.tag-warn) a"), a => a.TextContent.Contains("284.1", StringComparison.Ordinal)).GetAttribute("href")!;
        var one = await officer.GetAsync(key);
        Assert.DoesNotContain("Answer in the interview: own statement", one.Document.QuerySelector("select")!.TextContent, StringComparison.Ordinal);

        // Nothing chosen, nothing written: said in words, and nothing is lost.
        var refused = await officer.SubmitAsync(one, new() { ["go"] = "tie", ["Form.Reason"] = "DEMO: says so." });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Choose what the claim rests on.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("DEMO: says so.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Choose why nothing bears it out.", (await officer.SubmitAsync(one, new() { ["go"] = "mark" })).Text, StringComparison.Ordinal);
        Assert.Contains("Write the reason", (await officer.SubmitAsync(one, new() { ["go"] = "tie", ["Form.Target"] = "EvidenceItem:E1" })).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.SubmitAsync(one, new() { ["go"] = "other" })).Status);

        Assert.Equal(url + "/claims", (await officer.SubmitAsync(one, new() { ["go"] = "tie", ["Form.Target"] = "EvidenceItem:E1", ["Form.Reason"] = "DEMO: says so." })).Location);
        Assert.DoesNotContain("claims-open", await BlockersAsync(demo));
        var tied = await officer.GetAsync(key);
        Assert.Contains("Tied by a person, T1", tied.Text, StringComparison.Ordinal);
        Assert.Equal(url + "/claims", (await officer.SubmitAsync(tied, new() { ["go"] = "take-back", ["Form.Label"] = "T1", ["Form.WhyWithdrawn"] = "DEMO: another." })).Location);
        Assert.Contains("claims-open", await BlockersAsync(demo));

        Assert.Equal(url + "/claims", (await officer.SubmitAsync(await officer.GetAsync(key), new() { ["go"] = "mark", ["Form.Because"] = "PaperLost", ["Form.Words"] = "DEMO : perdu." })).Location);
        Assert.DoesNotContain("claims-open", await BlockersAsync(demo));
        Assert.Contains("DEMO : perdu.", (await officer.GetAsync(key)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claim_ChangedMeanwhile_IsNotTiedUnseen()
    {
        var demo = await WithAnOpenClaimAsync();
        var coordinator = await host.SignInAsync(demo.Crew.Coordinator);
        var one = await coordinator.GetAsync($"/coordinators/cases/{demo.Reference}/claims?claim=no-passport-held");
        await host.ActAsync(demo.Crew.Screener.Actor, demo.Id, new HumanitarianEntry.Domain.Identity.RecordDocumentObstacle("DEMO: lost it.", "DEMO: refused.", "DEMO: none."));
        var answer = await coordinator.SubmitAsync(one, new() { ["go"] = "mark", ["Form.Because"] = "PaperLost" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("says something else since you looked", answer.Text, StringComparison.Ordinal);
    }

    private async Task<DemoCase> WithAnOpenClaimAsync()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Dossier);
        await host.ActAsync(demo.Crew.Screener.Actor, demo.Id, new RecordProsecution("RU", "284.1", ProsecutionStatus.CaseOpened, "DEMO relative"));
        return demo;
    }

    private async Task<IEnumerable<string>> BlockersAsync(DemoCase demo) => Ledger.Of(await host.FileAsync(demo.Id)).Exists(s => s.IsOpen) ? ["claims-open"] : [];
}
