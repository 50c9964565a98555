using System.Net;
using System.Text.RegularExpressions;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Pages;

/// <summary>A browser without a window: keeps cookies, fills in forms with the hidden fields that they carry.</summary>
internal sealed partial class PagesVisitor
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    public Uri Home { get; set; } = new("http://127.0.0.1");

    public async Task<string> GetAsync(string path, bool follow = false)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Home, path)));
        if (follow && answer.Headers.Location is { } next)
        {
            return await GetAsync(next.OriginalString, follow: true);
        }

        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : throw new InvalidOperationException($"{path} answers {(int)answer.StatusCode}.");
    }

    /// <summary>Posts the form of a page that goes to this address. Returns the page after it.</summary>
    public async Task<string> SubmitAsync(string html, string action, params (string Name, string Value)[] answers)
    {
        using var sent = await PostAsync(action, FieldsOf(html, action, answers));
        return sent switch
        {
            { Headers.Location: { } next } => await GetAsync(next.OriginalString, follow: true),
            { StatusCode: HttpStatusCode.OK } => await sent.Content.ReadAsStringAsync(),
            _ => throw new InvalidOperationException($"{action} answers {(int)sent.StatusCode}: {Words().Replace(await sent.Content.ReadAsStringAsync(), " ")}"),
        };
    }

    public Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) => PostAsync(path, new FormUrlEncodedContent(fields));

    public async Task<HttpResponseMessage> PostAsync(string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Home, path)) { Content = content };
        return await SendAsync(request);
    }

    /// <summary>The hidden fields of a form, with the answers on top.</summary>
    public static List<KeyValuePair<string, string>> FieldsOf(string html, string action, params (string Name, string Value)[] answers)
    {
        var form = Forms().Matches(html).Select(m => m.Value).FirstOrDefault(f => f.Contains($"action=\"{action}\"", StringComparison.Ordinal)) ?? throw new InvalidOperationException($"There is no form for {action}.");
        var hidden = Inputs().Matches(form).Select(m => m.Value).Where(i => i.Contains("type=\"hidden\"", StringComparison.Ordinal))
            .Select(i => KeyValuePair.Create(Attribute(i, "name"), Attribute(i, "value"))).Where(i => i.Key.Length > 0 && !answers.Any(a => a.Name == i.Key));
        return [.. hidden, .. answers.Select(a => KeyValuePair.Create(a.Name, a.Value))];
    }

    /// <summary>Addresses of the styles and scripts that a page names.</summary>
    public static IEnumerable<string> FilesOf(string html) => Files().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups["path"].Value)).Distinct(StringComparer.Ordinal);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        }

        var answer = await Client.SendAsync(request);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var pair = set.Split(';', 2)[0].Split('=', 2);
            cookies[pair[0]] = pair[1];
        }

        return answer;
    }

    private static string Attribute(string tag, string name) => Regex.Match(tag, $" {name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["value"].Value) : string.Empty;

    [GeneratedRegex("<form .*?</form>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input [^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Inputs();

    [GeneratedRegex("(href|src)=\"(?<path>/[^\"]+\\.(css|js)(\\?[^\"]*)?)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Files();

    [GeneratedRegex("<[^>]*>|\\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Words();
}
