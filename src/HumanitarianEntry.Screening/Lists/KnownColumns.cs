namespace HumanitarianEntry.Screening.Lists;

/// <summary>Columns of the EU Official Journal table.</summary>
internal static class EuJournalColumns
{
    public static readonly ColumnMapping Mapping = new()
    {
        Id = "recordId",
        Name = "name",
        Aliases = "alias",
        WeakAliases = "weakAlias",
        BirthDate = "birthDate",
        Sex = "gender",
        Nationality = "nationality",
        Reason = "reason",
        Place = "birthPlace",
        Passport = "passportNumber",
        NationalNumber = "idNumber",
    };
}

/// <summary>Finds the columns of a wanted-persons table by the headers in use, Russian or English.</summary>
internal static class WantedColumns
{
    public static ColumnMapping Find(string text)
    {
        var header = CsvRows.Read(text, CsvRows.SeparatorOf(text)).FirstOrDefault()?.Cells.Select(c => c.Trim()).ToArray() ?? throw new InvalidDataException("The list file is empty.");
        var name = Pick(header, "name", "fio", "фио", "ф.и.о.", "имя", "full_name");
        var family = Pick(header, "family", "surname", "last_name", "фамилия");
        return new ColumnMapping
        {
            Id = Pick(header, "id", "uid", "номер"),
            Name = family is null ? name ?? throw new InvalidDataException("The wanted table has no name column.") : null,
            Family = family,
            Given = family is null ? null : Pick(header, "given", "first_name", "имя", "name"),
            Patronymic = Pick(header, "patronymic", "middle_name", "отчество"),
            BirthDate = Pick(header, "birth_date", "birthdate", "date_of_birth", "дата рождения"),
            BirthYear = Pick(header, "birth_year", "birthyear", "year", "год рождения", "год"),
            Sex = Pick(header, "sex", "gender", "пол"),
            Nationality = Pick(header, "nationality", "citizenship", "гражданство"),
            Articles = Pick(header, "articles", "article", "статьи", "статья"),
            Reason = Pick(header, "reason", "основание", "особые приметы", "features"),
            Place = Pick(header, "place", "birth_place", "region", "место рождения", "место", "регион"),
        };
    }

    private static string? Pick(string[] header, params string[] names) =>
        names.Select(n => header.FirstOrDefault(h => h.Equals(n, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(h => h is not null);
}
