using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>A file in the sealed file store.</summary>
public sealed class StoredFileRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Where it lies inside the case's folder: a keyed hash of its content.</summary>
    [MaxLength(64)]
    public required string KeyedAddress { get; init; }

    /// <summary>Plain size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Name given, plain SHA-256, declared and found kind, sealed with the case's file key.</summary>
    public required byte[] SealedMeta { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    [MaxLength(32)]
    public required string State { get; set; }

    /// <summary>When its bytes were last compared with what was received; null until the first time.</summary>
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>What the last look found, as a word of the domain's file conditions; null until the first time.</summary>
    [MaxLength(16)]
    public string? Condition { get; set; }
}

/// <summary>The seal over one day of all chains: the copy of what was written outside.</summary>
public sealed class DaySealRow
{
    /// <summary>The UTC day as yyyymmdd.</summary>
    public required int Day { get; init; }

    public required string Json { get; init; }

    /// <summary>The answer of the time stamp service over the root; null while there is none.</summary>
    public byte[]? Stamp { get; set; }

    /// <summary>The time that the stamp states.</summary>
    public DateTimeOffset? StampedAt { get; set; }
}

/// <summary>A loaded version of a public list that names are screened against.</summary>
public sealed class ScreeningListRow
{
    public required Guid Id { get; init; }

    /// <summary>The list's key, the same over all its versions.</summary>
    [MaxLength(64)]
    public required string ListKey { get; init; }

    [MaxLength(64)]
    public required string Version { get; init; }

    /// <summary>What being on the list can mean, as a word of the domain's list kinds.</summary>
    [MaxLength(32)]
    public required string Kind { get; init; }

    /// <summary>Who published the file.</summary>
    [MaxLength(200)]
    public required string Publisher { get; init; }

    /// <summary>Whose claim the entries are.</summary>
    [MaxLength(200)]
    public required string AssertingAuthority { get; init; }

    /// <summary>The day that the content describes.</summary>
    public required DateOnly VersionDate { get; init; }

    /// <summary>The layout that the file was read as.</summary>
    [MaxLength(32)]
    public required string Format { get; init; }

    /// <summary>Rows that were not understood, and whatever else was not clean, when the loader accepted the file all the same; 0 for a clean file.</summary>
    public required int GapsAccepted { get; init; }

    /// <summary>SHA-256 of the file as loaded.</summary>
    [MaxLength(32)]
    public required byte[] Hash { get; init; }

    /// <summary>A list kept by the persecuting state: a match is a sign of danger to the person, never of guilt.</summary>
    public required bool IsPersecutor { get; init; }

    public required Guid LoadedBy { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    public required int EntryCount { get; init; }

    /// <summary>The list's file, sealed (installation key).</summary>
    public byte[]? SealedFile { get; init; }

    public bool Active { get; set; }
}

/// <summary>One parsed entry of a screening list; public material, so not sealed.</summary>
public sealed class ScreeningListEntryRow
{
    public required Guid ListId { get; init; }

    /// <summary>Position in the list, from 0.</summary>
    public required int Ordinal { get; init; }

    public required string Json { get; init; }
}
