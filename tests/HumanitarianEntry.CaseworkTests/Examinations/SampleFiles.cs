using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using HumanitarianEntry.CaseworkTests.Screening;

namespace HumanitarianEntry.CaseworkTests.Examinations;

/// <summary>Files of every kind, made here byte by byte; nobody in them is real.</summary>
internal static class SampleFiles
{
    public static byte[] Png => File.ReadAllBytes(Path.Combine(CaseworkStore.Root, "tests", "cases", "evidence", "channel.png"));

    /// <summary>A picture of one pixel in WebP.</summary>
    public static byte[] WebP => Convert.FromBase64String("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    /// <summary>A head that promises so many pixels, and a few bytes of them.</summary>
    public static byte[] PngOf(uint width, uint height)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(head, width);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        Chunk(file, "IHDR", head);
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(new byte[1024 * 1024]);
        }

        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>A square gray picture.</summary>
    /// <param name="packed">Its rows, each behind a zero, packed.</param>
    public static byte[] PngOf(int edge, byte[] packed)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, edge);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), edge);
        head[8] = 8;
        Chunk(file, "IHDR", head);
        Chunk(file, "IDAT", packed);
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <param name="more">Parts beside the usual ones, by name.</param>
    public static byte[] Docx(string body, params (string Name, byte[] Content)[] more) => Zip(
    [
        ("[Content_Types].xml", Xml("""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
            """)),
        ("_rels/.rels", Xml("""
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>
            """)),
        ("word/document.xml", Xml($"""
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{body}</w:body></w:document>
            """)),
        .. more,
    ]);

    public static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    public static byte[] Xml(string text) => Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text.Trim());

    /// <summary>A page with words and a picture, and everything around it that a copy must not have.</summary>
    /// <param name="jpeg">The picture.</param>
    public static byte[] Pdf(byte[] jpeg)
    {
        using var file = new MemoryStream();
        void Say(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        void Stream(string about, byte[] content)
        {
            Say($"{about[..^2]} /Length {content.Length}>> stream\n");
            file.Write(content);
            Say("\nendstream endobj\n");
        }

        Say("%PDF-1.7\n");
        Say("1 0 obj <</Type /Catalog /Pages 2 0 R /Metadata 9 0 R /OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>> /Names <</EmbeddedFiles <</Names [(a.txt) 10 0 R]>> >> /AcroForm <</Fields [7 0 R]>> >> endobj\n");
        Say("2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n");
        Say("3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /AA <</O <</S /JavaScript /JS (spy\\(\\))>> >> /PieceInfo <</Demo <</Private (DEMO-SECRET-PIECE)>> >> ");
        Say("/Resources <</Font <</AA 5 0 R>> /XObject <</Im0 6 0 R>> >> /Contents 4 0 R /Annots [7 0 R <</Type /Annot /Subtype /Link /Rect [0 0 9 9] /A <</S /Launch /F (calc.exe)>> >> <</Type /Annot /Subtype /Text /Rect [0 0 9 9] /T (DEMO-AUTHOR) /Contents (DEMO-SECRET-NOTE)>>]>> endobj\n");
        Stream("4 0 obj <<>>", "BT /AA 24 Tf 20 200 Td (DEMO visible words) Tj ET q 100 0 0 75 20 20 cm /Im0 Do Q"u8.ToArray());
        Say("5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj\n");
        Stream("6 0 obj <</Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode>>", jpeg);
        Say("7 0 obj <</Type /Annot /Subtype /Widget /FT /Tx /T (DEMO-FIELD) /V (x) /Rect [20 250 120 270] /AP <</N 8 0 R>> /A <</S /JavaScript /JS (evil\\(\\))>> >> endobj\n");
        Stream("8 0 obj <</Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources <</Font <</AA 5 0 R>> >> >>", "BT /AA 12 Tf (DEMO look of a field) Tj ET"u8.ToArray());
        Stream("9 0 obj <</Type /Metadata /Subtype /XML>>", Encoding.UTF8.GetBytes("<x:xmpmeta xmlns:x='adobe:ns:meta/'><xmp:CreatorTool>DEMO-TOOL</xmp:CreatorTool></x:xmpmeta>"));
        Say("10 0 obj <</Type /Filespec /F (a.txt) /EF <</F 11 0 R>> >> endobj\n");
        Stream("11 0 obj <</Type /EmbeddedFile>>", "DEMO-SECRET-ATTACHMENT"u8.ToArray());
        Say("12 0 obj <</Author (DEMO-AUTHOR) /Title (DEMO-TITLE) /Producer (DEMO-PRODUCER)>> endobj\n");
        Say("trailer <</Root 1 0 R /Info 12 0 R /Size 13>>\n%%EOF\n");
        return file.ToArray();
    }

    private static void Chunk(Stream file, string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        var four = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(four, (uint)content.Length);
        file.Write(four);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(four, Crc32(named));
        file.Write(four);
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
