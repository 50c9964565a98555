using System.IO.Compression;
using System.Text;
using HumanitarianEntry.Casework.Captures;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.EvidenceFiles;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Captures;

/// <summary>Captures as capturing programs write them: what is read, and what of it stands in the text that travels.</summary>
public sealed class CaptureReaderTests
{
    private const string Url = "https://demo.invalid/post/1";

    [Fact]
    public void Warc_OnePage_IsReadWithItsHashesAndItsMaker()
    {
        var (copy, text) = Read(new WarcWriter().Info().Request(Url, "Cookie: session=DEMO-SECRET\r\nUser-Agent: DemoPhone\r\n").Response(Url, WarcWriter.Page("Против войны", "<p>Я отказался &amp; ушёл.</p>")).Plain(), FileKind.Warc);
        var page = Assert.Single(copy.Capture!.Pages);
        Assert.Equal((Url, "Против войны", WarcWriter.At, 200, "text/html"), (page.Url, page.Title, page.At, page.Status, page.ContentType));
        Assert.Equal((CaptureKind.Warc, 3, 4, 0, "DemoCrawler/1.0"), (copy.Capture.Kind, copy.Capture.Records, copy.Capture.HashesThatHold, copy.Capture.FaultCount, copy.Capture.Software));
        Assert.True(copy.Capture.IsSound);
        Assert.Contains("Я отказался & ушёл.", text, StringComparison.Ordinal);
        Assert.Contains("Captured: 2024-03-03 12:30:00 UTC", text, StringComparison.Ordinal);

        // Who captured it, and with what, is for those who work with the originals: it is in no text that travels.
        Assert.Contains(copy.Traits, t => t is { Name: "operator", Value: "DEMO Helper" });
        Assert.Contains(copy.Traits, t => t is { Name: "Cookies or passwords sent", Value: "1" });
        foreach (var secret in (string[])["DEMO-SECRET", "DEMO Helper", "203.0.113.7", "DemoPhone", "DemoCrawler"])
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Warc_EachRecordPacked_IsReadThroughToItsEnd()
    {
        var (copy, _) = Read(new WarcWriter().Info().Response(Url, WarcWriter.Page("1", "a")).Response(Url + "2", WarcWriter.Page("2", "b")).Packed(), FileKind.Warc);
        Assert.Equal(["1", "2"], copy.Capture!.Pages.Select(p => p.Title));
        Assert.True(copy.Capture.IsSound);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    [InlineData("gzip, br")]
    public void Warc_PackedAndFramedContent_IsUnpacked(string encodings)
    {
        var content = WarcWriter.Page("DEMO", "<p>Явиться с вещами</p>");
        foreach (var encoding in encodings.Split(", "))
        {
            content = Pack(content, encoding);
        }

        byte[] framed = [.. Encoding.ASCII.GetBytes($"{7:x}\r\n"), .. content[..7], .. "\r\n"u8, .. Encoding.ASCII.GetBytes($"{content.Length - 7:X};note=1\r\n"), .. content[7..], .. "\r\n0\r\n\r\n"u8];
        var fields = $"Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: {encodings}\r\n";
        foreach (var (stored, claim) in new[] { (framed, WarcWriter.Sha1(framed)), (framed, WarcWriter.Sha1(content)), (content, WarcWriter.Sha256(content)) })
        {
            var (copy, text) = Read(new WarcWriter().Response(Url, stored, fields, claim: claim).Plain(), FileKind.Warc);
            Assert.Equal([], copy.Capture!.Faults);
            Assert.Contains("Явиться с вещами", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Wacz_Whole_IsReadByItsListOfPages()
    {
        var writer = new WarcWriter().Info().Response(Url, WarcWriter.Page("Post", "<p>first</p>")).Response("https://ads.invalid/frame", WarcWriter.Page("Ad", "<p>buy</p>"));
        var (copy, text) = Read(writer.Wacz([(Url + "#top", "Post")], signature: "{\"domain\": \"witness.invalid\", \"created\": \"2024-03-03\"}"), FileKind.Wacz);
        Assert.Equal([Url], copy.Capture!.Pages.Select(p => p.Url));
        Assert.Equal((CaptureKind.Wacz, "demo-wacz 0.1", true, true), (copy.Capture.Kind, copy.Capture.Software, copy.Capture.IsSigned, copy.Capture.IsSound));
        Assert.DoesNotContain("buy", text, StringComparison.Ordinal);
        Assert.Contains(copy.Traits, t => t is { Name: "signed by", Value: "witness.invalid" });
    }

    [Fact]
    public void Wacz_ExchangedPart_IsNamed()
    {
        var honest = new WarcWriter().Response(Url, WarcWriter.Page("Post", "<p>I refuse</p>"));
        var forged = new WarcWriter().Response(Url, WarcWriter.Page("Post", "<p>I agree!</p>"));
        var (copy, _) = Read(honest.Wacz([(Url, "Post")], parts => parts["archive/data.warc.gz"] = forged.Packed()), FileKind.Wacz);
        Assert.Contains(copy.Capture!.Faults, f => f is { Kind: CaptureFaultKind.HashDiffers, Where: "archive/data.warc.gz" });

        (copy, _) = Read(honest.Wacz([(Url, "Post")], parts => parts["datapackage.json"] = [.. parts["datapackage.json"], (byte)' ']), FileKind.Wacz);
        Assert.Equal([new CaptureFault(CaptureFaultKind.HashDiffers, "datapackage.json")], copy.Capture!.Faults);

        (copy, _) = Read(honest.Wacz([(Url, "Post"), ("https://demo.invalid/gone", "Gone")], parts => { parts.Remove("indexes/index.cdx"); parts["extra.txt"] = [1]; parts["../../evil.sh"] = [1]; parts.Remove("datapackage-digest.json"); }), FileKind.Wacz);
        Assert.Equal(
            [(CaptureFaultKind.PageNotCaptured, "https://demo.invalid/gone"), (CaptureFaultKind.PartMissing, "datapackage-digest.json"), (CaptureFaultKind.PartMissing, "indexes/index.cdx"), (CaptureFaultKind.PartNotListed, "../../evil.sh"), (CaptureFaultKind.PartNotListed, "extra.txt"), (CaptureFaultKind.StrangeName, "../../evil.sh")],
            copy.Capture!.Faults.Select(f => (f.Kind, f.Where)).OrderBy(f => f.Kind.ToString(), StringComparer.Ordinal).ThenBy(f => f.Where, StringComparer.Ordinal));
    }

    [Fact]
    public void Warc_ChangedContent_IsNamedByItsRecord()
    {
        var (copy, text) = Read(new WarcWriter().Response(Url, WarcWriter.Page("Post", "changed"), claim: WarcWriter.Sha1("other"u8.ToArray())).Plain(), FileKind.Warc);
        var fault = Assert.Single(copy.Capture!.Faults);
        Assert.Equal((CaptureFaultKind.HashDiffers, $"record 1 {Url}"), (fault.Kind, fault.Where));
        Assert.False(copy.Capture.IsSound);
        Assert.Contains("1 hold, 1 do not", text, StringComparison.Ordinal);

        // Without any hash nothing is sound, and that is said once however many records there are.
        var block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>a"u8.ToArray();
        var bare = new WarcWriter();
        for (var i = 0; i < 5; i++)
        {
            bare.Raw(WarcWriter.Head("response", Url + i, "application/http", block.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)), block);
        }

        (copy, _) = Read(bare.Plain(), FileKind.Warc);
        Assert.Equal([new CaptureFault(CaptureFaultKind.HashMissing, "5 / 5")], copy.Capture!.Faults);
    }

    [Fact]
    public void Address_WithWhatLetsSomebodyIn_DoesNotTravel()
    {
        var url = "https://demo.invalid/post/1?id=7&utm_source=tg&access_token=DEMO-SECRET&from=friend";
        var (copy, text) = Read(new WarcWriter().Response(url, WarcWriter.Page("Post", "<a href='https://track.invalid/?u=1'>link words</a>")).Plain(), FileKind.Warc);
        Assert.Equal(url, copy.Capture!.Pages[0].Url);
        Assert.Contains("Address: https://demo.invalid/post/1?id=7\nParts of the address left out, which may identify who looked: 3\n", text, StringComparison.Ordinal);
        Assert.Contains("link words", text, StringComparison.Ordinal);
        Assert.DoesNotContain("track.invalid", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMO-SECRET", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1251", "charset=windows-1251", false)]
    [InlineData("koi8-r", "charset=\"KOI8-R\"", false)]
    [InlineData("windows-1251", "", true)]
    [InlineData("koi8-r", "", true)]
    [InlineData("utf-8", "", false)]
    public void Html_RussianLetters_AreRead(string encoding, string declared, bool isGuessed)
    {
        var html = $"<html><head><meta http-equiv='Content-Type' content='text/html; {declared}'><title>Повестка</title></head><body><p>Явиться на сборный пункт</p></body></html>";
        var (copy, text) = Read((CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8).GetBytes(html), FileKind.Html);
        Assert.Equal("Повестка", copy.Capture!.Pages[0].Title);
        Assert.Contains("Явиться на сборный пункт", text, StringComparison.Ordinal);
        Assert.Equal(isGuessed ? [CaptureFaultKind.LettersGuessed] : [], copy.Capture.Faults.Select(f => f.Kind));
    }

    [Fact]
    public void Html_SavedBySingleFile_TellsAddressAndTime()
    {
        var html = "<!DOCTYPE html> <html lang=ru><!--\n Page saved with SingleFile \n url: https://demo.invalid/post/1 \n saved date: Sun Mar 03 2024 17:30:00 GMT+0500 (DEMO time)\n--><meta charset=utf-8><title>Post</title><p>words";
        var (copy, text) = Read(Encoding.UTF8.GetBytes(html), FileKind.Html);
        Assert.Equal((Url, WarcWriter.At, "SingleFile"), (copy.Capture!.Pages[0].Url, copy.Capture.Pages[0].At, copy.Capture.Software));

        // The clock of whoever saved it says where he is.
        Assert.DoesNotContain("+0500", text, StringComparison.Ordinal);
        Assert.Contains(copy.Traits, t => t.Value.Contains("+0500", StringComparison.Ordinal));
    }

    [Fact]
    public void Html_SavedByABrowserOrByNobody_TellsWhatItKnows()
    {
        Assert.Equal(Url, Read(Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n<!-- saved from url=(0027){Url} -->\n<html><body>a</body></html>"), FileKind.Html).Copy.Capture!.Pages[0].Url);
        var unknown = Read("<html><body>a</body></html>"u8.ToArray(), FileKind.Html).Copy.Capture!.Pages[0];
        Assert.Equal((null, null), (unknown.Url, unknown.At));
    }

    internal static (CleanCopy Copy, string Text) Read(byte[] content, FileKind kind, CaptureBudget? budget = null)
    {
        Assert.Equal(kind, FileKinds.Sniff(content.AsSpan(0, Math.Min(content.Length, FileKinds.HeadSize))));
        using var stream = new MemoryStream(content, writable: false);
        var copy = CaptureReader.Read(stream, kind, CancellationToken.None, budget);
        return (copy, copy.Content is MemoryStream text ? Encoding.UTF8.GetString(text.ToArray()) : string.Empty);
    }

    private static byte[] Pack(byte[] content, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream layer = encoding switch { "br" => new BrotliStream(packed, CompressionLevel.Fastest, true), "deflate" => new ZLibStream(packed, CompressionLevel.Fastest, true), _ => new GZipStream(packed, CompressionLevel.Fastest, true) })
        {
            layer.Write(content);
        }

        return packed.ToArray();
    }
}
