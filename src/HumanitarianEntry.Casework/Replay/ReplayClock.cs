namespace HumanitarianEntry.Casework.Replay;

/// <summary>A clock that stands still until it is moved, and is never moved back within one case.</summary>
public sealed class ReplayClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTimeOffset instant) => now = instant > now ? instant : now;
}
