using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Deadlines;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>A hit that was dismissed until a day is open again: what was answered before counts no more.</summary>
/// <param name="ReviewOn">The day that had come.</param>
public sealed record HitReopened(string EntryHash, DateOnly ReviewOn);

/// <summary>"Not the same person" may hold until a day only: when it comes, the hit waits for an answer again (SCREENING.md 4.6).</summary>
public static class DismissalReviews
{
    private static readonly ImmutableArray<int> Marks = [0];

    /// <summary>The dismissal whose day has come; null when there is none.</summary>
    public static HitReopened? Due(CaseFile file, DateOnly today) =>
        Waiting(file).Where(r => DayMarks.Due(r.ReviewOn, today, Marks, []) is not null).OrderBy(r => r.ReviewOn).ThenBy(r => r.EntryHash, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>When the next day comes; null when none is set. Midnight UTC: an entry of a list is on no country's calendar.</summary>
    public static DateTimeOffset? NextAt(CaseFile file) => Waiting(file).Select(r => DayMarks.NextAt(r.ReviewOn, Marks, [])).Min();

    private static IEnumerable<HitReopened> Waiting(CaseFile file) => file.Position.Finished ? [] :
        from hit in file.Vetting.LatestRun?.Value.Hits ?? []
        from person in file.Vetting.Adjudications.Select(a => a.Provenance.By).Distinct()
        where file.Vetting.AnswerOf(person, hit) is { ReviewOn: not null }
        select new HitReopened(hit.EntryHash, file.Vetting.AnswerOf(person, hit)!.ReviewOn!.Value);
}

/// <summary>The day has come to look at a dismissed hit again. Doing it twice is refused.</summary>
[ActKind("reopen-dismissal", Compartment.Vetting, Role.System)]
public sealed record ReopenDismissal(string EntryHash, DateOnly ReviewOn) : Act
{
    public const string Topic = "hit-review-due";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (DismissalReviews.Due(file, context.Today) != new HitReopened(EntryHash, ReviewOn))
        {
            yield return new Blocker("reminder-not-due", "This reminder is not due: it was given, or another day counts now.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        // A notice would tell another reviewer that somebody dismissed the hit: while the reviews are not sealed, only the page of who did says so.
        var known = !ReviewRound.Of(file).IsClosed(context.Now);
        return new(file with { Vetting = file.Vetting with { Reopened = file.Vetting.Reopened.Add(context.Record(new HitReopened(EntryHash, ReviewOn), "clock", Confidence.Confirmed)) } })
        {
            Told = known ? [new Told(Role.Vetter, Topic)] : [],
        };
    }
}
