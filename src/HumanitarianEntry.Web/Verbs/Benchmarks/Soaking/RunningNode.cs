using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>A node as the soak sees it: a process that takes orders and can be ended in the hard way at any moment.</summary>
internal sealed class RunningNode : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);
    private readonly Process process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<NodeAnswer>> asked = new();
    private readonly StringBuilder complaints = new();
    private int orders;
    private int collisions;

    private RunningNode(ProcessStartInfo start) => process = new Process { StartInfo = start, EnableRaisingEvents = true };

    public int Pid => process.Id;

    /// <summary>Its name in the cluster of schedulers.</summary>
    public string Scheduler { get; private set; } = string.Empty;

    /// <summary>Acts that met another one and were tried again, as last heard.</summary>
    public int Collisions => Volatile.Read(ref collisions);

    /// <summary>Warnings and errors that it wrote.</summary>
    public string Complaints
    {
        get
        {
            lock (complaints)
            {
                return complaints.ToString();
            }
        }
    }

    /// <param name="processor">The one processor that it may use; null: all.</param>
    public static async Task<RunningNode> StartAsync(string runFolder, IReadOnlyDictionary<string, string> settings, int? processor = null)
    {
        string[] pinned = processor is { } one ? ["taskset", "-c", one.ToString(CultureInfo.InvariantCulture)] : [];
        string[] command = [.. pinned, "dotnet", Path.Combine(AppContext.BaseDirectory, "HumanitarianEntry.Web.dll"), "bench", "node", "--run", runFolder];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var node = new RunningNode(start);
        var ready = node.Expect(0);
        node.Listen();
        node.Scheduler = (await ready.WaitAsync(StartPatience)).Scheduler ?? string.Empty;
        return node;
    }

    /// <summary>Gives an order. The answer is null when the node was ended before it came.</summary>
    public async Task<NodeAnswer?> OrderAsync(NodeOrder order)
    {
        order = order with { Id = Interlocked.Increment(ref orders) };
        var answer = Expect(order.Id);
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(order));
            await process.StandardInput.FlushAsync();
            return await answer;
        }
        catch (Exception gone) when (gone is IOException or NodeGoneException or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>kill -9: nothing is finished, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Lets it finish what it does.</summary>
    public async Task StopAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(StartPatience);
        await process.WaitForExitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private Task<NodeAnswer> Expect(int id) => asked.GetOrAdd(id, static _ => new TaskCompletionSource<NodeAnswer>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) =>
        {
            lock (complaints)
            {
                complaints.AppendLine(line.Data);
            }
        };
        process.Exited += (_, _) =>
        {
            foreach (var open in asked.Values)
            {
                open.TrySetException(new NodeGoneException(Complaints));
            }
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Take(string? line)
    {
        // A line cut off by the kill is no answer.
        if (line is not ['{', .., '}'])
        {
            return;
        }

        var answer = JsonSerializer.Deserialize<NodeAnswer>(line)!;
        Volatile.Write(ref collisions, answer.Collisions);
        if (asked.TryRemove(answer.Id, out var open))
        {
            open.TrySetResult(answer);
        }
    }
}

/// <summary>The node ended before it answered.</summary>
internal sealed class NodeGoneException(string complaints) : Exception($"The node is gone. {complaints}");
