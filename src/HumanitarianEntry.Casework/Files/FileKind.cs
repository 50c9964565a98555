namespace HumanitarianEntry.Casework.Files;

/// <summary>What a file's first bytes say it is.</summary>
public enum FileKind
{
    Unknown,
    Pdf,
    Jpeg,
    Png,
    Gif,
    WebP,
    Heic,
    Tiff,
    Mp4,
    QuickTime,
    WebM,
    Ogg,
    Mp3,
    Wav,
    Zip,
    Docx,
    Xlsx,
    OpenDocument,
    OldOffice,
    Rtf,
    Rar,
    SevenZip,
    Html,
    Svg,
    Xml,
    Text,
    Program,

    /// <summary>Captured web pages as requests and answers (ISO 28500), packed or not.</summary>
    Warc,

    /// <summary>Captured web pages in a ZIP archive with a list of contents.</summary>
    Wacz,

    /// <summary>A picture as HEIC, with the coding of the web (AV1).</summary>
    Avif,
}

/// <summary>How the declared kind stands to the found one.</summary>
public enum KindVerdict
{
    /// <summary>Name and bytes agree.</summary>
    Agrees,

    /// <summary>They do not: a person must look before anybody opens it.</summary>
    Differs,

    /// <summary>The name or the bytes are of no kind we know.</summary>
    Unknown,
}

/// <summary>The comparison of what was declared (by the name's ending) with what was found.</summary>
public sealed record KindCheck(FileKind Declared, FileKind Found, KindVerdict Verdict);
