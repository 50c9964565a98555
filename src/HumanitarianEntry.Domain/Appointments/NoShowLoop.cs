using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;

namespace HumanitarianEntry.Domain.Appointments;

/// <summary>What is owed to a person who did not come.</summary>
public enum NoShowStep
{
    /// <summary>Nothing was missed since he was last heard of.</summary>
    None,

    /// <summary>Somebody tries to reach him, on two channels at least.</summary>
    TryToReach,

    /// <summary>Somebody looks after him: silence may mean arrest.</summary>
    WelfareCheck,

    /// <summary>The welfare check found nobody. Those who protect him decide whether it is an emergency.</summary>
    StillSilent,
}

/// <param name="Since">When this step began; the moment at which he was last heard of when nothing is owed.</param>
/// <param name="Missed">Appointments missed since he was last heard of.</param>
/// <param name="Tried">Channels on which nobody answered since the first of them.</param>
public sealed record NoShow(NoShowStep Step, DateTimeOffset Since, int Missed, ImmutableArray<ChannelKind> Tried);

/// <summary>
/// No-show: tries on two channels or more, then a welfare check, never closure (handbook G3). The check is also due when a second appointment is missed in silence.
/// Every sign of life ends the loop.
/// </summary>
public static class NoShowLoop
{
    public const string WelfareTopic = "welfare-check-due";
    public const string SilentTopic = "person-still-silent";

    private const int Channels = 2;
    private const int Misses = 2;

    public static NoShow Of(CaseFile file)
    {
        var heard = SignsOfLife.Last(file);
        var missed = file.Contact.AppointmentSteps.Where(s => s.Value.Kind == AppointmentStepKind.Missed && s.Provenance.At > heard).Select(s => s.Provenance.At).ToList();
        if (missed.Count == 0 || file.Position.Finished)
        {
            return new NoShow(NoShowStep.None, heard, 0, []);
        }

        var tries = file.Contact.Attempts.Where(a => !a.Value.Answered && a.Provenance.At >= missed[0]).ToList();
        ImmutableArray<ChannelKind> tried = [.. tries.Select(a => a.Value.Channel).Distinct()];
        if (DueSince(missed, tries) is not { } due)
        {
            return new NoShow(NoShowStep.TryToReach, missed[0], missed.Count, tried);
        }

        return tries.Find(a => a.Value.WelfareCheck && a.Provenance.At >= due) is { } check
            ? new NoShow(NoShowStep.StillSilent, check.Provenance.At, missed.Count, tried)
            : new NoShow(NoShowStep.WelfareCheck, due, missed.Count, tried);
    }

    /// <summary>Who must be told because the act moved the loop on. The person himself never is: whoever holds his telephone would read it.</summary>
    internal static IEnumerable<Told> ToldBy(CaseFile before, CaseFile after) => (Of(before).Step, Of(after).Step) switch
    {
        (not NoShowStep.WelfareCheck, NoShowStep.WelfareCheck) => [new Told(Role.Coordinator, WelfareTopic), new Told(Role.ProtectionOfficer, WelfareTopic)],
        (not NoShowStep.StillSilent, NoShowStep.StillSilent) => [new Told(Role.Coordinator, SilentTopic), new Told(Role.ProtectionOfficer, SilentTopic)],
        _ => [],
    };

    /// <summary>When the second channel had been tried in vain, or the second appointment was missed.</summary>
    private static DateTimeOffset? DueSince(List<DateTimeOffset> missed, List<Recorded<ContactAttempt>> tries)
    {
        var seen = new HashSet<ChannelKind>();
        DateTimeOffset? onChannels = tries.Find(a => seen.Add(a.Value.Channel) && seen.Count == Channels)?.Provenance.At;
        DateTimeOffset? onMisses = missed.Count >= Misses ? missed[Misses - 1] : null;
        return new[] { onChannels, onMisses }.Min();
    }
}

/// <summary>When the person was last heard of.</summary>
public static class SignsOfLife
{
    /// <summary>Of his messages, answered attempts, answers to appointments and talks that were held the last one; the beginning of the case when there is none.</summary>
    public static DateTimeOffset Last(CaseFile file) =>
        file.Contact.Messages.Where(m => m.Value.FromApplicant).Select(m => m.Provenance.At)
            .Concat(file.Contact.Attempts.Where(a => a.Value.Answered).Select(a => a.Provenance.At))
            .Concat(file.Contact.AppointmentSteps.Where(s => s.Value.Kind is AppointmentStepKind.Confirmed or AppointmentStepKind.OtherTimeAsked or AppointmentStepKind.Held).Select(s => s.Provenance.At))
            .Append(file.Position.BeganAt).Max();
}

/// <summary>Records whether the person came to the talk.</summary>
[ActKind("record-attendance", Compartment.Contact, Role.Screener, Role.Coordinator)]
public sealed record RecordAttendance(Guid Appointment, bool Came) : Act
{
    public const string MissedTopic = "appointment-missed";

    /// <summary>So long somebody waits for him before he counts as not come.</summary>
    public const int PatienceMinutes = 15;

    public string? Note { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (AppointmentBook.Find(file, Appointment) is not { IsOpen: true } standing)
        {
            yield return AppointmentRules.NotOpen;
        }
        else if (context.Now < standing.Value.StartsAt.AddMinutes(Came ? 0 : PatienceMinutes))
        {
            yield return Came
                ? new Blocker("appointment-not-begun", "The talk has not begun yet.")
                : new Blocker("appointment-not-begun", $"Wait {PatienceMinutes} minutes from the beginning before you write that the person did not come.");
        }

        if (Note?.Length > AppointmentRules.MaxWords)
        {
            yield return AppointmentRules.TooLong;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var after = AppointmentRules.With(file, context, Appointment, Came ? AppointmentStepKind.Held : AppointmentStepKind.Missed, Note);
        var step = NoShowLoop.ToldBy(file, after).ToList();
        return new(after) { Told = Came ? [] : step.Count > 0 ? [.. step] : [new Told(Role.Coordinator, MissedTopic)] };
    }
}
