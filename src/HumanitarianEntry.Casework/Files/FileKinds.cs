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
        [_, _, _, _, 0x66, 0x74, 0x79, 0x70, var a, var b, var c, var d, ..] => Brand(Encoding.ASCII.GetString([a, b, c, d])),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => FileKind.WebM,
        [0x4F, 0x67, 0x67, 0x53, ..] => FileKind.Ogg,
        [0x49, 0x44, 0x33, ..] or [0xFF, 0xFB or 0xF3 or 0xF2, ..] => FileKind.Mp3,
        [0x50, 0x4B, 0x03, 0x04, ..] => Zipped(head),
        [0x50, 0x4B, 0x05, 0x06, ..] => FileKind.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => FileKind.OldOffice,
        [0x7B, 0x5C, 0x72, 0x74, 0x66, ..] => FileKind.Rtf,
        [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, ..] => FileKind.Rar,
        [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, ..] => FileKind.SevenZip,
        [0x4D, 0x5A, ..] or [0x7F, 0x45, 0x4C, 0x46, ..] or [0x23, 0x21, ..] => FileKind.Program,
        _ => Written(head),
    };

    /// <summary>Compares the given file name's ending with the found kind.</summary>
    public static KindCheck Compare(string fileName, FileKind found)
    {
        var declared = Declared(fileName);
        var verdict = declared == FileKind.Unknown || found == FileKind.Unknown ? KindVerdict.Unknown : declared == found ? KindVerdict.Agrees : KindVerdict.Differs;
        return new KindCheck(declared, found, verdict);
    }

    private static FileKind Declared(string fileName) => Path.GetExtension(fileName).ToUpperInvariant() switch
    {
        ".PDF" => FileKind.Pdf,
        ".JPG" or ".JPEG" => FileKind.Jpeg,
        ".PNG" => FileKind.Png,
        ".GIF" => FileKind.Gif,
        ".WEBP" => FileKind.WebP,
        ".HEIC" or ".HEIF" => FileKind.Heic,
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
        ".EXE" or ".DLL" or ".SH" => FileKind.Program,
        _ => FileKind.Unknown,
    };

    private static FileKind Brand(string brand) => brand switch
    {
        "heic" or "heix" or "hevc" or "heim" or "heis" or "mif1" or "msf1" => FileKind.Heic,
        "qt  " => FileKind.QuickTime,
        _ => FileKind.Mp4,
    };

    private static FileKind Zipped(ReadOnlySpan<byte> head) =>
        head.IndexOf("application/vnd.oasis.opendocument"u8) >= 0 ? FileKind.OpenDocument
        : head.IndexOf("[Content_Types].xml"u8) < 0 && head.IndexOf("_rels/.rels"u8) < 0 ? FileKind.Zip
        : head.IndexOf("word/"u8) >= 0 ? FileKind.Docx
        : head.IndexOf("xl/"u8) >= 0 ? FileKind.Xlsx
        : FileKind.Zip;

    private static FileKind Written(ReadOnlySpan<byte> head)
    {
        var content = head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;
        if (content.IsEmpty || content.IndexOf((byte)0) >= 0 || !LooksLikeUtf8(content))
        {
            return FileKind.Unknown;
        }

        var start = Encoding.UTF8.GetString(content[..Math.Min(content.Length, 512)]).TrimStart().ToUpperInvariant();
        return start switch
        {
            _ when start.StartsWith("<!DOCTYPE HTML", StringComparison.Ordinal) || start.StartsWith("<HTML", StringComparison.Ordinal) || start.StartsWith("<SCRIPT", StringComparison.Ordinal) => FileKind.Html,
            _ when start.StartsWith('<') && start.Contains("<SVG", StringComparison.Ordinal) => FileKind.Svg,
            _ when start.StartsWith("<?XML", StringComparison.Ordinal) => FileKind.Xml,
            _ => FileKind.Text,
        };
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
