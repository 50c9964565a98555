using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>When somebody of the staff talks on which case: what a calendar needs without opening forty cases. What the talk is about, and by which channel, lies sealed.</summary>
public sealed class AppointmentRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Who holds the talk.</summary>
    public required Guid StaffId { get; set; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>The interpreter's working code; null when nobody interprets.</summary>
    [MaxLength(64)]
    public string? InterpreterCode { get; init; }

    [MaxLength(16)]
    public required string State { get; set; }

    /// <summary>IANA name of the zone whose clock the person looks at.</summary>
    [MaxLength(64)]
    public required string TimeZone { get; set; }

    /// <summary>When it came to stand so.</summary>
    public required DateTimeOffset ChangedAt { get; set; }
}

/// <summary>A quarter of an hour that is given away. Its key is what refuses a double booking, on every node and in every database.</summary>
public sealed class BookedQuarterRow
{
    [MaxLength(80)]
    public required string Holder { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required Guid AppointmentId { get; set; }
}
