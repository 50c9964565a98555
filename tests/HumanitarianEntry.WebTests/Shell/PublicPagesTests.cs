using System.Net;
using HumanitarianEntry.Web.Hosting;
using Xunit;

namespace HumanitarianEntry.WebTests.Shell;

public sealed class PublicPagesTests(ShellHost host) : IClassFixture<ShellHost>
{
    public static TheoryData<string> Pages => ["/", "/safety", "/enter", "/sign-in", "/units", "/no-such-page"];

    [Theory, MemberData(nameof(Pages))]
    public async Task Get_EveryPage_CarriesTheHeaders(string path)
    {
        var page = await host.NewVisitor().GetAsync(path);

        Assert.Equal(ResponseHeaders.ContentSecurityPolicy, page.Header("Content-Security-Policy"));
        Assert.Equal("no-store", page.Header("Cache-Control"));
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
        Assert.Equal("same-origin", page.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", page.Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("geolocation=()", page.Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Null(page.Header("Server"));
        Assert.Null(page.Header("X-Powered-By"));
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Get_EveryPage_HasOneHeadingALanguageAndATitleThatTellsNothing(string path)
    {
        var page = await host.NewVisitor().GetAsync(path);

        Assert.Single(page.Document.QuerySelectorAll("h1"));
        Assert.False(string.IsNullOrEmpty(page.Document.DocumentElement.GetAttribute("lang")));
        Assert.Contains(page.Document.Title, new[] { "Моя страница", "Page", "km · mi · kg · lb" });
    }

    [Theory]
    [InlineData("fr-CH,fr;q=0.9,en;q=0.5", "fr", "Bienvenue")]
    [InlineData("tr;q=0.9,en;q=0.4", "en", "Welcome")]
    [InlineData("de-AT,de;q=0.9,en;q=0.4", "de", "Willkommen")]
    [InlineData("kk-KZ,ru;q=0.8", "kk", "Қош келдіңіз")]
    [InlineData("uk", "ru", "Добро пожаловать")]
    public async Task Get_Start_SpeaksTheBrowsersLanguageOrRussian(string accept, string language, string heading)
    {
        var visitor = host.NewVisitor();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(accept);
        var page = await visitor.GetAsync("/");

        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, page.Heading);
    }

    [Fact]
    public async Task Get_LanguageChosen_WinsOverTheBrowserAndReturnsToTheSamePage()
    {
        var visitor = host.NewVisitor();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        Assert.Equal("/safety", (await visitor.GetAsync("/language/fr?back=%2Fsafety")).Location);
        Assert.Equal("Votre sécurité", (await visitor.GetAsync("/safety")).Heading);
    }

    [Theory]
    [InlineData("/language/fr?back=https%3A%2F%2Felsewhere.example")]
    [InlineData("/language/fr?back=%2F%2Felsewhere.example")]
    public async Task Get_LanguageWithAForeignWayBack_GoesToTheStart(string path) =>
        Assert.Equal("/", (await host.NewVisitor().GetAsync(path)).Location);

    [Fact]
    public async Task Get_Leave_EndsTheSessionAndShowsAnOrdinaryPage()
    {
        var visitor = host.NewVisitor();
        await visitor.SignInAsStaffAsync();
        var left = await visitor.GetAsync("/leave");

        Assert.Equal("/units", left.Location);
        Assert.Contains("\"cookies\"", left.Header("Clear-Site-Data"), StringComparison.Ordinal);
        Assert.Null(visitor.Cookies.Value("__Host-Staff"));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/screeners/practice-desk")).Status);
    }

    [Fact]
    public async Task Get_LeaveFromAnotherSite_WipesNothing()
    {
        var visitor = host.NewVisitor();
        visitor.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        Assert.Null((await visitor.GetAsync("/leave")).Header("Clear-Site-Data"));
    }

    [Fact]
    public async Task Get_Units_Converts() =>
        Assert.Contains("= 16.093 km", (await WithEnglish().GetAsync("/units?amount=10")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Get_EveryApplicantPage_HasTheWayOutAtTheSamePlaceAndWeighsLittle()
    {
        foreach (string path in new[] { "/", "/safety", "/enter" })
        {
            var page = await host.NewVisitor().GetAsync(path);
            Assert.Equal("/leave", page.Document.QuerySelector("header .leave:last-child")?.GetAttribute("href"));
            Assert.True(page.Document.DocumentElement.OuterHtml.Length < 15_000, path);
        }
    }

    [Fact]
    public async Task Get_MissingPage_Is404InTheVisitorsLanguage()
    {
        var page = await WithEnglish().GetAsync("/no-such-page");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("There is no such page", page.Heading);
    }

    [Fact]
    public async Task Get_BrokenPage_SaysNeutralWordsOnly()
    {
        var visitor = WithEnglish();
        var signIn = await visitor.GetAsync("/enter");
        await visitor.SubmitAsync(signIn, new() { ["Reference"] = ShellHost.ApplicantReference, ["Code"] = ShellHost.ApplicantCode });
        var page = await visitor.GetAsync("/applicants/practice-desk/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Equal("Something broke on our side", page.Heading);
        Assert.DoesNotContain("secret", page.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Get_Styleguide_IsAbsentInProduction() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.NewVisitor().GetAsync("/styleguide")).Status);

    [Theory]
    [InlineData("/site.css", 27_000)]
    [InlineData("/site.js", 4_000)]
    public async Task Get_OwnFiles_AreServedSmallAndMayBeCached(string path, int limit)
    {
        var response = await host.NewVisitor().Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1_000, limit);
        Assert.Contains("max-age", response.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    private Visitor WithEnglish()
    {
        var visitor = host.NewVisitor();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return visitor;
    }
}

public sealed class DemoPagesTests(DemoPagesTests.DemoHost host) : IClassFixture<DemoPagesTests.DemoHost>
{
    public sealed class DemoHost : ShellHost
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("Demo", "true"), ("SignInsPerMinute", "3")];
    }

    [Fact]
    public async Task Get_Styleguide_ShowsEveryComponent()
    {
        var page = await host.NewVisitor().GetAsync("/styleguide");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        string[] components =
        [
            "task-list", "summary", "timeline", "gate", "notice", "queue", "compare", "steps", "field", "error-summary", "button", "card", "tag",
            "banner", "confirmation", "tabs", "meta", "map", "empty", "points", "conditions", "filters", "doors", "saved",
        ];
        Assert.All(components, name => Assert.NotNull(page.Document.QuerySelector("." + name)));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/styleguide")]
    public async Task Get_Demo_EveryPageSaysSo(string path) =>
        Assert.NotNull((await host.NewVisitor().GetAsync(path)).Document.QuerySelector(".banner-demo"));

    [Fact]
    public async Task Post_TooManySignIns_AreSlowedDownWithWords()
    {
        var visitor = host.NewVisitor();
        var form = await visitor.GetAsync("/enter");
        Page last = form;
        for (int attempt = 0; attempt < 4; attempt++)
            last = await visitor.SubmitAsync(form, new() { ["Reference"] = "DEMO-0002", ["Code"] = "11112222333344445555" });

        Assert.Equal(HttpStatusCode.TooManyRequests, last.Status);
        Assert.NotNull(last.Header("Retry-After"));
        Assert.Equal("Слишком много попыток", last.Heading);
    }
}
