using System.Globalization;
using System.Text.Json;

namespace HumanitarianEntry.Web.Verbs.Benchmarks;

/// <summary>One figure of a benchmark.</summary>
/// <param name="Peer">What the same run measured beside it, in the same unit; null where there is none.</param>
/// <param name="Goal">The least ratio (or value, where there is no peer) that is wanted; null: reported only.</param>
internal sealed record Measure(string Name, double Value, string Unit, double? Peer = null, double? Goal = null, bool LessIsBetter = false)
{
    /// <summary>The most that the value itself may be, besides a goal for the ratio; null: no limit.</summary>
    public double? Most { get; init; }

    public double? Ratio => Peer is { } peer && peer > 0 ? Value / peer : null;

    public bool Holds => (Most is not { } most || Value <= most) && MeetsGoal;

    private bool MeetsGoal => Goal is not { } goal || (LessIsBetter ? (Ratio ?? Value) <= goal : (Ratio ?? Value) >= goal);
}

/// <summary>Prints measures as a table with machine, load and sizes on top, or as JSON.</summary>
internal static class MeasureTable
{
    public static async Task<int> PrintAsync(string heading, IReadOnlyList<Measure> measures, bool json)
    {
        if (json)
        {
            var rows = measures.Select(m => new { name = m.Name, value = m.Value, unit = m.Unit, peer = m.Peer, ratio = m.Ratio, goal = m.Goal ?? m.Most, holds = m.Holds });
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { measures = rows }));
        }
        else
        {
            await Console.Out.WriteLineAsync(heading);
            await Console.Out.WriteLineAsync($"{"measure",-44}{"value",12}  {"unit",-8}{"peer",12}{"ratio",8}{"goal",8}  holds");
            foreach (var m in measures)
            {
                await Console.Out.WriteLineAsync($"{m.Name,-44}{Text(m.Value),12}  {m.Unit,-8}{Text(m.Peer),12}{Text(m.Ratio),8}{Text(m.Goal ?? m.Most),8}  {((m.Goal ?? m.Most) is null ? "-" : m.Holds ? "yes" : "NO")}");
            }
        }

        return measures.All(m => m.Holds) ? Verb.Done : Verb.Failed;
    }

    public static string Machine()
    {
        var load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
        return $"{Environment.ProcessorCount} cores, {Environment.OSVersion.Platform}, .NET {Environment.Version}, load {load}";
    }

    private static string Text(double? value) => value is { } number ? number.ToString(number < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) : "-";
}
