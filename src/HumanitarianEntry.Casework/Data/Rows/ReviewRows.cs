using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>What two reviewers said to one item of a decided vetting, in closed words. Its id is random and leads to no case.</summary>
public sealed class ReviewTallyRow
{
    public required Guid Id { get; init; }

    /// <summary>The month of the decision, such as 202611.</summary>
    public required int Month { get; init; }

    [MaxLength(32)]
    public required string Kind { get; init; }

    [MaxLength(32)]
    public string? First { get; init; }

    [MaxLength(32)]
    public string? Second { get; init; }

    public bool Panel { get; init; }

    public bool Split { get; init; }

    public bool Dissent { get; init; }
}

/// <summary>What a case came to about one entry of a list, found from other cases by a keyed hash of the entry. Useless without the key; gone with the case.</summary>
public sealed class EntryAnswerRow
{
    public required Guid CaseId { get; init; }

    [MaxLength(32)]
    public required byte[] Entry { get; init; }

    /// <summary>NotSame or CannotTell; that somebody is a listed person is never told to another case.</summary>
    [MaxLength(16)]
    public required string Outcome { get; set; }

    /// <summary>The reasons, closed words parted by blanks.</summary>
    [MaxLength(500)]
    public required string Codes { get; set; }

    /// <summary>The month of the last answer, such as 202611.</summary>
    public required int Month { get; set; }
}
