using System.Net;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.WebTests.DossierOfficers;

/// <summary>What the dossier would say now. Everybody is invented.</summary>
public sealed class PreviewPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Cases = "/dossier-officers/cases/";

    [Fact]
    public async Task Preview_WrongPerson_LearnsNothing()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        foreach (var path in new[] { $"{Cases}{demo.Reference}/preview", $"{Cases}{demo.Reference}/preview/file" })
        {
            Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
            foreach (var wrong in new[] { demo.Crew.Outsider, demo.Crew.Vetter, demo.Crew.Liaison, demo.Crew.Screener })
            {
                Assert.NotEqual(HttpStatusCode.OK, (await (await host.SignInAsync(wrong)).GetAsync(path)).Status);
            }
        }
    }

    [Theory]
    [InlineData("fr", "Objet de la demande", "Vérifications de sécurité")]
    [InlineData("en", "Subject of the application", "Security checks")]
    public async Task Preview_BeforeAnyVersion_ShowsWhatItWouldSayAndMakesNothing(string language, string request, string vetting)
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Dossier);
        var officer = await host.SignInAsync(demo.Crew.DossierOfficer);
        var before = await host.FileAsync(demo.Id);

        var page = await officer.GetAsync($"{Cases}{demo.Reference}/preview?language={language}&recipient={Uri.EscapeDataString(PostWalk.Recipient)}");

        var dossier = page.Document.QuerySelector("article.dossier")!;
        Assert.Equal((HttpStatusCode.OK, language), (page.Status, dossier.GetAttribute("lang")));
        Assert.Contains(request, dossier.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(vetting, dossier.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(17, dossier.QuerySelectorAll("h2").Length);
        Assert.Empty(dossier.QuerySelectorAll("script, style, iframe, [href^=http], [src^=http]"));
        Assert.Equal(before.Dossier.Requests.Count, (await host.FileAsync(demo.Id)).Dossier.Requests.Count);
        await using var db = host.Cases.CreateDbContext();
        Assert.True(await db.ReadLog.AnyAsync(r => r.CaseId == demo.Id && r.ActorId == demo.Crew.DossierOfficer.Id && r.Purpose == "dossier-preview"));
    }

    [Theory]
    [InlineData("?language=xx")]
    [InlineData("?language=..%2Ffr")]
    [InlineData("?recipient=nobody")]
    public async Task Preview_NotOfTheProgramme_IsNotThere(string query)
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var officer = await host.SignInAsync(demo.Crew.DossierOfficer);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{Cases}{demo.Reference}/preview{query}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync($"{Cases}{demo.Reference}/preview/file{query}")).Status);
    }

    [Fact]
    public async Task Preview_FactMissing_SaysWhichAndWhatToDo()
    {
        var demo = await host.CaseAtAsync(Gate.Consent);
        var officer = await host.SignInAsync(demo.Crew.DossierOfficer);
        foreach (var (path, status) in new[] { ("preview", HttpStatusCode.OK), ("preview/file", HttpStatusCode.UnprocessableEntity) })
        {
            var page = await officer.GetAsync($"{Cases}{demo.Reference}/{path}");
            Assert.Equal(status, page.Status);
            Assert.Contains("There is nothing to show yet", page.Text, StringComparison.Ordinal);
            Assert.Null(page.Document.QuerySelector("article.dossier"));
        }
    }

    [Fact]
    public async Task Draft_IsAPdfThatSaysItIsNoDossier()
    {
        var demo = await host.CaseAfterAssessmentAsync(Gate.Dossier);
        var officer = await host.SignInAsync(demo.Crew.DossierOfficer);
        var answer = await officer.Client.GetAsync($"{Cases}{demo.Reference}/preview/file");
        if (answer.StatusCode == HttpStatusCode.UnprocessableEntity && (await answer.Content.ReadAsStringAsync()).Contains("is not installed", StringComparison.Ordinal))
        {
            Assert.Skip("The dossier worker is not installed.");
        }

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches("^draft-[0-9a-f]{8}\\.pdf$", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        var proof = HumanitarianEntry.Dossiers.Proof.DossierVerifier.Verify(await answer.Content.ReadAsByteArrayAsync(), null);
        Assert.Equal(["signature-removed"], proof.Findings.Select(f => f.Code));
    }
}
