using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>What routing needs to know of a case in clear; every fact about a person lies sealed in <see cref="CompartmentVersionRow"/>.</summary>
public sealed class CaseRow
{
    public required Guid Id { get; init; }

    /// <summary>The public random name of the case.</summary>
    [MaxLength(32)]
    public required string Reference { get; init; }

    [MaxLength(64)]
    public required string ProgrammeId { get; set; }

    [MaxLength(128)]
    public required string DefinitionVersionId { get; set; }

    [MaxLength(32)]
    public required string State { get; set; }

    /// <summary>Emergency, Parked or Sealed while the run is paused; null otherwise.</summary>
    [MaxLength(32)]
    public string? SidePath { get; set; }

    [MaxLength(16)]
    public required string Priority { get; set; }

    /// <summary>ISO 3166-1 code of the country the applicant is in now.</summary>
    [MaxLength(8)]
    public string? CountryOfStay { get; set; }

    [MaxLength(64)]
    public required string OwningOrg { get; set; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Number of the last change of the programmes that was carried to this case.</summary>
    public int ProgrammeChange { get; set; }

    /// <summary>The earliest open due date; null when nothing is due, and while the clocks stand still.</summary>
    public DateTimeOffset? NextDueAt { get; set; }

    /// <summary>When the case stood still and why (emergency, parked, sealed), as JSON; null when it never did. The last one has no end while it stands still.</summary>
    public string? Standstills { get; set; }

    /// <summary>When somebody must be reminded of the lawful stay, the travel paper or another legal day; these clocks never pause. Null when none has a day ahead.</summary>
    public DateTimeOffset? NextDayMarkAt { get; set; }

    /// <summary>The end of the lawful stay by what is recorded; null when no end is known.</summary>
    public DateTimeOffset? StayEndsAt { get; set; }

    /// <summary>The language that the person speaks, as it was said at first contact.</summary>
    [MaxLength(8)]
    public string? Language { get; set; }

    /// <summary>What the open emergency is, in a closed word (removal-risk, missed-check-in, detained ...); removal-risk also while a removal order can be carried out within thirty days; null otherwise.</summary>
    [MaxLength(32)]
    public string? Alarm { get; set; }

    /// <summary>Since when somebody must look after a person who did not come and does not answer; null when nobody must.</summary>
    public DateTimeOffset? WelfareCheckDueAt { get; set; }

    /// <summary>Why the case closed (G16 outcome); null while it is open.</summary>
    [MaxLength(64)]
    public string? Outcome { get; set; }

    /// <summary>Position of the workflow run as JSON: identifiers only, never a fact about a person.</summary>
    public required string RunState { get; set; }

    /// <summary>What was handed to which post, by function, in order; null before the first hand-over, and in cases where nothing was handed over since this is written down.</summary>
    public string? Handed { get; set; }

    /// <summary>Moved by one at every saved change of this row; a writer who read an older one is refused.</summary>
    public long ConcurrencyVersion { get; set; }

    /// <summary>Number of the last audit entry; 0 before the first.</summary>
    public long AuditSequence { get; set; }

    /// <summary>Hash of the last audit entry; empty before the first.</summary>
    [MaxLength(32)]
    public byte[] AuditHash { get; set; } = [];

    /// <summary>Keyed proof over the head of the audit chain, so that cutting off its tail is noticed.</summary>
    [MaxLength(32)]
    public byte[] AuditProof { get; set; } = [];
}
