using System.Diagnostics;
using HumanitarianEntry.Casework.Outbox;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>Walks under fire: nodes are killed at random moments and started again until all walks are at their end.</summary>
internal sealed class SoakKills(SoakPlace place, Dice dice, int walks, int nodes, int most)
{
    private static readonly TimeSpan StuckAfter = TimeSpan.FromMinutes(3);
    private readonly List<RunningNode> alive = [];
    private readonly List<Task<NodeAnswer?>> orders = [];

    public int Kills { get; private set; }

    /// <param name="patience">After this time no more nodes are killed.</param>
    public async Task<IReadOnlyList<string>> RunAsync(string prefix, TimeSpan patience)
    {
        var (plan, files) = place.Plan(prefix, only: null);
        var progress = new SoakProgress(place.Cases, place.Clock, plan, files, walks);
        try
        {
            alive.AddRange(await place.StartNodesAsync(nodes));
            alive.ForEach(SendOut);
            using var calm = new CancellationTokenSource(patience);
            var killing = KillAsync(calm.Token);
            var complaint = await WatchAsync(progress, killing);
            await calm.CancelAsync();
            await killing;
            complaint ??= await QuietAsync(progress);
            await Task.WhenAll(alive.Select(n => n.StopAsync()));
            var threw = await ThrownAsync();
            return [.. complaint is null ? Array.Empty<string>() : [complaint, .. await progress.UnfinishedAsync(), .. alive.Select(n => n.Complaints).Where(c => c.Length > 0)], .. threw];
        }
        finally
        {
            foreach (var node in alive)
            {
                await node.DisposeAsync();
            }
        }
    }

    private void SendOut(RunningNode node) => orders.Add(node.OrderAsync(new NodeOrder("walk", 0, Walk: 0, To: walks, Workers: 3)));

    private async Task KillAsync(CancellationToken calm)
    {
        while (!calm.IsCancellationRequested && Kills < most)
        {
            await Task.Delay(dice.Between(300, 6_000), calm).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (calm.IsCancellationRequested)
            {
                return;
            }

            var at = dice.Below(alive.Count);
            await alive[at].KillAsync();
            await alive[at].DisposeAsync();
            Kills++;
            // Nobody waits for what it had taken: its lease is over when the next node begins.
            place.Clock.Jump(OutboxWorker.Lease);
            alive[at] = await place.StartNodeAsync();
            SendOut(alive[at]);
        }
    }

    /// <returns>A complaint when nothing moves any more.</returns>
    private async Task<string?> WatchAsync(SoakProgress progress, Task killing)
    {
        var (lastActs, moved, told) = (-1, Stopwatch.StartNew(), Stopwatch.StartNew());
        while (true)
        {
            if (killing.IsFaulted)
            {
                await killing;
            }

            var (ended, waiting, acts) = await progress.ReadAsync();
            if (ended == walks)
            {
                return null;
            }

            if (ended + waiting == walks && await progress.LeftAsync() == 0)
            {
                // All live through a month: clocks run out on every case at once.
                place.Clock.Jump(TimeSpan.FromDays(31));
            }

            if (acts != lastActs)
            {
                lastActs = acts;
                moved.Restart();
            }
            else if (moved.Elapsed > StuckAfter)
            {
                return $"nothing has moved for {StuckAfter.TotalMinutes} minutes";
            }

            if (told.Elapsed > TimeSpan.FromSeconds(10))
            {
                await Console.Error.WriteLineAsync($"  {ended} of {walks} walks ended, {waiting} wait for a month to pass, {acts} acts, {Kills} kills, {await progress.LeasedAsync()} outbox rows taken");
                told.Restart();
            }

            await Task.Delay(400);
        }
    }

    /// <summary>Lets the nodes finish mails and work; what killed nodes had taken is free when its time is over.</summary>
    private async Task<string?> QuietAsync(SoakProgress progress)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < StuckAfter; await Task.Delay(300))
        {
            if (await progress.LeftAsync() == 0)
            {
                return null;
            }

            if (waited.Elapsed > TimeSpan.FromSeconds(5) && await progress.LeasedAsync() > 0)
            {
                place.Clock.Jump(OutboxWorker.Lease / 10);
            }
        }

        return "the outbox or the clocks do not come to rest";
    }

    private async Task<IReadOnlyList<string>> ThrownAsync() =>
        [.. (await Task.WhenAll(orders)).OfType<NodeAnswer>().Select(a => a.Result).Where(r => r.StartsWith("threw", StringComparison.Ordinal))];
}
