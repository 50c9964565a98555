using System.Net;
using System.Security.Cryptography;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Vetters;

/// <summary>Captures of open sources and finding cards, by their pages.</summary>
public sealed class FindingPagesTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4];

    [Fact]
    public async Task Capture_ForOthers_IsNotThere()
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(vetter, demo.Reference, Answers(), "shot.png", Picture)).Status);
        foreach (var person in new[] { host.Crew.Screener, host.Crew.Outsider, host.Crew.Coordinator })
        {
            var visitor = await host.SignInAsync(person);
            foreach (var page in new[] { "captures", "captures/new", "captures/c1/file", "captures/review", "finding/settle" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/vetters/cases/{demo.Reference}/{page}")).Status);
            }
        }
    }

    [Fact]
    public async Task Capture_WithItsFile_IsKeptHashedAndHandedOutAsItWas()
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(vetter, demo.Reference, Answers(), "shot.png", Picture)).Status);
        var capture = Assert.Single((await host.FileAsync(demo.Id)).Vetting.Captures).Value;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Picture));
        Assert.Equal(("C1", hash, new DateTimeOffset(2025, 7, 1, 12, 30, 0, TimeSpan.Zero)), (capture.Label, capture.File.Sha256, capture.CapturedAt));
        var page = await vetter.GetAsync($"/vetters/cases/{demo.Reference}/captures");
        Assert.Contains(hash, page.Text, StringComparison.Ordinal);
        Assert.Contains("12:30 UTC", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A file was opened", page.Text, StringComparison.Ordinal);

        var file = await vetter.GetAsync($"/vetters/cases/{demo.Reference}/captures/c1/file");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal("attachment", file.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(Picture.Length, file.Response.Content.Headers.ContentLength);
        Assert.Contains("A file was opened", (await vetter.GetAsync($"/vetters/cases/{demo.Reference}/captures")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await vetter.GetAsync($"/vetters/cases/{demo.Reference}/captures/c9/file")).Status);

        await DoneAsync(vetter, $"/vetters/cases/{demo.Reference}/captures/review", new() { ["Form.LookedFor"] = "DEMO name", ["Form.Found"] = "DEMO one", ["Form.NotFound"] = "nothing" });
        Assert.Equal(1, (await host.FileAsync(demo.Id)).Vetting.OpenSourceReviews.Latest()!.Captures);
    }

    [Theory]
    [InlineData("page.html", "<!DOCTYPE html><script>alert(1)</script>", "It was not kept")]
    [InlineData("shot.png", "#!/bin/sh\nrm -rf /", "It was not kept")]
    [InlineData("shot.zip", "PK\u0003\u0004archive", "It was not kept")]
    [InlineData("shot.png", "", "It was not kept")]
    [InlineData(null, null, "Add the file of the capture")]
    public async Task Capture_HostileEmptyOrNoFile_IsRefusedInWords(string? name, string? content, string words)
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        var answer = await SendAsync(vetter, demo.Reference, Answers(), name, content is null ? null : System.Text.Encoding.UTF8.GetBytes(content));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.Empty((await host.FileAsync(demo.Id)).Vetting.Captures);
    }

    [Theory]
    [InlineData("Form.NoContact", "False", "promises")]
    [InlineData("Form.NoFriendRequest", "False", "promises")]
    [InlineData("Form.NoFaceUpload", "False", "promises")]
    [InlineData("Form.Address", "file:///etc/passwd", "http")]
    [InlineData("Form.At", "25:99", "hour and minute")]
    [InlineData("Form.TimeZone", "Mars/Base", "clock of the place")]
    [InlineData("Form.On.Year", "2090", "future")]
    [InlineData("Form.Subject", "99", "")]
    public async Task Capture_WrongAnswer_IsRefusedInWords(string field, string value, string words)
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        var answers = Answers();
        answers[field] = value;
        var answer = await SendAsync(vetter, demo.Reference, answers, "shot.png", Picture);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(words, answer.Text, StringComparison.Ordinal);
        Assert.Empty((await host.FileAsync(demo.Id)).Vetting.Captures);
    }

    [Fact]
    public async Task Capture_NullByteOrLongText_IsRefused()
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        foreach (var field in new[] { "Form.Shows", "Form.CounterReading", "Form.FirstAppearance", "Form.Address" })
        {
            foreach (var (text, expected) in new[] { ("a\0b", HttpStatusCode.BadRequest), (new string('x', 30_000), HttpStatusCode.UnprocessableEntity), (new string('x', 1024 * 1024), HttpStatusCode.RequestEntityTooLarge) })
            {
                var answers = Answers();
                answers[field] = text;
                Assert.Equal(expected, (await SendAsync(vetter, demo.Reference, answers, "shot.png", Picture)).Status);
            }
        }

        Assert.Empty((await host.FileAsync(demo.Id)).Vetting.Captures);
    }

    [Fact]
    public async Task Finding_LongTexts_AreRefusedAndKeptOnThePage()
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        var megabyte = new string('x', 1024 * 1024);
        foreach (var path in new[] { "finding", "finding/settle", "voluntariness", "captures/review" })
        {
            var page = await vetter.GetAsync($"/vetters/cases/{demo.Reference}/{path}");
            foreach (var name in page.Document.QuerySelectorAll("main form textarea").Select(t => t.GetAttribute("name")!))
            {
                var answer = await vetter.SubmitAsync(page, new() { [name] = megabyte });
                Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{path} {name}: {answer.Status}");
                Assert.Contains("longer than", answer.Text, StringComparison.Ordinal);
                Assert.Contains(megabyte, answer.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Finding_IsAnsweredNotEdited()
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        var vetter = await host.SignInAsync(host.Crew.Vetter);
        string url = $"/vetters/cases/{demo.Reference}";
        var card = new Dictionary<string, string>
        {
            ["Form.Kind"] = "Infiltration", ["Form.Pattern"] = "CoachedText", ["Form.Claim"] = "DEMO same words", ["Form.Source"] = "DEMO", ["Form.Reliability"] = "C", ["Form.Credibility"] = "4",
            ["Form.CounterEvidence"] = "DEMO none", ["Form.Concern"] = "True",
        };
        var bare = await vetter.SubmitAsync(await vetter.GetAsync(url + "/finding"), card);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.Status);
        Assert.Contains("harmless explanations", bare.Text, StringComparison.Ordinal);
        card["Form.Innocent"] = "DEMO told often";
        await DoneAsync(vetter, url + "/finding", card);
        Assert.Contains("F1. Infiltration", (await vetter.GetAsync(url)).Text, StringComparison.Ordinal);
        await DoneAsync(vetter, url + "/finding/settle?card=F1", new() { ["Form.Finding"] = "F1", ["Form.Standing"] = "Withdrawn", ["Form.Reason"] = "DEMO mistaken" });
        var file = await host.FileAsync(demo.Id);
        Assert.Equal("C4", file.Vetting.Findings.Latest()!.Grade);
        Assert.Empty(FindingRules.OpenConcerns(file.Vetting));
        Assert.Contains("DEMO mistaken", (await vetter.GetAsync(url)).Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Answers() => new()
    {
        ["Form.NoContact"] = "True", ["Form.NoFriendRequest"] = "True", ["Form.NoFaceUpload"] = "True", ["Form.Subject"] = "UnitChannel", ["Form.Address"] = "https://example.org/channel",
        ["Form.On.Day"] = "1", ["Form.On.Month"] = "7", ["Form.On.Year"] = "2025", ["Form.At"] = "14:30", ["Form.TimeZone"] = "Europe/Paris", ["Form.Method"] = "Screenshot", ["Form.Shows"] = "DEMO", ["Form.CounterReading"] = "DEMO",
    };

    private static async Task<Page> SendAsync(Visitor visitor, string reference, Dictionary<string, string> answers, string? name, byte[]? content)
    {
        string path = $"/vetters/cases/{reference}/captures/new";
        var page = await visitor.GetAsync(path);
        foreach (var hidden in page.Document.QuerySelectorAll("main form input[type=hidden]"))
        {
            answers.TryAdd(hidden.GetAttribute("name")!, hidden.GetAttribute("value") ?? "");
        }

        // A browser sends the fields in the order of the page: the file stands last.
        using var body = new MultipartFormDataContent();
        foreach (var (key, value) in answers)
        {
            body.Add(new StringContent(value), key);
        }

        var part = new ByteArrayContent(content ?? []);
        part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"File\"; filename=\"{name}\"");
        body.Add(part);
        return await Page.OfAsync(await visitor.Client.PostAsync(path, body));
    }

    private static async Task DoneAsync(Visitor visitor, string path, Dictionary<string, string> answers)
    {
        var done = await visitor.SubmitAsync(await visitor.GetAsync(path), answers);
        Assert.True(done.Status == HttpStatusCode.Redirect, $"{path} answered {done.Status}: {done.Document.QuerySelector(".error-summary")?.TextContent}");
    }
}
