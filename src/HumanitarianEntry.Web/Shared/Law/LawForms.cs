using System.ComponentModel.DataAnnotations;
using System.Globalization;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Fields;

namespace HumanitarianEntry.Web.Shared.Law;

/// <summary>What every form about the legal situation has: the fact that it goes on with, and the country.</summary>
public abstract record LawForm
{
    public const string FullDay = "Write day, month and year, or leave the date empty.";

    [StringLength(10, ErrorMessage = "This is longer than 10 signs.")]
    public string? Continues { get; init; }

    [Required(ErrorMessage = "Name the country."), RegularExpression("[A-Za-z]{2}", ErrorMessage = "Write the country as two letters, such as KZ.")]
    public string? Country { get; init; }

    /// <summary>The country as it is kept. Only for a valid form.</summary>
    protected string CountryCode() => Country!.ToUpperInvariant();

    protected static PartialDateForm Shown(DateOnly? day) => day is { } d ? new() { Day = d.Day, Month = d.Month, Year = d.Year } : new();
}

public sealed record ProcedureForm : LawForm
{
    [Required(ErrorMessage = "Choose how far the procedure has come.")]
    public ProcedureStage? Stage { get; init; }

    [Required(ErrorMessage = "Name the authority."), StringLength(200, ErrorMessage = "This is longer than 200 signs.")]
    public string? Authority { get; init; }

    public PartialDateForm FiledOn { get; init; } = new();

    [StringLength(100, ErrorMessage = "This is longer than 100 signs.")]
    public string? FileNumber { get; init; }

    [StringLength(500, ErrorMessage = "This is longer than 500 signs.")]
    public string? NextStep { get; init; }

    [FullDate(ErrorMessage = FullDay)]
    public PartialDateForm CertificateUntil { get; init; } = new();

    [FullDate(ErrorMessage = FullDay)]
    public PartialDateForm RemedyUntil { get; init; } = new();

    public static ProcedureForm From(AsylumProcedure known) => new()
    {
        Continues = known.Label, Country = known.Country, Stage = known.Stage, Authority = known.Authority, FileNumber = known.FileNumber, NextStep = known.NextStep,
        FiledOn = PartialDateForm.Of(known.FiledOn), CertificateUntil = Shown(known.CertificateUntil), RemedyUntil = Shown(known.RemedyUntil),
    };

    /// <summary>Only for a valid form.</summary>
    public RecordAsylumProcedure ToAct() => new(CountryCode(), Stage!.Value, Authority!.Trim())
    {
        Continues = Continues.Clean(), FiledOn = FiledOn.ToDate(), FileNumber = FileNumber.Clean(), NextStep = NextStep.Clean(), CertificateUntil = CertificateUntil.ToDay(), RemedyUntil = RemedyUntil.ToDay(),
    };
}

public sealed record CourtForm : LawForm, IValidatableObject
{
    [Required(ErrorMessage = "Choose what kind of hearing it is.")]
    public CourtEventKind? Kind { get; init; }

    [Required(ErrorMessage = "Name the court."), StringLength(200, ErrorMessage = "This is longer than 200 signs.")]
    public string? Court { get; init; }

    [FullDate(Needed = true, ErrorMessage = "Write the day, month and year.")]
    public PartialDateForm On { get; init; } = new();

    [Required(ErrorMessage = "Write the time, such as 14:30.")]
    public string? At { get; init; }

    [Required(ErrorMessage = "Name the time zone of the place, such as Asia/Almaty."), StringLength(60, ErrorMessage = "This is longer than 60 signs.")]
    public string? Zone { get; init; }

    [StringLength(2_000, ErrorMessage = "This is longer than 2,000 signs.")]
    public string? Outcome { get; init; }

    [FullDate(ErrorMessage = FullDay)]
    public PartialDateForm RemedyUntil { get; init; } = new();

    public bool RemedyTaken { get; init; }

    public static CourtForm From(CourtEvent known)
    {
        var local = TimeZoneInfo.ConvertTime(known.StartsAt, PersonClock.Named(known.Zone) ?? TimeZoneInfo.Utc);
        return new()
        {
            Continues = known.Label, Country = known.Country, Kind = known.Kind, Court = known.Court, On = Shown(DateOnly.FromDateTime(local.DateTime)), At = local.ToString("HH:mm", CultureInfo.InvariantCulture),
            Zone = known.Zone, Outcome = known.Outcome, RemedyUntil = Shown(known.RemedyUntil), RemedyTaken = known.RemedyTaken,
        };
    }

    /// <summary>Only for a valid form.</summary>
    public RecordCourtEvent ToAct() => new(Kind!.Value, CountryCode(), Court!.Trim(), CountryZones.Instant(On.ToDay()!.Value.ToDateTime(Time()!.Value), PersonClock.Named(Zone)!).ToUniversalTime(), Zone!.Trim())
    {
        Continues = Continues.Clean(), Outcome = Outcome.Clean(), RemedyUntil = RemedyUntil.ToDay(), RemedyTaken = RemedyTaken,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrWhiteSpace(At) && Time() is null)
        {
            yield return new("Write the time with hour and minute, such as 14:30.", [nameof(At)]);
        }

        if (!string.IsNullOrWhiteSpace(Zone) && PersonClock.Named(Zone) is null)
        {
            yield return new("Name the time zone of the place, such as Asia/Almaty.", [nameof(Zone)]);
        }
    }

    private TimeOnly? Time() => TimeOnly.TryParseExact(At?.Trim().Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

public sealed record RemovalForm : LawForm
{
    [Required(ErrorMessage = "Choose what kind of order it is.")]
    public RemovalKind? Kind { get; init; }

    [Required(ErrorMessage = "Name the authority or court."), StringLength(200, ErrorMessage = "This is longer than 200 signs.")]
    public string? Authority { get; init; }

    [Required(ErrorMessage = "Choose how the order stands.")]
    public RemovalStatus? Status { get; init; }

    [FullDate(ErrorMessage = FullDay)]
    public PartialDateForm IssuedOn { get; init; } = new();

    [FullDate(ErrorMessage = FullDay)]
    public PartialDateForm EnforceableFrom { get; init; } = new();

    [StringLength(500, ErrorMessage = "This is longer than 500 signs.")]
    public string? SuspendedBy { get; init; }

    [FullDate(ErrorMessage = FullDay)]
    public PartialDateForm SuspendedUntil { get; init; } = new();

    [FullDate(ErrorMessage = FullDay)]
    public PartialDateForm RemedyUntil { get; init; } = new();

    public bool RemedyTaken { get; init; }

    public static RemovalForm From(RemovalOrder known) => new()
    {
        Continues = known.Label, Country = known.Country, Kind = known.Kind, Authority = known.Authority, Status = known.Status, IssuedOn = Shown(known.IssuedOn), EnforceableFrom = Shown(known.EnforceableFrom),
        SuspendedBy = known.SuspendedBy, SuspendedUntil = Shown(known.SuspendedUntil), RemedyUntil = Shown(known.RemedyUntil), RemedyTaken = known.RemedyTaken,
    };

    /// <summary>Only for a valid form.</summary>
    public RecordRemovalOrder ToAct() => new(Kind!.Value, CountryCode(), Authority!.Trim(), Status!.Value)
    {
        Continues = Continues.Clean(), IssuedOn = IssuedOn.ToDay(), EnforceableFrom = EnforceableFrom.ToDay(), SuspendedBy = SuspendedBy.Clean(), SuspendedUntil = SuspendedUntil.ToDay(),
        RemedyUntil = RemedyUntil.ToDay(), RemedyTaken = RemedyTaken,
    };
}

public sealed record ExitForm : LawForm
{
    [Required(ErrorMessage = "Choose why the person may not leave.")]
    public ExitBasis? Basis { get; init; }

    [Required(ErrorMessage = "Choose how it was learnt.")]
    public LearntHow? How { get; init; }

    [Required(ErrorMessage = "Say from whom or from which paper this is known."), StringLength(500, ErrorMessage = "This is longer than 500 signs.")]
    public string? KnownFrom { get; init; }

    public PartialDateForm Since { get; init; } = new();

    [FullDate(ErrorMessage = FullDay)]
    public PartialDateForm Until { get; init; } = new();

    public bool Lifted { get; init; }

    public static ExitForm From(ExitRestriction known) => new()
    {
        Continues = known.Label, Country = known.Country, Basis = known.Basis, How = known.How, KnownFrom = known.KnownFrom, Until = Shown(known.Until), Lifted = known.Lifted,
        Since = known.Since is { } since ? new() { Day = since.Day, Month = since.Month, Year = since.Year } : new(),
    };

    /// <summary>Only for a valid form.</summary>
    public RecordExitRestriction ToAct() => new(CountryCode(), Basis!.Value, How!.Value, KnownFrom!.Trim()) { Continues = Continues.Clean(), Since = Since.ToDate(), Until = Until.ToDay(), Lifted = Lifted };
}

public sealed record WantedForm : LawForm
{
    [Required(ErrorMessage = "Choose how far the search reaches, or that it is not known.")]
    public SearchReach? Reach { get; init; }

    [Required(ErrorMessage = "Say where it was seen, and by whom."), StringLength(500, ErrorMessage = "This is longer than 500 signs.")]
    public string? SeenAt { get; init; }

    [Required(ErrorMessage = "Choose how it was learnt.")]
    public LearntHow? How { get; init; }

    [FullDate(Needed = true, ErrorMessage = "Write the day, month and year.")]
    public PartialDateForm CheckedOn { get; init; } = new();

    [Required(ErrorMessage = "Grade the source.")]
    public Reliability? Source { get; init; }

    [StringLength(200, ErrorMessage = "This is longer than 200 signs.")]
    public string? Articles { get; init; }

    public bool Ended { get; init; }

    public static WantedForm From(WantedStatus known) => new()
    {
        Continues = known.Label, Country = known.Country, Reach = known.Reach, SeenAt = known.SeenAt, How = known.How, CheckedOn = Shown(known.CheckedOn), Source = known.Source, Articles = known.Articles, Ended = known.Ended,
    };

    /// <summary>Only for a valid form.</summary>
    public RecordWantedStatus ToAct() => new(CountryCode(), Reach!.Value, SeenAt!.Trim(), How!.Value, CheckedOn.ToDay()!.Value, Source!.Value) { Continues = Continues.Clean(), Articles = Articles.Clean(), Ended = Ended };
}
