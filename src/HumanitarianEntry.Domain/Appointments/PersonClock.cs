using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;

namespace HumanitarianEntry.Domain.Appointments;

/// <summary>The clock that the person looks at: the zone of the safe-contact plan; without one the zone of the country he is in; where a country has several, or is not known, UTC.</summary>
public static class PersonClock
{
    public static TimeZoneInfo Of(CaseFile file) => Planned(file.Contact.Plans.Latest()) ?? Of(file.CountryOfStay);

    public static TimeZoneInfo Of(string country)
    {
        var name = country switch
        {
            "KZ" => "Asia/Almaty",
            "KG" => "Asia/Bishkek",
            "UZ" => "Asia/Tashkent",
            "AM" => "Asia/Yerevan",
            "GE" => "Asia/Tbilisi",
            "TR" => "Europe/Istanbul",
            "RS" => "Europe/Belgrade",
            "FR" => "Europe/Paris",
            "DE" => "Europe/Berlin",
            "LT" => "Europe/Vilnius",
            _ => null,
        };
        return name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
    }

    /// <summary>The zone as it was typed; null when it is none.</summary>
    public static TimeZoneInfo? Named(string? typed) =>
        typed?.Trim() is { Length: > 0 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    private static TimeZoneInfo? Planned(SafeContactPlan? plan) => plan?.Channels.Select(c => Named(c.TimeZone)).FirstOrDefault(z => z is not null);
}
