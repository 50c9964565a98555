using System.Collections.Concurrent;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Health;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.CaseworkTests.Data;
using HumanitarianEntry.TestKit.Databases;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Outbox;

/// <summary>Two workers over one outbox: each row is done by one of them, and what a dead one held is taken over when its lease is over.</summary>
public sealed class OutboxLeaseTests
{
    private readonly MovedClock clock = new();

    [Theory, EveryDatabase]
    public async Task Drain_TwoWorkersAtOnce_EachRowOnce(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        await AskAsync(store, 60);
        var desk = new Recorder(_ => Task.Delay(2));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Worker(store, desk).DrainAsync(CancellationToken.None))));
        Assert.Equal(60, desk.Done.Count);
        Assert.Equal(60, desk.Done.Distinct().Count());
    }

    [Theory, EveryDatabase]
    public async Task Drain_RowsBeforeTookLongerThanTheLease_RestIsLeftToTheOther(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        await AskAsync(store, 3);
        var fast = new Recorder(_ => Task.CompletedTask);
        var slow = new Recorder(async count =>
        {
            if (count == 1)
            {
                // While the first of the batch is under way the time of the others runs out, and another node comes.
                clock.Move(OutboxWorker.Lease * 2);
                await Worker(store, fast).DrainAsync(CancellationToken.None);
            }
        });
        await Worker(store, slow).DrainAsync(CancellationToken.None);

        Assert.Single(slow.Done);
        Assert.Equal(3, fast.Done.Count);
    }

    [Theory, EveryDatabase]
    public async Task Drain_HolderIsDead_TakenOverAfterTheLeaseAndNotBefore(DatabaseProvider provider)
    {
        await using var store = await TestStore.OpenAsync(provider);
        await AskAsync(store, 1);
        var dead = new Recorder(_ => throw new OperationCanceledException());
        await Assert.ThrowsAsync<OperationCanceledException>(() => Worker(store, dead).DrainAsync(CancellationToken.None));
        var other = new Recorder(_ => Task.CompletedTask);

        clock.Move(OutboxWorker.Lease - TimeSpan.FromSeconds(2));
        Assert.Equal(0, await Worker(store, other).DrainAsync(CancellationToken.None));
        clock.Move(TimeSpan.FromSeconds(3));
        Assert.Equal(1, await Worker(store, other).DrainAsync(CancellationToken.None));
    }

    private async Task AskAsync(TestStore store, int count)
    {
        await using var db = store.Cases.CreateDbContext();
        db.Outbox.AddRange(Enumerable.Range(0, count).Select(i => new OutboxRow { Id = Ids.New(), Kind = "practice", Payload = "{}", CreatedAt = clock.GetUtcNow(), DueAt = clock.GetUtcNow().AddMilliseconds(-count + i) }));
        await db.SaveChangesAsync();
    }

    private OutboxWorker Worker(TestStore store, Recorder consumer) => new(store.Cases, [consumer], new WorkerPulse(new ExpectedWorkers([]), clock), clock, NullLogger<OutboxWorker>.Instance);

    private sealed class Recorder(Func<int, Task> work) : IOutboxConsumer
    {
        private int begun;

        public ConcurrentQueue<Guid> Done { get; } = new();

        public IReadOnlyCollection<string> Kinds { get; } = ["practice"];

        public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
        {
            await work(Interlocked.Increment(ref begun));
            Done.Enqueue(row.Id);
            return new OutboxVerdict.Done();
        }
    }

    private sealed class MovedClock : TimeProvider
    {
        private TimeSpan ahead;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

        public void Move(TimeSpan by) => ahead += by;
    }
}
