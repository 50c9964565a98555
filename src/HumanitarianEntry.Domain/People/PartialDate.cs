using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HumanitarianEntry.Domain.People;

/// <summary>
/// A date of which the day, or the day and the month, may be unknown: <c>1998-03-14</c>, <c>2023-03</c>, <c>2022</c> (ISO 8601 reduced precision).
/// Handbook section 3: partial dates are first-class; every rule widens them to their full range.
/// </summary>
[JsonConverter(typeof(PartialDateConverter))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct PartialDate
{
    private PartialDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    public int Year { get; }
    public int? Month { get; }
    public int? Day { get; }

    /// <summary>First day that the date can mean.</summary>
    public DateOnly Earliest => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>Last day that the date can mean.</summary>
    public DateOnly Latest => Day is not null ? Earliest : Month is not null ? Earliest.AddMonths(1).AddDays(-1) : new DateOnly(Year, 12, 31);

    public static PartialDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    public static implicit operator PartialDate(DateOnly day) => Of(day);

    /// <summary>Builds a date from form fields; null when the parts cannot be a date (month 13, 30 February, a day without a month).</summary>
    public static PartialDate? TryCreate(int year, int? month, int? day)
    {
        if (year is < 1900 or > 2200 || month is < 1 or > 12 || (day is not null && month is null))
        {
            return null;
        }

        return day is { } d && (d < 1 || d > DateTime.DaysInMonth(year, month!.Value)) ? null : new PartialDate(year, month, day);
    }

    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var parts = (text ?? string.Empty).Trim().Split('-');
        if (parts.Length is < 1 or > 3 || parts[0].Length != 4)
        {
            return false;
        }

        var numbers = new int?[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if ((i > 0 && parts[i].Length != 2) || !int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return false;
            }

            numbers[i] = number;
        }

        var made = TryCreate(numbers[0]!.Value, numbers[1], numbers[2]);
        date = made ?? default;
        return made is not null;
    }

    public static PartialDate Parse(string text) =>
        TryParse(text, out var date) ? date : throw new FormatException($"'{text}' is not a date. Write 1998-03-14, 1998-03 or 1998.");

    /// <summary>True when the two dates may mean the same day.</summary>
    public bool MayEqual(PartialDate other) => Earliest <= other.Latest && other.Earliest <= Latest;

    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}"),
    };
}

internal sealed class PartialDateConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => reader.GetInt32().ToString("0000", CultureInfo.InvariantCulture),
            _ => null,
        };
        return PartialDate.TryParse(text, out var date) ? date : throw new JsonException($"'{text}' is not a date (1998-03-14, 1998-03 or 1998).");
    }

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
