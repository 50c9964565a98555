using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Data;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>
/// <c>bench soak [--walks N] [--nodes N] [--pairs N] [--kills N] [--seed S] [--minutes M] [--database sqlite|postgres]</c>: nodes of this program over one database walk through cases and are killed
/// at random moments; afterwards every case, clock, notice and mail is held against the acts. SQLite has one node at a time; PostgreSQL (HE_BENCH_POSTGRES) as many as asked for.
/// </summary>
internal static class Soak
{
    public static async Task<int> RunAsync(Options options)
    {
        var seed = Number(options, "--seed", RandomNumberGenerator.GetInt32(int.MaxValue));
        var (walks, nodes, pairs) = (Number(options, "--walks", 200), Number(options, "--nodes", 2), Number(options, "--pairs", 1_000));
        var kills = Number(options, "--kills", walks);
        var patience = TimeSpan.FromMinutes(Number(options, "--minutes", 120));
        await Console.Out.WriteLineAsync($"bench soak: {MeasureTable.Machine()}; seed {seed}, {walks} walks, {pairs} pairs");
        var chosen = SoakPlace.Known().Where(k => options["--database"] is not { } name || string.Equals(name, k.Provider.ToString(), StringComparison.OrdinalIgnoreCase)).ToList();
        if (chosen.Count == 0)
        {
            await Console.Error.WriteLineAsync("Refused: no such database here. PostgreSQL needs HE_BENCH_POSTGRES, the connection string of an empty database.");
            return Verb.Failed;
        }

        var broken = 0;
        foreach (var (provider, connection) in chosen)
        {
            broken += await OnAsync(provider, connection, new Dice(seed), walks, provider == DatabaseProvider.Sqlite ? 1 : nodes, provider == DatabaseProvider.Sqlite ? 0 : pairs, kills, patience);
        }

        if (chosen.TrueForAll(c => c.Provider != DatabaseProvider.Postgres))
        {
            await Console.Out.WriteLineAsync("Several nodes and pairs were not run: they need PostgreSQL (HE_BENCH_POSTGRES).");
        }

        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{broken} broken"));
        return broken == 0 ? Verb.Done : Verb.Failed;
    }

    private static async Task<int> OnAsync(DatabaseProvider provider, string? connection, Dice dice, int walks, int nodes, int pairs, int most, TimeSpan patience)
    {
        await using var place = await SoakPlace.OpenAsync(provider, connection, mailHeldBack: ..0);
        var broken = new List<string>();
        if (pairs > 0)
        {
            var clock = Stopwatch.StartNew();
            var together = new SoakPairs(place, dice, pairs);
            broken.AddRange(await together.RunAsync("pair"));
            broken.AddRange((await SoakCheck.RunAsync(place, wasKilled: false)).Broken);
            await SayAsync($"{provider}: {pairs} pairs from 2 programs in {clock.Elapsed.TotalSeconds:0} s; {together.Collisions} acts met another one and were tried again, {together.Busy} were told busy and sent again");
        }

        if (walks > 0)
        {
            var clock = Stopwatch.StartNew();
            // Nodes shall die between the taking of a mail and the noting.
            place.Mails.HeldBack = ..60;
            var kills = new SoakKills(place, dice, walks, nodes, most);
            broken.AddRange(await kills.RunAsync("soak", patience));
            var verdict = await SoakCheck.RunAsync(place, wasKilled: kills.Kills > 0);
            broken.AddRange(verdict.Broken.Except(broken, StringComparer.Ordinal));
            await SayAsync($"{provider}: {walks} walks on {nodes} node(s) in {clock.Elapsed.TotalSeconds:0} s, {kills.Kills} kills; {verdict.Cases} cases, {verdict.Acts} acts, {verdict.Mails} mails, {verdict.Repeated} of them repeated under the same Message-ID");
        }

        foreach (var line in broken)
        {
            await Console.Out.WriteLineAsync($"  BROKEN {line}");
        }

        return broken.Count;
    }

    private static Task SayAsync(FormattableString line) => Console.Out.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));

    internal static int Number(Options options, string name, int otherwise) =>
        options[name] is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new InvalidOperationException($"{name} needs a whole number, not '{text}'.");
}
