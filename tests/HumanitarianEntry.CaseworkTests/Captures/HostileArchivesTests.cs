using System.Globalization;
using System.IO.Compression;
using System.Text;
using HumanitarianEntry.Casework.Captures;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Domain.EvidenceFiles;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Captures;

/// <summary>Archives of captures that lie about themselves.</summary>
public sealed class HostileArchivesTests
{
    private const string Url = "https://demo.invalid/post/1";
    private static readonly byte[] Html = WarcWriter.Page("Post", "<p>words</p>");

    [Fact]
    public void Archive_ThatLies_IsRefusedWithItsReason()
    {
        var good = new WarcWriter().Response(Url, Html).Wacz([(Url, "Post")]);
        Assert.Equal(NoCopyReason.Broken, Assert.Throws<NotCleanedException>(() => Read(good[..^30], FileKind.Wacz)).Reason);

        // A list of contents that goes on for as long as the file.
        using var many = new MemoryStream();
        using (var archive = new ZipArchive(many, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("datapackage.json");
            for (var i = 0; i < 60_000; i++)
            {
                archive.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"archive/{i:000000000000000000000000000000}.warc"));
            }
        }

        Assert.Equal(NoCopyReason.UnpacksTooLarge, Assert.Throws<NotCleanedException>(() => Read(many.ToArray(), FileKind.Wacz)).Reason);
        Assert.Equal(NoCopyReason.KindNotCleaned, Assert.Throws<NotCleanedException>(() => Read(Examinations.SampleFiles.Zip(("a.txt", [1])), FileKind.Zip)).Reason);
    }

    [Fact]
    public void Archive_WithTwoPartsOfOneName_IsRefused()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in (string[])["datapackage.json", "archive/a.warc", "ARCHIVE/A.warc"])
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write("{}"u8);
            }
        }

        Assert.Equal(NoCopyReason.Broken, Assert.Throws<NotCleanedException>(() => Read(file.ToArray(), FileKind.Wacz)).Reason);
    }

    [Fact]
    public void Archive_OfMoreThanFourGigabytesByItsWords_IsReadAsFarAsItGoes()
    {
        // ZIP64: the sizes stand in a field of their own.
        var part = new WarcWriter().Response(Url, Html).Plain();
        var copy = Read(Zip64(("archive/data.warc", part), ("datapackage.json", Encoding.UTF8.GetBytes($"{{\"resources\": [{{\"path\": \"archive/data.warc\", \"hash\": \"{WarcWriter.Sha256(part)}\", \"bytes\": {part.Length}}}]}}"))), FileKind.Wacz);
        Assert.Equal(Url, Assert.Single(copy.Capture!.Pages).Url);
        Assert.Equal([new CaptureFault(CaptureFaultKind.PartMissing, "datapackage-digest.json")], copy.Capture.Faults);
    }

    private static CleanCopy Read(byte[] content, FileKind kind, CaptureBudget? budget = null) => CaptureReaderTests.Read(content, kind, budget).Copy;

    /// <summary>An archive of stored parts whose sizes and number stand in the wide fields.</summary>
    private static byte[] Zip64(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using var writer = new BinaryWriter(file);
        List<(string Name, byte[] Content, long At, uint Crc)> written = [];
        foreach (var (name, content) in parts)
        {
            var crc = Crc(content);
            written.Add((name, content, file.Position, crc));
            writer.Write(0x04034B50u);
            Entry(writer, crc);
            writer.Write((ushort)name.Length);
            writer.Write((ushort)20);
            writer.Write(Encoding.ASCII.GetBytes(name));
            Wide(writer, content.Length, null);
            writer.Write(content);
        }

        var start = file.Position;
        foreach (var (name, content, at, crc) in written)
        {
            writer.Write(0x02014B50u);
            writer.Write((ushort)45);
            Entry(writer, crc);
            writer.Write((ushort)name.Length);
            writer.Write((ushort)28);
            writer.Write(new byte[10]);
            writer.Write(uint.MaxValue);
            writer.Write(Encoding.ASCII.GetBytes(name));
            Wide(writer, content.Length, at);
        }

        var end = file.Position;
        writer.Write(0x06064B50u);
        writer.Write(44L);
        writer.Write((ushort)45);
        writer.Write((ushort)45);
        writer.Write(0L);
        writer.Write((long)written.Count);
        writer.Write((long)written.Count);
        writer.Write(end - start);
        writer.Write(start);
        writer.Write(0x07064B50u);
        writer.Write(0);
        writer.Write(end);
        writer.Write(1);
        writer.Write(0x06054B50u);
        writer.Write(0);
        writer.Write(ushort.MaxValue);
        writer.Write(ushort.MaxValue);
        writer.Write(uint.MaxValue);
        writer.Write(uint.MaxValue);
        writer.Write((ushort)0);
        return file.ToArray();

        static void Entry(BinaryWriter writer, uint crc)
        {
            writer.Write((ushort)45);
            writer.Write((ushort)0);
            writer.Write((ushort)0);
            writer.Write(0u);
            writer.Write(crc);
            writer.Write(uint.MaxValue);
            writer.Write(uint.MaxValue);
        }

        static void Wide(BinaryWriter writer, long length, long? at)
        {
            writer.Write((ushort)1);
            writer.Write((ushort)(at is null ? 16 : 24));
            writer.Write(length);
            writer.Write(length);
            if (at is { } place)
            {
                writer.Write(place);
            }
        }
    }

    private static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var b in content)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320u;
            }
        }

        return ~crc;
    }
}
