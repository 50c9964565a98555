using System.Collections.Frozen;

namespace HumanitarianEntry.Domain.Deadlines;

/// <summary>The clock on the wall of each country that can have a deadline here.</summary>
public static class CountryZones
{
    private static readonly TimeSpan EarliestOnEarth = TimeSpan.FromHours(14);

    private static readonly FrozenDictionary<string, string> Zones = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["KZ"] = "Asia/Almaty",
        ["AM"] = "Asia/Yerevan",
        ["GE"] = "Asia/Tbilisi",
        ["FR"] = "Europe/Paris",
        ["DE"] = "Europe/Berlin",
        ["LT"] = "Europe/Vilnius",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <exception cref="ArgumentOutOfRangeException">The country is not one of KZ, AM, GE, FR, DE, LT.</exception>
    public static TimeZoneInfo Of(string country) => Zones.TryGetValue(country, out var zone)
        ? TimeZoneInfo.FindSystemTimeZoneById(zone)
        : throw new ArgumentOutOfRangeException(nameof(country), country, "No time zone is known for this country.");

    /// <summary>The end of a day there: the last moment of a legal stay or of a document's validity.</summary>
    public static DateTimeOffset EndOf(DateOnly day, string country) => Instant(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Of(country));

    /// <summary>The day on the calendar there. Where no zone is known it is the day where it begins first: a reminder comes too early and never too late.</summary>
    public static DateOnly DayAt(DateTimeOffset instant, string country) =>
        DateOnly.FromDateTime((Zones.ContainsKey(country) ? TimeZoneInfo.ConvertTime(instant, Of(country)) : instant.ToOffset(EarliestOnEarth)).DateTime);

    /// <summary>The beginning of a day there, by the same rule as <see cref="DayAt"/>.</summary>
    public static DateTimeOffset StartOf(DateOnly day, string country) =>
        Zones.ContainsKey(country) ? Instant(day.ToDateTime(TimeOnly.MinValue), Of(country)) : new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), EarliestOnEarth);

    /// <summary>The instant of a time on the wall. Where the clock shows it twice the first one, where it is left out the moment at which the clock is put forward: never later than promised.</summary>
    public static DateTimeOffset Instant(DateTime wall, TimeZoneInfo zone)
    {
        var time = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        if (zone.IsAmbiguousTime(time))
        {
            return new DateTimeOffset(time, zone.GetAmbiguousTimeOffsets(time).Max());
        }

        while (zone.IsInvalidTime(time))
        {
            time = time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute) - TimeSpan.TicksPerMinute);
            if (!zone.IsInvalidTime(time))
            {
                return new DateTimeOffset(time, zone.GetUtcOffset(time)).AddMinutes(1);
            }
        }

        return new DateTimeOffset(time, zone.GetUtcOffset(time));
    }
}
