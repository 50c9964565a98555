using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Findings;

namespace HumanitarianEntry.Web.Shared.Fields;

/// <summary>How, when and by which clock a page or a screen was captured, and where a public archive keeps it. Everything may be left empty; what belongs together is asked for together.</summary>
public sealed record CaptureFields : IValidatableObject
{
    public static IReadOnlyList<Choice> Zones { get; } =
        [.. new[] { "UTC", "Europe/Paris", "Europe/Berlin", "Europe/Vilnius", "Europe/Moscow", "Europe/London", "Europe/Istanbul", "Asia/Almaty", "Asia/Yerevan", "Asia/Tbilisi", "America/New_York" }.Select(z => new Choice(z, z.Replace('_', ' ')))];

    public CaptureMethod? Method { get; init; }

    [FullDate(ErrorMessage = "Write the day, month and year.")]
    public PartialDateForm On { get; init; } = new();

    public string? At { get; init; }

    public string? TimeZone { get; init; }

    [StringLength(2_000, ErrorMessage = "The link is longer than 2,000 signs.")]
    public string? ArchivedUrl { get; init; }

    /// <summary>The instant; null where no day was typed.</summary>
    public DateTimeOffset? Moment() => On.ToDay() is { } day && Time() is { } time && Zone() is { } zone ? CountryZones.Instant(day.ToDateTime(time), zone).ToUniversalTime() : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(At) && Time() is null)
        {
            yield return new(S("Write the time with hour and minute, such as 14:30."), [nameof(At)]);
        }

        if (On.IsEmpty && !string.IsNullOrWhiteSpace(At))
        {
            yield return new(S("Write the day, month and year."), [nameof(On)]);
        }

        if (!On.IsEmpty && string.IsNullOrWhiteSpace(At))
        {
            yield return new(S("Write the time, such as 14:30."), [nameof(At)]);
        }

        if ((!On.IsEmpty || !string.IsNullOrWhiteSpace(TimeZone)) && Zone() is null)
        {
            yield return new(S("Choose the clock of the place."), [nameof(TimeZone)]);
        }
    }

    private TimeZoneInfo? Zone() => Zones.Any(z => z.Value == TimeZone) ? TimeZoneInfo.FindSystemTimeZoneById(TimeZone!) : null;

    private TimeOnly? Time() => TimeOnly.TryParseExact(At?.Trim().Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
