using System.Globalization;
using System.Runtime.InteropServices;

namespace HumanitarianEntry.Screening.People;

/// <summary>
/// A birth date as papers and lists give it: a year, a year and month, or a full day (Gregorian).
/// Built by <see cref="OfYear"/>, <see cref="OfMonth"/>, <see cref="OfDay"/> or the parsers; <c>default</c> is no date and is refused by the search.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BirthDate
{
    private BirthDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    public int Year { get; }

    public int? Month { get; }

    public int? Day { get; }

    /// <summary>False only for <c>default</c>.</summary>
    public bool IsGiven => Year != 0;

    public bool IsFullDay => Day is not null;

    /// <summary>1 January is what registrars write when only the year is known; it proves the year and nothing more.</summary>
    public bool IsNewYearDummy => Month == 1 && Day == 1;

    /// <exception cref="ArgumentOutOfRangeException">Year outside 1850..2200.</exception>
    public static BirthDate OfYear(int year) => Checked(year, null, null);

    /// <exception cref="ArgumentOutOfRangeException">No such month.</exception>
    public static BirthDate OfMonth(int year, int month) => Checked(year, month, null);

    /// <exception cref="ArgumentOutOfRangeException">No such day.</exception>
    public static BirthDate OfDay(int year, int month, int day) => Checked(year, month, day);

    public static BirthDate Of(DateOnly day) => OfDay(day.Year, day.Month, day.Day);

    /// <summary>Reads <c>1998</c>, <c>1998-03</c>, <c>1998-03-14</c>, <c>14.3.1998</c>, <c>3.1998</c>, <c>14/03/1998</c>, <c>14 Mar 1998</c>, <c>March 1998</c>, <c>14 марта 1998</c>.</summary>
    /// <exception cref="FormatException">The text is no such date.</exception>
    public static BirthDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException("Not a birth date: expected a year, year-month or day.");

    /// <inheritdoc cref="Parse"/>
    public static bool TryParse(string? text, out BirthDate date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        var parts = text.Trim().Split(['-', '.', '/', ' '], StringSplitOptions.RemoveEmptyEntries);
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            numbers[i] = Number(parts[i]);
        }

        if (numbers.Length is < 1 or > 3 || numbers.Any(n => n <= 0))
        {
            return false;
        }

        var yearFirst = parts[0].Length == 4;
        if (!yearFirst)
        {
            Array.Reverse(numbers);
        }

        if ((yearFirst ? parts[0] : parts[^1]).Length != 4 || !Exists(numbers))
        {
            return false;
        }

        date = new BirthDate(numbers[0], numbers.Length > 1 ? numbers[1] : null, numbers.Length > 2 ? numbers[2] : null);
        return true;
    }

    /// <summary>ISO 8601: <c>1998</c>, <c>1998-03</c> or <c>1998-03-14</c>.</summary>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
        (int m, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{m:D2}"),
        (int m, int d) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{m:D2}-{d:D2}"),
    };

    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] RussianMonths = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

    private static int Number(string part)
    {
        if (part.Length > 2 && char.IsLetter(part[0]))
        {
            var english = Array.FindIndex(Months, m => m.StartsWith(part, StringComparison.OrdinalIgnoreCase) || (m == "september" && part.Equals("sept", StringComparison.OrdinalIgnoreCase)));
            return (english >= 0 ? english : Array.FindIndex(RussianMonths, m => part.StartsWith(m, StringComparison.OrdinalIgnoreCase))) + 1;
        }

        return part.Length <= 4 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
    }

    private static BirthDate Checked(int year, int? month, int? day)
    {
        int[] parts = [year, .. month is int m ? [m] : Array.Empty<int>(), .. day is int d ? [d] : Array.Empty<int>()];
        return Exists(parts)
            ? new BirthDate(year, month, day)
            : throw new ArgumentOutOfRangeException(nameof(year), "No such date between 1850 and 2200.");
    }

    private static bool Exists(ReadOnlySpan<int> yearMonthDay) =>
        yearMonthDay[0] is >= 1850 and <= 2200
        && (yearMonthDay.Length < 2 || yearMonthDay[1] is >= 1 and <= 12)
        && (yearMonthDay.Length < 3 || (yearMonthDay[2] >= 1 && yearMonthDay[2] <= DateTime.DaysInMonth(yearMonthDay[0], yearMonthDay[1])));
}
