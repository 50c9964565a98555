using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Web.Screeners.InterviewPacks;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

/// <summary>The pack for an interview without network: what leaves tells nothing, what comes back is taken whole or not at all.</summary>
public sealed partial class InterviewPackTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Words = "demo-words-that-lock-it";

    [Fact]
    public async Task Pack_WrongPerson_IsRefused()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        foreach (var person in new[] { host.Crew.Vetter, host.Crew.Outsider, host.Crew.Intake })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(person)).GetAsync(UrlOf(demo, ""))).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(person)).GetAsync(UrlOf(demo, "/import"))).Status);
        }
    }

    [Fact]
    public async Task Pack_HandedOut_HoldsNothingOfTheCaseInTheClear()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        var screener = await host.SignInAsync(host.Crew.Screener);
        var page = await PackAsync(screener, demo);
        Assert.DoesNotContain(demo.Reference, page, StringComparison.Ordinal);
        Assert.DoesNotContain(demo.Id.ToString("N"), page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Words, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Украин", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        using var inside = JsonDocument.Parse(Inside(page, Words));
        Assert.Equal(Questionnaire.Current.Questions.Count, inside.RootElement.GetProperty("questions").GetArrayLength());
        Assert.ThrowsAny<CryptographicException>(() => Inside(page, "other-words-that-lock-it"));

        var weak = await screener.SubmitAsync(await screener.GetAsync(UrlOf(demo, "")), new() { ["words"] = "short", ["language"] = "ru" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, weak.Status);
    }

    [Fact]
    public async Task Import_WhatWasWritten_WaitsOnTheQuestionPagesAndIsStoredByAPerson()
    {
        var demo = await host.CaseAtAsync(Gate.Interview);
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new StartInterview(InterviewMode.InPerson, "ru"));
        await host.ActAsync(host.Crew.Screener.Actor, demo.Id, new RecordAnswers([new GivenAnswer("D1", "on record")]));
        var screener = await host.SignInAsync(host.Crew.Screener);
        var page = await PackAsync(screener, demo);
        var file = Written(page, new { answers = new[] { new { code = "D1", value = "written there", verbatim = "там", trigger = false }, new { code = "E1", value = "yes", verbatim = "да", trigger = true }, new { code = "E2", value = " ", verbatim = "", trigger = false } }, narrative = "Рассказ (ДЕМО)" });
        for (var twice = 0; twice < 2; twice++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await ImportAsync(screener, demo, file)).Status);
        }

        Assert.Single((await host.FileAsync(demo.Id)).Interview.Answers);
        var service = await screener.GetAsync($"/screeners/cases/{demo.Reference}/interview/questions/e");
        Assert.Equal("yes", service.Document.QuerySelector("#q-E1")!.Closest("section")!.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>().First().Value.Trim());
        Assert.Contains("Рассказ (ДЕМО)", (await screener.GetAsync($"/screeners/cases/{demo.Reference}/interview/statement")).Text, StringComparison.Ordinal);
        var saved = await screener.SubmitAsync(service, new() { [NameOf(service, "E1", "Value")] = "yes", [NameOf(service, "E1", "Verbatim")] = "да", [NameOf(service, "E1", "Trigger")] = "True", ["go"] = "stay" });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.True((await host.FileAsync(demo.Id)).Interview.AnswerTo("E1")!.Trigger);
    }

    [Fact]
    public async Task Import_FileOfAnotherCaseChangedOrStrange_IsRefusedWholeWithWords()
    {
        var (demo, other) = (await host.CaseAtAsync(Gate.Interview), await host.CaseAtAsync(Gate.Interview));
        var screener = await host.SignInAsync(host.Crew.Screener);
        var good = Written(await PackAsync(screener, demo), new { answers = new[] { new { code = "A1", value = "x", verbatim = "", trigger = false } }, narrative = "" });
        var page = await PackAsync(screener, demo);
        var changed = JsonNode.Parse(good)!.AsObject();
        var data = Convert.FromBase64String(changed["data"]!.GetValue<string>());
        data[20] ^= 1;
        changed["data"] = Convert.ToBase64String(data);
        (string Words, byte[] File)[] bad =
        [
            ("changed", Encoding.UTF8.GetBytes(changed.ToJsonString())),
            ("changed", Written(page, new { answers = new[] { new { code = "Z9", value = "x", verbatim = "", trigger = false } }, narrative = "" })),
            ("changed", Written(page, new { answers = (object?)null, narrative = "" })),
            ("longer than", Written(page, new { answers = new[] { new { code = "A1", value = new string('x', RecordAnswers.MaxLength + 1), verbatim = "", trigger = false } }, narrative = "" })),
            ("not a file", Encoding.UTF8.GetBytes(page)),
            ("not a file", [0xFF, 0xD8, 0xFF, 0, 0]),
            ("not a file", Encoding.UTF8.GetBytes("null")),
            ("Choose", []),
        ];
        foreach (var (words, file) in bad)
        {
            var refused = await ImportAsync(screener, demo, file);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(words, refused.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Contains("another case", (await ImportAsync(screener, other, good)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not stored yet", (await screener.GetAsync($"/screeners/cases/{demo.Reference}/interview/questions/a")).Text, StringComparison.Ordinal);
    }

    private static string UrlOf(DemoCase demo, string page) => $"/screeners/cases/{demo.Reference}/interview/pack{page}";

    private static string NameOf(Page page, string code, string field) => page.Document.QuerySelector($"#q-{code}")!.Closest("section")!.QuerySelector($"[name$={field}]")!.GetAttribute("name")!;

    private static async Task<string> PackAsync(Visitor screener, DemoCase demo)
    {
        var made = await screener.SubmitAsync(await screener.GetAsync(UrlOf(demo, "")), new() { ["words"] = Words, ["language"] = "ru" });
        Assert.Equal("application/octet-stream", made.Response.Content.Headers.ContentType!.MediaType);
        Assert.Matches("^form-[0-9a-f]{6}.html$", made.Response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        return await made.Response.Content.ReadAsStringAsync();
    }

    private static async Task<Page> ImportAsync(Visitor screener, DemoCase demo, byte[] file)
    {
        var form = await screener.GetAsync(UrlOf(demo, "/import"));
        using var content = new MultipartFormDataContent
        {
            { new StringContent(((IHtmlInputElement)form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
            { new ByteArrayContent(file), "file", "form.sealed" },
        };
        return await Page.OfAsync(await screener.Client.PostAsync(UrlOf(demo, "/import"), content));
    }

    private static JsonObject Parts(string page) => JsonNode.Parse(PackLine().Match(page).Groups["json"].Value)!.AsObject();

    private static byte[] Inside(string page, string words)
    {
        var parts = Parts(page);
        var key = Rfc2898DeriveBytes.Pbkdf2(words, Convert.FromBase64String(parts["salt"]!.GetValue<string>()), parts["rounds"]!.GetValue<int>(), HashAlgorithmName.SHA256, 32);
        return SealedPack.Unlock(key, Convert.FromBase64String(parts["locked"]!.GetValue<string>()), parts["id"]!.GetValue<string>());
    }

    /// <summary>What the pack's page saves.</summary>
    private static byte[] Written(string page, object content)
    {
        using var inside = JsonDocument.Parse(Inside(page, Words));
        using var rsa = RSA.Create();
        rsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(inside.RootElement.GetProperty("seal").GetString()!), out _);
        var (key, id) = (RandomNumberGenerator.GetBytes(32), Parts(page)["id"]!.GetValue<string>());
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            pack = id,
            key = Convert.ToBase64String(rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256)),
            data = Convert.ToBase64String(SealedPack.Lock(key, JsonSerializer.SerializeToUtf8Bytes(content), id)),
        });
    }

    [GeneratedRegex("const pack = (?<json>\\{.*\\});", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PackLine();
}
