using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Hosting;

/// <summary>
/// Every text field of the forms that most people type into, one after the other with what should not be there. Whatever comes is taken or refused in words: never a fault of the server, and
/// the other fields are still filled in.
/// </summary>
public sealed class BadInputTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Sound = "DEMO";

    /// <summary>As they are sent, percent-encoded: some of them no program would encode by itself.</summary>
    private static readonly Dictionary<string, string> Bad = new(StringComparer.Ordinal)
    {
        ["nothing"] = "",
        ["blanks"] = "+++%09",
        ["too much"] = new string('x', 20_000),
        ["another script"] = Uri.EscapeDataString("ქართული 漢字 ԴԵՄՈ"),
        ["right to left"] = Uri.EscapeDataString("ديمو \u202Eתומד\u2066 رفض"),
        ["emoji"] = Uri.EscapeDataString("😀👨‍👩‍👧🏳️‍🌈"),
        ["half a surrogate"] = "a%ED%A0%80b",
        ["no text at all"] = "%FF%FE%C3%28",
        ["mark-up"] = Uri.EscapeDataString("<script>alert(1)</script>{{7*7}}' OR 1=1 --"),
        ["a null byte"] = "De%00mo",
        ["a megabyte"] = new string('x', 1024 * 1024),
    };

    public static TheoryData<string> Forms => ["/write", "/applicants/messages", "/applicants/story", "/applicants/things/new", "/screeners/referrals/new", "identity/name", "identity/birth", "interview/questions/b", "interview/statement", "interview/service", "contact/plan"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_WithBadInputInEachTextField_IsTakenOrRefusedInWordsAndKeepsTheRest(string path)
    {
        var (visitor, address) = await OpenAsync(path);
        var page = await visitor.GetAsync(address);
        Assert.True(page.Status == HttpStatusCode.OK, $"{address} answers {page.Status}");
        var form = (IHtmlFormElement)page.Document.QuerySelector("main form[method=post]:not(.cell-actions)")!;
        var texts = TextsOf(form).Select(NameOf).ToList();
        Assert.NotEmpty(texts);
        var wrong = new List<string>();
        foreach (var field in texts)
        {
            foreach (var (what, value) in Bad)
            {
                var answer = await SendAsync(visitor, form, field, value);
                wrong.AddRange(Complaints(answer, what, texts.Where(t => t != field)).Select(c => $"{field}, {what}: {c}"));

                // What was taken has used the page's key.
                if (answer.Status == HttpStatusCode.Redirect)
                {
                    form = (IHtmlFormElement)(await visitor.GetAsync(address)).Document.QuerySelector("main form[method=post]:not(.cell-actions)")!;
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Complaints(Page answer, string what, IEnumerable<string> others)
    {
        if ((int)answer.Status >= 500)
        {
            yield return $"answered {(int)answer.Status}";
            yield break;
        }

        if (what == "a null byte" && (int)answer.Status is < 400 or >= 500)
        {
            yield return $"a null byte was answered {(int)answer.Status}";
        }

        if (what == "a megabyte" && (int)answer.Status is < 400 or >= 500)
        {
            yield return $"a megabyte was answered {(int)answer.Status}";
        }

        if (answer.Status is not (HttpStatusCode.Redirect or HttpStatusCode.OK) && answer.Heading.Length == 0)
        {
            yield return $"{(int)answer.Status} without words";
        }

        if (answer.Status != HttpStatusCode.UnprocessableEntity)
        {
            yield break;
        }

        if (answer.Document.QuerySelector(".error-summary") is null)
        {
            yield return "refused without saying why";
        }

        foreach (var lost in others.Where(o => answer.Document.QuerySelectorAll($"[name='{o}']").All(e => ValueOf(e) is not { } kept || !kept.Contains(SoundFor(e), StringComparison.Ordinal))))
        {
            yield return $"{lost} is lost";
        }
    }

    private async Task<(Visitor Visitor, string Address)> OpenAsync(string path)
    {
        if (path == "/write")
        {
            return (host.NewVisitor(), path);
        }

        var demo = await host.CaseAtAsync(path.StartsWith("interview", StringComparison.Ordinal) ? Gate.Interview : Gate.Identity);
        if (path.StartsWith("interview", StringComparison.Ordinal))
        {
            await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new StartInterview(InterviewMode.Video, "ru"));
        }

        return path.StartsWith("/applicants", StringComparison.Ordinal) ? (await host.SignInAsApplicantAsync(demo.Id), path)
            : path.StartsWith('/') || path == "contact/plan" ? (await host.SignInAsync(host.Crew.Intake), path.StartsWith('/') ? path : $"/screeners/cases/{demo.Reference}/{path}")
            : (await host.SignInAsync(host.Crew.Screener), $"/screeners/cases/{demo.Reference}/{path}");
    }

    /// <summary>Sends the form with sound answers everywhere but in one field.</summary>
    private static async Task<Page> SendAsync(Visitor visitor, IHtmlFormElement form, string field, string raw)
    {
        var body = new StringBuilder();
        void Add(string name, string value) => body.Append(body.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(value);
        foreach (var hidden in form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Where(h => h.Name is not null))
        {
            Add(hidden.Name!, Uri.EscapeDataString(hidden.Value));
        }

        foreach (var text in TextsOf(form))
        {
            Add(NameOf(text), NameOf(text) == field ? raw : SoundFor(text));
        }

        foreach (var group in form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").Where(r => r.Name is not null).GroupBy(r => r.Name!))
        {
            Add(group.Key, Uri.EscapeDataString(group.First().Value));
        }

        foreach (var choice in form.QuerySelectorAll<IHtmlSelectElement>("select").Where(s => s.Name is not null))
        {
            Add(choice.Name!, Uri.EscapeDataString(choice.Options.Select(o => o.Value).FirstOrDefault(v => v.Length > 0) ?? ""));
        }

        using var content = new StringContent(body.ToString(), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action")) { Content = content };
        return await Page.OfAsync(await visitor.Client.SendAsync(request));
    }

    private static IEnumerable<IElement> TextsOf(IHtmlFormElement form) =>
        form.QuerySelectorAll("textarea, input").Where(e => e.GetAttribute("name") is not null && (e is IHtmlTextAreaElement || e.GetAttribute("type") is null or "text" or "tel" or "url" or "search"));

    private static string NameOf(IElement element) => element.GetAttribute("name")!;

    /// <summary>A date is typed in parts; everything else takes a word.</summary>
    private static string SoundFor(IElement element) => NameOf(element).Split('.')[^1] switch
    {
        "Year" => "2020",
        "Month" or "Day" => "2",
        "Unit" => "00123",
        "Nationalities" or "Country" => "RU",
        "FamilySize" => "2",
        _ => Sound,
    };

    private static string? ValueOf(IElement element) => element is IHtmlTextAreaElement area ? area.TextContent : element.GetAttribute("value");
}
