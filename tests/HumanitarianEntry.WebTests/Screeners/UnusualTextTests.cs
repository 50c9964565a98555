using System.Diagnostics;
using System.Net;
using System.Text;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

/// <summary>What people really paste and type, through the real forms up to the words that can be read in the rendered dossier.</summary>
public sealed class UnusualTextTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Homoglyph = "Dеmov";
    private const string Arabic = "ديمو رفض القتال";
    private const string Hebrew = "דמו סירב";
    private const string Emoji = "😀👨‍👩‍👧";
    private const string Combining = "й ё á";
    private const string Stacked = "z̸̷̶͎͙͚̀́̂̃̄̅̆̇̈̉";
    private const string Turned = "left\u202Ethgir";

    [Fact]
    public async Task Name_HomoglyphOrUnseenSign_IsWarnedOfAndKeptAsTyped()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var screener = await host.SignInAsync(demo.Crew.Screener);
        var path = $"/screeners/cases/{demo.Reference}/identity/name";
        Dictionary<string, string> name = new() { ["Form.Kind"] = "Alias", ["Form.Script"] = "Latin", ["Form.Family"] = Homoglyph, ["Form.Given"] = "Pri\u200Bmer", ["Form.Source"] = "DEMO press" };

        var first = await screener.GetAsync(path);
        Assert.Null(first.Document.QuerySelector("[name='Form.AsTyped']"));
        var warned = await screener.SubmitAsync(first, name);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, warned.Status);
        Assert.Contains("look alike", warned.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nobody sees", warned.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Homoglyph, warned.Document.QuerySelector("[name='Form.Family']")!.GetAttribute("value"));
        Assert.Empty((await host.FileAsync(demo.Id)).Identity.Names);

        name["Form.AsTyped"] = "True";
        Assert.Equal($"/screeners/cases/{demo.Reference}", (await screener.SubmitAsync(warned, name)).Location);
        var kept = Assert.Single((await host.FileAsync(demo.Id)).Identity.Names).Value;
        Assert.Equal((Homoglyph, "Pri\u200Bmer"), (kept.Family, kept.Given));
        Assert.Contains("kept as typed", (await screener.GetAsync($"/screeners/cases/{demo.Reference}/identity")).Text, StringComparison.Ordinal);

        name["Form.Family"] = "De\0mov";
        var refused = await screener.SubmitAsync(await screener.GetAsync(path), name);
        Assert.Equal((HttpStatusCode.BadRequest, "We did not understand this request"), (refused.Status, refused.Heading));
        Assert.Single((await host.FileAsync(demo.Id)).Identity.Names);
    }

    [Theory]
    [InlineData("31", "2", "2024", "This month has no such day")]
    [InlineData("", "", "spring 2022", "could not read this answer")]
    [InlineData("", "13", "2024", "1 to 12")]
    [InlineData("5", "", "2024", "Write the month")]
    [InlineData("1", "1", "24", "four digits")]
    public async Task Birth_ImpossibleDate_IsExplainedAndKept(string day, string month, string year, string words)
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var screener = await host.SignInAsync(demo.Crew.Screener);
        var page = await screener.SubmitAsync(await screener.GetAsync($"/screeners/cases/{demo.Reference}/identity/birth"), Birth(day, month, year));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(words, page.Document.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("DEMO place", page.Document.QuerySelector("[name='Form.Place']")!.GetAttribute("value"));
        Assert.Equal(year, page.Document.QuerySelector("[name='Form.BornOn.Year']")!.GetAttribute("value"));
        Assert.Empty((await host.FileAsync(demo.Id)).Identity.Births);
    }

    [Theory]
    [InlineData("", "", "1998", "1998")]
    [InlineData("", "3", "1998", "1998-03")]
    [InlineData("29", "2", "2000", "2000-02-29")]
    public async Task Birth_PartialDate_IsKeptAsFarAsItIsKnown(string day, string month, string year, string stored)
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var screener = await host.SignInAsync(demo.Crew.Screener);
        await screener.SubmitAsync(await screener.GetAsync($"/screeners/cases/{demo.Reference}/identity/birth"), Birth(day, month, year));
        Assert.Equal(stored, Assert.Single((await host.FileAsync(demo.Id)).Identity.Births).Value.BornOn.ToString());
    }

    [Theory]
    [InlineData('x', HttpStatusCode.UnprocessableEntity, "The text is too long. Send it in two parts")]
    [InlineData('я', HttpStatusCode.RequestEntityTooLarge, "That is too much at once")]
    public async Task Story_OfAMegabyte_IsRefusedInWordsAndNothingIsStored(char sign, HttpStatusCode status, string words)
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var person = await host.SignInAsApplicantAsync(demo.Id);
        person.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var page = await person.SubmitAsync(await person.GetAsync("/applicants/story"), new() { ["Text"] = new string(sign, 1024 * 1024), ["Language"] = "ru", ["Sign"] = "yes" });
        Assert.Equal((status, words), (page.Status, page.Status == HttpStatusCode.UnprocessableEntity ? page.Document.QuerySelector(".error-summary a")?.TextContent : page.Heading));
        Assert.Empty((await host.FileAsync(demo.Id)).Interview.Statements);
    }

    [Fact]
    public async Task Dossier_FromUnusualTexts_IsRenderedAndReadable()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var screener = await host.SignInAsync(demo.Crew.Screener);
        Dictionary<string, string> name = new() { ["Form.Kind"] = "Alias", ["Form.Script"] = "Latin", ["Form.Family"] = Homoglyph, ["Form.Given"] = "Primer", ["Form.AsTyped"] = "True" };
        await screener.SubmitAsync(await screener.GetAsync($"/screeners/cases/{demo.Reference}/identity/name"), name);
        foreach (var gate in new[] { Gate.Identity, Gate.Interview })
        {
            await host.PassAsync(demo, gate);
        }

        var statement = await screener.SubmitAsync(await screener.GetAsync($"/screeners/cases/{demo.Reference}/interview/statement"), new()
        {
            ["Form.Language"] = "ru",
            ["Form.Text"] = $"ДЕМО: я отказался. {Arabic} {Hebrew} {Emoji} {Combining} {Stacked} {Turned} zero\u200Bwidth {string.Concat(Enumerable.Repeat("Ä", 3000))}",
            ["Form.Translation"] = $"DEMO: I refused. {Arabic} {Emoji} # * _ $x$ @a <b> \\ [x](y) `c` \"q\"",
            ["Form.TranslationLanguage"] = "en",
            ["Form.TranslatorFunction"] = "sworn translator",
            ["Form.Signed"] = "True",
        });
        Assert.True(statement.Status == HttpStatusCode.Redirect, statement.Text);
        var person = await host.SignInAsApplicantAsync(demo.Id);
        await person.SubmitAsync(await person.GetAsync("/applicants/story"), new() { ["Text"] = $"DEMO own story {Arabic} {Emoji}", ["Language"] = "other", ["Sign"] = "yes" });
        Assert.Equal(["DEMO own story", "ДЕМО: я отказался."], (await host.FileAsync(demo.Id)).Interview.Statements.TakeLast(2).Select(s => s.Value.Text[..(s.Value.Text.IndexOf(s.Value.Language == "ru" ? '.' : 'y', StringComparison.Ordinal) + 1)]).Order(StringComparer.Ordinal));
        await host.ReachDossierAsync(demo);

        // The search for the other name is done first: its result is a fact that the dossier names.
        await host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
        await host.ActAsync(demo.Crew.DossierOfficer.Actor, demo.Id, new MakeDossier("en", PostWalk.Recipient));
        await host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
        var dossier = (await host.FileAsync(demo.Id)).Dossier;
        Assert.SkipWhen(dossier.OpenTroubles.Exists(t => t.Value.Code == "renderer-missing"), "The dossier worker is not installed.");
        Assert.Empty(dossier.OpenTroubles.Select(t => t.Value.Code));
        var text = await TextOfAsync(demo, Assert.Single(dossier.Versions).FileId);

        string[] readable = ["DEMO: I refused.", "ДЕМО: я отказался.", "й ё á", Homoglyph, "leftthgir", "[U+202E]", "# * _ $x$", "<b>", "[x](y)", "DEMO own story", "from another language"];
        Assert.Equal([], readable.Where(r => !Squeeze(text).Contains(Squeeze(r.Replace("leftthgir", "left[U+202E]thgir", StringComparison.Ordinal)), StringComparison.Ordinal)));
        Assert.DoesNotContain('\0', text);
        Assert.DoesNotContain('\u202E', text);
    }

    private static Dictionary<string, string> Birth(string day, string month, string year) => new()
    {
        ["Form.BornOn.Day"] = day, ["Form.BornOn.Month"] = month, ["Form.BornOn.Year"] = year, ["Form.Sex"] = "M", ["Form.Nationalities"] = "RUS", ["Form.Place"] = "DEMO place",
    };

    private async Task<string> TextOfAsync(DemoCase demo, Guid fileId)
    {
        const string Reader = "/usr/bin/pdftotext";
        Assert.SkipUnless(File.Exists(Reader), "pdftotext is not installed (Debian package poppler-utils)");
        var opened = (await host.Services.GetRequiredService<CaseFiles>().OpenAsync(demo.Id, fileId, CancellationToken.None))!.Value;
        await using var content = opened.Content;
        using var reader = Process.Start(new ProcessStartInfo(Reader, ["-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 })!;
        var text = reader.StandardOutput.ReadToEndAsync();
        await content.CopyToAsync(reader.StandardInput.BaseStream);
        reader.StandardInput.Close();
        return await text;
    }

    private static string Squeeze(string text) => string.Join(' ', text.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
