using HumanitarianEntry.Casework.Health;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.CaseworkTests.Screening;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Operations;

public sealed class WorkerPulseTests
{
    private static readonly TimeSpan Long = WorkerPulse.Patience + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Health_WorkerNeverOrNoLongerHeardOf_IsNotWell()
    {
        var clock = new MovedClock();
        await using var store = await CaseworkStore.OpenAsync(more: s => s.AddSingleton<TimeProvider>(clock).AddSingleton(new ExpectedWorkers([ExpectedWorkers.Outbox])));
        var health = store.Services.GetRequiredService<InstallationHealth>();
        Assert.True(await health.IsWellAsync(CancellationToken.None));
        clock.Later(Long);
        Assert.False(await health.IsWellAsync(CancellationToken.None));

        await store.Services.GetRequiredService<OutboxWorker>().DrainAsync(CancellationToken.None);
        Assert.False(await health.IsWellAsync(CancellationToken.None));
        clock.Later(InstallationHealth.AnswerKept);
        Assert.True(await health.IsWellAsync(CancellationToken.None));
        clock.Later(Long);
        Assert.False(await health.IsWellAsync(CancellationToken.None));
    }

    private sealed class MovedClock : TimeProvider
    {
        private TimeSpan moved;

        public void Later(TimeSpan by) => moved += by;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + moved;
    }
}
