using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using HumanitarianEntry.Casework.Captures;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.EvidenceFiles;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Captures;

/// <summary>Captures that lie, are cut off, unpack without end or hide something: a clear word about them, never a crash and never a promise.</summary>
public sealed class HostileCapturesTests
{
    private const string Url = "https://demo.invalid/post/1";

    /// <summary>What grows with the square of its input would take hours.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(3);
    private static readonly byte[] Html = WarcWriter.Page("Post", "<p>words</p>");

    [Fact]
    public void Packed_CutOffAnywhere_IsNeverSoundAndNeverACrash()
    {
        var whole = new WarcWriter().Info().Response(Url, WarcWriter.Page("Post", string.Concat(Enumerable.Range(0, 300).Select(i => $"<p>{i * 7919 % 1009}</p>")))).Response(Url + "2", Html).Packed();
        var ends = whole.Length / 40;
        for (var length = 20; length < whole.Length - 1; length += ends)
        {
            var copy = Read(whole[..length], FileKind.Warc);
            Assert.True(copy.Capture is null || copy.Capture.Faults.Any(f => f.Kind is CaptureFaultKind.CutOff or CaptureFaultKind.RecordBroken) || copy.Capture.Records < 3, $"{length} of {whole.Length} bytes look whole.");
        }
    }

    [Fact]
    public void Plain_CutOffInsideABlock_SaysSo() =>
        Assert.Contains(Read(new WarcWriter().Response(Url, Html).Plain()[..^40], FileKind.Warc).Capture!.Faults, f => f.Kind == CaptureFaultKind.CutOff);

    [Theory]
    [InlineData("99999999999999")]
    [InlineData("-1")]
    [InlineData("1")]
    [InlineData("many")]
    [InlineData("9223372036854775808")]
    public void ContentLength_ThatLies_IsNamed(string length)
    {
        var copy = Read(new WarcWriter().Info().Raw(WarcWriter.Head("response", Url, "application/http", length), Html).Response(Url, Html).Plain(), FileKind.Warc);
        Assert.Contains(copy.Capture!.Faults, f => f.Kind is CaptureFaultKind.CutOff or CaptureFaultKind.RecordBroken);
        Assert.False(copy.Capture.IsSound);
    }

    [Fact]
    public void Bomb_ThatUnpacksToMoreThanIsRead_HasNoCopyAndStopsSoon()
    {
        var clock = Stopwatch.StartNew();
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.ASCII.GetBytes(WarcWriter.Head("resource", "https://demo.invalid/zeros", "application/octet-stream", (3L * 1024 * 1024 * 1024).ToString(CultureInfo.InvariantCulture))));
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 1200; i++)
            {
                gzip.Write(zeros);
            }
        }

        var (bytes, before) = (packed.ToArray(), GC.GetAllocatedBytesForCurrentThread());
        var copy = Read(bytes, FileKind.Warc);
        Assert.Equal((NoCopyReason.UnpacksTooLarge, null), (copy.Reason, copy.Content));
        Assert.Contains(copy.Capture!.Faults, f => f.Kind == CaptureFaultKind.MoreThanIsRead);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64L * 1024 * 1024, "A bomb takes memory.");
        Assert.True(clock.Elapsed < Never);
    }

    [Fact]
    public void Bomb_InsideOnePage_IsReadOnlySoFar()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write("<html><p>before"u8);
            for (var i = 0; i < 64; i++)
            {
                gzip.Write(new byte[1024 * 1024]);
            }
        }

        var copy = Read(new WarcWriter().Response(Url, packed.ToArray(), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n").Plain(), FileKind.Warc);
        Assert.Single(copy.Capture!.Pages);
    }

    [Fact]
    public void Records_MoreThanAreRead_AreCountedAndSaid()
    {
        var writer = new WarcWriter().Response(Url, Html);
        for (var i = 0; i < 300; i++)
        {
            writer.Record("metadata", Url, "text/plain", []);
        }

        var copy = Read(writer.Plain(), FileKind.Warc, new CaptureBudget(long.MaxValue, 200, CancellationToken.None));
        Assert.Contains(copy.Capture!.Faults, f => f.Kind == CaptureFaultKind.MoreThanIsRead);
        Assert.Equal(200, copy.Capture.Records);
    }

    [Fact]
    public void Records_AHundredThousand_AreRead()
    {
        var record = Encoding.ASCII.GetBytes(WarcWriter.Head("metadata", Url, "text/plain", "0") + "\r\n\r\n");
        using var file = new MemoryStream();
        file.Write(new WarcWriter().Response(Url, Html).Plain());
        for (var i = 0; i < 99_999; i++)
        {
            file.Write(record);
        }

        var clock = Stopwatch.StartNew();
        var copy = Read(file.ToArray(), FileKind.Warc);
        Assert.Equal((100_000, 0), (copy.Capture!.Records, copy.Capture.FaultCount));
        Assert.True(clock.Elapsed < Never, $"{clock.Elapsed}");
    }

    [Fact]
    public void Contents_ThatAreNoJson_AreMissing()
    {
        foreach (var contents in (string[])["", "{", "[1]", "{\"resources\": 7}", "{\"resources\": [7, {\"path\": 7}]}", new string('[', 5000)])
        {
            var copy = Read(new WarcWriter().Response(Url, Html).Wacz(null, parts => parts["datapackage.json"] = Encoding.UTF8.GetBytes(contents)), FileKind.Wacz);
            Assert.False(copy.Capture!.IsSound);
            Assert.Single(copy.Capture.Pages);
        }
    }

    [Fact]
    public void Captures_WithFlippedBytes_NeverCrash()
    {
        var seeds = new[] { (new WarcWriter().Info().Response(Url, Html).Plain(), FileKind.Warc), (new WarcWriter().Info().Response(Url, Html).Packed(), FileKind.Warc), (new WarcWriter().Info().Response(Url, Html).Wacz([(Url, "Post")]), FileKind.Wacz) };
        foreach (var (seed, kind) in seeds)
        {
            for (var i = 8; i < seed.Length; i += 5)
            {
                var broken = (byte[])seed.Clone();
                broken[i] ^= (byte)(1 << (i % 8));
                try
                {
                    using var stream = new MemoryStream(broken);
                    CaptureReader.Read(stream, kind, CancellationToken.None);
                }
                catch (NotCleanedException)
                {
                    // A reason is an answer.
                }
            }
        }
    }

    [Fact]
    public void Page_WithScriptsFormsAndHiddenText_ShowsOnlyWhatAPersonReads()
    {
        var page = """
            <!doctype html><html><head><title>A &lt;b&gt; &amp; title</title><script>alert('SCRIPT')</script><style>.x{content:'STYLE'}</style></head>
            <body onload="SCRIPT"><!-- COMMENT --><p hidden>HIDDEN</p><p>seen one<p style="display: none">HIDDEN</p><div style="visibility:hidden"><p>HIDDEN</p></div>
            <form action="https://evil.invalid/"><input value="VALUE"><textarea>VALUE</textarea><select><option>VALUE</select><button>Send</button></form>
            <template>HIDDEN</template><noscript>HIDDEN</noscript><svg><text>HIDDEN</text></svg><iframe srcdoc="<p>FRAME">FRAME</iframe>
            <ul><li hidden>HIDDEN<li>seen two</ul><img src="https://track.invalid/pixel?u=1" alt="a man with a poster"><a href="javascript:alert(1)">seen three</a>
            <p>turn‮ed zero​width</p><p>5 < 6 &#x41; &unknown; a<b>b</b>c</p><script>document.write("</p>SCRIPT
            """;
        var text = PageText.Of(page, 10_000);
        Assert.Equal("A <b> & title", text.Title);
        Assert.Equal("seen one\nSend\nseen two\n[picture: a man with a poster] seen three\nturned zerowidth\n5 < 6 A &unknown; abc", text.Text);
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<div ")]
    [InlineData("<a b=\"")]
    [InlineData("</p")]
    [InlineData("<b>")]
    [InlineData("<p hidden>")]
    [InlineData("<script>")]
    [InlineData("<title>")]
    [InlineData("&amp;&#x")]
    public void Page_OfMarksWithoutEnd_IsReadInReasonableTime(string mark)
    {
        var clock = Stopwatch.StartNew();
        _ = PageText.Of(string.Concat(Enumerable.Repeat(mark, 4_000_000 / mark.Length)), 100_000);
        Assert.True(clock.Elapsed < Never, $"{mark}: {clock.Elapsed}");
    }

    private static CleanCopy Read(byte[] content, FileKind kind, CaptureBudget? budget = null) => CaptureReaderTests.Read(content, kind, budget).Copy;
}
