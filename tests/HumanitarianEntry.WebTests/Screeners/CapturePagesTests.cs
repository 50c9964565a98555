using System.Net;
using System.Text;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

/// <summary>A captured page as it is handed in, stated and shown: as words, never as a page.</summary>
public sealed class CapturePagesTests(ExaminedFilePagesTests.WithoutScanner host) : IClassFixture<ExaminedFilePagesTests.WithoutScanner>
{
    private const string Page = "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://demo.invalid/post/1?token=DEMO-SECRET \n saved date: Sun Mar 05 2023 17:30:00 GMT+0500 (DEMO)\n--><title>A <script>alert('title')</script> title</title><body onload=alert(1)><p>Visible words</p><img src=https://demo.invalid/track.png><script>alert('inside')</script>";

    [Fact]
    public async Task Statement_OtherRolesAndUnknownItems_FindNoPage()
    {
        var (demo, url) = await WithFileAsync(Encoding.UTF8.GetBytes(Page), "page.html");
        foreach (var stranger in new[] { demo.Crew.Vetter, demo.Crew.DossierOfficer, demo.Crew.Coordinator })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(stranger)).GetAsync(url + "/e1/capture")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Custodian)).GetAsync(url + "/e9/capture")).Status);
    }

    [Fact]
    public async Task SavedPage_OnItsItem_IsWordsAndNothingElse()
    {
        var (demo, url) = await WithFileAsync(Encoding.UTF8.GetBytes(Page), "page.html");
        var custodian = await host.SignInAsync(demo.Crew.Custodian);
        var page = await custodian.GetAsync(url + "/e1");
        Assert.Contains("https://demo.invalid/post/1?token=DEMO-SECRET", page.Text, StringComparison.Ordinal);
        Assert.Contains("Never open the original in a browser that is connected", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main [href*='demo.invalid'], main [src*='demo.invalid'], main script, main img, main iframe"));
        Assert.DoesNotContain("Visible words", page.Text, StringComparison.Ordinal);

        using var original = await custodian.Client.GetAsync(url + "/e1/file");
        Assert.Equal(("application/octet-stream", "attachment"), (original.Content.Headers.ContentType!.MediaType, original.Content.Headers.ContentDisposition!.DispositionType));
        using var copy = await custodian.Client.GetAsync(url + "/e1/copy/file");
        var text = await copy.Content.ReadAsStringAsync();
        Assert.Contains("Visible words", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMO-SECRET", text, StringComparison.Ordinal);
        Assert.DoesNotContain("alert('inside')", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Statement_ThatDiffersFromTheFile_IsTakenAndShown()
    {
        var (demo, url) = await WithFileAsync(Encoding.UTF8.GetBytes(Page), "page.html");
        var custodian = await host.SignInAsync(demo.Crew.Custodian);
        var form = await custodian.GetAsync(url + "/e1/capture");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await custodian.SubmitAsync(form, new() { ["Form.Url"] = "https://demo.invalid/post/2" })).Status);
        var halfTyped = await custodian.SubmitAsync(form, new() { ["Form.Capture.Method"] = "SavedPage", ["Form.Capture.On.Day"] = "7", ["Form.Capture.On.Month"] = "3", ["Form.Capture.On.Year"] = "2023", ["Form.Url"] = "https://demo.invalid/typed" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, halfTyped.Status);
        Assert.Contains("https://demo.invalid/typed", halfTyped.Document.QuerySelector("input[name='Form.Url']")!.GetAttribute("value"), StringComparison.Ordinal);

        var done = await custodian.SubmitAsync(form, new()
        {
            ["Form.Capture.Method"] = "SavedPage", ["Form.Url"] = "https://demo.invalid/post/2", ["Form.Capture.On.Day"] = "7", ["Form.Capture.On.Month"] = "3", ["Form.Capture.On.Year"] = "2023",
            ["Form.Capture.At"] = "14.30", ["Form.Capture.TimeZone"] = "Asia/Almaty", ["Form.Capture.ArchivedUrl"] = "https://archive.invalid/kept",
        });
        Assert.Equal((HttpStatusCode.Redirect, url + "/e1"), (done.Status, done.Location));
        var page = await custodian.GetAsync(url + "/e1");
        Assert.Contains("The file says another address than was stated.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The file says another time than was stated", page.Text, StringComparison.Ordinal);
        Assert.Contains("https://archive.invalid/kept", page.Text, StringComparison.Ordinal);
        Assert.Contains("its file says another address or time than was stated", page.Text, StringComparison.Ordinal);
        var stated = (await host.FileAsync(demo.Id)).Evidence.Captures[^1].Value;
        Assert.Equal((CaptureMethod.SavedPage, new DateTimeOffset(2023, 3, 7, 8, 30, 0, TimeSpan.Zero)), (stated.Method, stated.At!.Value));
    }

    [Fact]
    public async Task Screenshot_WithoutAddressOrTime_IsNotTakenAndNothingTypedIsLost()
    {
        var (demo, url) = await WithFileAsync("DEMO"u8.ToArray(), "note.txt");
        var custodian = await host.SignInAsync(demo.Crew.Custodian);
        var form = await custodian.GetAsync(url + "/e1/capture");
        var refused = await custodian.SubmitAsync(form, new() { ["Form.Capture.Method"] = "Screenshot", ["Form.Capture.ArchivedUrl"] = "https://archive.invalid/kept" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Write the address of what was captured.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Write the day and time of the capture.", refused.Text, StringComparison.Ordinal);
        Assert.Equal("https://archive.invalid/kept", refused.Document.QuerySelector("input[name='Form.Capture.ArchivedUrl']")!.GetAttribute("value"));
        Assert.Empty((await host.FileAsync(demo.Id)).Evidence.Captures);
    }

    private async Task<(DemoCase Demo, string Url)> WithFileAsync(byte[] content, string name)
    {
        var demo = await host.CaseAtAsync(Gate.Evidence);
        using var stream = new MemoryStream(content);
        var file = await host.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, stream, name, CancellationToken.None);
        await host.ActAsync(demo.Crew.Custodian.As(Role.EvidenceCustodian), demo.Id, new AddEvidence(EvidenceType.MediaInterview, "DEMO", "applicant") { File = file });
        await host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
        return (demo, $"/screeners/cases/{demo.Reference}/evidence");
    }
}
