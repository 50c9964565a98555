using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Screeners.Appointments;

/// <summary>A talk that is proposed. Day and time are those of the clock of who proposes it.</summary>
public sealed record AppointmentForm : IValidatableObject
{
    public static IReadOnlyList<Choice> Lengths => [.. new[] { 30, 45, 60, 90, 120, 180, 240 }.Select(m => new Choice(m.ToString(CultureInfo.InvariantCulture), LengthOf(m)))];

    public static IReadOnlyList<Choice> Languages =>
        [new("", S("No interpreter")), new("ru", S("Russian")), new("uk", S("Ukrainian")), new("kk", S("Kazakh")), new("en", S("English")), new("fr", S("French")), new("de", S("German"))];

    [Required(ErrorMessage = "Choose what the talk is for.")]
    public AppointmentKind? Kind { get; init; } = AppointmentKind.Interview;

    [FullDate(Needed = true, ErrorMessage = "Write the day, month and year.")]
    public PartialDateForm? On { get; init; }

    [Required(ErrorMessage = "Write the time, such as 14:30.")]
    public string? At { get; init; }

    public int Minutes { get; init; } = 60;

    [Required(ErrorMessage = "Choose how you talk.")]
    public ChannelKind? Channel { get; init; }

    public string? Language { get; init; }

    [StringLength(20, ErrorMessage = "This is longer than 20 signs.")]
    public string? InterpreterCode { get; init; }

    [StringLength(500, ErrorMessage = "This is longer than 500 signs.")]
    public string? Words { get; init; }

    public bool Agreed { get; init; }

    public Guid? Replaces { get; init; }

    /// <summary>The form with a moment written into it as a clock shows it.</summary>
    public AppointmentForm Showing(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        return this with { On = new PartialDateForm { Day = local.Day, Month = local.Month, Year = local.Year }, At = local.ToString("HH:mm", CultureInfo.InvariantCulture) };
    }

    /// <summary>The moment that was typed; null while it is none.</summary>
    public DateTimeOffset? Moment(TimeZoneInfo zone) => On.ToDay() is { } day && Time() is { } time ? CountryZones.Instant(day.ToDateTime(time), zone).ToUniversalTime() : null;

    /// <summary>Only for a valid form.</summary>
    public ProposeAppointment ToAct(TimeZoneInfo zone) => new(Kind!.Value, Moment(zone)!.Value, Minutes, Channel!.Value)
    {
        Language = Language.Clean(),
        InterpreterCode = InterpreterCode.Clean(),
        Words = Words.Clean(),
        AgreedOutsideSafeHours = Agreed,
        Replaces = Replaces,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(At) && Time() is null)
        {
            yield return new(S("Write the time with hour and minute, such as 14:30."), [nameof(At)]);
        }

        if (Language.Clean() is not null && InterpreterCode.Clean() is null)
        {
            yield return new(S("Write the working code of the interpreter, or choose no interpreter."), [nameof(InterpreterCode)]);
        }
    }

    private static string LengthOf(int minutes) =>
        minutes < 60 ? Counted(minutes, "{n} minute", "{n} minutes") : minutes % 60 == 0 ? Counted(minutes / 60, "{n} hour", "{n} hours") : S($"{minutes / 60.0:0.#} hours");

    private TimeOnly? Time() => TimeOnly.TryParseExact(At?.Trim().Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
