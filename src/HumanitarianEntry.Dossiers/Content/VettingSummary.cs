namespace HumanitarianEntry.Dossiers.Content;

public sealed record VettingSummary
{
    public required CitedText Conclusion { get; init; }

    public required IReadOnlyList<CitedText> Method { get; init; }

    public required IReadOnlyList<ConsultedList> Lists { get; init; }

    public required IReadOnlyList<VettingResult> Results { get; init; }

    public required IReadOnlyList<NearNamesake> NearNamesakes { get; init; }

    public required string UnitResult { get; init; }

    public required IReadOnlyList<CitedText> UnitAnalysis { get; init; }

    /// <summary>Why the exclusion clauses were looked into; null when nothing called for it.</summary>
    public required CitedText? ExclusionTrigger { get; init; }

    public required IReadOnlyList<ExclusionElement> ExclusionElements { get; init; }

    public required CitedText ExclusionConclusion { get; init; }

    public required IReadOnlyList<CitedText> Limits { get; init; }

    /// <summary>Who checked: functions and organisations, never names.</summary>
    public required IReadOnlyList<VettingAct> Acts { get; init; }

    public required CitedText SecondReview { get; init; }

    public required IReadOnlyList<CitedText> Dissents { get; init; }
}

public sealed record ConsultedList(string Name, string Issuer, string Version, DateOnly Date);

public sealed record VettingResult(string Check, string Result, CitedText Explanation);

public sealed record NearNamesake(string Entry, CitedText WhyAnother);

public sealed record ExclusionElement(string Element, CitedText Finding);

public sealed record VettingAct(string Act, string Function, string Organisation, DateOnly Date);
