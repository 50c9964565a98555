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
    [InlineData("<svg xmlns='x'>", FileKind.Svg)]
    [InlineData("<?xml version='1.0'?><a/>", FileKind.Xml)]
    public void Sniff_WrittenText_NamesTheKind(string text, FileKind expected) => Assert.Equal(expected, FileKinds.Sniff(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Sniff_TextCutInsideACharacter_IsStillText() => Assert.Equal(FileKind.Text, FileKinds.Sniff(Encoding.UTF8.GetBytes("Привет").AsSpan(..^1)));

    [Fact]
    public void Sniff_ZipWithWordParts_IsDocxAndPlainZipIsNot()
    {
        Assert.Equal(FileKind.Docx, FileKinds.Sniff(Zip("[Content_Types].xml", "_rels/.rels", "word/document.xml")));
        Assert.Equal(FileKind.Zip, FileKinds.Sniff(Zip("photo.jpg")));
    }

    [Theory]
    [InlineData("scan.pdf", FileKind.Pdf, KindVerdict.Agrees)]
    [InlineData("SCAN.JPG", FileKind.Jpeg, KindVerdict.Agrees)]
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
