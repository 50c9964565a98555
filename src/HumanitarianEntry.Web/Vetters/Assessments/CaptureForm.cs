using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Vetters.Assessments;

public sealed record CaptureForm : IValidatableObject
{
    [Required(ErrorMessage = "Choose what you looked at.")]
    public CaptureSubject? Subject { get; init; }

    [Required(ErrorMessage = "Write the address.")]
    [StringLength(2_000, ErrorMessage = "The link is longer than 2,000 signs.")]
    public string? Address { get; init; }

    [FullDate(Needed = true, ErrorMessage = "Write the day, month and year.")]
    public PartialDateForm? On { get; init; }

    [Required(ErrorMessage = "Write the time, such as 14:30.")]
    public string? At { get; init; }

    [Required(ErrorMessage = "Choose the clock of the place.")]
    public string? TimeZone { get; init; }

    [Required(ErrorMessage = "Choose how it was captured.")]
    public CaptureMethod? Method { get; init; }

    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? FirstAppearance { get; init; }

    [Required(ErrorMessage = "Say what it shows.")]
    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? Shows { get; init; }

    [Required(ErrorMessage = "Say how else it can be read, or that you see no other reading.")]
    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? CounterReading { get; init; }

    public bool NoContact { get; init; }
    public bool NoFriendRequest { get; init; }
    public bool NoFaceUpload { get; init; }

    /// <summary>A file that was taken in by an earlier try of this form.</summary>
    public Guid? Received { get; init; }

    public static IReadOnlyList<Choice> Zones => CaptureFields.Zones;

    internal bool HasPromised => NoContact && NoFriendRequest && NoFaceUpload;

    public RecordCapture ToAct(EvidenceFile? file) => new(Subject!.Value, Address!, Moment()!.Value, TimeZone!, Method!.Value, Shows!, CounterReading!)
    {
        File = file,
        FirstAppearance = FirstAppearance.Clean(),
        NoContact = NoContact,
        NoFriendRequest = NoFriendRequest,
        NoFaceUpload = NoFaceUpload,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(At) && Time() is null)
        {
            yield return new(S("Write the time with hour and minute, such as 14:30."), [nameof(At)]);
        }

        if (!string.IsNullOrWhiteSpace(TimeZone) && Zones.All(z => z.Value != TimeZone))
        {
            yield return new(S("Choose the clock of the place."), [nameof(TimeZone)]);
        }
    }

    private DateTimeOffset? Moment() => On.ToDay() is { } day && Time() is { } time ? CountryZones.Instant(day.ToDateTime(time), TimeZoneInfo.FindSystemTimeZoneById(TimeZone!)).ToUniversalTime() : null;

    private TimeOnly? Time() => TimeOnly.TryParseExact(At?.Trim().Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

public sealed record OpenSourceReviewForm
{
    [Required(ErrorMessage = "Say what you looked for.")]
    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? LookedFor { get; init; }

    [Required(ErrorMessage = "Say what you found; “nothing” is an answer.")]
    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? Found { get; init; }

    [Required(ErrorMessage = "Say what you did not find; “nothing” is an answer.")]
    [StringLength(ExclusionForm.Longest, ErrorMessage = ExclusionForm.TooLong)]
    public string? NotFound { get; init; }
}
