namespace HumanitarianEntry.Web.Applicants;

/// <summary>The clock a person looks at, by the country he is in. Where a country has several, or is not known, the hour is given in UTC and says so.</summary>
public static class Zones
{
    public static TimeZoneInfo Of(string country)
    {
        string? name = country switch
        {
            "KZ" => "Asia/Almaty",
            "KG" => "Asia/Bishkek",
            "UZ" => "Asia/Tashkent",
            "AM" => "Asia/Yerevan",
            "GE" => "Asia/Tbilisi",
            "TR" => "Europe/Istanbul",
            "RS" => "Europe/Belgrade",
            _ => null,
        };
        return name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
    }
}
