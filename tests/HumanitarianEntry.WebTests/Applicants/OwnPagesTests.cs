using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.RegularExpressions;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Applicants;

/// <summary>What the person's own pages may show, in each language, and to whom they open.</summary>
public sealed class OwnPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const int MostBytes = 60_000;

    public static readonly string[] Paths =
    [
        "/applicants", "/applicants/messages", "/applicants/things", "/applicants/things/new", "/applicants/story", "/applicants/permissions",
        .. Enumerable.Range(1, 8).Select(n => $"/applicants/permissions/{n}"), "/applicants/sharing", "/applicants/stop", "/applicants/help", "/applicants/help/called", "/applicants/second-code", "/applicants/second-look",
    ];

    public static TheoryData<string> Languages => [.. Web.Shared.Texts.Languages.All];

    [Theory, MemberData(nameof(Languages))]
    public async Task Get_EveryPage_SpeaksTheLanguageInCoarseWordsOnly(string language)
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var visitor = await SignedInAsync(demo.Id, language);
        foreach (string path in Paths)
        {
            var page = await visitor.GetAsync(path);
            Assert.True(page.Status == HttpStatusCode.OK, $"{path}: {page.Status}");
            Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
            Assert.Single(page.Document.QuerySelectorAll("h1"));
            Assert.Contains(page.Document.Title, new[] { "Моя страница", "My page", "Ma page", "Meine Seite", "Менің бетім" });
            Assert.NotNull(page.Document.QuerySelector("header a[href='/leave']"));
            AssertTellsNothing(path, page.Document.DocumentElement.OuterHtml, demo.Reference, path.EndsWith("/4", StringComparison.Ordinal));
            Assert.InRange(Encoding.UTF8.GetByteCount(page.Document.DocumentElement.OuterHtml), 500, MostBytes);
            Assert.Empty(Regex.Matches(page.Document.DocumentElement.OuterHtml, @"(?:href|src|action)=""(?:https?:)?//", RegexOptions.None, TimeSpan.FromSeconds(1)));
        }
    }

    [Fact]
    public async Task Get_PermissionToHandOver_NamesTheStateInWords() =>
        Assert.Contains("Франция", (await (await SignedInAsync((await host.CaseAtAsync(Gate.Identity)).Id, "ru")).GetAsync("/applicants/permissions/4")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Get_NotSignedIn_LeadsToTheSignIn()
    {
        foreach (string path in Paths)
            Assert.StartsWith("/enter", (await host.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_StaffOfTheCase_DoNotGetIn() =>
        Assert.StartsWith("/enter", (await (await host.SignInAsync(host.Crew.Coordinator)).GetAsync("/applicants")).Location, StringComparison.Ordinal);

    [Fact]
    public async Task Get_CaseThatDoesNotExist_Is404() => Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsApplicantAsync(Guid.CreateVersion7())).GetAsync("/applicants")).Status);

    [Fact]
    public async Task Get_StatusAfterTheReferral_AsksForTheAnswersFirst()
    {
        var page = await (await SignedInAsync((await host.CaseAtAsync(Gate.Consent)).Id, "en")).GetAsync("/applicants");
        Assert.Equal("We need something from you", page.Heading);
        Assert.Equal("/applicants/permissions", page.Document.QuerySelector("main a.button")?.GetAttribute("href"));
        Assert.Single(page.Document.QuerySelectorAll("main a.button:not(.button-danger)"));
    }

    [Fact]
    public async Task Get_DecoyPages_ShowAnEmptySpace()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var visitor = await DecoyAsync(demo.Id);
        var status = await visitor.GetAsync("/applicants");
        Assert.Equal("Received", status.Heading);
        foreach (string path in new[] { "/applicants/messages", "/applicants/things", "/applicants/permissions", "/applicants/sharing" })
            Assert.NotNull((await visitor.GetAsync(path)).Document.QuerySelector(".empty"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/applicants/permissions/4")).Status);
        Assert.Null((await visitor.GetAsync("/applicants/story")).Document.QuerySelector("textarea[name=Text]")?.TextContent.Trim().NullIfEmpty());
    }

    [Fact]
    public async Task Post_Decoy_AnswersKindlyAndChangesNothing()
    {
        var demo = await host.CaseAtAsync(Gate.Recommendation);
        var visitor = await DecoyAsync(demo.Id);
        var before = await VersionAsync(demo.Id);
        foreach (var (path, answers) in new (string, Dictionary<string, string>)[]
        {
            ("/applicants/messages", new() { ["Text"] = "DEMO" }), ("/applicants/story", new() { ["Text"] = "DEMO", ["Language"] = "ru" }),
            ("/applicants/stop", new() { ["Sure"] = "yes" }), ("/applicants/help", []),
            ("/applicants/things/new", new() { ["Type"] = "PublicPost", ["Title"] = "DEMO", ["Link"] = "https://demo.example/1" }),
        })
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.SubmitAsync(await visitor.GetAsync(path), answers)).Status);
        var fields = (await visitor.GetAsync("/applicants/messages")).Document.QuerySelectorAll("main form input[type=hidden]").ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value")!);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync("/applicants/permissions/1", new(fields) { ["Answer"] = "no" })).Status);

        Assert.Equal(before, await VersionAsync(demo.Id));
        Assert.NotNull((await visitor.GetAsync("/applicants")).Document.QuerySelector(".notice-good"));
    }

    private async Task<long> VersionAsync(Guid caseId)
    {
        await using var db = host.Cases.CreateDbContext();
        return db.Cases.Single(c => c.Id == caseId).ConcurrencyVersion;
    }

    private async Task<Visitor> SignedInAsync(Guid caseId, string language)
    {
        var visitor = await host.SignInAsApplicantAsync(caseId);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return visitor;
    }

    private async Task<Visitor> DecoyAsync(Guid caseId)
    {
        var visitor = await host.SignInAsync(Door.Applicant, [new(ClaimTypes.NameIdentifier, caseId.ToString()), new(ClaimTypes.Role, "applicant"), new(Person.DecoyClaim, "1")]);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return visitor;
    }

    private static void AssertTellsNothing(string path, string html, string reference, bool mayNameTheState)
    {
        string[] never =
        [
            reference, CaseHost.Organisation, CaseHost.ProgrammeId, "vetting", "recommendation", "routing", "submission", "screening", "dossier", "досье", "программ", "собеседован",
            .. GateTable.Rows.Select(r => r.Key).Where(k => k.Contains('-', StringComparison.Ordinal)), "ConsentPending", "VettingAndEvidence", "Assessment",
        ];
        foreach (string word in never.Concat(mayNameTheState ? [] : ["France", "Франци", "Frankreich"]))
            Assert.False(html.Contains(word, StringComparison.OrdinalIgnoreCase), $"{path} shows '{word}'");
    }
}

internal static class Blank
{
    public static string? NullIfEmpty(this string text) => text.Length == 0 ? null : text;
}
