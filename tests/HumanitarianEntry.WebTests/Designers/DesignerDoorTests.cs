using System.Net;
using System.Text.RegularExpressions;
using HumanitarianEntry.Web.Designers.Studio;
using HumanitarianEntry.Web.Hosting;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Designers;

/// <summary>Who gets in, and what each answer allows a browser.</summary>
public sealed partial class DesignerDoorTests(DesignerHost host) : IClassFixture<DesignerHost>
{
    private const string Page = "/designer/studio/" + StudioPackage.Version + "/definitions/lt-hum";
    private const string File = "/designer/studio/" + StudioPackage.Version + "/_framework/blazor.webassembly.js";

    /// <summary>Every route of this audience, with something in its holes.</summary>
    private IReadOnlyList<(HttpMethod Method, string Path)> Routes =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<Audience>() == Audiences.Designers && e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
            .Select(e => (new HttpMethod(e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single()), "/" + Hole().Replace(e.RoutePattern.RawText!, hole => hole.Value.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "lt-hum"))),
    ];

    [Fact]
    public async Task EveryRoute_Unsigned_IsRefused()
    {
        Assert.True(Routes.Count > 25);
        foreach (var (method, path) in Routes)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Add("Accept", "application/json");
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.NewVisitor().Client.SendAsync(request)).StatusCode);
        }

        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync(Page)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryRoute_OfSomebodyElse_IsNotThere()
    {
        foreach (var person in new[] { host.Crew.Screener, host.Crew.Coordinator, host.Crew.Vetter })
        {
            var visitor = await host.SignInAsync(person);
            foreach (var (method, path) in Routes)
            {
                using var request = new HttpRequestMessage(method, path);
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.Client.SendAsync(request)).StatusCode);
            }
        }
    }

    [Fact]
    public async Task EveryCall_WithoutToken_IsRefused()
    {
        var visitor = await host.SignInAsync(host.Designer);
        var calls = Routes.Where(r => r.Path.StartsWith("/designer/api/", StringComparison.Ordinal) || r.Method == HttpMethod.Post).ToList();
        Assert.True(calls.Count >= 23);
        foreach (var (method, path) in calls)
        {
            using var request = new HttpRequestMessage(method, path);
            request.Headers.Add("Accept", "application/json");
            using var answer = await visitor.Client.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{method} {path} answers {answer.StatusCode} without a token");
        }
    }

    [Fact]
    public async Task Administrator_MayLookAndNotDecide()
    {
        var studio = await host.OpenStudioAsync(host.Administrator);
        Assert.DoesNotContain("\"publish\"", (await studio.LatestAsync())["links"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["read-only"], await studio.RefusalAsync(HttpMethod.Post, "workflow-definitions", StudioCaller.Save(await studio.LatestAsync())));
        var page = await studio.Visitor.GetAsync("/designer/proposals");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var token = (await studio.Visitor.GetAsync("/designer")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await studio.Visitor.PostAsync($"/designer/proposals/{Guid.Empty}/confirm", new() { ["__RequestVerificationToken"] = token })).Status);
    }

    [Fact]
    public async Task ContentPolicy_IsWiderOnStudioOnly()
    {
        var visitor = await host.SignInAsync(host.Designer);
        foreach (var path in new[] { Page, File })
        {
            Assert.Contains("'wasm-unsafe-eval'", (await visitor.GetAsync(path)).Header("Content-Security-Policy"), StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/designer", "/designer/proposals", "/designer/api/features/installed", "/designer/studio/" + StudioPackage.Version + "/no-such-file.js", "/designer.css", "/account", "/" })
        {
            Assert.Equal(ResponseHeaders.ContentSecurityPolicy, (await visitor.GetAsync(path)).Header("Content-Security-Policy"));
        }

        Assert.DoesNotContain("'unsafe-eval'", StudioPackage.Policy.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", StudioPackage.Policy.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_AreKeptByTheBrowserForEver_CompressedWhereTheyAre()
    {
        var visitor = await host.SignInAsync(host.Designer);
        using var plain = await visitor.Client.GetAsync(File);
        Assert.Equal(DesignerHost.Script, await plain.Content.ReadAsStringAsync());
        Assert.Equal("text/javascript", plain.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", plain.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("private", plain.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, File);
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using var small = await visitor.Client.SendAsync(request);
        Assert.Equal(["br"], small.Content.Headers.ContentEncoding);
        await using var open = new System.IO.Compression.BrotliStream(await small.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        Assert.Equal(DesignerHost.Script, await new StreamReader(open).ReadToEndAsync());
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("package.json")]
    [InlineData("%2e%2e/%2e%2e/package.json")]
    [InlineData("_framework/../package.json")]
    public async Task Files_OutsideWhatStudioNeeds_AreNotServed(string name) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Designer)).GetAsync($"/designer/studio/{StudioPackage.Version}/{name}")).Status);

    [Fact]
    public async Task Page_NamesNoOtherAddress_AndIsNeverStored()
    {
        var page = await (await host.SignInAsync(host.Designer)).GetAsync(Page);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("no-store", page.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.DoesNotContain("//", page.Document.DocumentElement.OuterHtml.Replace("&#x2F;", "/", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 200)]
    private static partial Regex Hole();
}

/// <summary>Without the setting there is no designer, for nobody.</summary>
public sealed class DesignerIsOffTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Theory]
    [InlineData("/designer")]
    [InlineData("/designer/proposals")]
    [InlineData("/designer/api/features/installed")]
    [InlineData("/designer/studio/" + StudioPackage.Version + "/definitions/lt-hum")]
    [InlineData("/designer/studio/" + StudioPackage.Version + "/_framework/blazor.webassembly.js")]
    public async Task Designer_OffByDefault_IsNotThere(string path)
    {
        var designer = DemoPerson.New("d", Domain.Cases.Role.ProgrammeDesigner);
        await host.HireAsync(designer);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(designer)).GetAsync(path)).Status);
    }

    [Fact]
    public void Package_Missing_IsToldWithWhatToDo()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => StudioPackage.Open(Path.Combine(Path.GetTempPath(), "he-no-studio-here")));
        Assert.Contains("install-designer", refusal.Message, StringComparison.Ordinal);
    }
}
