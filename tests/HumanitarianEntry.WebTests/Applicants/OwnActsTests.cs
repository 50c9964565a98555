using System.Net;
using System.Security.Cryptography;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Messages;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Applicants;

/// <summary>What the person does in his own space really happens to his case, once.</summary>
public sealed class OwnActsTests(CaseHost host) : IClassFixture<CaseHost>
{
    private static readonly byte[] Paper = [.. "%PDF-1.4 DEMO"u8];

    [Fact]
    public async Task Post_Message_IsStoredOnceAndShown()
    {
        var (demo, visitor) = await AtAsync(Gate.Identity);
        await host.ActAsync(demo.Crew.Screener.Actor, demo.Id, new SendMessage("DEMO answer of ours"));
        Assert.Equal("/applicants/messages", (await visitor.GetAsync("/applicants")).Document.QuerySelector("main a.button")?.GetAttribute("href"));
        var form = await visitor.GetAsync("/applicants/messages");
        Assert.Contains("DEMO answer of ours", form.Text, StringComparison.Ordinal);
        await visitor.SubmitAsync(form, new() { ["Text"] = "ДЕМО: вопрос" });
        await visitor.SubmitAsync(form, new() { ["Text"] = "ДЕМО: вопрос" });

        Assert.Single((await host.FileAsync(demo.Id)).Contact.Messages, m => m.Value is { FromApplicant: true, Text: "ДЕМО: вопрос" });
        Assert.Contains("ДЕМО: вопрос", (await visitor.GetAsync("/applicants/messages")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_EmptyMessage_IsShownAgainInHisLanguage()
    {
        var (_, visitor) = await AtAsync(Gate.Identity);
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/applicants/messages"), new() { ["Text"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("Write the message first", page.Document.QuerySelector(".error-summary")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_PermissionTakenBack_BlocksAtOnce()
    {
        var (demo, visitor) = await AtAsync(Gate.Identity);
        var page = await visitor.SubmitAsync(await visitor.GetAsync("/applicants/permissions/4"), new() { ["Answer"] = "no" });
        Assert.Equal("/applicants/permissions", page.Location);
        var consent = (await host.FileAsync(demo.Id)).ConsentFor(ConsentPurpose.Submit, "FR");
        Assert.Equal((ConsentStatus.Withdrawn, ConsentMethod.InSecureSpace), (consent!.Consent.Status, consent.Consent.Method));

        await visitor.SubmitAsync(await visitor.GetAsync("/applicants/permissions/6"), new() { ["Answer"] = "no" });
        Assert.Equal(ConsentStatus.Refused, (await host.FileAsync(demo.Id)).ConsentFor(ConsentPurpose.Media)!.Consent.Status);
    }

    [Fact]
    public async Task Post_File_IsReceivedAndTheReceiptShowsItsHash()
    {
        var (demo, visitor) = await AtAsync(Gate.Identity);
        Assert.Equal("/applicants/things", (await UploadAsync(visitor, "demo.pdf", Paper)).Location);
        var item = Assert.Single((await host.FileAsync(demo.Id)).Evidence.Items).Value;
        string hash = Convert.ToHexStringLower(SHA256.HashData(Paper));
        Assert.Equal((hash, "2022-03"), (item.File!.Sha256, item.ClaimedOn!.Value.ToString()));
        Assert.Contains(hash, (await visitor.GetAsync("/applicants/things")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo.jpg", "says JPEG, but the content is PDF")]
    [InlineData("", "Choose a file or write a link")]
    public async Task Post_FileThatIsNotTaken_SaysSoAndKeepsTheRest(string name, string words)
    {
        var (demo, visitor) = await AtAsync(Gate.Identity);
        var page = await UploadAsync(visitor, name, name.Length == 0 ? [] : Paper);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(words, page.Document.QuerySelector(".error-summary")?.TextContent, StringComparison.Ordinal);
        Assert.Equal("DEMO paper", page.Document.QuerySelector("input[name=Title]")?.GetAttribute("value"));
        Assert.Empty((await host.FileAsync(demo.Id)).Evidence.Items);
    }

    [Fact]
    public async Task Post_FileTooLarge_SaysHowLargeItMayBe()
    {
        var (_, visitor) = await AtAsync(Gate.Identity);
        var page = await UploadAsync(visitor, "demo.pdf", new byte[(20 * 1024 * 1024) + 1]);
        Assert.Contains("larger than 20 MB", page.Document.QuerySelector(".error-summary")?.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await UploadAsync(visitor, "demo.pdf", new byte[25 * 1024 * 1024])).Status);
    }

    [Fact]
    public async Task Post_FileBeforeConsent_StoresNothing()
    {
        var (demo, visitor) = await AtAsync(Gate.Consent);
        var page = await UploadAsync(visitor, "demo.pdf", Paper);
        Assert.Contains("First allow us to keep", page.Text, StringComparison.Ordinal);
        await using var db = host.Cases.CreateDbContext();
        Assert.Empty(db.StoredFiles.Where(f => f.CaseId == demo.Id));
    }

    [Fact]
    public async Task Post_Story_SignedIsKeptWithItsLanguage()
    {
        var (demo, visitor) = await AtAsync(Gate.Identity);
        await visitor.SubmitAsync(await visitor.GetAsync("/applicants/story"), new() { ["Text"] = "ДЕМО: я отказался.", ["Language"] = "ru", ["Sign"] = "yes" });
        var statement = Assert.Single((await host.FileAsync(demo.Id)).Interview.Statements).Value;
        Assert.Equal(("ru", "ДЕМО: я отказался.", true), (statement.Language, statement.Text, statement.Signed));
        Assert.Contains("ДЕМО: я отказался.", (await visitor.GetAsync("/applicants/story")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Stop_NeedsAClearYesAndEndsTheWork()
    {
        var (demo, visitor) = await AtAsync(Gate.Identity);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visitor.SubmitAsync(await visitor.GetAsync("/applicants/stop"), [])).Status);
        Assert.Equal("/applicants", (await visitor.SubmitAsync(await visitor.GetAsync("/applicants/stop"), new() { ["Sure"] = "yes" })).Location);
        Assert.Equal(CaseState.Withdrawn, (await host.FileAsync(demo.Id)).Position.State);
        Assert.Equal("Closed", (await visitor.GetAsync("/applicants")).Heading);
        Assert.Contains("has ended already", (await visitor.SubmitAsync(await visitor.GetAsync("/applicants/stop"), new() { ["Sure"] = "yes" })).Text, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.InternalServerError, (await visitor.SubmitAsync(await visitor.GetAsync("/applicants/help"), [])).Status);
    }

    [Fact]
    public async Task Post_Help_OpensTheEmergencyWithoutAnyAnswer()
    {
        var (demo, visitor) = await AtAsync(Gate.Identity);
        Assert.Equal("/applicants/help/called", (await visitor.SubmitAsync(await visitor.GetAsync("/applicants/help"), [])).Location);
        Assert.Equal(SidePath.Emergency, (await host.FileAsync(demo.Id)).Position.SidePath);
        Assert.Equal("Please contact us", (await visitor.GetAsync("/applicants")).Heading);
        Assert.Contains("We have your call already", (await visitor.SubmitAsync(await visitor.GetAsync("/applicants/help"), [])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SignOfLife_ExistsOnlyWhileItIsNeeded()
    {
        var (_, visitor) = await AtAsync(Gate.Identity);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/applicants/signal")).Status);
    }

    private async Task<(DemoCase Demo, Visitor Visitor)> AtAsync(Gate gate)
    {
        var demo = await host.CaseAtAsync(gate);
        var visitor = await host.SignInAsApplicantAsync(demo.Id);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return (demo, visitor);
    }

    private static async Task<Page> UploadAsync(Visitor visitor, string name, byte[] bytes)
    {
        var form = await visitor.GetAsync("/applicants/things/new");
        using var content = new MultipartFormDataContent();
        foreach (var hidden in form.Document.QuerySelectorAll("main form input[type=hidden]"))
            content.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        foreach (var (field, value) in new[] { ("Type", "PublicPost"), ("Title", "DEMO paper"), ("On.Year", "2022"), ("On.Month", "3") })
            content.Add(new StringContent(value), field);
        if (name.Length > 0)
            content.Add(new ByteArrayContent(bytes), "File", name);
        return await Page.OfAsync(await visitor.Client.PostAsync("/applicants/things", content));
    }
}
