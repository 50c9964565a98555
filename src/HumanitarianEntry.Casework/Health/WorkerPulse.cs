using System.Collections.Concurrent;

namespace HumanitarianEntry.Casework.Health;

/// <summary>The background workers that must run in this process; none where work is done by explicit calls.</summary>
public sealed record ExpectedWorkers(IReadOnlyList<string> Names)
{
    /// <summary>The work is shared with other nodes: not who does it counts, but that it is done.</summary>
    public bool OnAnyNode { get; init; }

    public const string Outbox = "outbox";
    public const string Timers = "timers";
}

/// <summary>Hears from the background workers each time they get through a piece of work. Who hangs or always fails falls silent.</summary>
public sealed class WorkerPulse(ExpectedWorkers expected, TimeProvider time)
{
    /// <summary>Longer than the longest single piece of work (setting a dossier) takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Since when this process is up.</summary>
    public DateTimeOffset Since { get; } = time.GetUtcNow();

    private readonly ConcurrentDictionary<string, DateTimeOffset> last = new(StringComparer.Ordinal);

    public void Beat(string worker) => last[worker] = time.GetUtcNow();

    /// <summary>The workers that were not heard of for too long.</summary>
    public IReadOnlyList<string> Silent() => [.. expected.Names.Where(name => time.GetUtcNow() - last.GetValueOrDefault(name, Since) > Patience)];
}
