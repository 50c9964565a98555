using System.Text;
using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>The layouts that a list file can have, by the names used on the command line and on pages.</summary>
public static class ListFormats
{
    public const string Csv = "csv";
    public const string Wanted = "wanted";
    public const string OfacSdn = "ofac-sdn";
    public const string EuJournal = "eu";
    public const string UnXml = "un";

    public static readonly IReadOnlyList<string> All = [Csv, Wanted, OfacSdn, EuJournal, UnXml];

    /// <exception cref="InvalidDataException">There is no such format, or the header of the table does not say where the names are.</exception>
    /// <param name="aliases">The file of further names of <see cref="OfacSdn"/>.</param>
    internal static ListFormat Of(string format, byte[] file, Stream? aliases = null) => format switch
    {
        Csv => new ListFormat.Mapped(MappingOf(HeaderOf(file))),
        Wanted => new ListFormat.WantedTable(),
        OfacSdn => new ListFormat.OfacSdn(aliases),
        EuJournal => new ListFormat.EuJournal(),
        UnXml => new ListFormat.UnXml(),
        _ => throw new InvalidDataException($"There is no list format '{format}'. There are: {string.Join(", ", All)}."),
    };

    /// <summary>The first row of a plain table, which must be in UTF-8; its separator is the one that occurs most.</summary>
    private static List<string> HeaderOf(byte[] file)
    {
        var content = file.AsSpan(file.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0);
        var end = content.IndexOfAny((byte)'\n', (byte)'\r');
        var line = Encoding.UTF8.GetString(end < 0 ? content : content[..end]);
        var separator = new[] { ',', ';', '\t' }.MaxBy(c => line.Count(l => l == c));
        return [.. line.Split(separator).Select(c => c.Trim().Trim('"').Trim())];
    }

    private static ColumnMapping MappingOf(List<string> header)
    {
        // birthYear, birth_year and "Birth year" are the same column.
        string? Column(string name) => header.Find(h => string.Concat(h.Where(char.IsLetterOrDigit)).Equals(name, StringComparison.OrdinalIgnoreCase));

        var mapping = new ColumnMapping
        {
            Id = Column("id"),
            Name = Column("name"),
            Family = Column("family"),
            Given = Column("given"),
            Patronymic = Column("patronymic"),
            Aliases = Column("aliases"),
            WeakAliases = Column("weakAliases"),
            BirthDate = Column("birthDate"),
            BirthYear = Column("birthYear"),
            Sex = Column("sex"),
            Nationality = Column("nationality"),
            Articles = Column("articles"),
            Reason = Column("reason"),
            Place = Column("place"),
            Passport = Column("passport"),
            NationalNumber = Column("nationalNumber"),
        };
        return mapping.Name is null && mapping.Family is null
            ? throw new InvalidDataException("The table has neither a column 'name' nor a column 'family'. Known columns: id, name, family, given, patronymic, aliases, weakAliases, birthDate, birthYear, sex, nationality, articles, reason, place, passport, nationalNumber.")
            : mapping;
    }
}
