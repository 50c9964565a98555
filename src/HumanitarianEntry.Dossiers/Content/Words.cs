namespace HumanitarianEntry.Dossiers.Content;

/// <summary>A date as far as it is known: a year, a month of a year, or a day.</summary>
public sealed record PartialDate
{
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (day is not null && month is null)
            throw new ArgumentException("A day needs its month.", nameof(day));
        _ = new DateOnly(year, month ?? 1, day ?? 1);
        (Year, Month, Day) = (year, month, day);
    }

    public int Year { get; }

    public int? Month { get; }

    public int? Day { get; }

    /// <summary>Stated as "about".</summary>
    public bool Approximate { get; init; }

    /// <summary>The first day the date can mean; dates are put in order by it.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day the date can mean.</summary>
    public DateOnly Latest => Day is not null ? Earliest : Month is not null ? Earliest.AddMonths(1).AddDays(-1) : new DateOnly(Year, 12, 31);

    public static PartialDate On(DateOnly day) => new(day.Year, day.Month, day.Day);
}

/// <summary>A statement in the language of the dossier with the annexes that bear it out.</summary>
public sealed record CitedText(string Text, params IReadOnlyList<int> Annexes)
{
    /// <summary>A statement that no annex bears out.</summary>
    public static implicit operator CitedText(string text) => new(text);
}

/// <summary>Words as they were spoken or written, with their translation.</summary>
public sealed record QuotedStatement
{
    /// <summary>What is quoted, when and where it was said; without names of third persons.</summary>
    public required string Context { get; init; }

    public required string Original { get; init; }

    /// <summary>BCP 47 language of the original.</summary>
    public required string OriginalLanguage { get; init; }

    public required string Translation { get; init; }

    /// <summary>Function of the translator; never a name.</summary>
    public required string TranslatorFunction { get; init; }

    public IReadOnlyList<int> Annexes { get; init; } = [];
}

public sealed record DatedFact(PartialDate When, CitedText What);
