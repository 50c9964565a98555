namespace HumanitarianEntry.UnitTests.Notices;

/// <summary>The date stands still, deadlines run: timers are those of the system.</summary>
internal sealed class FixedDateClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
