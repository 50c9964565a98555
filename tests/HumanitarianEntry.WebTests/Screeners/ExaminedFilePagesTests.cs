using System.Net;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Custody;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.WebTests.Architecture;
using HumanitarianEntry.WebTests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.WebTests.Screeners;

/// <summary>What the page of an item shows of its file, and what comes out of it.</summary>
public sealed class ExaminedFilePagesTests(ExaminedFilePagesTests.WithoutScanner host) : IClassFixture<ExaminedFilePagesTests.WithoutScanner>
{
    private static readonly byte[] Picture = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "cases", "evidence", "channel.png"));

    [Fact]
    public async Task CopyAndPreview_OtherRolesAndUnknownItems_AreNotThere()
    {
        var (demo, url) = await WithFileAsync();
        await DrainAsync();
        foreach (var stranger in new[] { demo.Crew.Vetter, demo.Crew.DossierOfficer, demo.Crew.Coordinator })
        {
            var visitor = await host.SignInAsync(stranger);
            foreach (var path in new[] { "/e1/copy/file", "/e1/preview/file", "/e1" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(url + path)).Status);
            }
        }

        var custodian = await host.SignInAsync(demo.Crew.Custodian);
        Assert.Equal(HttpStatusCode.NotFound, (await custodian.GetAsync(url + "/e9/preview/file")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await custodian.GetAsync(url + "/e9/copy/file")).Status);
    }

    [Fact]
    public async Task Page_BeforeAndAfterTheExamination_SaysHowTheFileStands()
    {
        var (demo, url) = await WithFileAsync();
        var custodian = await host.SignInAsync(demo.Crew.Custodian);
        var before = await custodian.GetAsync(url + "/e1");
        Assert.Contains("not examined yet", before.Text, StringComparison.Ordinal);
        Assert.Null(before.Document.QuerySelector("img"));
        Assert.Equal(HttpStatusCode.NotFound, (await custodian.GetAsync(url + "/e1/preview/file")).Status);

        await DrainAsync();
        var after = await custodian.GetAsync(url + "/e1");
        Assert.Contains("Demonstration: this file was not scanned", after.Text, StringComparison.Ordinal);
        Assert.Contains("SHA-256 of the working copy", after.Text, StringComparison.Ordinal);
        using var preview = await custodian.Client.GetAsync(url + "/e1/preview/file");
        Assert.Equal(("image/jpeg", "inside", "nosniff"), (preview.Content.Headers.ContentType!.MediaType, preview.Content.Headers.ContentDisposition?.DispositionType == "inline" ? "inside" : "apart", preview.Headers.GetValues("X-Content-Type-Options").Single()));
        Assert.Equal([0xFF, 0xD8, 0xFF], (await preview.Content.ReadAsByteArrayAsync())[..3]);
        using var copy = await custodian.Client.GetAsync(url + "/e1/copy/file");
        Assert.Equal(("application/octet-stream", "attachment", "E1-copy.png"), (copy.Content.Headers.ContentType!.MediaType, copy.Content.Headers.ContentDisposition!.DispositionType, copy.Content.Headers.ContentDisposition.FileName));
    }

    [Fact]
    public async Task Preview_GraphicItem_IsClosedUntilOpened()
    {
        var (demo, url) = await WithFileAsync(graphic: true);
        await DrainAsync();
        var page = await (await host.SignInAsync(demo.Crew.Custodian)).GetAsync(url + "/e1");
        var details = page.Document.QuerySelector("img")!.Closest("details")!;
        Assert.False(details.HasAttribute("open"));
        Assert.Contains("Graphic content", details.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>The person sent it and ticked nothing: nobody of staff meets a picture that nobody has looked at.</summary>
    [Fact]
    public async Task Preview_SentByThePerson_IsClosedUntilSomebodyOfStaffHasLooked()
    {
        var demo = await host.CaseAtAsync(Gate.Evidence);
        var url = $"/screeners/cases/{demo.Reference}/evidence/e1";
        await AddAsync(demo, new Domain.Cases.Actor(demo.Id, Domain.Cases.Role.Applicant, "applicant"), graphic: false);
        await DrainAsync();
        var custodian = await host.SignInAsync(demo.Crew.Custodian);
        var page = await custodian.GetAsync(url);
        var details = page.Document.QuerySelector("main img")!.Closest("details")!;
        Assert.False(details.HasAttribute("open"));
        Assert.Contains("Nobody has said yet", details.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);

        const string form = "form[action$='/graphic']";
        Assert.Equal(HttpStatusCode.BadRequest, (await custodian.SubmitAsync(page, [], form)).Status);
        var harmless = await custodian.SubmitAsync(page, new() { ["graphic"] = "false" }, form);
        Assert.Equal((HttpStatusCode.Redirect, url), (harmless.Status, harmless.Location));
        page = await custodian.GetAsync(url);
        Assert.True(page.Document.QuerySelector("main img")!.Closest("details")!.HasAttribute("open"));
        Assert.Contains("It shows nothing of that", page.Document.QuerySelector("ol.timeline")!.TextContent, StringComparison.Ordinal);

        await custodian.SubmitAsync(page, new() { ["graphic"] = "true" }, form);
        page = await custodian.GetAsync(url);
        Assert.False(page.Document.QuerySelector("main img")!.Closest("details")!.HasAttribute("open"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(demo.Crew.Vetter)).SubmitAsync(page, new() { ["graphic"] = "false" }, form)).Status);
    }

    [Fact]
    public async Task Custody_CopyAndPreview_AreOpeningsOfTheItem()
    {
        var (demo, url) = await WithFileAsync();
        await DrainAsync();
        var custodian = await host.SignInAsync(demo.Crew.Custodian);
        Assert.DoesNotContain("Preview shown", (await custodian.GetAsync(url + "/e1")).Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/e1/copy/file", "/e1/preview/file" })
        {
            using var answer = await custodian.Client.GetAsync(url + path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        var page = await custodian.GetAsync(url + "/e1");
        Assert.Equal(["Working copy opened.", "Preview shown."], page.Document.QuerySelectorAll("ol.timeline strong").Select(s => s.TextContent).Where(t => t.Contains("opened", StringComparison.Ordinal) || t.Contains("shown", StringComparison.Ordinal)));
        var entries = page.Document.QuerySelectorAll("ol.timeline .meta").Count(m => m.TextContent.StartsWith("Entry ", StringComparison.Ordinal));
        Assert.DoesNotContain("that are not shown", page.Text, StringComparison.Ordinal);

        // However often a page is looked at: who took the file, and every entry of the chain, stay there, and the page says how much it leaves out.
        int Lines(string said) => page.Document.QuerySelectorAll("ol.timeline strong").Count(s => s.TextContent == said);
        var reads = host.Services.GetRequiredService<ReadLogWriter>();
        async Task OpenAsync(string purpose, int times)
        {
            await reads.WriteAsync([.. Enumerable.Range(0, times).Select(_ => new ReadEntry { At = DateTimeOffset.UtcNow, ActorId = demo.Crew.Custodian.Id, CaseId = demo.Id, Compartment = "evidence", Purpose = purpose })], CancellationToken.None);
            page = await custodian.GetAsync(url + "/e1");
        }

        await OpenAsync("evidence-preview e1", CustodyRecord.MostOpenings + 4);
        Assert.Equal((1, CustodyRecord.MostOpenings), (Lines("Working copy opened."), Lines("Preview shown.")));
        Assert.Contains("Older openings that are not shown: 0; older previews: 5.", page.Text, StringComparison.Ordinal);

        await OpenAsync("evidence-file e1", CustodyRecord.MostOpenings);
        Assert.Equal((CustodyRecord.MostOpenings, 0), (Lines("Original opened."), Lines("Working copy opened.")));
        Assert.Contains("Older openings that are not shown: 1; older previews: 5.", page.Text, StringComparison.Ordinal);
        Assert.Equal(entries, page.Document.QuerySelectorAll("ol.timeline .meta").Count(m => m.TextContent.StartsWith("Entry ", StringComparison.Ordinal)));
    }

    /// <summary>What the person sent is offered as his photograph only after somebody of staff has looked at it.</summary>
    [Fact]
    public async Task Photograph_NobodyHasLooked_IsNamedAndNotOffered()
    {
        var demo = await host.CaseAtAsync(Gate.Evidence);
        await AddAsync(demo, new Domain.Cases.Actor(demo.Id, Domain.Cases.Role.Applicant, "applicant"), graphic: false);
        await DrainAsync();
        var officer = await host.SignInAsync(demo.Crew.DossierOfficer);
        var path = $"/dossier-officers/cases/{demo.Reference}/photograph";
        var page = await officer.GetAsync(path);
        Assert.Contains("show wounds, death or abuse: E1.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["none"], Offered(page));
        Assert.Contains("whether E1 shows wounds, death or abuse", (await officer.SubmitAsync(page, new() { ["Form.Item"] = "E1" })).Text, StringComparison.Ordinal);

        await host.ActAsync(demo.Crew.Custodian.As(Domain.Cases.Role.EvidenceCustodian), demo.Id, new MarkGraphic("E1", IsGraphic: false));
        page = await officer.GetAsync(path);
        Assert.DoesNotContain("show wounds, death or abuse", page.Text, StringComparison.Ordinal);
        Assert.Equal(["E1", "none"], Offered(page));
        static IEnumerable<string?> Offered(Shell.Page page) => page.Document.QuerySelectorAll("[name='Form.Item'] option, input[name='Form.Item']").Select(o => o.GetAttribute("value")).Where(v => !string.IsNullOrEmpty(v));
    }

    [Fact]
    public async Task Quarantine_NobodyGetsOriginalCopyOrPreview()
    {
        var (demo, url) = await WithFileAsync();
        await DrainAsync();
        var file = (await host.FileAsync(demo.Id)).Evidence.Items[0].Value.File!;
        await host.ActAsync(SystemActor.Instance, demo.Id, new RecordFileExamination(new FileExamination("E1", file.FileId, file.Sha256, ScanVerdict.Malware) { Malware = "Demo.Test" }));

        var custodian = await host.SignInAsync(demo.Crew.Custodian);
        var page = await custodian.GetAsync(url + "/e1");
        Assert.Contains("Demo.Test", page.Document.QuerySelector(".notice-danger")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href$='/file'], main img"));
        foreach (var path in new[] { "/e1/file", "/e1/copy/file", "/e1/preview/file" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await custodian.GetAsync(url + path)).Status);
        }
    }

    [Fact]
    public async Task ExamineAgain_ByTheButton_AddsAnExamination()
    {
        var (demo, url) = await WithFileAsync();
        await DrainAsync();
        var custodian = await host.SignInAsync(demo.Crew.Custodian);
        var asked = await custodian.SubmitAsync(await custodian.GetAsync(url + "/e1"), [], "form[action$='/examine']");
        Assert.Equal((HttpStatusCode.Redirect, url + "/e1"), (asked.Status, asked.Location));
        await DrainAsync();
        Assert.Equal(2, (await host.FileAsync(demo.Id)).Evidence.Examinations.Count);
    }

    private async Task<(DemoCase Demo, string Url)> WithFileAsync(bool graphic = false)
    {
        var demo = await host.CaseAtAsync(Gate.Evidence);
        await AddAsync(demo, demo.Crew.Custodian.As(Domain.Cases.Role.EvidenceCustodian), graphic);
        return (demo, $"/screeners/cases/{demo.Reference}/evidence");
    }

    private async Task AddAsync(DemoCase demo, Domain.Cases.Actor by, bool graphic)
    {
        using var content = new MemoryStream(Picture);
        var file = await host.Services.GetRequiredService<CaseFiles>().ReceiveAsync(demo.Id, content, "demo.png", CancellationToken.None);
        await host.ActAsync(by, demo.Id, new AddEvidence(EvidenceType.PublicPost, "DEMO", "applicant") { File = file, IsGraphic = graphic });
    }

    private Task DrainAsync() => host.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);

    /// <summary>As the demonstration: nothing scans, everything is let through.</summary>
    public sealed class WithoutScanner : CaseHost
    {
        protected override void Replace(IServiceCollection services) => services.AddSingleton(new ExaminationOptions { LetsUnscannedThrough = true });
    }
}
