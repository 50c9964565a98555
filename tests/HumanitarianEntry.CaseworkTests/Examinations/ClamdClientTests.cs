using System.Net;
using System.Net.Sockets;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.TestKit.Scanners;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Examinations;

public sealed class ClamdClientTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Scan_RealScanner_FindsTheTestFileAndNothingInOthers()
    {
        Assert.SkipUnless(ClamdServer.WhyNot is null, ClamdServer.WhyNot ?? string.Empty);
        await using var clamd = await ClamdServer.StartAsync("1M");
        foreach (var place in new[] { clamd.Tcp, clamd.UnixSocket })
        {
            var client = new ClamdClient(new ExaminationOptions { Scanner = ClamdAddress.Parse(place) });

            var found = await ScanAsync(client, ClamdServer.Eicar);
            Assert.Equal((ScanVerdict.Malware, ClamdServer.Finds), (found.Verdict, found.Malware));
            Assert.StartsWith("ClamAV", found.Scanner, StringComparison.Ordinal);
            Assert.Equal(ScanVerdict.Clean, (await ScanAsync(client, "Harmless."u8.ToArray())).Verdict);
            Assert.Equal(ScanVerdict.Clean, (await ScanAsync(client, new byte[900 * 1024])).Verdict);
            Assert.Equal(ScanVerdict.Clean, (await ScanAsync(client, [])).Verdict);

            // Beyond its own StreamMaxLength it stops reading: that is no "clean".
            Assert.Equal(ScanResult.NotScanned(NotScannedReason.TooLarge), await ScanAsync(client, new byte[3 * 1024 * 1024]));
        }
    }

    [Fact]
    public async Task Scan_NoScannerSet_IsNotScanned() =>
        Assert.Equal(ScanResult.NotScanned(NotScannedReason.NoScanner), await ScanAsync(new ClamdClient(new ExaminationOptions()), [1]));

    [Fact]
    public async Task Scan_NobodyListens_IsNotScanned()
    {
        var client = new ClamdClient(new ExaminationOptions { Scanner = ClamdAddress.Parse("/tmp/he-no-such-folder/clamd.sock") });
        Assert.Equal(ScanResult.NotScanned(NotScannedReason.NotReachable), await ScanAsync(client, [1]));
    }

    [Fact]
    public async Task Scan_LargerThanIsGiven_IsNotEvenSent()
    {
        var client = new ClamdClient(new ExaminationOptions { Scanner = ClamdAddress.Parse("/tmp/he-no-such-folder/clamd.sock"), MostScanned = 9 });
        Assert.Equal(ScanResult.NotScanned(NotScannedReason.TooLarge), await ScanAsync(client, new byte[10]));
    }

    [Fact]
    public async Task Scan_ScannerThatNeverAnswers_IsGivenUp()
    {
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        var client = new ClamdClient(new ExaminationOptions { Scanner = ClamdAddress.Parse($"127.0.0.1:{((IPEndPoint)mute.LocalEndpoint).Port}"), AnswersWithin = TimeSpan.FromMilliseconds(300) });

        Assert.Equal(ScanResult.NotScanned(NotScannedReason.TimedOut), await ScanAsync(client, [1]));
    }

    [Theory]
    [InlineData("stream: OK", ScanVerdict.Clean, null)]
    [InlineData("stream: Win.Test.EICAR_HDB-1 FOUND", ScanVerdict.Malware, null)]
    [InlineData("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND", ScanVerdict.NotScanned, NotScannedReason.TooLarge)]
    [InlineData("stream: Heuristics.Encrypted.Zip FOUND", ScanVerdict.NotScanned, NotScannedReason.Failed)]
    [InlineData("INSTREAM size limit exceeded. ERROR", ScanVerdict.NotScanned, NotScannedReason.TooLarge)]
    [InlineData("stream: Can't allocate memory ERROR", ScanVerdict.NotScanned, NotScannedReason.Failed)]
    [InlineData("UNKNOWN COMMAND", ScanVerdict.NotScanned, NotScannedReason.Failed)]
    [InlineData("", ScanVerdict.NotScanned, NotScannedReason.Failed)]
    [InlineData("stream: OK?", ScanVerdict.NotScanned, NotScannedReason.Failed)]
    public void Read_Answer_OnlyAnOkIsClean(string answer, ScanVerdict verdict, NotScannedReason? reason)
    {
        var read = ClamdClient.Read(answer, "ClamAV");
        Assert.Equal((verdict, reason), (read.Verdict, read.Reason));
    }

    [Theory]
    [InlineData("192.0.2.7:3310")]
    [InlineData("clamd.example.org:3310")]
    [InlineData("127.0.0.1")]
    [InlineData("run/clamd.sock")]
    [InlineData("0.0.0.0:3310")]
    public void Parse_OtherMachineOrNoPlace_IsRefused(string text) => Assert.Throws<FormatException>(() => ClamdAddress.Parse(text));

    [Theory]
    [InlineData("/run/clamav/clamd.ctl")]
    [InlineData("127.0.0.1:3310")]
    [InlineData("localhost:3310")]
    [InlineData("[::1]:3310")]
    public void Parse_PlaceOnThisMachine_IsTaken(string text) => Assert.NotNull(ClamdAddress.Parse(text));

    private static Task<ScanResult> ScanAsync(ClamdClient client, byte[] content) => client.ScanAsync(new MemoryStream(content), content.Length, None);
}
