using Microsoft.Extensions.DependencyInjection;

namespace HumanitarianEntry.WebTests.Hosting;

/// <summary>A clock that runs, and that a test puts ahead.</summary>
public sealed class MovableClock : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    /// <summary>It is then; never earlier than it was.</summary>
    public void PutTo(DateTimeOffset moment) => Interlocked.Add(ref ahead, Math.Max(0, (moment - GetUtcNow()).Ticks));
}

/// <summary>The host on a clock that a test can put ahead. Sessions end meanwhile: people sign in again.</summary>
public sealed class ClockHost : CaseHost
{
    public MovableClock Clock { get; } = new();

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);
}
