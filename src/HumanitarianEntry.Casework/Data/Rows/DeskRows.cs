using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>How a person of the staff wants his desk.</summary>
public sealed class DeskSettingRow
{
    public required Guid StaffId { get; init; }

    /// <summary>IANA name of the zone whose clock the person looks at; null until he chose one.</summary>
    [MaxLength(64)]
    public string? TimeZone { get; set; }

    /// <summary>Units and towns that the person comes from, sealed like his name; null when he named none.</summary>
    [MaxLength(8192)]
    public byte[]? SealedTies { get; set; }
}

/// <summary>A colleague is asked to take a case. Until he accepts it stays with who asked.</summary>
public sealed class HandOverRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid FromStaffId { get; init; }

    public required Guid ToStaffId { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Asked, Accepted, Declined or TakenBack.</summary>
    [MaxLength(16)]
    public required string State { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
}

/// <summary>A person of the staff is away. Nothing is taken from him; urgent news goes to the stand-in as well.</summary>
public sealed class AbsenceRow
{
    public required Guid Id { get; init; }

    public required Guid StaffId { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; set; }

    public required Guid StandInId { get; init; }
}

/// <summary>A choice of cases that a person keeps under a name of his own.</summary>
public sealed class SavedFilterRow
{
    public required Guid Id { get; init; }

    public required Guid StaffId { get; init; }

    [MaxLength(60)]
    public required string Name { get; init; }

    /// <summary>The choice as it stands in the address of the page: closed words only.</summary>
    [MaxLength(400)]
    public required string Query { get; set; }
}
