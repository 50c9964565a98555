namespace HumanitarianEntry.Dossiers.Content;

/// <summary>How surely the identity is known (handbook G2).</summary>
public enum IdentityGrade
{
    /// <summary>Official document with photograph, seen in original.</summary>
    A,

    /// <summary>Copy, live video and a second document.</summary>
    B,

    /// <summary>Copies only.</summary>
    C,

    /// <summary>No documents; attested by two independent persons.</summary>
    D,
}

public sealed record PersonSheet
{
    public required string SurnameCyrillic { get; init; }

    public required string GivenNamesCyrillic { get; init; }

    public required string? PatronymicCyrillic { get; init; }

    /// <summary>After ICAO Doc 9303, upper case.</summary>
    public required string SurnameIcao { get; init; }

    public required string GivenNamesIcao { get; init; }

    public required IReadOnlyList<NameSpelling> Spellings { get; init; }

    public required PartialDate Birth { get; init; }

    public required string BirthPlace { get; init; }

    public required string Sex { get; init; }

    public required IReadOnlyList<string> Nationalities { get; init; }

    /// <summary>PNG or JPEG.</summary>
    public required byte[]? Photograph { get; init; }

    public required IReadOnlyList<HeldDocument> DocumentsHeld { get; init; }

    public required IReadOnlyList<MissingDocument> DocumentsMissing { get; init; }

    public required IdentityGrade IdentityGrade { get; init; }

    public required CitedText IdentityGradeReason { get; init; }
}

/// <param name="Source">Where this spelling stands: a document, a list, an account.</param>
public sealed record NameSpelling(string Text, string Source);

public sealed record HeldDocument(string Kind, string Number, PartialDate? Issued, string Validity, CitedText Condition);

public sealed record MissingDocument(string Kind, CitedText Reason);

/// <summary>A relative who does not travel; only what the request needs.</summary>
public sealed record StayingRelative(string Relationship, string Country, CitedText Remark);

/// <summary>The two conditions of a consular laissez-passer (decree 2004-1543, art. 8): no travel document, and none to be had.</summary>
public sealed record TravelDocumentObstacle
{
    public required IReadOnlyList<CitedText> WhyNone { get; init; }

    public required IReadOnlyList<CitedText> OwnAuthorities { get; init; }

    public required IReadOnlyList<CitedText> LocalAuthorities { get; init; }

    public required CitedText Finding { get; init; }
}
