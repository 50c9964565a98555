using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

public sealed class EvidencePagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Enumerable.Repeat((byte)7, 200_000)];

    [Fact]
    public async Task Upload_Picture_IsStoredAndComesBackAsAttachment()
    {
        var (demo, custodian) = await AtEvidenceAsync();
        string url = $"/screeners/cases/{demo.Reference}/evidence";
        var done = await UploadAsync(custodian, await custodian.GetAsync(url + "/new"), Answers("DEMO picture"), Picture, "demo.png");
        Assert.Equal(url, done.Location);
        var item = Assert.Single((await host.FileAsync(demo.Id)).Evidence.Items).Value;
        Assert.Equal(Picture.Length, item.File!.Size);
        using var file = await custodian.Client.GetAsync($"{url}/e1/file");
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("E1.png", file.Content.Headers.ContentDisposition.FileName);
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Picture, await file.Content.ReadAsByteArrayAsync());
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        Assert.Equal(HttpStatusCode.NotFound, (await vetter.GetAsync($"{url}/e1/file")).Status);
    }

    [Fact]
    public async Task Item_FileOpened_CustodyNamesArrivalAndOpening()
    {
        var (demo, custodian) = await AtEvidenceAsync();
        string url = $"/screeners/cases/{demo.Reference}/evidence";
        await UploadAsync(custodian, await custodian.GetAsync(url + "/new"), Answers("DEMO picture"), Picture, "demo.png");
        Assert.DoesNotContain("Original opened", (await custodian.GetAsync(url + "/e1")).Text, StringComparison.Ordinal);
        using (await custodian.Client.GetAsync($"{url}/e1/file"))
        {
        }

        var page = await custodian.GetAsync(url + "/e1");
        Assert.Contains("Original opened", page.Text, StringComparison.Ordinal);
        Assert.Contains("SHA-256 on arrival", page.Text, StringComparison.Ordinal);
        Assert.Matches("Entry [0-9]+ of the chain, [0-9a-f]{16} → [0-9a-f]{16}", page.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await custodian.GetAsync(url + "/e9")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await custodian.GetAsync(url + "/e1234567890123456789012345678901234567890123456789012345678901234567890/file")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Vetter)).GetAsync(url + "/e1")).Status);
    }

    [Fact]
    public async Task Upload_PageNamedLikePicture_IsRefusedWithWordsAndKeepsTheForm()
    {
        var (demo, custodian) = await AtEvidenceAsync();
        string path = $"/screeners/cases/{demo.Reference}/evidence/new";
        var refused = await UploadAsync(custodian, await custodian.GetAsync(path), Answers("DEMO page"), Encoding.UTF8.GetBytes("<!doctype html><p>DEMO"), "demo.png");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("It was not kept", refused.Text, StringComparison.Ordinal);
        Assert.Contains("DEMO page", refused.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Empty((await host.FileAsync(demo.Id)).Evidence.Items);
    }

    [Fact]
    public async Task Upload_FormIncomplete_FileNeedNotBeSentAgain()
    {
        var (demo, custodian) = await AtEvidenceAsync();
        string path = $"/screeners/cases/{demo.Reference}/evidence/new";
        var first = await UploadAsync(custodian, await custodian.GetAsync(path), Answers(""), Picture, "demo.png");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        var second = await UploadAsync(custodian, first, Answers("DEMO title"), null, "");
        Assert.Equal(HttpStatusCode.Redirect, second.Status);
        Assert.Equal(Picture.Length, Assert.Single((await host.FileAsync(demo.Id)).Evidence.Items).Value.File!.Size);
    }

    [Fact]
    public async Task Upload_WithoutToken_IsRefused()
    {
        var (demo, custodian) = await AtEvidenceAsync();
        using var content = new MultipartFormDataContent { { new StringContent("DEMO"), "Form.Title" } };
        using var answer = await custodian.Client.PostAsync($"/screeners/cases/{demo.Reference}/evidence/new", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task EvidenceGate_ByClicking_IsDecided()
    {
        var (demo, custodian) = await AtEvidenceAsync();
        string url = $"/screeners/cases/{demo.Reference}";
        await UploadAsync(custodian, await custodian.GetAsync(url + "/evidence/new"), Answers("DEMO post"), null, "");
        var second = Answers("DEMO refusal");
        second["Form.Type"] = "WrittenRefusal";
        await UploadAsync(custodian, await custodian.GetAsync(url + "/evidence/new"), second, null, "");
        var early = await custodian.SubmitAsync(await custodian.GetAsync(url + "/gates/evidence"), new() { ["Form.Outcome"] = "sufficient", ["Form.Reason"] = "DEMO" });
        Assert.Contains("is not graded yet", early.Text, StringComparison.Ordinal);
        foreach (string label in new[] { "e1", "e2" })
        {
            var hasty = await custodian.SubmitAsync(await custodian.GetAsync($"{url}/evidence/{label}/grade"), Grade);
            Assert.Contains("needs every minimum check", hasty.Text, StringComparison.Ordinal);
            await CheckAllAsync(custodian, $"{url}/evidence/{label}/checks");
            var support = await custodian.SubmitAsync(await custodian.GetAsync($"{url}/evidence/{label}/support"), new() { ["Form.Kind"] = "OutsideSource", ["Form.Source"] = "DEMO paper", ["Form.Description"] = "DEMO: says the same" });
            Assert.Equal(HttpStatusCode.Redirect, support.Status);
            var graded = await custodian.SubmitAsync(await custodian.GetAsync($"{url}/evidence/{label}/grade"), Grade);
            Assert.Equal(HttpStatusCode.Redirect, graded.Status);
        }

        var decided = await custodian.SubmitAsync(await custodian.GetAsync(url + "/gates/evidence"), new() { ["Form.Outcome"] = "sufficient", ["Form.Reason"] = "DEMO" });
        Assert.Equal(HttpStatusCode.Redirect, decided.Status);
        Assert.Equal("sufficient", (await host.FileAsync(demo.Id)).DecisionOn(Gate.Evidence)!.Outcome);
    }

    [Fact]
    public async Task Worksheet_CheckedSupportedAndContradicted_ShowsWhatFollows()
    {
        var (demo, custodian) = await AtEvidenceAsync();
        string url = $"/screeners/cases/{demo.Reference}/evidence";
        await UploadAsync(custodian, await custodian.GetAsync(url + "/new"), Answers("DEMO post"), null, "");
        Assert.Contains("Credibility can be 3 at best", (await custodian.GetAsync(url + "/e1")).Text, StringComparison.Ordinal);

        await CheckAllAsync(custodian, url + "/e1/checks");
        await custodian.SubmitAsync(await custodian.GetAsync(url + "/e1/support"), new() { ["Form.Kind"] = "OutsideSource", ["Form.Source"] = "DEMO friend", ["Form.Ties"] = "LinkedApplicant", ["Form.Description"] = "DEMO" });
        var tied = await custodian.GetAsync(url + "/e1");
        Assert.Contains("Every minimum check is done", tied.Text, StringComparison.Ordinal);
        Assert.Contains("Tied to the person, so not independent: K1 at most.", tied.Text, StringComparison.Ordinal);

        await custodian.SubmitAsync(await custodian.GetAsync(url + "/e1/support"), new() { ["Form.Kind"] = "Contradiction", ["Form.Description"] = "DEMO: another day" });
        Assert.Contains("KX, contradicted", (await custodian.GetAsync(url + "/e1")).Text, StringComparison.Ordinal);
        await custodian.SubmitAsync(await custodian.GetAsync(url + "/e1/withdrawn-support"), new() { ["Form.Support"] = "E1.2", ["Form.Reason"] = "DEMO: misread" });
        Assert.Contains("K1, the person", (await custodian.GetAsync(url + "/e1")).Text, StringComparison.Ordinal);
        Assert.Contains("0 of 2 acts with at least C3 K2. Not counted: E1 is not graded", (await custodian.GetAsync(url)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contrary_RecordedAndAnswered_StandsInTheTimelineUntilItWasNotSo()
    {
        var (demo, custodian) = await AtEvidenceAsync();
        string url = $"/screeners/cases/{demo.Reference}/evidence";
        await UploadAsync(custodian, await custodian.GetAsync(url + "/new"), Answers("DEMO post"), null, "");
        var recorded = await custodian.SubmitAsync(await custodian.GetAsync(url + "/contrary"), new()
        {
            ["Form.Kind"] = "WarSymbolShown", ["Form.Description"] = "DEMO: a photo with a Z", ["Form.Source"] = "H4", ["Form.On.Year"] = "2022", ["Form.On.Month"] = "4", ["Form.Disclosed"] = "True",
        });
        Assert.Equal(url, recorded.Location);
        var page = await custodian.GetAsync(url);
        var figure = page.Document.QuerySelector("figure svg")!;
        Assert.Equal("img", figure.GetAttribute("role"));
        Assert.Equal("Acts in time against fixed days", figure.QuerySelector("title")!.TextContent);
        Assert.Contains("N1  War symbol shown", figure.TextContent, StringComparison.Ordinal);
        Assert.Contains("DEMO: a photo with a Z", page.Text, StringComparison.Ordinal);

        // A vetter sees the same in the case's facts.
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        Assert.Contains("N1  War symbol shown", (await vetter.GetAsync($"/vetters/cases/{demo.Reference}/facts")).Document.QuerySelector("figure svg")!.TextContent, StringComparison.Ordinal);

        await custodian.SubmitAsync(await custodian.GetAsync(url + "/contrary/answer"), new() { ["Form.ContraryAct"] = "N1", ["Form.Answer"] = "DEMO: a namesake", ["Form.NotSo"] = "True" });
        Assert.DoesNotContain("War symbol shown", (await custodian.GetAsync(url)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await vetter.GetAsync(url + "/contrary")).Status);
    }

    [Fact]
    public async Task Worksheet_WrongPersonOrItem_IsNotFound()
    {
        var (demo, custodian) = await AtEvidenceAsync();
        string url = $"/screeners/cases/{demo.Reference}/evidence";
        await UploadAsync(custodian, await custodian.GetAsync(url + "/new"), Answers("DEMO post"), null, "");
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        foreach (string page in new[] { "", "/grade", "/checks", "/support", "/withdrawn-support", "/form" })
        {
            Assert.Equal(HttpStatusCode.OK, (await custodian.GetAsync($"{url}/e1{page}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await custodian.GetAsync($"{url}/e9{page}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await vetter.GetAsync($"{url}/e1{page}")).Status);
        }
    }

    [Fact]
    public async Task Form_OfAPost_IsStatedOnItsPage()
    {
        var (demo, custodian) = await AtEvidenceAsync();
        string url = $"/screeners/cases/{demo.Reference}/evidence";
        await UploadAsync(custodian, await custodian.GetAsync(url + "/new"), Answers("DEMO post"), null, "");
        Assert.Contains("Nobody has said yet in which form it comes", (await custodian.GetAsync(url + "/e1")).Text, StringComparison.Ordinal);
        Assert.Equal(url + "/e1", (await custodian.SubmitAsync(await custodian.GetAsync(url + "/e1/form"), new() { ["Form.Shape"] = "WrittenText" })).Location);
        Assert.DoesNotContain("Nobody has said yet in which form it comes", (await custodian.GetAsync(url + "/e1")).Text, StringComparison.Ordinal);
        var facts = (await host.FileAsync(demo.Id)).Evidence;
        Assert.Equal(EvidenceShape.WrittenText, Worksheet.Of(facts, facts.Find("E1")!).Form);
    }

    private static Dictionary<string, string> Grade => new() { ["Form.Reliability"] = "B", ["Form.Credibility"] = "2", ["Form.HowVerified"] = "DEMO" };

    /// <summary>Ticks every box, as a person would after doing all checks.</summary>
    private static async Task CheckAllAsync(Visitor visitor, string path)
    {
        var form = await visitor.GetAsync(path);
        foreach (var box in form.Document.QuerySelectorAll<IHtmlInputElement>("input[name='Form.Checks']"))
        {
            var done = await visitor.SubmitAsync(await visitor.GetAsync(path), new() { ["Form.Checks"] = box.Value, ["Form.Outcome"] = "Done" });
            Assert.Equal(HttpStatusCode.Redirect, done.Status);
        }
    }

    private static Dictionary<string, string> Answers(string title) => new()
    {
        ["Form.Type"] = "PublicPost", ["Form.Title"] = title, ["Form.Origin"] = "DEMO", ["Form.ClaimedOn.Year"] = "2022", ["Form.ClaimedOn.Month"] = "3", ["Form.IsPublic"] = "True",
    };

    private async Task<(DemoCase Demo, Visitor Custodian)> AtEvidenceAsync() => (await host.CaseAtAsync(Gate.Evidence), await host.SignInAsync(host.Crew.Custodian));

    // A browser sends the fields in the order of the page: the file stands last.
    private static async Task<Page> UploadAsync(Visitor visitor, Page page, Dictionary<string, string> answers, byte[]? file, string name)
    {
        var form = (IHtmlFormElement)page.Document.QuerySelector("main form[method=post]")!;
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").DistinctBy(input => input.Name))
        {
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        }

        foreach (var (key, value) in answers)
        {
            content.Add(new StringContent(value), key);
        }

        var part = new ByteArrayContent(file ?? []);
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"File\"; filename=\"{name}\"");
        content.Add(part);
        return await Page.OfAsync(await visitor.Client.PostAsync(form.GetAttribute("action"), content));
    }
}
