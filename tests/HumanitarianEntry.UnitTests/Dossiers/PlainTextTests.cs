using System.IO.Compression;
using System.Text;
using HumanitarianEntry.Dossiers.Reading;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

/// <summary>Texts inside files that are no PDF, wherever they stand.</summary>
public sealed class PlainTextTests
{
    private const string Name = "Вымышлин Тест DEMO";

    public static TheoryData<Encoding> Encodings => [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Of_NameAtAnyPlaceInAnyEncoding_IsFound(Encoding encoding)
    {
        // Beside the ends of the pieces in which it is read, and at odd places.
        foreach (var at in new[] { 0, 1, 2, 3, 8_185, 8_191, 8_192, 16_370, 16_383, 16_384, 131_057, 131_071, 262_130, 262_143, 400_001 })
        {
            var bytes = new byte[500_000];
            encoding.GetBytes(Name).CopyTo(bytes, at);
            Assert.Contains(PlainText.Of(bytes), text => text.Contains(Name, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Of_LongTextWithoutABreak_IsFoundAcrossTheEndsOfItsPieces()
    {
        for (var at = 10_000; at < 62_000; at += 41)
        {
            var text = new StringBuilder(new string('я', 70_000)).Insert(at, " " + Name + " ");
            Assert.Contains(PlainText.Of(Encoding.UTF8.GetBytes(text.ToString())), piece => piece.Contains(" " + Name + " ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Of_NoiseOfCompressedPictures_IsHardlyAnyText()
    {
        var noise = new byte[4 * 1024 * 1024];
        new Random(4711).NextBytes(noise);
        Assert.InRange(PlainText.Of(noise).Sum(text => text.Length), 1, noise.Length / 5);
        Assert.All(PlainText.Of(noise), text => Assert.InRange(text.Length, 1, 40_000));
    }

    [Fact]
    public void Of_WideTextThatSaysSo_IsReadInEveryScript()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("DEMO 証人の名前は秘密")).ToArray();
        Assert.Contains(PlainText.Of(bytes), text => text.Contains("証人の名前", StringComparison.Ordinal));
    }

    [Fact]
    public void OfPacked_WhoChangedSomething_IsFoundAndAWordInTwoPiecesIsOne()
    {
        var texts = string.Join('\n', PackedText.Of(Packed("<w:ins w:author=\"Nora Quillwright\" w:id=\"1\"><w:t>Вымыш</w:t></w:ins><w:r><w:t>лин</w:t></w:r>")));
        Assert.Contains("Nora Quillwright", texts, StringComparison.Ordinal);
        Assert.Contains("Вымышлин", texts, StringComparison.Ordinal);
    }

    [Fact]
    public void OfPacked_Damaged_SaysSo()
    {
        var bytes = Packed("DEMO");
        Assert.Null(PackedText.Of(bytes.AsMemory(0, bytes.Length - 20)).Last());
        Assert.Null(PackedText.Of("PK\u0003\u0004"u8.ToArray()).Last());
    }

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = new StreamWriter(archive.CreateEntry("word/document.xml").Open());
            entry.Write(text);
        }

        return packed.ToArray();
    }
}
