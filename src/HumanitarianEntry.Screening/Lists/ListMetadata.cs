namespace HumanitarianEntry.Screening.Lists;

/// <summary>Where a list comes from and who answers for it. Every candidate carries it, so that no hit is shown without its source.</summary>
public sealed record ListMetadata
{
    /// <summary>Stable short name of the list over all its versions, such as <c>eu-sanctions</c>.</summary>
    public required string ListId { get; init; }

    /// <summary>Who published the file.</summary>
    public required string Publisher { get; init; }

    /// <summary>Whose claim the entries are; may differ from the publisher (a notice published by one body at the request of a state).</summary>
    public required string AssertingAuthority { get; init; }

    /// <summary>The asserting authority persecutes the applicants. A hit is evidence for the applicant and a travel risk; it may never count against him (handbook, persecutor rule).</summary>
    public required bool IsPersecutor { get; init; }

    /// <summary>Version as the publisher names it, or the file's date.</summary>
    public required string Version { get; init; }

    /// <summary>Day the content describes; policy decides how old a list may be.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Account that loaded the file.</summary>
    public required string LoadedBy { get; init; }
}
