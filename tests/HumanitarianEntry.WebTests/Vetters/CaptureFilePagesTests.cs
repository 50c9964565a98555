using System.Net;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Architecture;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Vetters;

/// <summary>What the page of captures shows of their files, and what comes out of it.</summary>
public sealed class CaptureFilePagesTests(CaptureFilePagesTests.WithoutScanner host) : IClassFixture<CaptureFilePagesTests.WithoutScanner>
{
    private static readonly byte[] Picture = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "cases", "evidence", "channel.png"));

    [Fact]
    public async Task CopyPreviewAndExamination_OtherRolesAndUnknownCaptures_AreNotThere()
    {
        var (demo, url) = await WithFileAsync();
        await DrainAsync();
        foreach (var stranger in new[] { demo.Crew.Screener, demo.Crew.Custodian, demo.Crew.Coordinator, demo.Crew.Outsider })
        {
            var visitor = await host.SignInAsync(stranger);
            foreach (var path in new[] { "/c1/file", "/c1/copy/file", "/c1/preview/file" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(url + path)).Status);
            }
        }

        var vetter = await host.SignInAsync(demo.Crew.Vetter);
        Assert.Equal(HttpStatusCode.NotFound, (await vetter.GetAsync(url + "/c9/preview/file")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await vetter.GetAsync(url + "/c9/copy/file")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await vetter.GetAsync(url + "/e1/file")).Status);
    }

    [Fact]
    public async Task Page_BeforeAndAfterTheExamination_SaysHowTheFileStands()
    {
        var (demo, url) = await WithFileAsync();
        var vetter = await host.SignInAsync(demo.Crew.Vetter);
        var before = await vetter.GetAsync(url);
        Assert.Contains("This file is not examined yet", before.Text, StringComparison.Ordinal);
        Assert.Null(before.Document.QuerySelector("main img"));
        Assert.Equal(HttpStatusCode.NotFound, (await vetter.GetAsync(url + "/c1/preview/file")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await vetter.GetAsync(url + "/c1/copy/file")).Status);

        await DrainAsync();
        Assert.Contains("Demonstration: this file was not scanned", (await vetter.GetAsync(url)).Text, StringComparison.Ordinal);
        using var preview = await vetter.Client.GetAsync(url + "/c1/preview/file");
        Assert.Equal("image/jpeg", preview.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0xFF, 0xD8, 0xFF], (await preview.Content.ReadAsByteArrayAsync())[..3]);
        using var copy = await vetter.Client.GetAsync(url + "/c1/copy/file");
        Assert.Equal(("application/octet-stream", "attachment", "C1-copy.png"), (copy.Content.Headers.ContentType!.MediaType, copy.Content.Headers.ContentDisposition!.DispositionType, copy.Content.Headers.ContentDisposition.FileName));
        Assert.Contains("A file was opened", (await vetter.GetAsync(url)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_FileThatWasNotScanned_SaysWhyAndKeepsTheOriginalToBeSaved()
    {
        var (demo, url) = await WithFileAsync();
        await FoundAsync(demo.Id, f => new FileExamination("C1", f.FileId, f.Sha256, ScanVerdict.NotScanned) { Reason = NotScannedReason.NoScanner });
        var vetter = await host.SignInAsync(demo.Crew.Vetter);
        var page = await vetter.GetAsync(url);
        Assert.Contains("was not scanned for malware", page.Document.QuerySelector(".notice-warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await vetter.GetAsync(url + "/c1/file")).Status);
    }

    [Fact]
    public async Task Quarantine_NobodyGetsOriginalCopyOrPreview()
    {
        var (demo, url) = await WithFileAsync();
        await DrainAsync();
        await FoundAsync(demo.Id, f => new FileExamination("C1", f.FileId, f.Sha256, ScanVerdict.Malware) { Malware = "Demo.Test" });

        var vetter = await host.SignInAsync(demo.Crew.Vetter);
        var page = await vetter.GetAsync(url);
        Assert.Contains("Demo.Test", page.Document.QuerySelector(".notice-danger")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href$='/file'], main img"));
        foreach (var path in new[] { "/c1/file", "/c1/copy/file", "/c1/preview/file" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await vetter.GetAsync(url + path)).Status);
        }
    }

    [Fact]
    public async Task ExamineAgain_ByTheButton_AddsAnExamination()
    {
        var (demo, url) = await WithFileAsync();
        await DrainAsync();
        var vetter = await host.SignInAsync(demo.Crew.Vetter);
        var asked = await vetter.SubmitAsync(await vetter.GetAsync(url), []);
        Assert.Equal((HttpStatusCode.Redirect, url), (asked.Status, asked.Location));
        await DrainAsync();
        Assert.Equal(2, (await host.FileAsync(demo.Id)).Vetting.CaptureExaminations!.Count);
    }

    private async Task<(DemoCase Demo, string Url)> WithFileAsync()
    {
        var demo = await host.CaseAtAsync(Gate.Vetting);
        using var content = new MemoryStream(Picture);
        var file = await host.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, content, "demo.png", CancellationToken.None);
        await host.ActAsync(demo.Crew.Vetter.As(Role.Vetter), demo.Id, new RecordCapture(CaptureSubject.UnitChannel, "https://example.org/c", DateTimeOffset.UtcNow.AddDays(-1), "Europe/Paris", CaptureMethod.Screenshot, "DEMO", "DEMO")
        {
            File = file, NoContact = true, NoFriendRequest = true, NoFaceUpload = true,
        });
        return (demo, $"/vetters/cases/{demo.Reference}/captures");
    }

    private async Task FoundAsync(Guid caseId, Func<Domain.AntiWarActivity.EvidenceFile, FileExamination> found) =>
        await host.ActAsync(SystemActor.Instance, caseId, new RecordCaptureExamination(found((await host.FileAsync(caseId)).Vetting.Captures[0].Value.File)));

    private Task DrainAsync() => host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);

    /// <summary>As the demonstration: nothing scans, everything is let through.</summary>
    public sealed class WithoutScanner : CaseHost
    {
        protected override void Replace(IServiceCollection services) => services.AddSingleton(new ExaminationOptions { LetsUnscannedThrough = true });
    }
}
