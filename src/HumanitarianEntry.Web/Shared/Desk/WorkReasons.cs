using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Web.Shared.Acting;
using HumanitarianEntry.Web.Shared.Law;

namespace HumanitarianEntry.Web.Shared.Desk;

/// <summary>Why a case stands where it stands in a queue, in a sentence. Routing facts only; nothing about the person.</summary>
public sealed class WorkReasons(Words words, TimeProvider time)
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    public string Of(WorkItem item)
    {
        var now = time.GetUtcNow();
        var parts = new List<string>();
        if (item.Priority != Priority.Normal)
        {
            parts.Add(item.Alarm is { } alarm ? $"{InWords(item.Priority)}: {Danger(alarm)}." : $"{InWords(item.Priority)}.");
        }

        if (item.WelfareCheckDueAt is { } silent)
        {
            parts.Add(S($"Welfare check due since {silent}: the person did not come and does not answer."));
        }

        if (item.StayEndsAt is { } end && end <= now + CaseChoice.StaySoon)
        {
            parts.Add(end <= now ? S($"The lawful stay has ended ({Words.Distance(end, now)}).") : S($"The lawful stay ends {Words.Distance(end, now)}."));
        }

        if (item.LegalDay is { } day && day.At <= now + (day.Kind == LegalDayKind.Removal ? TimeSpan.FromDays(LegalUrgency.RemovalNear) : CaseChoice.StaySoon))
        {
            parts.Add(LawWords.InQueue(day.Kind, day.At, now));
        }

        parts.AddRange(item.OpenGates.Select(g => S($"{words.Gate(g.Gate)} has waited {Words.Span(g.Since, now)}.")));
        if (item.OpenGates.Count == 0)
        {
            parts.Add(words.Describe(item.State));
        }

        if (StandsStill(item.StandsStill) is { } still)
        {
            parts.Add(still);
        }

        return string.Join(' ', parts);
    }

    /// <summary>What an open emergency is, inside a sentence.</summary>
    private static string Danger(string alarm) => alarm switch
    {
        "removal-risk" => S("may be removed"),
        "missed-check-in" => S("missed a check-in"),
        "detained" => S("detained"),
        "abducted" => S("taken by unknown people"),
        "missing" => S("missing"),
        "dead" => S("reported dead"),
        _ => S("see the case"),
    };

    /// <summary>Words about the due date, for the mark beside the reference; null when nothing is due.</summary>
    public string? Due(WorkItem item) => item.DueAt is { } due ? (due < time.GetUtcNow() ? S($"Overdue since {due}") : S($"Due {due}")) : null;

    /// <summary>Why no clock of the case runs; null while they run.</summary>
    private static string? StandsStill(Standstill? still) => still switch
    {
        null => null,
        { Since: { } since, Because: var path } => S($"Stands still since {since}, {Cause(path)}."),
        { Because: var path } => S($"Stands still, {Cause(path)}."),
    };

    /// <summary>What holds the clocks, at the end of a sentence.</summary>
    public static string Cause(SidePath path) => path switch
    {
        SidePath.Emergency => S("because an emergency is open"),
        SidePath.Parked => S("because the case is parked"),
        SidePath.Sealed => S("because the case is sealed"),
    };

    public bool IsLate(WorkItem item) => item.DueAt < time.GetUtcNow();

    public bool IsSoon(WorkItem item) => !IsLate(item) && item.DueAt < time.GetUtcNow() + Soon;

    /// <summary>Class of the line: what cannot wait stands out.</summary>
    public string? Mark(WorkItem item) => item.Priority == Priority.Emergency || item.WelfareCheckDueAt is not null || IsLate(item) ? "queue-now" : IsSoon(item) ? "queue-soon" : null;
}
