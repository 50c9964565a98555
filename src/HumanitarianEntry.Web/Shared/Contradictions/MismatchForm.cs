using System.ComponentModel.DataAnnotations;
using HumanitarianEntry.Domain.Contradictions;

namespace HumanitarianEntry.Web.Shared.Contradictions;

/// <summary>What somebody makes of one mismatch.</summary>
public sealed record MismatchForm
{
    public const string Explain = "explain";
    public const string Ask = "ask";
    public const string KeepOpen = "open";
    public const string Agree = "agree";
    public const string Disagree = "disagree";

    [Required]
    [StringLength(40)]
    public string? Pair { get; init; }

    /// <summary>What the two sources said when the page was shown.</summary>
    [Required]
    [StringLength(40)]
    public string? Seen { get; init; }

    // A list that can be filled: the binder leaves read-only ones as they are.
    public List<InnocentReason> Reasons { get; init; } = [];

    [StringLength(MismatchRules.MaxLength, ErrorMessage = "Your words are longer than 4,000 signs.")]
    public string? Words { get; init; }
}
