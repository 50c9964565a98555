using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.CaseworkTests.Screening;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.TestKit.Scanners;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Examinations;

public sealed class ExaminationConsumerTests
{
    [Fact]
    public async Task Examine_WithAScanner_CleanGetsACopyAndMalwareGetsNothing()
    {
        Assert.SkipUnless(ClamdServer.WhyNot is null, ClamdServer.WhyNot ?? string.Empty);
        await using var clamd = await ClamdServer.StartAsync();
        await using var demo = await ExaminedCase.OpenAsync(new ExaminationOptions { Scanner = ClamdAddress.Parse(clamd.UnixSocket) });

        var clean = await demo.AddAsync("DEMO words"u8.ToArray(), "words.txt");
        Assert.Equal(FileStanding.Clean, clean.Standing);
        Assert.Equal("DEMO words"u8.ToArray(), clean.Copy);

        var eicar = await demo.AddAsync(ClamdServer.Eicar, "eicar.txt");
        Assert.Equal(FileStanding.Quarantined, eicar.Standing);
        Assert.Equal((ClamdServer.Finds, null, null), (eicar.Found!.Malware, eicar.Copy, eicar.Found.NoCopy));
        Assert.Equal([(true, null), (true, null)], await demo.WorkAsync());
    }

    [Fact]
    public async Task Examine_DemonstrationWithAScanner_StillHoldsMalware()
    {
        Assert.SkipUnless(ClamdServer.WhyNot is null, ClamdServer.WhyNot ?? string.Empty);
        await using var clamd = await ClamdServer.StartAsync();
        await using var demo = await ExaminedCase.OpenAsync(new ExaminationOptions { Scanner = ClamdAddress.Parse(clamd.Tcp), LetsUnscannedThrough = true });
        Assert.Equal(FileStanding.Quarantined, (await demo.AddAsync(ClamdServer.Eicar, "eicar.txt")).Standing);
    }

    [Fact]
    public async Task Examine_NoScanner_IsNotScannedAndHasNoCopy()
    {
        await using var demo = await ExaminedCase.OpenAsync(new ExaminationOptions());
        var found = await demo.AddAsync("DEMO words"u8.ToArray(), "words.txt");
        Assert.Equal((FileStanding.NotScanned, NotScannedReason.NoScanner, null), (found.Standing, found.Found!.Reason, found.Copy));
    }

    [Fact]
    public async Task Examine_ScannerComesBack_ScansByItselfAndWhenAsked()
    {
        Assert.SkipUnless(ClamdServer.WhyNot is null, ClamdServer.WhyNot ?? string.Empty);
        int port;
        await using (var gone = await ClamdServer.StartAsync())
        {
            port = gone.Port;
        }

        await using var demo = await ExaminedCase.OpenAsync(new ExaminationOptions { Scanner = ClamdAddress.Parse($"127.0.0.1:{port}") });
        var first = await demo.AddAsync("DEMO words"u8.ToArray(), "words.txt");
        Assert.Equal((FileStanding.NotScanned, NotScannedReason.NotReachable), (first.Standing, first.Found!.Reason));

        // Said once, however often it is tried.
        await demo.DueNowAsync();
        Assert.Equal([(false, "scanner-not-reachable")], await demo.WorkAsync());
        Assert.Single((await demo.Demo.FileAsync()).Evidence.Examinations);

        await using var back = await ClamdServer.StartAsync(at: port);
        await demo.Demo.DoAsync(DemoCase.Custodian, new ExamineFileAgain(first.Item.Label));
        await demo.DueNowAsync();
        Assert.Equal([(true, null), (true, null)], await demo.WorkAsync());
        var evidence = (await demo.Demo.FileAsync()).Evidence;
        Assert.Equal([ScanVerdict.NotScanned, ScanVerdict.Clean, ScanVerdict.Clean], evidence.Examinations.Select(e => e.Value.Verdict));
        Assert.Equal(FileStanding.Clean, FileRules.Standing(evidence, evidence.Items[0].Value));
    }

    /// <summary>What no copier thought of costs the copy, not the scan; a broken original and a stop of the program go on.</summary>
    [Fact]
    public async Task Guard_AnyFailureOfACopier_IsAFileWithoutACopy()
    {
        await using var store = await CaseworkStore.OpenAsync();
        var examiner = store.Services.GetRequiredService<FileExaminer>();
        Task<CleanCopy> TryAsync(Exception failure, bool stopped = false) => examiner.GuardAsync(FileKind.Wacz, () => Task.FromException<CleanCopy>(failure), new CancellationToken(stopped));
        foreach (var failure in new Exception[] { new InvalidOperationException(), new OverflowException(), new EndOfStreamException(), new OperationCanceledException() })
        {
            Assert.Equal(NoCopyReason.ToolFailed, (await TryAsync(failure)).Reason);
        }

        Assert.Equal(NoCopyReason.Broken, (await TryAsync(new NotCleanedException(NoCopyReason.Broken))).Reason);
        await Assert.ThrowsAsync<StoredFileBrokenException>(() => TryAsync(new StoredFileBrokenException("a", "DEMO")));
        await Assert.ThrowsAsync<OperationCanceledException>(() => TryAsync(new OperationCanceledException(), stopped: true));
    }

    [Fact]
    public async Task Examine_ItemWithoutAFileInTheStore_IsGivenUp()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        await demo.Demo.DoAsync(DemoCase.Custodian, new AddEvidence(EvidenceType.PublicPost, "DEMO", "applicant") { File = new EvidenceFile(new Guid(1, 2, 3, new byte[8]), "aa", 1, "png") });
        Assert.Equal([(false, "evidence-file-broken")], await demo.WorkAsync());
    }

    [Fact]
    public async Task Examine_CaptureOfAVetter_IsScannedAndHeldInTheVettingAndComparedWithNothing()
    {
        Assert.SkipUnless(ClamdServer.WhyNot is null, ClamdServer.WhyNot ?? string.Empty);
        await using var clamd = await ClamdServer.StartAsync();
        await using var demo = await ExaminedCase.OpenAsync(new ExaminationOptions { Scanner = ClamdAddress.Parse(clamd.UnixSocket) });

        await demo.CaptureAsync(ClamdServer.Eicar, "page.txt");
        await demo.CaptureAsync(SampleFiles.Png, "shot.png");

        Assert.Equal([(true, null), (true, null)], await demo.WorkAsync());
        var vetting = (await demo.Demo.FileAsync()).Vetting;
        Assert.Equal([FileStanding.Quarantined, FileStanding.Clean], vetting.Captures.Select(c => FileRules.Standing(vetting, c.Value)));
        Assert.Equal((ClamdServer.Finds, null), (vetting.CaptureExaminations![0].Value.Malware, vetting.CaptureExaminations[0].Value.Copy));
        Assert.Equal("png", FileRules.CopyOf(vetting, vetting.Captures[1].Value)!.Mime);
        Assert.Empty((await demo.Demo.FileAsync()).Evidence.Examinations);
        Assert.Equal(0, await demo.MarksAsync());

        // The same picture as evidence is marked, so that it can be found from other cases.
        await demo.AddAsync(SampleFiles.Png, "shot.png");
        Assert.Equal(1, await demo.MarksAsync());
    }
}
