using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.HostCountries;

namespace HumanitarianEntry.Domain.LegalSituation;

/// <summary>When people are reminded of a legal day: some days before it, and when it has come or gone; once each, also while the case stands still. The lawful stay has reminders of its own.</summary>
public static class LegalReminders
{
    /// <summary>The day after a last one.</summary>
    public const int Gone = -1;

    /// <summary>The marks of a kind in days before the day. Removal within 30 days is P1 (handbook, question I2); a remedy is spoken of 10, 5 and 2 days before (gate matrix, G11).</summary>
    public static ImmutableArray<int> MarksOf(LegalDayKind kind) => kind switch
    {
        LegalDayKind.Removal => [30, 14, 7, 3, 1, 0],
        LegalDayKind.Stay => [],
        LegalDayKind.Certificate => [30, 14, 7, 3, 1, Gone],
        LegalDayKind.Remedy => [10, 5, 2, 1, Gone],
        LegalDayKind.Hearing => [14, 7, 3, 1, 0],
        LegalDayKind.HostDeadline => [3, 1, Gone],
    };

    /// <summary>The reminder that is due now, of the nearest day first; null when none is. Of one day only the nearest mark is made up for.</summary>
    public static LegalReminder? Due(CaseFile file, HostRules host, DateTimeOffset now)
    {
        foreach (var day in LegalDays.Of(file, host))
        {
            if (DayMarks.Due(day.Day, CountryZones.DayAt(now, day.Country), MarksOf(day.Kind), Told(file, day)) is { } mark)
            {
                return new LegalReminder(day.Kind, day.Label, day.Day, mark);
            }
        }

        return null;
    }

    /// <summary>When the next reminder falls due; null when none will.</summary>
    public static DateTimeOffset? NextAt(CaseFile file, HostRules host) => LegalDays.Of(file, host)
        .Select(day => DayMarks.Next(day.Day, MarksOf(day.Kind), Told(file, day)) is { } on ? (DateTimeOffset?)CountryZones.StartOf(on, day.Country) : null).Min();

    // Another day of the same thing begins its marks anew.
    private static IEnumerable<int> Told(CaseFile file, LegalDay day) =>
        file.Legal.Reminders.Values().Where(r => r.Kind == day.Kind && r.Label == day.Label && r.Day == day.Day).Select(r => r.DaysBefore);
}

/// <summary>What legal days do to the order of work. Never lower than it was: why it was raised may lie elsewhere.</summary>
public static class LegalUrgency
{
    /// <summary>From so many days before a removal can be carried out the case is an emergency (handbook, question I2).</summary>
    public const int RemovalNear = 30;

    public static CaseFile Hurried(CaseFile file, HostRules host, DateTimeOffset now)
    {
        var needed = LegalDays.Of(file, host).Select(day => NeededBy(day, day.Day.DayNumber - CountryZones.DayAt(now, day.Country).DayNumber)).DefaultIfEmpty(Priority.Normal).Max();
        var after = StayReminders.Hurried(file, now);
        return needed > after.Priority ? after with { Priority = needed } : after;
    }

    /// <summary>A removal can be carried out within thirty days, as seen when the removal orders were last looked at.</summary>
    public static bool RemovalIsNear(CaseFile file)
    {
        var asOf = file.Legal.RemovalOrders.Select(o => o.Provenance.At).Concat(file.Legal.Reminders.Select(r => r.Provenance.At)).DefaultIfEmpty().Max();
        return LegalDays.Of(file, HostRules.None).Exists(d => d.Kind == LegalDayKind.Removal && d.Day.DayNumber - CountryZones.DayAt(asOf, d.Country).DayNumber <= RemovalNear);
    }

    private static Priority NeededBy(LegalDay day, int left) => day.Kind switch
    {
        LegalDayKind.Removal => left <= RemovalNear ? Priority.Emergency : Priority.Normal,
        LegalDayKind.Certificate => left < 0 ? Priority.Emergency : left <= 7 ? Priority.Urgent : Priority.Normal,
        LegalDayKind.Remedy => left is >= 0 and <= 10 ? Priority.Urgent : Priority.Normal,
        LegalDayKind.Hearing => left is >= 0 and <= 7 ? Priority.Urgent : Priority.Normal,
        LegalDayKind.HostDeadline => left is >= 0 and <= 3 ? Priority.Urgent : Priority.Normal,
        LegalDayKind.Stay => Priority.Normal,
    };
}

/// <summary>Tells those who look after it that a legal day is near, has come or is gone. Doing it twice is refused.</summary>
[ActKind("remind-legal-day", Compartment.Legal, Role.System)]
public sealed record RemindLegalDay(LegalDayKind Kind, string Label, DateOnly Day, int DaysBefore) : Act
{
    /// <summary>Nobody may hear of this minutes later.</summary>
    public const string RemovalTopic = "removal-is-near";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (LegalReminders.Due(file, context.Host, context.Now) != Reminder)
        {
            yield return new Blocker("reminder-not-due", "This reminder is not due: it was given, or another day counts now.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(LegalUrgency.Hurried(file with { Legal = file.Legal with { Reminders = file.Legal.Reminders.Add(context.Record(Reminder, "clock", Confidence.Confirmed)) } }, context.Host, context.Now)) { Told = [.. Whom()] };

    private LegalReminder Reminder => new(Kind, Label, Day, DaysBefore);

    private IEnumerable<Told> Whom() => Kind switch
    {
        LegalDayKind.Removal => [new(Role.Counsel, RemovalTopic), new(Role.ProtectionOfficer, RemovalTopic), new(Role.Coordinator, RemovalTopic)],
        LegalDayKind.Certificate => [new(Role.Counsel, "certificate-ends"), new(Role.ProtectionOfficer, "certificate-ends"), new(Role.Coordinator, "certificate-ends")],
        LegalDayKind.Remedy => [new(Role.Counsel, "remedy-ends"), new(Role.Coordinator, "remedy-ends")],
        LegalDayKind.Hearing => [new(Role.Counsel, "hearing-is-near"), new(Role.ProtectionOfficer, "hearing-is-near"), new(Role.Coordinator, "hearing-is-near")],
        LegalDayKind.HostDeadline => [new(Role.Counsel, "host-deadline-is-near"), new(Role.Screener, "host-deadline-is-near"), new(Role.Coordinator, "host-deadline-is-near")],
        LegalDayKind.Stay => [],
    };
}
