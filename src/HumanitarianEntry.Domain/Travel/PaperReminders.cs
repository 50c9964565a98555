using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Travel;

/// <param name="Paper">Which paper of the case, counted from 1; never its number.</param>
/// <param name="DaysBefore">The mark: 30, 14, 7 or 3.</param>
public sealed record PaperReminder(int Paper, int DaysBefore);

/// <summary>When people are reminded that a travel paper runs out: 30, 14, 7 and 3 days before its last day, once each (handbook G12). The clock never pauses.</summary>
public static class PaperReminders
{
    private static readonly ImmutableArray<int> Marks = [3, 7, 14, 30];

    /// <summary>While one of these gates is open the paper is still needed.</summary>
    private static readonly ImmutableArray<Gate> NeededAt = [Gate.TravelDocument, Gate.TravelSafety, Gate.Journey];

    /// <summary>The reminder that is due on this day; null when there is none or it was given. After a standstill only the nearest mark is made up for.</summary>
    public static PaperReminder? Due(TravelFacts facts, DateOnly today)
    {
        if (facts.Papers.Latest() is not { } paper || paper.ValidUntil < today || DayMarks.Reached(paper.ValidUntil, today, Marks) is not { } mark)
        {
            return null;
        }

        var reminder = new PaperReminder(facts.Papers.Count, mark);
        return facts.Reminders.Values().Contains(reminder) ? null : reminder;
    }

    /// <summary>When the next reminder falls due; null when none will: the paper is not needed, has run out, or all were given.</summary>
    public static DateTimeOffset? NextAt(CaseFile file, DateOnly today)
    {
        if (file.Travel.Papers.Latest() is not { } paper || paper.ValidUntil < today || !IsNeeded(file))
        {
            return null;
        }

        var told = file.Travel.Reminders.Values().Where(r => r.Paper == file.Travel.Papers.Count).Select(r => r.DaysBefore);
        return DayMarks.NextAt(paper.ValidUntil, Marks, told);
    }

    /// <summary>The paper is waited for, held or travelled on.</summary>
    public static bool IsNeeded(CaseFile file) => file.Position.Open.Any(open => NeededAt.Contains(open.Gate));
}

/// <summary>Tells those who look after the journey that the paper runs out soon. Doing it twice is refused.</summary>
[ActKind("remind-paper-expiry", Compartment.Travel, Role.System)]
public sealed record RemindPaperExpiry(int Paper, int DaysBefore) : Act
{
    public const string Topic = "paper-expires-soon";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (PaperReminders.Due(file.Travel, context.Today) != new PaperReminder(Paper, DaysBefore) || !PaperReminders.IsNeeded(file))
        {
            yield return new Blocker("reminder-not-due", "This reminder is not due: it was given, or the paper is not needed any more.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Travel = file.Travel with { Reminders = file.Travel.Reminders.Add(context.Record(new PaperReminder(Paper, DaysBefore), "clock", Confidence.Confirmed)) } })
        {
            Told = [new Told(Role.SubmissionOfficer, Topic), new Told(Role.ProtectionOfficer, Topic)],
        };
}
