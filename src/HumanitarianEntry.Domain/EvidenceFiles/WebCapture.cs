using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.EvidenceFiles;

/// <summary>Forms in which web pages are handed in as files.</summary>
public enum CaptureKind
{
    /// <summary>A ZIP archive with WARC files, a list of pages and hashes (WACZ 1.1.1).</summary>
    Wacz,

    /// <summary>Requests and answers one after the other (ISO 28500).</summary>
    Warc,

    /// <summary>One page as a browser or an extension saved it.</summary>
    Html,
}

/// <summary>What a captured web page's file says of itself, as it was read without opening a connection and without running anything.</summary>
/// <param name="Pages">The first <see cref="MostPages"/> pages, in the order of the capture.</param>
public sealed record WebCapture(CaptureKind Kind, ImmutableList<CapturedPage> Pages)
{
    /// <summary>So many pages are kept on record and copied as text.</summary>
    public const int MostPages = 20;

    /// <summary>So many faults are kept on record.</summary>
    public const int MostFaults = 40;

    /// <summary>What made the file, in its own words.</summary>
    public string? Software { get; init; }

    /// <summary>How many pages there are in all.</summary>
    public int PageCount { get; init; }

    /// <summary>Records that were read; 0 for a saved page.</summary>
    public int Records { get; init; }

    /// <summary>How many of the hashes that stand in the file were worked out anew and agree.</summary>
    public int HashesThatHold { get; init; }

    /// <summary>It carries a signature, which is not checked here.</summary>
    public bool IsSigned { get; init; }

    public ImmutableList<CaptureFault> Faults { get; init; } = [];

    /// <summary>How many faults there are in all.</summary>
    public int FaultCount { get; init; }

    /// <summary>Nothing in it is altered, cut off or lacking, as far as its own hashes tell.</summary>
    public bool IsSound => FaultCount == 0 && HashesThatHold > 0;

    /// <summary>For those who do not work with originals: addresses without what may identify who looked.</summary>
    public WebCapture Plain() => this with { Pages = Pages.ConvertAll(p => p with { Url = p.Url is null ? null : WebAddresses.Plain(p.Url).Address }), Software = null, Faults = [] };
}

/// <param name="Url">As it stands in the file; null where a saved page does not say it.</param>
/// <param name="At">When it was captured, as the file says.</param>
/// <param name="Status">Of the HTTP answer; null where there was none.</param>
/// <param name="Sha256">Of the page's bytes as they lie in the file, in hexadecimal; null where they are not there.</param>
public sealed record CapturedPage(string? Url, string? Title, DateTimeOffset? At, int? Status, string? ContentType, string? Sha256);

/// <param name="Where">The part or record that it concerns, in the file's own words.</param>
public sealed record CaptureFault(CaptureFaultKind Kind, string Where);

/// <summary>What is broken or missing in a capture.</summary>
public enum CaptureFaultKind
{
    /// <summary>A hash inside was worked out anew and is another one: the content was changed.</summary>
    HashDiffers,

    /// <summary>A hash of a kind that is not known here.</summary>
    HashOfUnknownKind,

    /// <summary>A record or part that has no hash.</summary>
    HashMissing,

    /// <summary>The list of contents names a part that is not there.</summary>
    PartMissing,

    /// <summary>A part that the list of contents does not name.</summary>
    PartNotListed,

    /// <summary>A part whose name climbs out of the archive or is written in a strange way.</summary>
    StrangeName,

    /// <summary>The list of pages names a page that was not captured.</summary>
    PageNotCaptured,

    /// <summary>It ends in the middle.</summary>
    CutOff,

    /// <summary>The capturing program itself left something out.</summary>
    ShortenedByItsMaker,

    /// <summary>A record that is not written as it must be; nothing behind it could be read.</summary>
    RecordBroken,

    /// <summary>The packed content of a page does not unpack.</summary>
    PageDoesNotUnpack,

    /// <summary>More records, parts or nested archives than are read here; the rest was not looked at.</summary>
    MoreThanIsRead,

    /// <summary>Letters of the page were guessed: it does not say how it is written.</summary>
    LettersGuessed,
}
