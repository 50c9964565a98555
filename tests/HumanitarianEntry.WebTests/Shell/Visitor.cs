using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace HumanitarianEntry.WebTests.Shell;

/// <summary>A browser's cookies for one host, which a test may look into.</summary>
public sealed class CookieJar : DelegatingHandler
{
    private readonly CookieContainer cookies = new();
    private static readonly Uri Site = new("https://localhost");

    public void Forget(string name)
    {
        foreach (Cookie cookie in cookies.GetCookies(Site))
            cookie.Expired |= cookie.Name == name;
    }

    public string? Value(string name) => cookies.GetCookies(Site)[name]?.Value;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (cookies.GetCookieHeader(Site) is { Length: > 0 } header)
            request.Headers.Add("Cookie", header);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (string cookie in set)
                cookies.SetCookies(Site, cookie);
        }

        return response;
    }
}

/// <summary>A person with a browser: opens pages, fills in forms as they stand there, presses a button.</summary>
public sealed class Visitor(HttpClient client, CookieJar cookies)
{
    public HttpClient Client => client;
    public CookieJar Cookies => cookies;

    public async Task<Page> GetAsync(string path) => await Page.OfAsync(await client.GetAsync(path));

    /// <summary>Submits the page's form with its hidden fields, the given answers on top.</summary>
    public async Task<Page> SubmitAsync(Page page, Dictionary<string, string> answers, string form = "main form[method=post]:not(.cell-actions)", string? to = null)
    {
        var element = (IHtmlFormElement)(page.Document.QuerySelector(form) ?? throw new InvalidOperationException($"No form on the page:\n{page.Text}"));
        var hidden = element.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => KeyValuePair.Create(input.Name!, input.Value)).Where(input => !answers.ContainsKey(input.Key));
        return await PostFieldsAsync(to ?? element.GetAttribute("action")!, [.. hidden, .. answers]);
    }

    public Task<Page> PostAsync(string path, Dictionary<string, string> fields, params (string Name, string Value)[] headers) => PostFieldsAsync(path, fields, headers);

    /// <summary>Fields of which some have the same name.</summary>
    public async Task<Page> PostFieldsAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        return await Page.OfAsync(await client.SendAsync(request));
    }

    public async Task<Page> SignInAsStaffAsync(string name = ShellHost.StaffName)
    {
        var password = await GetAsync("/sign-in");
        var code = await SubmitAsync(password, new() { ["UserName"] = name, ["Password"] = ShellHost.StaffPassword });
        return await SubmitAsync(code, new() { ["Code"] = ShellHost.StaffCode });
    }
}

/// <summary>One answer of the server, parsed.</summary>
public sealed record Page(HttpStatusCode Status, IDocument Document, HttpResponseMessage Response)
{
    public string Text => Document.DocumentElement.TextContent;

    public string Heading => Document.QuerySelector("h1")?.TextContent ?? "";

    public string? Location => Response.Headers.Location?.OriginalString;

    public string? Header(string name) => Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public static async Task<Page> OfAsync(HttpResponseMessage response)
    {
        string html = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, await BrowsingContext.New().OpenAsync(request => request.Content(html)), response);
    }
}
