namespace HumanitarianEntry.Dossiers.Composing;

/// <summary>Sentences on what states have begun against or for the person. Numbers in braces are filled in.</summary>
public sealed record LawTexts
{
    /// <summary>{0} authority, {1} how far it has come.</summary>
    public required string Procedure { get; init; }

    /// <summary>{0} kind, {1} authority, {2} how it stands.</summary>
    public required string Order { get; init; }

    /// <summary>{0} first day.</summary>
    public required string Enforceable { get; init; }

    /// <summary>{0} by whom.</summary>
    public required string SuspendedBy { get; init; }

    /// <summary>{0} last day.</summary>
    public required string SuspendedUntil { get; init; }

    /// <summary>{0} last day.</summary>
    public required string Remedy { get; init; }

    public required string RemedyTaken { get; init; }

    /// <summary>{0} kind, {1} court.</summary>
    public required string CourtDay { get; init; }

    /// <summary>{0} what came of it.</summary>
    public required string Outcome { get; init; }

    /// <summary>{0} country, {1} why.</summary>
    public required string Restriction { get; init; }

    /// <summary>{0} country, {1} why, {2} since when.</summary>
    public required string RestrictionSince { get; init; }

    /// <summary>{0} last day.</summary>
    public required string RestrictionUntil { get; init; }

    /// <summary>{0} kind, {1} how it stands.</summary>
    public required string Danger { get; init; }
}
