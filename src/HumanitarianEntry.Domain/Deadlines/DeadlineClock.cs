using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.Deadlines;

/// <summary>What a clock measures.</summary>
public enum ClockKind
{
    /// <summary>How long a gate may stay open.</summary>
    Gate,

    /// <summary>How long the person may lawfully stay where he is. Never pauses.</summary>
    LegalStay,

    /// <summary>How long a document is valid. Never pauses.</summary>
    DocumentValidity,
}

/// <summary>Who is told when, in the order in which it comes (handbook section 4: 50 %, 80 %, 100 %, 150 %).</summary>
public enum ClockMark
{
    FirstReminder,
    SecondReminder,
    ToCaseLead,
    ToDutyOfficer,
}

/// <summary>A time in which a clock stood still, and why. Open while <paramref name="Until"/> is null.</summary>
public sealed record ClockPause(DateTimeOffset From, DateTimeOffset? Until, string Reason);

/// <summary>A running deadline. Pure: it is asked, it never looks at the time itself.</summary>
/// <param name="Kind">What it measures.</param>
/// <param name="Since">When it began.</param>
/// <param name="Length">How long, in the time of <paramref name="Time"/>; a working-day clock of N days has N times 24 hours.</param>
/// <param name="Time">Which time counts: that of the person who must act.</param>
public sealed record DeadlineClock(ClockKind Kind, DateTimeOffset Since, TimeSpan Length, WorkingTime Time)
{
    /// <summary>The pauses in their order; at most the last one is open.</summary>
    public ImmutableArray<ClockPause> Pauses { get; init; } = [];

    /// <summary>Legal stay and document validity run on, whatever happens to the case.</summary>
    public bool MayPause => Kind == ClockKind.Gate;

    public bool IsPaused => Pauses is [.., { Until: null }];

    /// <summary>When all of it has passed; null while it stands still.</summary>
    public DateTimeOffset? DueAt => At(ClockMark.ToCaseLead);

    /// <summary>When a mark is reached. Null: the clock stands still before it.</summary>
    public DateTimeOffset? At(ClockMark mark) => Time.After(Since, Length * Share(mark), Pauses);

    /// <summary>The marks that have been reached by then, in order.</summary>
    public IReadOnlyList<ClockMark> Reached(DateTimeOffset now) => [.. Enum.GetValues<ClockMark>().Where(mark => At(mark) is { } at && at <= now)];

    /// <summary>The next mark and its time; null when all are past or the clock stands still.</summary>
    public (ClockMark Mark, DateTimeOffset At)? Next(DateTimeOffset now)
    {
        foreach (var mark in Enum.GetValues<ClockMark>())
        {
            if (At(mark) is { } at && at > now)
            {
                return (mark, at);
            }
        }

        return null;
    }

    /// <summary>When somebody must be told again after the last mark that was told; null when all were told, and while the clock stands still: then no mark comes.</summary>
    public DateTimeOffset? NextAfter(ClockMark? told)
    {
        if (IsPaused)
        {
            return null;
        }

        foreach (var mark in Enum.GetValues<ClockMark>())
        {
            if (told is null || mark > told)
            {
                return At(mark);
            }
        }

        return null;
    }

    /// <summary>The highest mark that is reached and was not told; those below it are passed over, so that nobody hears of one clock four times at once.</summary>
    public ClockMark? Due(ClockMark? told, DateTimeOffset now) =>
        !IsPaused && Reached(now) is [.., var highest] && (told is null || highest > told) ? highest : null;

    /// <exception cref="InvalidOperationException">The clock never pauses, stands still already, or no reason is given.</exception>
    public DeadlineClock Pause(DateTimeOffset from, string reason)
    {
        if (!MayPause)
        {
            throw new InvalidOperationException($"The clock of {Kind} never pauses.");
        }

        if (IsPaused || from < Since || (Pauses is [.., var last] && from < last.Until))
        {
            throw new InvalidOperationException("The clock stands still already, or had not begun.");
        }

        return string.IsNullOrWhiteSpace(reason) ? throw new InvalidOperationException("A clock pauses only with a reason.") : this with { Pauses = Pauses.Add(new ClockPause(from, Until: null, reason)) };
    }

    /// <exception cref="InvalidOperationException">The clock does not stand still, or would go on before it stopped.</exception>
    public DeadlineClock Resume(DateTimeOffset until)
    {
        if (Pauses is not [.., { Until: null } open] || until < open.From)
        {
            throw new InvalidOperationException("The clock does not stand still.");
        }

        return this with { Pauses = Pauses.SetItem(Pauses.Length - 1, open with { Until = until }) };
    }

    private static double Share(ClockMark mark) => mark switch
    {
        ClockMark.FirstReminder => 0.5,
        ClockMark.SecondReminder => 0.8,
        ClockMark.ToCaseLead => 1,
        ClockMark.ToDutyOfficer => 1.5,
    };
}
