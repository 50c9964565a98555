using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace HumanitarianEntry.Domain.EvidenceFiles;

/// <summary>One look into a stored file of the evidence, or of a vetter's capture: what the malware scanner said, what the file tells of its making, and the copies that were made of it.</summary>
/// <param name="Item">Label of the evidence item, or of the capture.</param>
/// <param name="Sha256">Of the original that was looked into, in hexadecimal.</param>
public sealed record FileExamination(string Item, Guid FileId, string Sha256, ScanVerdict Verdict)
{
    /// <summary>Why it was not scanned; null when it was.</summary>
    public NotScannedReason? Reason { get; init; }

    /// <summary>The signature that matched; null unless something was found.</summary>
    public string? Malware { get; init; }

    /// <summary>What scanned, with the version of its signatures; null where nothing did.</summary>
    public string? Scanner { get; init; }

    /// <summary>The demonstration's policy: the file goes on although nothing scanned it.</summary>
    public bool IsLetThrough { get; init; }

    /// <summary>What the file says of place, time, device and author of its making. For those who work with the originals; in no dossier.</summary>
    public ImmutableList<FileTrait> Traits { get; init; } = [];

    /// <summary>The copy without those traits; null where there is none (<see cref="NoCopy"/>).</summary>
    public WorkingCopy? Copy { get; init; }

    /// <summary>A small picture of the re-encoded copy, for the screen.</summary>
    public WorkingCopy? Preview { get; init; }

    /// <summary>Why there is no working copy.</summary>
    public NoCopyReason? NoCopy { get; init; }

    /// <summary>What a captured web page's file says of itself; null for every other file. Absent where it is not, so that examinations of before read and hash the same.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WebCapture? Capture { get; init; }
}

/// <summary>A name and a value that stand inside a file.</summary>
public sealed record FileTrait(string Name, string Value);

/// <summary>A stored file that was derived from an original and tells where from and how.</summary>
/// <param name="Mime">Kind of the copy, in the words of <see cref="AntiWarActivity.EvidenceFile.Mime"/>.</param>
/// <param name="Tool">Name and version of what made it.</param>
/// <param name="Parameters">How it was told to.</param>
public sealed record WorkingCopy(Guid FileId, string Sha256, long Size, string Mime, Guid ParentFileId, string ParentSha256, string Tool, string Parameters, DateTimeOffset MadeAt);

/// <summary>What the malware scanner said.</summary>
public enum ScanVerdict
{
    Clean,
    Malware,
    NotScanned,
}

public enum NotScannedReason
{
    /// <summary>No scanner is set up.</summary>
    NoScanner,
    NotReachable,

    /// <summary>Larger than the scanner takes.</summary>
    TooLarge,
    TimedOut,

    /// <summary>The scanner answered that it could not scan it.</summary>
    Failed,
}

/// <summary>Why no copy without traits could be made.</summary>
public enum NoCopyReason
{
    /// <summary>No tool here cleans files of this kind.</summary>
    KindNotCleaned,
    Empty,

    /// <summary>Larger than is cleaned.</summary>
    TooLarge,

    /// <summary>More pixels than are ever decoded.</summary>
    TooManyPixels,

    /// <summary>Cut off, damaged, or not what it says it is.</summary>
    Broken,

    /// <summary>Opens only with a password.</summary>
    Encrypted,

    /// <summary>Layers that are not shown, which a copy would show.</summary>
    HiddenLayers,

    /// <summary>Macros or other programs inside.</summary>
    CarriesPrograms,

    /// <summary>Unpacks to far more than it weighs.</summary>
    UnpacksTooLarge,

    /// <summary>Several pictures or a moving one in a file of pictures.</summary>
    SeveralPictures,

    /// <summary>A part of the file is of a form that is not cleaned.</summary>
    UnknownForm,
    TimedOut,

    /// <summary>The tool is not installed, or failed.</summary>
    ToolMissing,
    ToolFailed,

    /// <summary>A capture without a page that can be read as text.</summary>
    NoPages,
}
