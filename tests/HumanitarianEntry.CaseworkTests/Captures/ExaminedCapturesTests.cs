using System.Diagnostics;
using System.Text;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.CaseworkTests.Examinations;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.TestKit.Scanners;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Captures;

/// <summary>A capture on its way through a running installation: taken in, scanned, read, and kept as a text beside the original.</summary>
public sealed class ExaminedCapturesTests
{
    private const string Url = "https://demo.invalid/post/1";

    [Theory]
    [InlineData("demo.wacz", "wacz")]
    [InlineData("demo.zip", "wacz")]
    [InlineData("demo.warc", "warc")]
    [InlineData("demo.warc.gz", "warc")]
    [InlineData("demo.html", "html")]
    public async Task Capture_OfEveryKind_IsTakenInAndReadAsText(string name, string mime)
    {
        var writer = new WarcWriter().Info().Response(Url, WarcWriter.Page("Post", "<p>Я против войны</p>"));
        var content = name switch { "demo.warc" => writer.Plain(), "demo.warc.gz" => writer.Packed(), "demo.html" => WarcWriter.Page("Post", "<p>Я против войны</p>"), _ => writer.Wacz([(Url, "Post")]) };
        await using var demo = await ExaminedCase.OpenAsync();
        var found = await demo.AddAsync(content, name);
        Assert.Equal((mime, "text", null), (found.Item.File!.Mime, found.Found!.Copy!.Mime, found.Found.NoCopy));
        Assert.Contains("Я против войны", Encoding.UTF8.GetString(found.Copy!), StringComparison.Ordinal);
        Assert.Equal("Post", Assert.Single(found.Found.Capture!.Pages).Title);
    }

    [Fact]
    public async Task Capture_ThatIsBroken_IsOnFileWithItsReason()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var found = await demo.AddAsync("WARC/1.1\r\nnothing more"u8.ToArray(), "demo.warc");
        Assert.Equal((NoCopyReason.Broken, null), (found.Found!.NoCopy, found.Copy));
        Assert.NotEmpty(found.Found.Capture!.Faults);

        found = await demo.AddAsync(new WarcWriter().Info().Plain(), "demo2.warc");
        Assert.Equal(NoCopyReason.NoPages, found.Found!.NoCopy);
    }

    /// <summary>Half a sign where a word stands (a lone surrogate) is no reason to be never examined.</summary>
    [Theory]
    [InlineData("pages/pages.jsonl", "{\"url\": \"https://demo.invalid/\\ud800\"}\n{\"url\": \"https://demo.invalid/post/1\", \"title\": \"\\udfff\"}\n")]
    [InlineData("datapackage.json", "{\"software\": \"\\ud800\", \"\\ud800esources\": 1, \"resources\": [{\"path\": \"\\ud800\", \"\\ud800\": 1}]}")]
    [InlineData("datapackage-digest.json", "{\"hash\": \"\\ud800\", \"\\ud800igned\": 1}")]
    public async Task Capture_WithHalfASignInItsLists_IsExaminedAndCopied(string part, string json)
    {
        var content = new WarcWriter().Info().Response(Url, WarcWriter.Page("Post", "<p>words</p>")).Wacz([(Url, "Post")], parts => parts[part] = Encoding.UTF8.GetBytes(json));
        await using var demo = await ExaminedCase.OpenAsync();
        var found = await demo.AddAsync(content, "demo.wacz");
        Assert.Null(found.Found!.NoCopy);
        Assert.Contains("words", Encoding.UTF8.GetString(found.Copy!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ThatSaysItIsInLettersNobodyReads_IsReadAllTheSame()
    {
        await using var demo = await ExaminedCase.OpenAsync();
        var found = await demo.AddAsync("<!DOCTYPE html><html><head><meta charset=\"utf-7\"><title>Post</title></head><body><p>words</p></body></html>"u8.ToArray(), "demo.html");
        Assert.Contains("words", Encoding.UTF8.GetString(found.Copy!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scanner_FindsMalwareInsideCaptures()
    {
        Assert.SkipUnless(ClamdServer.WhyNot is null, ClamdServer.WhyNot ?? string.Empty);
        await using var clamd = await ClamdServer.StartAsync();
        await using var demo = await ExaminedCase.OpenAsync(new ExaminationOptions { Scanner = ClamdAddress.Parse(clamd.UnixSocket) });
        var part = new WarcWriter().Response(Url, WarcWriter.Page("Post", "a")).Wacz([(Url, "Post")], parts => parts["extra.bin"] = ClamdServer.Eicar);
        Assert.Equal(FileStanding.Quarantined, (await demo.AddAsync(part, "part.wacz")).Standing);
    }

    /// <summary>What another program writes is read, too.</summary>
    [Fact]
    public async Task Capture_WrittenByWarcio_IsSound()
    {
        var script = """
            import sys
            from io import BytesIO
            from warcio.warcwriter import WARCWriter
            from warcio.statusandheaders import StatusAndHeaders
            out = BytesIO(); w = WARCWriter(out, gzip=True)
            w.write_record(w.create_warcinfo_record('demo.warc.gz', {'software': 'warcio'}))
            w.write_record(w.create_warc_record('https://demo.invalid/post/1', 'response', payload=BytesIO('<html><title>Пост</title><p>текст</p>'.encode()), http_headers=StatusAndHeaders('200 OK', [('Content-Type', 'text/html; charset=utf-8')], protocol='HTTP/1.1')))
            sys.stdout.buffer.write(out.getvalue())
            """;
        byte[] content;
        try
        {
            using var python = Process.Start(new ProcessStartInfo("python3", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            using var output = new MemoryStream();
            await python.StandardOutput.BaseStream.CopyToAsync(output);
            await python.WaitForExitAsync();
            content = python.ExitCode == 0 ? output.ToArray() : [];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            content = [];
        }

        Assert.SkipWhen(content.Length == 0, "warcio (PyPI) is not installed.");
        var (copy, text) = CaptureReaderTests.Read(content, Casework.Files.FileKind.Warc);
        Assert.True(copy.Capture!.IsSound);
        Assert.Equal(("Пост", "warcio"), (copy.Capture.Pages[0].Title, copy.Capture.Software));
        Assert.Contains("текст", text, StringComparison.Ordinal);
    }
}
