namespace HumanitarianEntry.CaseworkTests.Custody;

/// <summary>The system's clock, some time ahead.</summary>
internal sealed class MovedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
