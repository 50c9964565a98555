namespace HumanitarianEntry.Notices.Delivery;

/// <summary>When to try a failed mail again. Pure: the same arguments give the same answer on every node.</summary>
public static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);
    private static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <summary>
    /// The pause doubles from one minute to six hours. Up to a fifth is added by <paramref name="jitterSeed"/>, so that mails that failed together
    /// do not come back together; nothing is taken off, hence the pauses alone last seven days before a person is asked.
    /// </summary>
    /// <param name="attempt">How many attempts have failed, from 1.</param>
    /// <param name="now">When the last one failed.</param>
    /// <param name="jitterSeed">Any number that belongs to the mail, for example from its Message-ID.</param>
    public static RetryPlan NextAttempt(int attempt, DateTimeOffset now, long jitterSeed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        TimeSpan waited = TimeSpan.Zero;
        for (int earlier = 1; earlier < attempt && waited < Patience; earlier++)
        {
            waited += Pause(earlier);
        }

        if (waited >= Patience)
        {
            return new RetryPlan.NeedsOperator();
        }

        TimeSpan pause = Pause(attempt);
        return new RetryPlan.At(now + pause + (pause * (Fraction(jitterSeed, attempt) / 5)));
    }

    private static TimeSpan Pause(int attempt) => attempt > 10 ? Longest : TimeSpan.FromTicks(Math.Min(First.Ticks << (attempt - 1), Longest.Ticks));

    // The finaliser of splitmix64 (Steele, Lea, Flood 2014): spreads neighbouring seeds over the whole range.
    private static double Fraction(long seed, int attempt)
    {
        unchecked
        {
            ulong mixed = (ulong)seed + ((ulong)attempt * 0x9E3779B97F4A7C15);
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) / (double)(1UL << 53);
        }
    }
}

/// <summary>What to do with a mail that failed for the time being.</summary>
public abstract record RetryPlan
{
    private RetryPlan()
    {
    }

    /// <summary>Try again then.</summary>
    public sealed record At(DateTimeOffset Time) : RetryPlan;

    /// <summary>A week of attempts failed: show it to an operator, who may start again. The mail is kept.</summary>
    public sealed record NeedsOperator : RetryPlan;
}
