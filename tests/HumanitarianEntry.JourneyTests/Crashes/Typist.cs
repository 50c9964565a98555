using System.Net;
using System.Text.RegularExpressions;
using HumanitarianEntry.JourneyTests.Hosting;

namespace HumanitarianEntry.JourneyTests.Crashes;

/// <summary>A form as it stood on the page: what sends the same decision again, byte for byte.</summary>
public sealed record OpenForm(string Path, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The key under which the decision is carried out once.</summary>
    public string ActKey => Fields.Single(f => f.Key == "__act").Value;
}

/// <summary>A member of staff without a browser, for moments at which the server is ended: keeps cookies, reads forms, sends them.</summary>
public sealed partial class Typist(Uri home) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(5) }) { BaseAddress = home, Timeout = TimeSpan.FromSeconds(60) };
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    public async Task SignInAsync(Seat seat)
    {
        await SendAsync(await ReadFormAsync("/sign-in", "/sign-in", ("UserName", seat.UserName), ("Password", Seat.Password)), keepPage: true);
        var code = FormOf(LastPage, "/sign-in/code", ("Code", seat.CodeAt(TimeProvider.System.GetUtcNow())));
        if (await SendAsync(code) != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{seat.UserName} cannot sign in.");
        }
    }

    /// <summary>The page that answered last, where it was kept.</summary>
    public string LastPage { get; private set; } = string.Empty;

    /// <summary>The language the browser asks for.</summary>
    public string? Language { get; init; }

    /// <summary>What a raw connection must send to be this person.</summary>
    public string Cookies => string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"));

    public async Task EnterAsync(string reference, string code)
    {
        if (await SendAsync(await ReadFormAsync("/enter", "/enter", ("Reference", reference), ("Code", code))) != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{reference} cannot enter.");
        }
    }

    /// <summary>Opens a page and gives its status and the seconds after which to come back, if it names them.</summary>
    public async Task<(HttpStatusCode Status, string? RetryAfter)> GetAsync(string path)
    {
        using var request = Request(HttpMethod.Get, path);
        using var answer = await client.SendAsync(request);
        Keep(answer);
        LastPage = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, answer.Headers.RetryAfter?.ToString());
    }

    /// <summary>The form of the page that answered last.</summary>
    public OpenForm FormOfLastPage(string action) => FormOf(LastPage, action);

    /// <summary>Sends a form with a file and keeps the page that answers.</summary>
    public async Task<HttpStatusCode> SendFileAsync(OpenForm form, string name, byte[] bytes)
    {
        using var request = Request(HttpMethod.Post, form.Path);
        var parts = new MultipartFormDataContent();
        foreach (var field in form.Fields)
        {
            parts.Add(new StringContent(field.Value), field.Key);
        }

        parts.Add(new ByteArrayContent(bytes), "File", name);
        request.Content = parts;
        using var answer = await client.SendAsync(request);
        Keep(answer);
        LastPage = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode;
    }

    /// <summary>Opens a page and fills in the form that posts to <paramref name="action"/>.</summary>
    public async Task<OpenForm> ReadFormAsync(string path, string action, params (string Field, string Value)[] answers)
    {
        using var request = Request(HttpMethod.Get, path);
        using var answer = await client.SendAsync(request);
        Keep(answer);
        answer.EnsureSuccessStatusCode();
        return FormOf(await answer.Content.ReadAsStringAsync(), action, answers);
    }

    /// <summary>Sends a form and gives the answer's status.</summary>
    public async Task<HttpStatusCode> SendAsync(OpenForm form, bool keepPage = false)
    {
        using var request = Request(HttpMethod.Post, form.Path);
        request.Content = new FormUrlEncodedContent(form.Fields);
        using var answer = await client.SendAsync(request);
        Keep(answer);
        LastPage = keepPage ? await answer.Content.ReadAsStringAsync() : string.Empty;
        return answer.StatusCode;
    }

    /// <summary>Sends a form to a server that may end meanwhile; null when no answer came.</summary>
    public async Task<HttpStatusCode?> TrySendAsync(OpenForm form)
    {
        try
        {
            return await SendAsync(form);
        }
        catch (HttpRequestException)
        {
            // The server was ended; this is what the test is about.
            return null;
        }
    }

    public void Dispose() => client.Dispose();

    private static OpenForm FormOf(string page, string action, params (string Field, string Value)[] answers)
    {
        var form = Form().Matches(page).Select(m => m.Value).FirstOrDefault(f => f.Contains($"action=\"{action}\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The page has no form for {action}. It says: {page}");
        var hidden = Hidden().Matches(form).Select(m => m.Value)
            .Select(i => KeyValuePair.Create(Attribute(i, "name"), Attribute(i, "value")))
            .Where(f => f.Key.Length > 0);
        return new OpenForm(action, [.. hidden, .. answers.Select(a => KeyValuePair.Create(a.Field, a.Value))]);
    }

    private static string Attribute(string tag, string name)
    {
        var match = Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1));
        return match.Success ? WebUtility.HtmlDecode(match.Groups[1].Value) : string.Empty;
    }

    private HttpRequestMessage Request(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        if (Language is { } language)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        return request;
    }

    private void Keep(HttpResponseMessage answer)
    {
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
            {
                cookies.Remove(pair[0]);
            }
            else
            {
                cookies[pair[0]] = pair[1];
            }
        }
    }

    [GeneratedRegex("<form[^>]*>.*?</form>", RegexOptions.Singleline, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.Singleline, 1000)]
    private static partial Regex Hidden();
}
