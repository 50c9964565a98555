using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>A loaded version of the register of military units or of incidents. One row is the whole version: it is there or it is not.</summary>
public sealed class MilitaryRegisterRow
{
    public required Guid Id { get; init; }

    /// <summary>"units" or "incidents".</summary>
    [MaxLength(32)]
    public required string Kind { get; init; }

    [MaxLength(64)]
    public required string Version { get; init; }

    /// <summary>Who answers for the content.</summary>
    [MaxLength(200)]
    public required string Publisher { get; init; }

    /// <summary>The day that the content describes.</summary>
    public required DateOnly VersionDate { get; init; }

    /// <summary>SHA-256 of the file as loaded.</summary>
    [MaxLength(32)]
    public required byte[] Hash { get; init; }

    public required Guid LoadedBy { get; init; }

    public required DateTimeOffset LoadedAt { get; init; }

    public required int EntryCount { get; init; }

    /// <summary>The file, sealed (installation key).</summary>
    public required byte[] SealedFile { get; init; }

    /// <summary>The entries as they were read, sealed (installation key).</summary>
    public required byte[] SealedEntries { get; init; }

    /// <summary>In force.</summary>
    public bool Active { get; set; }
}
