namespace HumanitarianEntry.Dossiers.Content;

/// <summary>Everything that stands on the one page for an emergency, in the words of the dossier's language.</summary>
public sealed record UrgentPage
{
    public required DossierHeader Header { get; init; }

    /// <summary>Null: made before there were profiles.</summary>
    public DisclosureStamp? Disclosure { get; init; }

    public required string Who { get; init; }

    /// <summary>How surely it is known, and on what.</summary>
    public required string Identity { get; init; }

    public required string Asked { get; init; }

    public required string Basis { get; init; }

    public required IReadOnlyList<string> Danger { get; init; }

    /// <summary>The nearest days that the law sets; empty when none is known.</summary>
    public required IReadOnlyList<string> LastDays { get; init; }

    public required IReadOnlyList<string> Checked { get; init; }

    /// <summary>What is missing and what is not checked; never shortened.</summary>
    public required IReadOnlyList<string> NotChecked { get; init; }

    public required string Recommendation { get; init; }

    /// <summary>Reasons of the recommendation, the first the most important.</summary>
    public required IReadOnlyList<string> Grounds { get; init; }
}
