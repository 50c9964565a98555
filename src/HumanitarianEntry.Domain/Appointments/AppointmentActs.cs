using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;

namespace HumanitarianEntry.Domain.Appointments;

/// <summary>Proposes a talk to the person. The time of the screener and of the interpreter is taken with it; with <see cref="Replaces"/> an earlier appointment is called off in the same act.</summary>
[ActKind("propose-appointment", Compartment.Contact, Role.Screener)]
public sealed record ProposeAppointment(AppointmentKind Kind, DateTimeOffset StartsAt, int Minutes, ChannelKind Channel) : Act, IBooksTime
{
    /// <summary>Code of what stands against a time that is not known to be safe for him.</summary>
    public const string NotSafe = "time-not-known-to-be-safe";

    public const string Topic = "appointment";
    public const int MaxMinutes = 240;

    /// <summary>So far ahead at most: who lives in hiding cannot promise more.</summary>
    public const int MaxDays = 90;

    public string? Language { get; init; }
    public string? InterpreterCode { get; init; }
    public string? Words { get; init; }
    public bool AgreedOutsideSafeHours { get; init; }

    /// <summary>The open appointment that this one takes the place of.</summary>
    public Guid? Replaces { get; init; }

    public IReadOnlyList<Quarter> Books(CaseFile file, Actor actor) => IsWellFormed ? Booking.Of(actor.Id, InterpreterCode, StartsAt, Minutes) : [];

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Position.Finished || file.Position.SidePath is not null)
        {
            yield return new Blocker("no-ordinary-talks-now", $"No talk is arranged now: the case is at {file.Position.State}.");
        }

        if (!IsWellFormed)
        {
            yield return new Blocker("time-not-on-a-quarter", $"A talk begins on a quarter of an hour and lasts a number of quarters, {MaxMinutes / 60} hours at most.");
        }

        if (StartsAt <= context.Now || StartsAt > context.Now.AddDays(MaxDays))
        {
            yield return new Blocker("time-not-ahead", $"The time must lie ahead, within {MaxDays} days.");
        }

        if (Channel != ChannelKind.SecureSpace && file.Contact.Plans.Latest()?.Channels.Exists(c => c.Kind == Channel) != true)
        {
            yield return new Blocker("channel-not-planned", "The safe-contact plan knows no such channel. Choose one of the plan, or plan it with the person first.");
        }

        if (Booking.Code(InterpreterCode) is not null && string.IsNullOrWhiteSpace(Language))
        {
            yield return new Blocker("interpreted-language-missing", "Say which language is interpreted.");
        }

        if (Words?.Length > AppointmentRules.MaxWords)
        {
            yield return AppointmentRules.TooLong;
        }

        foreach (var blocker in Replacing(file))
        {
            yield return blocker;
        }

        if (IsWellFormed && !AgreedOutsideSafeHours && SafeHours.Judge(file, Channel, StartsAt, Minutes) is not SafeTime.Inside)
        {
            yield return new Blocker(NotSafe, "This time is not known to be safe for the person. Choose another one, or ask him and say that he agreed to it.");
        }

        foreach (var blocker in Booking.Against(context.Taken, Replaces is { } id ? [id] : []))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var cleared = Replaces is { } id ? AppointmentRules.With(file, context, id, AppointmentStepKind.Cancelled, null) : file;
        var appointment = new Appointment(context.ActId, Kind, StartsAt.ToUniversalTime(), Minutes, Channel)
        {
            Language = AppointmentRules.Clean(Language),
            InterpreterCode = AppointmentRules.Clean(InterpreterCode),
            Words = AppointmentRules.Clean(Words),
            AgreedOutsideSafeHours = AgreedOutsideSafeHours,
        };
        var contact = cleared.Contact with { Appointments = cleared.Contact.Appointments.Add(context.Record(appointment, "screener")) };
        return new(cleared with { Contact = contact }) { Told = [new Told(Role.Applicant, Topic)] };
    }

    private bool IsWellFormed => Minutes is > 0 and <= MaxMinutes && Minutes % Booking.Grain == 0 && StartsAt.UtcTicks % TimeSpan.FromMinutes(Booking.Grain).Ticks == 0;

    private IEnumerable<Blocker> Replacing(CaseFile file)
    {
        var open = AppointmentBook.Open(file);
        if (Replaces is null && open is not null)
        {
            yield return new Blocker("appointment-is-open", "The person has an appointment already. Move it, call it off, or record how it went.");
        }
        else if (Replaces is { } id && open?.Value.Id != id)
        {
            yield return AppointmentRules.NotOpen;
        }
    }
}

/// <summary>The person says that he will come, or that he needs another time.</summary>
[ActKind("answer-appointment", Compartment.Contact, Role.Applicant)]
public sealed record AnswerAppointment(Guid Appointment, bool Comes) : Act
{
    public const string ConfirmedTopic = "appointment-confirmed";
    public const string OtherTimeTopic = "appointment-other-time";

    public string? Words { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (AppointmentBook.Find(file, Appointment) is not { IsOpen: true } standing)
        {
            yield return AppointmentRules.NotOpen;
        }
        else if (standing.Value.EndsAt <= context.Now)
        {
            yield return new Blocker("appointment-is-over", "The time of this appointment is over. Write a message instead.");
        }

        if (Words?.Length > AppointmentRules.MaxWords)
        {
            yield return AppointmentRules.TooLong;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(AppointmentRules.With(file, context, Appointment, Comes ? AppointmentStepKind.Confirmed : AppointmentStepKind.OtherTimeAsked, Words))
        {
            Told = [new Told(file.Assignments.Exists(a => a.Role == Role.Screener) ? Role.Screener : Role.Coordinator, Comes ? ConfirmedTopic : OtherTimeTopic)],
        };
}

/// <summary>Calls an appointment off; the person sees that it is gone.</summary>
[ActKind("cancel-appointment", Compartment.Contact, Role.Screener, Role.Coordinator)]
public sealed record CancelAppointment(Guid Appointment) : Act
{
    /// <summary>For colleagues; the person is not shown it.</summary>
    public string? Reason { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (AppointmentBook.Find(file, Appointment) is not { IsOpen: true })
        {
            yield return AppointmentRules.NotOpen;
        }

        if (Reason?.Length > AppointmentRules.MaxWords)
        {
            yield return AppointmentRules.TooLong;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(AppointmentRules.With(file, context, Appointment, AppointmentStepKind.Cancelled, Reason)) { Told = [new Told(Role.Applicant, ProposeAppointment.Topic)] };
}

internal static class AppointmentRules
{
    public const int MaxWords = 500;

    public static readonly Blocker NotOpen = new("appointment-not-open", "There is no such appointment any more: it was moved, called off or recorded.");
    public static readonly Blocker TooLong = new("text-too-long", $"The words are longer than {MaxWords} signs.");

    public static string? Clean(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    public static CaseFile With(CaseFile file, ActContext context, Guid appointment, AppointmentStepKind kind, string? words)
    {
        var step = context.Record(new AppointmentStep(appointment, kind, Clean(words)), context.Actor.Role == Role.Applicant ? "applicant" : "staff");
        return file with { Contact = file.Contact with { AppointmentSteps = file.Contact.AppointmentSteps.Add(step) } };
    }
}
