using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Deadlines;

namespace HumanitarianEntry.Domain.Consent;

/// <param name="Consent">The act that recorded it.</param>
/// <param name="DaysBefore">The mark: 30 or 7 days before the last day; -1 is the day after it.</param>
public sealed record ConsentReminder(Guid Consent, int DaysBefore);

/// <summary>When people are told that a consent ends: 30 and 7 days before its last day, and when it has ended. From then on nothing is done on it any more (handbook G1, re-confirming).</summary>
public static class ConsentReminders
{
    private static readonly ImmutableArray<int> Marks = [30, 7, -1];

    /// <summary>So long a consent given in the secure space holds where something leaves us (handbook G1).</summary>
    public const int MonthsInSpace = 6;

    /// <summary>The reminder that is due on this day; null when there is none or it was given.</summary>
    public static ConsentReminder? Due(CaseFile file, DateOnly today)
    {
        foreach (var consent in Ending(file))
        {
            if (DayMarks.Due(consent.Consent.ExpiresOn!.Value, today, Marks, Told(file, consent.ActId)) is { } mark)
            {
                return new ConsentReminder(consent.ActId, mark);
            }
        }

        return null;
    }

    /// <summary>When the next reminder falls due; null when none will.</summary>
    public static DateTimeOffset? NextAt(CaseFile file) => Ending(file).Select(c => DayMarks.NextAt(c.Consent.ExpiresOn!.Value, Marks, Told(file, c.ActId))).Min();

    /// <summary>The consents that count now, are given and have an end. After the end of a case nobody is reminded.</summary>
    private static IEnumerable<RecordedConsent> Ending(CaseFile file) => file.Position.Finished
        ? []
        : file.Contact.Consents.Where(c => c.Provenance.At >= file.Position.BeganAt).GroupBy(c => (c.Consent.Purpose, c.Consent.Recipient)).Select(g => g.Last())
            .Where(c => c.Consent is { Status: ConsentStatus.Given, ExpiresOn: not null });

    private static IEnumerable<int> Told(CaseFile file, Guid consent) => file.Contact.ConsentReminders.Values().Where(r => r.Consent == consent).Select(r => r.DaysBefore);
}

/// <summary>Tells who leads the case, its screener and the person that a consent ends soon or has ended. Doing it twice is refused.</summary>
[ActKind("remind-consent-end", Compartment.Contact, Role.System)]
public sealed record RemindConsentEnd(Guid Consent, int DaysBefore) : Act
{
    public const string SoonTopic = "consent-ends-soon";
    public const string EndedTopic = "consent-ended";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (ConsentReminders.Due(file, context.Today) != new ConsentReminder(Consent, DaysBefore))
        {
            yield return new Blocker("reminder-not-due", "This reminder is not due: it was given, or another consent counts now.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var topic = DaysBefore < 0 ? EndedTopic : SoonTopic;
        return new(file with { Contact = file.Contact with { ConsentReminders = file.Contact.ConsentReminders.Add(context.Record(new ConsentReminder(Consent, DaysBefore), "clock", Confidence.Confirmed)) } })
        {
            Told = [new Told(Role.Coordinator, topic), new Told(Role.Screener, topic), new Told(Role.Applicant, topic)],
        };
    }
}
