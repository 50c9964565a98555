using System.Net;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using HumanitarianEntry.WebTests.Shell;
using Xunit;

namespace HumanitarianEntry.WebTests.Applicants;

/// <summary>The receipt of what was allowed, and what no form may carry.</summary>
public sealed class ReceiptPageTests(CaseHost host) : IClassFixture<CaseHost>
{
    [Fact]
    public async Task Get_Receipt_ShowsReferencePurposesAndEndAndNoName()
    {
        var (demo, visitor) = await AtAsync();
        await visitor.SubmitAsync(await visitor.GetAsync("/applicants/permissions/4"), new() { ["Answer"] = "yes" });
        var consent = (await host.FileAsync(demo.Id)).ConsentFor(ConsentPurpose.Submit, "FR")!.Consent;
        Assert.Equal(DateOnly.FromDateTime(DateTime.UtcNow).AddMonths(6), consent.ExpiresOn);
        var page = await visitor.GetAsync("/applicants/permissions/receipt");
        Assert.Contains(demo.Reference, page.Text, StringComparison.Ordinal);
        Assert.Contains("With a signature", page.Text, StringComparison.Ordinal);
        Assert.Contains(consent.TextVersion, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Демо", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/applicants/messages", "Text")]
    [InlineData("/applicants/requests/new/1", "Words")]
    public async Task Post_NullByte_IsRefusedInWords(string path, string field)
    {
        var (_, visitor) = await AtAsync();
        var page = await visitor.SubmitAsync(await visitor.GetAsync(path), new() { [field] = "DEMO\0DEMO" });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.True(page.Text.Contains("sign that no text can hold", StringComparison.Ordinal), page.Text);
    }

    [Fact]
    public async Task Post_NullByteByStaffOrInAnAddress_IsRefusedInWords()
    {
        var (demo, _) = await AtAsync();
        var desk = await host.SignInAsync(demo.Crew.Coordinator);
        var form = await desk.GetAsync($"/coordinators/cases/{demo.Reference}/messages");
        var page = await desk.SubmitAsync(form, new() { ["Form.Text"] = "DEMO\0" });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotEmpty(page.Heading);
    }

    private async Task<(DemoCase Demo, Visitor Visitor)> AtAsync()
    {
        var demo = await host.CaseAtAsync(Gate.Identity);
        var visitor = await host.SignInAsApplicantAsync(demo.Id);
        visitor.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return (demo, visitor);
    }
}
