namespace HumanitarianEntry.Domain.Deadlines;

/// <summary>The clock on the wall of each country that can have a deadline here.</summary>
public static class CountryZones
{
    /// <exception cref="ArgumentOutOfRangeException">The country is not one of KZ, AM, GE, FR, DE, LT.</exception>
    public static TimeZoneInfo Of(string country) => TimeZoneInfo.FindSystemTimeZoneById(country switch
    {
        "KZ" => "Asia/Almaty",
        "AM" => "Asia/Yerevan",
        "GE" => "Asia/Tbilisi",
        "FR" => "Europe/Paris",
        "DE" => "Europe/Berlin",
        "LT" => "Europe/Vilnius",
        _ => throw new ArgumentOutOfRangeException(nameof(country), country, "No time zone is known for this country."),
    });

    /// <summary>The end of a day there: the last moment of a legal stay or of a document's validity.</summary>
    public static DateTimeOffset EndOf(DateOnly day, string country) => Instant(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Of(country));

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
