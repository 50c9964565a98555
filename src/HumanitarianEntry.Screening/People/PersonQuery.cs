namespace HumanitarianEntry.Screening.People;

/// <summary>ICAO 9303 sex field. X never contradicts.</summary>
public enum Sex
{
    Male,
    Female,
    Unspecified,
}

/// <summary>A number on a paper. Kind is free but must be spelt alike on both sides (passport, id, inn); country is ISO 3166-1 alpha-2 where known.</summary>
public sealed record IdentityNumber(string Kind, string Number, string? Country = null)
{
    /// <summary>Letters and digits only, upper case: the form in which numbers are compared.</summary>
    public string Comparable => string.Concat(Number.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

/// <summary>
/// Who is looked for. Everything but one name (or one identity number) may be missing; what is missing is never counted against the person.
/// </summary>
public sealed record PersonQuery
{
    /// <summary>All known names and spellings; the best pair counts.</summary>
    public required IReadOnlyList<PersonName> Names { get; init; }

    public BirthDate? BirthDate { get; init; }

    public Sex? Sex { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case. SU stands for the Soviet Union.</summary>
    public IReadOnlyList<string> Nationalities { get; init; } = [];

    public IReadOnlyList<IdentityNumber> Identifiers { get; init; } = [];
}
