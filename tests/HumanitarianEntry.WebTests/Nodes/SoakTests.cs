using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.TestKit.Databases;
using HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;
using Xunit;

namespace HumanitarianEntry.WebTests.Nodes;

/// <summary>A small dose of "bench soak": real processes of the program, killed with SIGKILL, over one database. The full dose is 200 walks and 1,000 pairs.</summary>
[Collection(nameof(SoakTests))]
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Walks = 4;
    private const int Kills = 2;
    private const int Pairs = 20;

    [Fact]
    public async Task Walks_NodeKilledAtRandomMomentsOnSqlite_EveryCaseIsWhole()
    {
        await using var place = await SoakPlace.OpenAsync(DatabaseProvider.Sqlite, null, mailHeldBack: ..60);
        await UnderFireAsync(place, nodes: 1);
    }

    [Fact]
    public async Task Walks_TwoNodesKilledAtRandomMomentsOnPostgres_EveryCaseIsWhole()
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null, PostgresServer.WhyNot ?? string.Empty);
        await using var place = await SoakPlace.OpenAsync(DatabaseProvider.Postgres, await EmptyPostgres.MakeAsync(), mailHeldBack: ..60);
        await UnderFireAsync(place, nodes: 2);
    }

    [Fact]
    public async Task Pairs_TwoProgramsAtOneFork_BothCountAndTheJoinFiresOnce()
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null, PostgresServer.WhyNot ?? string.Empty);
        await using var place = await SoakPlace.OpenAsync(DatabaseProvider.Postgres, await EmptyPostgres.MakeAsync(), mailHeldBack: ..0);
        var pairs = new SoakPairs(place, Throw(), Pairs);
        var broken = await pairs.RunAsync("pair");
        Assert.True(broken.Count == 0, string.Join(Environment.NewLine, broken));
        output.WriteLine($"{pairs.Collisions} acts met another one and were tried again.");
        Assert.True(pairs.Collisions > 0, "No act met another one: the run has shown nothing.");
        Assert.Empty((await SoakCheck.RunAsync(place, wasKilled: false)).Broken);
    }

    private async Task UnderFireAsync(SoakPlace place, int nodes)
    {
        var kills = new SoakKills(place, Throw(), Walks, nodes, Kills);
        Assert.Empty(await kills.RunAsync("soak", TimeSpan.FromMinutes(2)));
        var verdict = await SoakCheck.RunAsync(place, wasKilled: kills.Kills > 0);
        output.WriteLine($"{kills.Kills} kills, {verdict.Acts} acts, {verdict.Mails} mails, {verdict.Repeated} repeated.");
        Assert.Empty(verdict.Broken);
        Assert.Equal(Walks, verdict.Cases);
        Assert.NotEqual(0, kills.Kills);
    }

    private Dice Throw()
    {
        var seed = RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"Seed {seed}");
        return new Dice(seed);
    }
}

/// <summary>One at a time: each of them keeps the machine busy.</summary>
[CollectionDefinition(nameof(SoakTests), DisableParallelization = true)]
public sealed class SoakTestsAreAlone;
