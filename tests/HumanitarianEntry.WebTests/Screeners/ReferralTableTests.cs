using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

/// <summary>Many referrals at once: looked through without opening anything, then taken once.</summary>
public sealed class ReferralTableTests(CaseHost host) : IClassFixture<CaseHost>
{
    private const string Head = "number,pseudonym,country,channel,handle,reason,stay_ends_on,in_detention,wanted,family_size,papers\n";

    static ReferralTableTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task Table_WrongPerson_IsRefused()
    {
        Assert.StartsWith("/sign-in", (await host.NewVisitor().GetAsync("/screeners/referrals/table")).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Screener)).GetAsync("/screeners/referrals/table")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(host.Crew.Vetter)).GetAsync("/screeners/referrals/table/file")).Status);
        var intake = await host.SignInAsync(host.Crew.Intake);
        var kept = (IHtmlInputElement)(await CheckAsync(intake, Bytes(Head + Line("W1")))).Document.QuerySelector("input[name=table]")!;
        var outsider = await host.SignInAsync(host.Crew.Outsider);
        var form = await outsider.GetAsync("/screeners/referrals/table");
        var stolen = await outsider.SubmitAsync(form, new() { ["table"] = kept.Value, ["programme"] = "fr-ple-kz" }, to: "/screeners/referrals/table/take");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stolen.Status);
        Assert.Equal(0, await CasesOfAsync("W1"));
    }

    [Theory]
    [InlineData("utf-8", ',')]
    [InlineData("utf-16", ';')]
    [InlineData("utf-16BE", '\t')]
    [InlineData("windows-1251", ';')]
    public async Task Table_InAnyEncoding_IsTakenOnceAndOnlyAfterAYes(string encoding, char separator)
    {
        var before = await AllAsync();
        var intake = await host.SignInAsync(host.Crew.Intake);
        var name = $"{encoding}{(int)separator}";
        var text = (Head + Line($"{name}-1") + Line($"{name}-2", detained: "да") + Line($"{name}-3", country: "Казахстан")).Replace(',', separator);
        var encoded = Encoding.GetEncoding(encoding);
        byte[] file = [.. encoded.GetPreamble(), .. encoded.GetBytes(text)];
        var looked = await CheckAsync(intake, file);
        Assert.Equal("2 lines can be taken", looked.Heading);
        Assert.Contains("country has two letters", looked.Document.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("4", looked.Document.QuerySelector("tbody td")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(before, await AllAsync());

        Assert.Equal("2 cases opened", (await intake.SubmitAsync(looked, [])).Heading);
        Assert.Equal(before + 2, await AllAsync());
        var again = await intake.SubmitAsync(await CheckAsync(intake, file), []);
        Assert.Equal("0 cases opened", again.Heading);
        Assert.Contains("2 lines had been taken on before", again.Text, StringComparison.Ordinal);
        Assert.Equal(before + 2, await AllAsync());
        await using var db = host.Services.GetRequiredService<CaseDatabase>().CreateDbContext();
        Assert.True(await db.Cases.AnyAsync(c => c.Priority == nameof(Priority.Emergency)));
        Assert.False(await db.FormDrafts.AnyAsync(d => d.Key == "referrals/" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file))));
    }

    [Theory]
    [InlineData("", "Choose the file")]
    [InlineData("number,pseudonym\n1,a\n", "column 'country' is missing")]
    [InlineData("number,pseudonym,country,channel,reason,password\n1,a,KZ,signal,x,y\n", "column 'password'")]
    [InlineData("number,number,pseudonym,country,channel,reason\n", "holds no people")]
    [InlineData("number,pseudonym,country,channel,reason\n", "holds no people")]
    [InlineData("\u0000\u0001\u0002", "Choose the file with text", true)]
    public async Task Table_ThatCannotBeRead_SaysWhy(string text, string words, bool binary = false)
    {
        var intake = await host.SignInAsync(host.Crew.Intake);
        var refused = await CheckAsync(intake, binary ? [0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 1] : Bytes(text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(binary || refused.Document.QuerySelector(".error-summary")!.TextContent.Contains(words, StringComparison.Ordinal), refused.Text);
        Assert.NotEmpty(refused.Document.QuerySelector(".error-summary")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("B1,,KZ,signal,@x.invalid,why,,,,,", "pseudonym is empty")]
    [InlineData("B1,Гость,KZ,pigeon,@x.invalid,why,,,,,", "channel is one of")]
    [InlineData("B1,Гость,KZ,signal,,why,,,,,", "handle is needed")]
    [InlineData("B1,Гость,KZ,signal,@x.invalid,why,31.02.2026,,,,", "stay_ends_on is a date")]
    [InlineData("B1,Гость,KZ,signal,@x.invalid,why,,perhaps,,,", "in_detention is yes or no")]
    [InlineData("B1,Гость,KZ,signal,@x.invalid,why,,,,0,", "family_size is a number")]
    [InlineData("B1,Гость,KZ,signal,@x.invalid,why,,,,,,,", "13 cells, but 11 columns")]
    [InlineData("B1,\"Гость,KZ,signal,@x.invalid,why,,,,,", "quotation mark")]
    public async Task Line_ThatIsWrong_IsNamedWithItsNumberAndTheOthersStay(string line, string words)
    {
        var looked = await CheckAsync(await host.SignInAsync(host.Crew.Intake), Bytes(Head + Line("good") + Line("good") + line + "\n"));
        Assert.Equal("1 line can be taken", looked.Heading);
        var rows = looked.Document.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Contains(rows, r => r.StartsWith('3') && r.Contains("number good stands in line 2 already", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith('4') && r.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Table_Example_IsItselfATableThatCanBeTaken()
    {
        var intake = await host.SignInAsync(host.Crew.Intake);
        var example = await intake.Client.GetByteArrayAsync("/screeners/referrals/table/file");
        Assert.Equal("1 line can be taken", (await CheckAsync(intake, example)).Heading);
    }

    private static string Line(string number, string country = "KZ", string detained = "no") => $"{number},Гость (DEMO),{country},signal,@demo.invalid,Отказ (DEMO),2026-12,{detained},unknown,1,internal-passport|other\n";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<Page> CheckAsync(Visitor intake, byte[] file)
    {
        var form = await intake.GetAsync("/screeners/referrals/table");
        var table = new ByteArrayContent(file);
        table.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var content = new MultipartFormDataContent
        {
            { new StringContent(((IHtmlInputElement)form.Document.QuerySelector("main input[name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
            { new StringContent("fr-ple-kz"), "programme" },
            { table, "file", "people.csv" },
        };
        return await Page.OfAsync(await intake.Client.PostAsync("/screeners/referrals/table", content));
    }

    private async Task<int> AllAsync()
    {
        await using var db = host.Services.GetRequiredService<CaseDatabase>().CreateDbContext();
        return await db.Cases.CountAsync();
    }

    private async Task<int> CasesOfAsync(string number)
    {
        await using var db = host.Services.GetRequiredService<CaseDatabase>().CreateDbContext();
        return await db.Acts.CountAsync(a => a.Key == number);
    }
}
