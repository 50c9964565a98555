using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Gates;

namespace HumanitarianEntry.Domain.Recommendation;

/// <summary>A mark of the clock of a review that was told, and with it every lower one.</summary>
public sealed record ReviewReminder(ClockMark Mark);

/// <summary>
/// The clock of a review that waits: that of G6, whose matter is decided anew, from the day on which it was asked for. It runs whether the case is closing or closed: the person waits in either.
/// </summary>
public static class ReviewReminders
{
    /// <summary>The mark that is due; null when there is none or it was told.</summary>
    public static ClockMark? Due(CaseFile file, GateClocks clocks, DateTimeOffset now) => ClockOf(file, clocks)?.Due(Told(file), now);

    /// <summary>When the next mark comes; null when none will.</summary>
    public static DateTimeOffset? NextAt(CaseFile file, GateClocks clocks) => ClockOf(file, clocks)?.NextAfter(Told(file));

    private static DeadlineClock? ClockOf(CaseFile file, GateClocks clocks) =>
        InternalReview.Waits(file) ? clocks.For(Gate.Recommendation, file.Priority, InternalReview.Asked(file)!.Provenance.At, file.Position.Standstills) : null;

    private static ClockMark? Told(CaseFile file) => InternalReview.Asked(file) is { } asked ? file.Dossier.ReviewReminders.LastOrDefault(r => r.Provenance.At >= asked.Provenance.At)?.Value.Mark : null;
}

/// <summary>Tells who decides that a review waits, and from 150 % of its time on also who guards the person. Doing it twice is refused.</summary>
[ActKind("remind-review", Compartment.Dossier, Role.System)]
public sealed record RemindReview(ClockMark Mark) : Act
{
    public const string WaitsTopic = "review-waits";
    public const string OverdueTopic = "review-overdue";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (ReviewReminders.Due(file, context.Programme.Clocks, context.Now) != Mark)
        {
            yield return new Blocker("reminder-not-due", "This reminder is not due: it was given, or the review is decided.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Dossier = file.Dossier with { ReviewReminders = file.Dossier.ReviewReminders.Add(context.Record(new ReviewReminder(Mark), "clock", Confidence.Confirmed)) } })
        {
            Told = Mark switch
            {
                ClockMark.FirstReminder or ClockMark.SecondReminder => [new Told(Role.Coordinator, WaitsTopic)],
                ClockMark.ToCaseLead => [new Told(Role.Coordinator, OverdueTopic)],
                ClockMark.ToDutyOfficer => [new Told(Role.Coordinator, OverdueTopic), new Told(Role.ProtectionOfficer, OverdueTopic)],
            },
        };
}
