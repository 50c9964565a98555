using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>A translation job as its translator's list needs it: he is on no case and finds it by this. No content; the text lies sealed in the case.</summary>
public sealed class TranslationJobRow
{
    /// <summary>Random name of the job.</summary>
    [MaxLength(16)]
    public required string Number { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid TranslatorId { get; init; }

    /// <summary>Where the text lies: evidence or interview.</summary>
    [MaxLength(16)]
    public required string Compartment { get; init; }

    [MaxLength(16)]
    public required string State { get; set; }

    [MaxLength(3)]
    public required string From { get; init; }

    [MaxLength(3)]
    public required string To { get; init; }

    /// <summary>Length of the original in signs; 0 for a picture.</summary>
    public required int Signs { get; init; }

    public required DateOnly DueOn { get; init; }

    /// <summary>The first day on which it must be told that it is late; null when nothing is waited for, and when it was told.</summary>
    public DateOnly? LateOn { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}
