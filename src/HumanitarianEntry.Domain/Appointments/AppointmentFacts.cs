using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;

namespace HumanitarianEntry.Domain.Appointments;

/// <summary>What a talk is for. The person himself is told of a talk and no more.</summary>
public enum AppointmentKind
{
    Interview,
    IdentityTalk,
    ExclusionInterview,
    ReadBack,
    OtherTalk,
}

/// <summary>A talk at a time. Who proposed it holds it, until somebody takes it over.</summary>
/// <param name="Id">Stable, and meaningless outside: the calendar file names the talk by it.</param>
/// <param name="Channel">A channel of the safe-contact plan.</param>
public sealed record Appointment(Guid Id, AppointmentKind Kind, DateTimeOffset StartsAt, int Minutes, ChannelKind Channel)
{
    /// <summary>The language that is interpreted; null when nobody interprets.</summary>
    public string? Language { get; init; }

    /// <summary>The interpreter's working code; never a name (handbook G3).</summary>
    public string? InterpreterCode { get; init; }

    /// <summary>What the person reads beside the time.</summary>
    public string? Words { get; init; }

    /// <summary>The time is not known to be safe for him, and he agreed to it himself.</summary>
    public bool AgreedOutsideSafeHours { get; init; }

    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);
}

public enum AppointmentStepKind
{
    Confirmed,
    OtherTimeAsked,
    Cancelled,
    Held,
    Missed,
    TakenOver,
}

/// <summary>What became of an appointment.</summary>
/// <param name="Words">What was said with it; null when nothing was.</param>
public sealed record AppointmentStep(Guid Appointment, AppointmentStepKind Kind, string? Words);

public enum AppointmentState
{
    Proposed,
    Confirmed,
    OtherTimeAsked,
    Cancelled,
    Held,
    Missed,
}

/// <summary>An appointment as it stands now.</summary>
/// <param name="With">Who holds the talk.</param>
/// <param name="Since">When it came to stand so.</param>
/// <param name="Words">What was said with the last step.</param>
public sealed record StandingAppointment(Appointment Value, AppointmentState State, Guid With, DateTimeOffset Since, string? Words)
{
    /// <summary>It has neither been held nor missed nor called off.</summary>
    public bool IsOpen => State is AppointmentState.Proposed or AppointmentState.Confirmed or AppointmentState.OtherTimeAsked;
}

/// <summary>The appointments of a case as they stand, in the order in which they were proposed.</summary>
public static class AppointmentBook
{
    public static ImmutableArray<StandingAppointment> Of(CaseFile file) => [.. file.Contact.Appointments.Select(a => Standing(file, a))];

    /// <summary>The one that is still to come or to be recorded; null when there is none. A case has one at a time.</summary>
    public static StandingAppointment? Open(CaseFile file) => Of(file).LastOrDefault(a => a.IsOpen);

    public static StandingAppointment? Find(CaseFile file, Guid id) => Of(file).FirstOrDefault(a => a.Value.Id == id);

    private static StandingAppointment Standing(CaseFile file, Recorded<Appointment> proposed)
    {
        var standing = new StandingAppointment(proposed.Value, AppointmentState.Proposed, proposed.Provenance.By, proposed.Provenance.At, Words: null);
        foreach (var step in file.Contact.AppointmentSteps.Where(s => s.Value.Appointment == proposed.Value.Id))
        {
            standing = step.Value.Kind is AppointmentStepKind.TakenOver
                ? standing with { With = step.Provenance.By }
                : standing with { State = After(step.Value.Kind, standing.State), Since = step.Provenance.At, Words = step.Value.Words };
        }

        // With the case its talk has ended, and does not come back when the case begins again.
        return standing.IsOpen && (file.Position.Finished || proposed.Provenance.At < file.Position.BeganAt) ? standing with { State = AppointmentState.Cancelled } : standing;
    }

    private static AppointmentState After(AppointmentStepKind step, AppointmentState before) => step switch
    {
        AppointmentStepKind.Confirmed => AppointmentState.Confirmed,
        AppointmentStepKind.OtherTimeAsked => AppointmentState.OtherTimeAsked,
        AppointmentStepKind.Cancelled => AppointmentState.Cancelled,
        AppointmentStepKind.Held => AppointmentState.Held,
        AppointmentStepKind.Missed => AppointmentState.Missed,
        AppointmentStepKind.TakenOver => before,
    };
}
