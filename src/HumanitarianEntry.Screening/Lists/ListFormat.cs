namespace HumanitarianEntry.Screening.Lists;

/// <summary>How a file is laid out.</summary>
public abstract record ListFormat
{
    private protected ListFormat()
    {
    }

    /// <summary>A table with a header row, read by named columns.</summary>
    public sealed record Mapped(ColumnMapping Columns) : ListFormat;

    /// <summary>A wanted-persons table as Mediazona publishes it: name, sex, birth year or date, place, nationality, articles; Russian or English headers. Without an id column the key is made of the row's content.</summary>
    public sealed record WantedTable : ListFormat;

    /// <summary>US Treasury SDN file (no header, 12 columns); only individuals are read.</summary>
    /// <param name="Aliases">The matching ALT file, where at hand. It is read to its end, not closed.</param>
    public sealed record OfacSdn(Stream? Aliases = null) : ListFormat;

    /// <summary>UN Security Council consolidated list as XML; only individuals are read.</summary>
    public sealed record UnXml : ListFormat;

    /// <summary>EU Official Journal persons as CSV with the columns celex, recordId, schema, name, alias, weakAlias, previousName, nationality, birthDate, gender, passportNumber, idNumber, reason.</summary>
    public sealed record EuJournal : ListFormat;
}

/// <summary>Which column holds what; names are compared without regard to case. Either <see cref="Name"/> or <see cref="Family"/> is needed.</summary>
public sealed record ColumnMapping
{
    public string? Id { get; init; }

    /// <summary>Whole name in one column.</summary>
    public string? Name { get; init; }

    public string? Family { get; init; }

    public string? Given { get; init; }

    public string? Patronymic { get; init; }

    /// <summary>Further names, divided by semicolons or bars.</summary>
    public string? Aliases { get; init; }

    public string? WeakAliases { get; init; }

    /// <summary>Full or partial dates, divided by semicolons, bars or commas.</summary>
    public string? BirthDate { get; init; }

    /// <summary>Year alone; used where the date column is empty.</summary>
    public string? BirthYear { get; init; }

    public string? Sex { get; init; }

    public string? Nationality { get; init; }

    public string? Articles { get; init; }

    public string? Reason { get; init; }

    public string? Place { get; init; }

    public string? Passport { get; init; }

    public string? NationalNumber { get; init; }
}
