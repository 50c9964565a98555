using System.Collections.Frozen;
using System.Globalization;

namespace HumanitarianEntry.Domain.Deadlines;

/// <summary>Days on which nobody can be expected to act, by country. The file beside this class names its source and what is not in it.</summary>
public sealed class PublicHolidays
{
    private const string Resource = "HumanitarianEntry.Domain.Deadlines.public-holidays.txt";
    private readonly FrozenDictionary<(string Country, int Year), FrozenSet<DateOnly>> days;

    private PublicHolidays(FrozenDictionary<(string Country, int Year), FrozenSet<DateOnly>> days) => this.days = days;

    /// <summary>KZ, AM, GE, FR, DE, LT for 2024 to 2030.</summary>
    public static PublicHolidays Known { get; } = Read(Shipped());

    /// <summary>Reads lines of country, year and month-days; lines that begin with # are remarks.</summary>
    /// <exception cref="FormatException">A line is not of that form, or a country and year stand there twice.</exception>
    public static PublicHolidays Read(string text)
    {
        var read = new Dictionary<(string, int), FrozenSet<DateOnly>>();
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [{ Length: 2 } country, var yearText, .. var monthDays] || !int.TryParse(yearText, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            {
                throw new FormatException($"A line of holidays is 'COUNTRY YEAR MM-DD ...', not '{line}'.");
            }

            var found = monthDays.Select(day => DateOnly.ParseExact($"{yearText}-{day}", "yyyy-MM-dd", CultureInfo.InvariantCulture)).ToFrozenSet();
            if (!read.TryAdd((country, year), found))
            {
                throw new FormatException($"The holidays of {country} {year} stand there twice.");
            }
        }

        return new PublicHolidays(read.ToFrozenDictionary());
    }

    /// <summary>False on Saturdays, Sundays and public holidays.</summary>
    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="day">A day as the calendar there shows it.</param>
    /// <exception cref="HolidaysUnknownException">The file has no line for the country and year: a deadline over unknown days would be a guess.</exception>
    public bool IsWorkingDay(string country, DateOnly day)
    {
        if (!days.TryGetValue((country, day.Year), out var holidays))
        {
            throw new HolidaysUnknownException(country, day.Year);
        }

        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);
    }

    private static string Shipped()
    {
        using var stream = typeof(PublicHolidays).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The resource {Resource} is missing.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>The public holidays of a country and year are not known here; the data file needs a line for them.</summary>
public sealed class HolidaysUnknownException(string country, int year) : Exception($"The public holidays of {country} in {year.ToString(CultureInfo.InvariantCulture)} are not known; add them to the file of public holidays.");
