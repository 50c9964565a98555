using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>How a file is to be taken.</summary>
public sealed record ListImportMode
{
    /// <summary>Read, check and compare only; nothing is stored.</summary>
    public bool DryRun { get; init; }

    /// <summary>Take the file although rows of it were not understood. Recorded with the version.</summary>
    public bool AcceptGaps { get; init; }

    /// <summary>The second person of a change of what a list means.</summary>
    public Guid? ConfirmedBy { get; init; }

    /// <summary>The file of further names that belongs to the format <see cref="ListFormats.OfacSdn"/>.</summary>
    public ReadOnlyMemory<byte>? Aliases { get; init; }

    /// <summary>Told how many entries have been written so far.</summary>
    public IProgress<int>? Progress { get; init; }
}

public enum ListImportOutcome
{
    /// <summary>Nothing was stored because nothing should be.</summary>
    Checked,

    /// <summary>The version is in force.</summary>
    InForce,

    /// <summary>Nothing was stored; the reasons say why.</summary>
    Refused,
}

/// <summary>What reading the file showed and what became of it. Line numbers, never the content of rows.</summary>
public sealed record ListImportReport
{
    public required ListImportOutcome Outcome { get; init; }

    /// <summary>Why it was refused, or would be; sentences for the operator.</summary>
    public required IReadOnlyList<Sentence> Reasons { get; init; }

    public required string Encoding { get; init; }
    public required int RowsRead { get; init; }
    public required int RowsOfOtherKind { get; init; }

    /// <summary>Entries that the version has, or would have.</summary>
    public required int Entries { get; init; }

    public required IReadOnlyList<RowError> Errors { get; init; }

    /// <summary>Rows whose key an earlier row has.</summary>
    public required IReadOnlyList<DuplicateKey> Duplicates { get; init; }

    /// <summary>How many keys occur more than once.</summary>
    public int DuplicateKeys => Duplicates.Select(d => d.Key).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Entry by entry what is different from the version in force, in order of keys; empty for a new list.</summary>
    public IReadOnlyList<ChangedEntry> Differences { get; init; } = [];

    /// <summary>The list cannot be taken with this header, whatever is accepted.</summary>
    public bool IsStopped { get; init; }

    /// <summary>The version in force before; null for a new list.</summary>
    public required string? VersionBefore { get; init; }

    public required int Added { get; init; }
    public required int Changed { get; init; }
    public required int Removed { get; init; }

    /// <summary>Open cases that are screened again because of this version.</summary>
    public int CasesToScreen { get; init; }
}
