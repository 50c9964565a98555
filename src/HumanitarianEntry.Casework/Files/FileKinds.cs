using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace HumanitarianEntry.Casework.Files;

/// <summary>Recognises common kinds of files by their first bytes. It says what a file looks like, never that it is harmless.</summary>
public static class FileKinds
{
    /// <summary>How many first bytes are enough to decide.</summary>
    public const int HeadSize = 4096;

    /// <summary>The kind of a file that starts with these bytes.</summary>
    public static FileKind Sniff(ReadOnlySpan<byte> head) => head switch
    {
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => FileKind.Pdf,
        [0xFF, 0xD8, 0xFF, ..] => FileKind.Jpeg,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => FileKind.Png,
        [0x47, 0x49, 0x46, 0x38, 0x37 or 0x39, 0x61, ..] => FileKind.Gif,
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => FileKind.WebP,
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x41, 0x56, 0x45, ..] => FileKind.Wav,
        [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => FileKind.Tiff,
        [_, _, _, _, 0x66, 0x74, 0x79, 0x70, _, _, _, _, ..] => Brand(head),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => FileKind.WebM,
        [0x4F, 0x67, 0x67, 0x53, ..] => FileKind.Ogg,
        [0x49, 0x44, 0x33, ..] or [0xFF, 0xFB or 0xFA or 0xF3 or 0xF2 or 0xE3 or 0xE2, ..] => FileKind.Mp3,
        [0x50, 0x4B, 0x03, 0x04, ..] => Zipped(head),
        [0x50, 0x4B, 0x05, 0x06, ..] => FileKind.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => FileKind.OldOffice,
        [0x7B, 0x5C, 0x72, 0x74, 0x66, ..] => FileKind.Rtf,
        [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, ..] => FileKind.Rar,
        [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, ..] => FileKind.SevenZip,
        [0x57, 0x41, 0x52, 0x43, 0x2F, ..] => FileKind.Warc,
        [0x1F, 0x8B, 0x08, ..] => Packed(head),
        [0x4D, 0x5A, ..] or [0x7F, 0x45, 0x4C, 0x46, ..] or [0x23, 0x21, ..] => FileKind.Program,
        _ => Written(head),
    };

    /// <summary>Compares the given file name's ending with the found kind.</summary>
    public static KindCheck Compare(string fileName, FileKind found)
    {
        var declared = Declared(fileName);
        var verdict = declared == FileKind.Unknown || found == FileKind.Unknown ? KindVerdict.Unknown : declared == found || AreBothArchives(declared, found) || (declared, found) is (FileKind.Heic, FileKind.Avif) ? KindVerdict.Agrees : KindVerdict.Differs;
        return new KindCheck(declared, found, verdict);
    }

    /// <summary>A WACZ is a ZIP archive; whether it is one shows only when it is read whole.</summary>
    private static bool AreBothArchives(FileKind declared, FileKind found) => (declared, found) is (FileKind.Zip, FileKind.Wacz) or (FileKind.Wacz, FileKind.Zip);

    private static FileKind Declared(string fileName) => fileName.EndsWith(".warc.gz", StringComparison.OrdinalIgnoreCase) ? FileKind.Warc : Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".PDF" => FileKind.Pdf,
        ".JPG" or ".JPEG" => FileKind.Jpeg,
        ".PNG" => FileKind.Png,
        ".GIF" => FileKind.Gif,
        ".WEBP" => FileKind.WebP,
        ".HEIC" or ".HEIF" => FileKind.Heic,
        ".AVIF" => FileKind.Avif,
        ".TIF" or ".TIFF" => FileKind.Tiff,
        ".MP4" or ".M4V" or ".M4A" or ".3GP" => FileKind.Mp4,
        ".MOV" => FileKind.QuickTime,
        ".WEBM" or ".MKV" => FileKind.WebM,
        ".OGG" or ".OGA" or ".OPUS" => FileKind.Ogg,
        ".MP3" => FileKind.Mp3,
        ".WAV" => FileKind.Wav,
        ".ZIP" => FileKind.Zip,
        ".DOCX" => FileKind.Docx,
        ".XLSX" => FileKind.Xlsx,
        ".ODT" or ".ODS" => FileKind.OpenDocument,
        ".DOC" or ".XLS" => FileKind.OldOffice,
        ".RTF" => FileKind.Rtf,
        ".RAR" => FileKind.Rar,
        ".7Z" => FileKind.SevenZip,
        ".HTM" or ".HTML" => FileKind.Html,
        ".SVG" => FileKind.Svg,
        ".XML" => FileKind.Xml,
        ".TXT" or ".CSV" or ".MD" => FileKind.Text,
        ".WARC" => FileKind.Warc,
        ".WACZ" => FileKind.Wacz,
        ".EXE" or ".DLL" or ".SH" => FileKind.Program,
        _ => FileKind.Unknown,
    };

    /// <summary>The first brand says it, and where that one only says "a picture", those behind it.</summary>
    private static FileKind Brand(ReadOnlySpan<byte> head) => Encoding.ASCII.GetString(head.Slice(8, 4)) switch
    {
        "avif" or "avis" => FileKind.Avif,
        "mif1" or "msf1" or "mif2" or "miaf" => HasBrand(head, "avif"u8) || HasBrand(head, "avis"u8) ? FileKind.Avif : FileKind.Heic,
        "heic" or "heix" or "hevc" or "hevx" or "heim" or "heis" or "hevm" or "hevs" => FileKind.Heic,
        "qt  " => FileKind.QuickTime,
        _ => FileKind.Mp4,
    };

    private static bool HasBrand(ReadOnlySpan<byte> head, ReadOnlySpan<byte> brand)
    {
        var end = Math.Min(head.Length, (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), HeadSize));
        for (var at = 16; at + brand.Length <= end; at += brand.Length)
        {
            if (head.Slice(at, brand.Length).SequenceEqual(brand))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Only what a gzip stream begins with is unpacked.</summary>
    private static FileKind Packed(ReadOnlySpan<byte> head)
    {
        try
        {
            using var unpacked = new GZipStream(new MemoryStream(head.ToArray()), CompressionMode.Decompress);
            var start = new byte[5];
            return unpacked.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual("WARC/"u8) ? FileKind.Warc : FileKind.Unknown;
        }
        catch (InvalidDataException)
        {
            return FileKind.Unknown;
        }
    }

    /// <summary>The name of the first part, as every part of an archive begins with it.</summary>
    private static ReadOnlySpan<byte> FirstName(ReadOnlySpan<byte> head) =>
        head.Length > 30 && (head[26] | (head[27] << 8)) is var length && 30 + length <= head.Length ? head.Slice(30, length) : [];

    private static bool IsPartOfCapture(ReadOnlySpan<byte> name) => name.SequenceEqual("datapackage.json"u8) || name.SequenceEqual("pages/pages.jsonl"u8) || name.StartsWith("pages/extraPages"u8)
        || name.StartsWith("indexes/index."u8) || (name.StartsWith("archive/"u8) && (name.EndsWith(".warc"u8) || name.EndsWith(".warc.gz"u8)));

    private static FileKind Zipped(ReadOnlySpan<byte> head) =>
        IsPartOfCapture(FirstName(head)) ? FileKind.Wacz
        : head.IndexOf("application/vnd.oasis.opendocument"u8) >= 0 ? FileKind.OpenDocument
        : head.IndexOf("[Content_Types].xml"u8) < 0 && head.IndexOf("_rels/.rels"u8) < 0 ? FileKind.Zip
        : head.IndexOf("word/"u8) >= 0 ? FileKind.Docx
        : head.IndexOf("xl/"u8) >= 0 ? FileKind.Xlsx
        : FileKind.Zip;

    private static FileKind Written(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return IsPage((head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(head[2..])) ? FileKind.Html : FileKind.Unknown;
        }

        var content = head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;
        if (content.IsEmpty || content.IndexOf((byte)0) >= 0)
        {
            return FileKind.Unknown;
        }

        // Russian pages are often written in other letters than UTF-8; their marks are the same.
        if (IsPage(Encoding.Latin1.GetString(content)))
        {
            return FileKind.Html;
        }

        if (!LooksLikeUtf8(content))
        {
            return FileKind.Unknown;
        }

        var start = Encoding.UTF8.GetString(content[..Math.Min(content.Length, 512)]).TrimStart().ToUpperInvariant();
        return start switch
        {
            _ when start.StartsWith('<') && start.Contains("<SVG", StringComparison.Ordinal) => FileKind.Svg,
            _ when start.StartsWith("<?XML", StringComparison.Ordinal) => FileKind.Xml,
            _ => FileKind.Text,
        };
    }

    /// <summary>Whether a web page begins here, behind notes and the line of XML that some have.</summary>
    private static bool IsPage(string text)
    {
        var rest = text.AsSpan().TrimStart();
        while (rest.StartsWith("<!--", StringComparison.Ordinal) || rest.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            var end = rest.IndexOf(rest[1] == '!' ? "-->" : "?>", StringComparison.Ordinal);
            if (end < 0)
            {
                return false;
            }

            rest = rest[(end + 2)..].TrimStart(['>', ' ', '\t', '\r', '\n']);
        }

        foreach (var mark in (string[])["<!doctype html", "<html", "<head>", "<body", "<script", "<title>", "<meta "])
        {
            if (rest.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    // The head may end inside a character: up to three bytes at its end may be incomplete.
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> content)
    {
        for (var cut = 0; cut <= Math.Min(3, content.Length - 1); cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(content[..^cut]))
            {
                return !content.ContainsAnyInRange((byte)0x00, (byte)0x08) && !content.ContainsAnyInRange((byte)0x0E, (byte)0x1A);
            }
        }

        return false;
    }
}
