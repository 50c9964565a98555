using System.IO.Compression;
using System.Text;
using HumanitarianEntry.Casework.Files;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Files;

public sealed class FileKindsTests
{
    [Theory]
    [InlineData("255044462D312E37", FileKind.Pdf)]
    [InlineData("FFD8FFE000104A46", FileKind.Jpeg)]
    [InlineData("89504E470D0A1A0A00", FileKind.Png)]
    [InlineData("0000001866747970686569630000", FileKind.Heic)]
    [InlineData("00000018667479706D6966310000000068656963", FileKind.Heic)]
    [InlineData("00000018667479706D736631000000006865766361766966", FileKind.Avif)]
    [InlineData("00000018667479706D69663100000000686569636D696166", FileKind.Heic)]
    [InlineData("00000014667479706D69663100000000686569636176696600", FileKind.Heic)]
    [InlineData("000000186674797068656978", FileKind.Heic)]
    [InlineData("000000186674797068657663", FileKind.Heic)]
    [InlineData("000000186674797061766966", FileKind.Avif)]
    [InlineData("00000018667479706D696631", FileKind.Heic)]
    [InlineData("00000018667479704D344120", FileKind.Mp4)]
    [InlineData("49492A00", FileKind.Tiff)]
    [InlineData("FFE340C4", FileKind.Mp3)]
    [InlineData("000000186674797069736F6D0000", FileKind.Mp4)]
    [InlineData("00000014667479707174202000", FileKind.QuickTime)]
    [InlineData("1A45DFA3A3", FileKind.WebM)]
    [InlineData("52494646AAAAAAAA5745425056", FileKind.WebP)]
    [InlineData("D0CF11E0A1B11AE1", FileKind.OldOffice)]
    [InlineData("4D5A9000", FileKind.Program)]
    [InlineData("2321", FileKind.Program)]
    [InlineData("00010203", FileKind.Unknown)]
    [InlineData("", FileKind.Unknown)]
    public void Sniff_FirstBytes_NamesTheKind(string hex, FileKind expected) => Assert.Equal(expected, FileKinds.Sniff(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("Повестка явиться", FileKind.Text)]
    [InlineData("  <!doctype html><p>", FileKind.Html)]
    [InlineData("<!-- a note --> <HTML lang=ru>", FileKind.Html)]
    [InlineData("<?xml version='1.0'?><!DOCTYPE html><html>", FileKind.Html)]
    [InlineData("WARC/1.1\r\n", FileKind.Warc)]
    [InlineData("say <html>", FileKind.Text)]
    [InlineData("<svg xmlns='x'>", FileKind.Svg)]
    [InlineData("<?xml version='1.0'?><a/>", FileKind.Xml)]
    public void Sniff_WrittenText_NamesTheKind(string text, FileKind expected) => Assert.Equal(expected, FileKinds.Sniff(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Sniff_TextCutInsideACharacter_IsStillText() => Assert.Equal(FileKind.Text, FileKinds.Sniff(Encoding.UTF8.GetBytes("Привет").AsSpan(..^1)));

    [Theory]
    [InlineData("windows-1251")]
    [InlineData("koi8-r")]
    [InlineData("utf-16")]
    public void Sniff_RussianPageInOtherLetters_IsAPage(string letters)
    {
        var encoding = letters == "utf-16" ? Encoding.Unicode : CodePagesEncodingProvider.Instance.GetEncoding(letters)!;
        Assert.Equal(FileKind.Html, FileKinds.Sniff([.. encoding.GetPreamble(), .. encoding.GetBytes("<html><body>Повестка</body></html>")]));
    }

    [Fact]
    public void Sniff_Packed_IsACaptureOnlyWhenOneBeginsInIt()
    {
        Assert.Equal(FileKind.Warc, FileKinds.Sniff(Captures.WarcWriter.Gzip("WARC/1.1\r\n"u8.ToArray())));
        Assert.Equal(FileKind.Unknown, FileKinds.Sniff(Captures.WarcWriter.Gzip("anything"u8.ToArray())));
        Assert.Equal(FileKind.Unknown, FileKinds.Sniff([0x1F, 0x8B, 0x08, 0xFF, 0xFF]));
        Assert.Equal(FileKind.Wacz, FileKinds.Sniff(Zip("archive/data.warc.gz", "datapackage.json")));
    }

    [Fact]
    public void Sniff_ZipWithWordParts_IsDocxAndPlainZipIsNot()
    {
        Assert.Equal(FileKind.Docx, FileKinds.Sniff(Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml")));
        Assert.Equal(FileKind.Zip, FileKinds.Sniff(Zip("photo.jpg")));
    }

    [Theory]
    [InlineData("scan.pdf", FileKind.Pdf, KindVerdict.Agrees)]
    [InlineData("SCAN.JPG", FileKind.Jpeg, KindVerdict.Agrees)]
    [InlineData("page.warc.gz", FileKind.Warc, KindVerdict.Agrees)]
    [InlineData("page.wacz", FileKind.Zip, KindVerdict.Agrees)]
    [InlineData("page.zip", FileKind.Wacz, KindVerdict.Agrees)]
    [InlineData("page.wacz", FileKind.Program, KindVerdict.Differs)]
    [InlineData("page.html", FileKind.Warc, KindVerdict.Differs)]
    [InlineData("scan.pdf", FileKind.Program, KindVerdict.Differs)]
    [InlineData("scan.pdf", FileKind.Html, KindVerdict.Differs)]
    [InlineData("scan", FileKind.Pdf, KindVerdict.Unknown)]
    [InlineData("scan.pdf", FileKind.Unknown, KindVerdict.Unknown)]
    public void Compare_NameAndBytes_GivesTheVerdict(string name, FileKind found, KindVerdict expected) => Assert.Equal(expected, FileKinds.Compare(name, found).Verdict);

    private static byte[] Zip(params string[] names)
    {
        var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write("demo"u8);
            }
        }

        return memory.ToArray();
    }
}
