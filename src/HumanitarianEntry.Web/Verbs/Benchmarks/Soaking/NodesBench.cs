using System.Diagnostics;
using System.Globalization;
using HumanitarianEntry.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary><c>bench nodes [--walks N]</c>: acts a second with one node and with two over one PostgreSQL (HE_BENCH_POSTGRES), each node on one processor of its own, and who used the processors meanwhile.</summary>
internal static class NodesBench
{
    private const string File = "not-recommended.yaml";

    /// <summary>From here on the walk waits for background work, which says nothing of what the nodes could do.</summary>
    private const string FirstWaiting = "request-screening";
    private const int Workers = 4;
    private const int WarmUp = 20;
    private const double LeastRatio = 1.6;

    public static async Task<int> RunAsync(Options options)
    {
        var known = SoakPlace.Known().FirstOrDefault(k => k.Provider == DatabaseProvider.Postgres);
        if (known.Connection is null)
        {
            await Console.Error.WriteLineAsync("Refused: several nodes need PostgreSQL: HE_BENCH_POSTGRES, the connection string of an empty database.");
            return Verb.Failed;
        }

        var walks = Soak.Number(options, "--walks", 60);
        await using var place = await SoakPlace.OpenAsync(known.Provider, known.Connection, mailHeldBack: ..0);
        var one = await MeasureAsync(place, "one", walks, 1);
        var two = await MeasureAsync(place, "two", walks, 2);
        var verdict = await SoakCheck.RunAsync(place, wasKilled: false);
        var exit = await MeasureTable.PrintAsync(
            $"bench nodes: {MeasureTable.Machine()}; {walks} walks of {File} until {FirstWaiting}, {Workers} acts at once on each node, each node on one processor",
            [
                new Measure("acts with two nodes, against one", two.Rate, "1/s", one.Rate, LeastRatio),
                .. Shares("one node", one), .. Shares("two nodes", two),
                new Measure("broken cases", verdict.Broken.Count, "cases", Goal: 0, LessIsBetter: true),
            ],
            options.Has("--json"));
        if (!options.Has("--json"))
        {
            var limit = Others(two) > 0.25 ? "other programs on this machine take so much that the ratio says nothing; run it alone"
                : two.Idle < 0.15 ? "the processors are used up: the nodes and PostgreSQL share them on this machine" : "not the processors: commits wait for the disk, or acts for each other";
            await Console.Out.WriteLineAsync($"The limit with two nodes: {limit}.");
        }

        return exit;
    }

    private static IEnumerable<Measure> Shares(string name, Measured measured) =>
    [
        new Measure($"{name}: processors used by the nodes", measured.Nodes * 100, "% of 1"),
        new Measure($"{name}: processors used by PostgreSQL", measured.Postgres * 100, "% of 1"),
        new Measure($"{name}: processors used by everything else", Others(measured) * Environment.ProcessorCount * 100, "% of 1"),
        new Measure($"{name}: processors idle", measured.Idle * 100, "% of all"),
    ];

    /// <summary>Part of all processors that neither nodes nor PostgreSQL used.</summary>
    private static double Others(Measured measured) => 1 - measured.Idle - ((measured.Nodes + measured.Postgres) / Environment.ProcessorCount);

    private static async Task<Measured> MeasureAsync(SoakPlace place, string prefix, int walks, int nodes)
    {
        // Each node has its own walks; the first ones are for warming up.
        var (plan, files) = place.Plan(prefix, File);
        var running = await Task.WhenAll(Enumerable.Range(0, nodes).Select(n => place.StartNodeAsync(n)));
        var stopAt = files[0].Steps.Index().First(s => s.Item.What.StartsWith(FirstWaiting, StringComparison.Ordinal)).Index;
        NodeOrder Walk(int from, int count) => new("walk", 0, from, from + count, stopAt, Workers, Apart: true);
        try
        {
            await Task.WhenAll(running.Select((n, i) => n.OrderAsync(Walk(i * WarmUp, WarmUp))));
            var acts = await ActsAsync(place);
            var (cpu, clock) = (Processors.Now([.. running.Select(n => n.Pid)]), Stopwatch.StartNew());
            var each = walks / nodes;
            var walked = await Task.WhenAll(running.Select((n, i) => n.OrderAsync(Walk((nodes * WarmUp) + (i * each), each))));
            var seconds = clock.Elapsed.TotalSeconds;
            var used = Processors.Now([.. running.Select(n => n.Pid)]).Since(cpu);
            if (walked.FirstOrDefault(w => w is not { Result: "walked" }) is { } failed)
            {
                throw new InvalidOperationException($"A node could not walk: {failed.Result}");
            }

            var done = await ActsAsync(place) - acts;
            await new SoakProgress(place.Cases, place.Clock, plan, files, 0).RestAsync();
            await Task.WhenAll(running.Select(n => n.StopAsync()));
            return new Measured(done / seconds, used.Nodes / seconds, used.Postgres / seconds, used.Idle / seconds / Environment.ProcessorCount);
        }
        finally
        {
            foreach (var node in running)
            {
                await node.DisposeAsync();
            }
        }
    }

    private static async Task<int> ActsAsync(SoakPlace place)
    {
        await using var db = place.Cases.CreateDbContext();
        return await db.Acts.CountAsync();
    }

    private sealed record Measured(double Rate, double Nodes, double Postgres, double Idle);
}

/// <summary>Seconds of processor time so far, from /proc: of some processes, of everything called postgres, and of nobody.</summary>
internal sealed record Processors(double Nodes, double Postgres, double Idle)
{
    private const double TicksPerSecond = 100;

    public static Processors Now(IReadOnlyCollection<int> pids)
    {
        var (nodes, postgres) = (0d, 0d);
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(f => char.IsAsciiDigit(Path.GetFileName(f)[0])))
        {
            string stat;
            try
            {
                stat = System.IO.File.ReadAllText(Path.Combine(folder, "stat"));
            }
            catch (IOException)
            {
                // It ended while we looked.
                continue;
            }

            var after = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var used = (double.Parse(after[11], CultureInfo.InvariantCulture) + double.Parse(after[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
            nodes += pids.Contains(int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)) ? used : 0;
            postgres += stat.Contains("(postgres)", StringComparison.Ordinal) ? used : 0;
        }

        var idle = System.IO.File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new Processors(nodes, postgres, double.Parse(idle[4], CultureInfo.InvariantCulture) / TicksPerSecond);
    }

    public Processors Since(Processors before) => new(Nodes - before.Nodes, Postgres - before.Postgres, Idle - before.Idle);
}
