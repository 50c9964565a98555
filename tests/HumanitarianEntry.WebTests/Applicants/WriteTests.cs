using System.Net;
using System.Text;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HumanitarianEntry.WebTests.Applicants;

/// <summary>First contact by the person himself, without an account.</summary>
public sealed class WriteTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static Dictionary<string, string> Answers => new()
    {
        ["Pseudonym"] = "Демо",
        ["Language"] = "ru",
        ["Country"] = "KZ",
        ["StayUntil.Month"] = "5",
        ["StayUntil.Year"] = "2027",
        ["Detained"] = "no",
        ["Papers"] = "internal-passport",
        ["Reason"] = "ДЕМО: я отказался воевать.\nВторая строка.",
        ["Channel"] = "SecureSpace",
    };

    [Theory]
    [InlineData("ru", "Напишите нам")]
    [InlineData("en", "Write to us")]
    [InlineData("fr", "Écrivez-nous")]
    [InlineData("de", "Schreiben Sie uns")]
    [InlineData("kk", "Бізге жазыңыз")]
    public async Task Get_Form_SpeaksTheLanguageAndWeighsLittle(string language, string heading)
    {
        var page = await Visitor(language).GetAsync("/write");
        Assert.Equal(heading, page.Heading);
        Assert.InRange(Encoding.UTF8.GetByteCount(page.Document.DocumentElement.OuterHtml), 500, 60_000);
        Assert.Contains("/write", (await Visitor(language).GetAsync("/")).Document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Post_Incomplete_IsShownAgainWithWhatWasTyped()
    {
        var visitor = Visitor("ru");
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/write"), new(Answers) { ["Reason"] = "", ["Channel"] = "Signal", ["StayUntil.Month"] = "13" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Демо", page.Document.QuerySelector("input[name=Pseudonym]")?.GetAttribute("value"));
        Assert.Contains("Месяц — число от 1 до 12", page.Text, StringComparison.Ordinal);
        Assert.True(page.Document.QuerySelectorAll(".error-summary li").Length >= 2);
    }

    [Fact]
    public async Task Post_SentTwice_OpensOneCaseAndShowsTheSameCodeThatOpensTheSpace()
    {
        var visitor = Visitor("ru");
        var check = await visitor.SubmitAsync(await visitor.GetAsync("/write"), Answers);
        Assert.Contains("Ещё ничего не отправлено", check.Text, StringComparison.Ordinal);
        Assert.Contains("май 2027", check.Text, StringComparison.OrdinalIgnoreCase);
        var first = await visitor.SubmitAsync(check, []);
        var second = await visitor.SubmitAsync(check, []);
        var shown = first.Document.QuerySelectorAll(".card .reference").Select(e => e.TextContent).ToList();
        Assert.Equal(6, shown.Count);
        Assert.Equal(shown, second.Document.QuerySelectorAll(".card .reference").Select(e => e.TextContent));

        await using var db = host.Cases.CreateDbContext();
        var row = await db.Cases.SingleAsync(c => c.Reference == shown[0]);
        Assert.Equal((CaseHost.Organisation, CaseHost.ProgrammeId, "KZ"), (row.OwningOrg, row.ProgrammeId, row.CountryOfStay));
        var facts = (await host.FileAsync(row.Id)).Contact.Referrals.Latest()!;
        Assert.Equal((ChannelKind.SecureSpace, "self", "2027-05"), (facts.Channel.Kind, facts.ReferredBy, facts.StayExpiresOn.ToString()));
        Assert.Equal("ДЕМО: я отказался воевать.\nВторая строка.", facts.Reason.ReplaceLineEndings("\n"));

        var inside = await visitor.SubmitAsync(await visitor.GetAsync("/enter"), new() { ["Reference"] = shown[0], ["Code"] = string.Join(' ', shown.Skip(1)) });
        Assert.Equal("/applicants", inside.Location);
        Assert.Equal("Получено", (await visitor.GetAsync("/applicants")).Heading);
    }

    [Fact]
    public async Task Post_ChangeFromTheCheck_BringsTheAnswersBack()
    {
        var visitor = Visitor("en");
        var check = await visitor.SubmitAsync(await visitor.GetAsync("/write"), Answers);
        var form = await visitor.SubmitAsync(check, [], "main form[action='/write/change']");
        Assert.Equal("KZ", form.Document.QuerySelector("select[name=Country] option[selected]")?.GetAttribute("value"));
        Assert.Equal("2027", form.Document.QuerySelector("input[name='StayUntil.Year']")?.GetAttribute("value"));
        Assert.Contains("Вторая строка.", form.Document.QuerySelector("textarea")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_HeldByThePolice_IsAnEmergencyInTheQueue()
    {
        var visitor = Visitor("en");
        var sent = await visitor.SubmitAsync(await visitor.SubmitAsync(await visitor.GetAsync("/write"), new(Answers) { ["Detained"] = "yes" }), []);
        string reference = sent.Document.QuerySelector(".card .reference")!.TextContent;
        await using var db = host.Cases.CreateDbContext();
        var row = await db.Cases.SingleAsync(c => c.Reference == reference);
        Assert.Equal((nameof(Priority.Emergency), nameof(CaseState.Referred)), (row.Priority, row.State));
    }

    [Theory]
    [InlineData("de")]
    [InlineData("kk")]
    public async Task Post_InALanguage_IsTheLanguageOfTheAnswers(string language)
    {
        var visitor = Visitor(language);
        var sent = await visitor.SubmitAsync(await visitor.SubmitAsync(await visitor.GetAsync("/write"), new(Answers) { ["Language"] = language }), []);
        string reference = sent.Document.QuerySelector(".card .reference")!.TextContent;
        await using var db = host.Cases.CreateDbContext();
        var row = await db.Cases.SingleAsync(c => c.Reference == reference);
        Assert.Equal(language, (await host.FileAsync(row.Id)).Contact.Referrals.Latest()!.Language);
    }

    [Fact]
    public async Task Post_LanguageNobodyOffers_IsRefused()
    {
        var visitor = Visitor("de");
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/write"), new(Answers) { ["Language"] = "xx" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Wir konnten diese Antwort nicht lesen", page.Text, StringComparison.Ordinal);
    }

    private Visitor Visitor(string language)
    {
        var visitor = host.NewVisitor();
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return visitor;
    }
}
