using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Consent;

/// <param name="Stay">Which recorded stay of the case, counted from 1, corrections with the others; 0 is what was said at first contact.</param>
/// <param name="DaysBefore">The mark: 60, 30, 14, 7 or 1 day before the last day; -1 is the day after it.</param>
public sealed record StayReminder(int Stay, int DaysBefore);

/// <summary>When people are reminded that the lawful stay ends: 60, 30, 14, 7 and 1 days before its last day and when it has ended, once each (handbook section 1, host stay). The clock never pauses.</summary>
public static class StayReminders
{
    private static readonly ImmutableArray<int> Marks = [60, 30, 14, 7, 1, Ended];

    /// <summary>The mark of the day after the last one.</summary>
    public const int Ended = -1;

    /// <summary>From so many days before the end the case goes before others.</summary>
    private const int UrgentFrom = 7;

    /// <summary>The reminder that is due now; null when there is none or it was given. After a standstill of the program only the nearest mark is made up for.</summary>
    public static StayReminder? Due(CaseFile file, DateTimeOffset now) =>
        Current(file) is { } stay && DayMarks.Due(stay.Last, CountryZones.DayAt(now, stay.Country), Marks, Told(file, stay.Number)) is { } mark ? new StayReminder(stay.Number, mark) : null;

    /// <summary>When the next reminder falls due; null when none will.</summary>
    public static DateTimeOffset? NextAt(CaseFile file) =>
        Current(file) is { } stay && DayMarks.Next(stay.Last, Marks, Told(file, stay.Number)) is { } day ? CountryZones.StartOf(day, stay.Country) : null;

    /// <summary>
    /// The case at the priority that the end of the stay asks for: urgent in the last week, an emergency once it has ended, for then he can be removed any day (handbook cases B and P1).
    /// Never lower than it was: why it was raised may lie elsewhere.
    /// </summary>
    public static CaseFile Hurried(CaseFile file, DateTimeOffset now)
    {
        var needed = Current(file) is not { } stay ? Priority.Normal
            : (stay.Last.DayNumber - CountryZones.DayAt(now, stay.Country).DayNumber) switch
            {
                < 0 => Priority.Emergency,
                <= UrgentFrom => Priority.Urgent,
                _ => Priority.Normal,
            };
        return needed > file.Priority ? file with { Priority = needed } : file;
    }

    /// <summary>The last day of the lawful stay that counts now, and whose calendar it is on; null when none is known.</summary>
    public static (string Country, DateOnly Last)? LastDay(CaseFile file) => Current(file) is { } stay ? (stay.Country, stay.Last) : null;

    private static IEnumerable<int> Told(CaseFile file, int stay) => file.Contact.StayReminders.Values().Where(r => r.Stay == stay).Select(r => r.DaysBefore);

    /// <summary>The stay that counts, by the first day that its end can mean. It matters no more once the person has arrived or the case has ended.</summary>
    private static (int Number, string Country, DateOnly Last)? Current(CaseFile file)
    {
        if (file.Position.Finished || file.DecisionOn(Gate.Journey)?.Outcome == "arrived")
        {
            return null;
        }

        // Reminders of a stay that was corrected are given anew: its days are other ones.
        if (file.Contact.Now() is { } now)
        {
            return now.Stay.Until is { } until ? (now.Told, now.Stay.Country, until.Earliest) : null;
        }

        return file.Contact.Referrals.Latest()?.StayExpiresOn is { } said ? (0, file.CountryOfStay, said.Earliest) : null;
    }
}

/// <summary>Tells who leads and who protects that the lawful stay ends soon or has ended, also while the case stands still. Doing it twice is refused.</summary>
[ActKind("remind-stay-end", Compartment.Contact, Role.System)]
public sealed record RemindStayEnd(int Stay, int DaysBefore) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (StayReminders.Due(file, context.Now) != new StayReminder(Stay, DaysBefore))
        {
            yield return new Blocker("reminder-not-due", "This reminder is not due: it was given, or another stay counts now.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(StayReminders.Hurried(file with { Contact = file.Contact with { StayReminders = file.Contact.StayReminders.Add(context.Record(new StayReminder(Stay, DaysBefore), "clock", Confidence.Confirmed)) } }, context.Now))
        {
            Told = DaysBefore == StayReminders.Ended
                ? [new Told(Role.Coordinator, "stay-ended"), new Told(Role.ProtectionOfficer, "stay-ended")]
                : [new Told(Role.Coordinator, "stay-ends-soon"), new Told(Role.ProtectionOfficer, "stay-ends-soon")],
        };
}
