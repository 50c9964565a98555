using System.ComponentModel.DataAnnotations;

namespace HumanitarianEntry.Web.Applicants.Things;

/// <summary>What a page says of a file before it sends the first piece.</summary>
public sealed record BeginForm
{
    [Required, StringLength(1000)]
    public string? Name { get; init; }

    [Required, Range(0, long.MaxValue)]
    public long? Size { get; init; }

    /// <summary>SHA-256 of the first bytes: by it the same file is known again.</summary>
    [Required, RegularExpression("[0-9a-f]{64}")]
    public string? Fingerprint { get; init; }
}
