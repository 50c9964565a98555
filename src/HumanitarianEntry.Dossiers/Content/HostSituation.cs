namespace HumanitarianEntry.Dossiers.Content;

public sealed record HostSituation
{
    public required string Country { get; init; }

    public required CitedText Arrival { get; init; }

    public required IReadOnlyList<HostStay> Stays { get; init; }

    /// <summary>Asylum procedure, orders of removal, days in court.</summary>
    public required IReadOnlyList<DatedFact> Procedures { get; init; }

    /// <summary>Arrests, checks, threats.</summary>
    public required IReadOnlyList<DatedFact> Incidents { get; init; }

    public required IReadOnlyList<CitedText> RemovalRisks { get; init; }
}

public sealed record HostStay(string Country, CitedText Basis, PartialDate From, PartialDate? Until);

public sealed record RiskAssessment
{
    public required IReadOnlyList<CitedText> OnReturn { get; init; }

    public required IReadOnlyList<CitedText> InHostCountry { get; init; }

    public required IReadOnlyList<CountrySource> Sources { get; init; }
}

/// <summary>A published report on a country.</summary>
/// <param name="Title">As it is published, in a language of its own.</param>
/// <param name="Address">Empty where none is known.</param>
/// <param name="Finding">What it finds.</param>
/// <param name="FindingLanguage">BCP 47 language of the finding.</param>
public sealed record CountrySource(string Title, string Address, string Publisher, PartialDate Date, string Finding, string FindingLanguage);

/// <summary>Goes on a confidential sheet of its own.</summary>
public sealed record SpecificNeeds
{
    public required IReadOnlyList<CitedText> Medical { get; init; }

    public required IReadOnlyList<CitedText> Psychological { get; init; }

    public required IReadOnlyList<CitedText> Family { get; init; }
}

public sealed record ReceptionPlan
{
    public required string Partner { get; init; }

    public required string Place { get; init; }

    public required CitedText Accommodation { get; init; }

    public required IReadOnlyList<CitedText> Steps { get; init; }

    public required string Contact { get; init; }
}

public sealed record EarlierApplication(string State, string Kind, PartialDate Date, string Outcome, CitedText Remark);
