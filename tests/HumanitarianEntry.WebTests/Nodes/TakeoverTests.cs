using System.Diagnostics;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.TestKit.Databases;
using HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;
using Npgsql;
using Xunit;

namespace HumanitarianEntry.WebTests.Nodes;

/// <summary>The node that holds a background job is killed in the middle of it; the other one goes on.</summary>
[Collection(nameof(SoakTests))]
public sealed class TakeoverTests(ITestOutputHelper output)
{
    /// <summary>Twice what the scheduler's own settings promise: 7.5 s between signs of life, and 7.5 s of patience.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Job_NodeKilledWhileItHoldsIt_OtherNodeGoesOn()
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null, PostgresServer.WhyNot ?? string.Empty);
        var connection = await EmptyPostgres.MakeAsync();

        // The relay takes a mail and keeps its answer back, so that the job stays where it is.
        await using var place = await SoakPlace.OpenAsync(DatabaseProvider.Postgres, connection, mailHeldBack: 600_000..600_000);
        place.Plan("takeover", "not-recommended.yaml");
        var nodes = await place.StartNodesAsync(2);
        try
        {
            foreach (var index in Enumerable.Range(0, 3))
            {
                Assert.Equal("done", (await nodes[0].OrderAsync(new NodeOrder("step", 0, 0, Index: index)))?.Result);
            }

            await UntilAsync(() => Task.FromResult(place.Mails.Taken.Count > 0));
            var holder = await HolderAsync(connection);
            var killed = Assert.Single(nodes, n => n.Scheduler == holder);
            var other = Assert.Single(nodes, n => n != killed);
            await killed.KillAsync();
            var clock = Stopwatch.StartNew();

            // Mails that the killed node never saw.
            Assert.Equal("done", (await other.OrderAsync(new NodeOrder("step", 0, 0, Index: 3)))?.Result);
            var before = place.Mails.Taken.Count;
            await UntilAsync(() => Task.FromResult(place.Mails.Taken.Count > before));
            output.WriteLine($"The other node went on after {clock.Elapsed.TotalSeconds:0.0} s.");
            Assert.Equal(other.Scheduler, await HolderAsync(connection));
            Assert.True(clock.Elapsed < Most, $"It took {clock.Elapsed}.");
        }
        finally
        {
            foreach (var node in nodes)
            {
                await node.DisposeAsync();
            }
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var clock = Stopwatch.StartNew(); !await holds(); await Task.Delay(100))
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(90), "It did not happen within 90 seconds.");
        }
    }

    /// <summary>Which scheduler is carrying out the outbox job now.</summary>
    private static async Task<string?> HolderAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT instance_name FROM qrtz_fired_triggers WHERE job_name = 'OutboxJob' AND state = 'EXECUTING'", connection);
        return await command.ExecuteScalarAsync() as string;
    }
}
