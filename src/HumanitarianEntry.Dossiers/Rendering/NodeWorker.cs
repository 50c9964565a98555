using System.Buffers.Binary;
using System.Diagnostics;
using System.Text.Json;

namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>A running Node process that answers frames (Worker/frames.mjs). Not for two callers at once.</summary>
internal sealed class NodeWorker : IDisposable
{
    private const uint LongestHeader = 4 * 1024 * 1024;
    private const uint LongestBody = 1024 * 1024 * 1024;
    private readonly Process process;

    private NodeWorker(Process process) => this.process = process;

    public int ProcessId => process.Id;

    public bool IsAlive => !process.HasExited;

    /// <param name="arguments">Arguments of Node itself, before the script.</param>
    /// <exception cref="IOException">It did not start.</exception>
    public static NodeWorker Start(string node, string folder, string script, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(node)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add(Path.Combine(folder, script));
        // Nothing of this program's environment (connection strings, keys) reaches the worker; Windows needs to know where it is installed.
        var systemRoot = Environment.GetEnvironmentVariable("SystemRoot");
        start.Environment.Clear();
        if (OperatingSystem.IsWindows())
            start.Environment["SystemRoot"] = systemRoot;

        var started = Process.Start(start) ?? throw new IOException("The worker did not start.");
        // What the worker says on its error stream may quote what it works on: it is read so that the worker cannot block, and kept nowhere.
        started.ErrorDataReceived += static (_, _) => { };
        started.BeginErrorReadLine();
        return new(started);
    }

    /// <exception cref="IOException">The worker died.</exception>
    public async Task SendAsync(byte[] header, IReadOnlyList<ReadOnlyMemory<byte>> bodies, CancellationToken cancellationToken)
    {
        var input = process.StandardInput.BaseStream;
        var sizes = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(sizes, (uint)header.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sizes.AsSpan(4), checked((uint)bodies.Sum(body => (long)body.Length)));
        await input.WriteAsync(sizes, cancellationToken);
        await input.WriteAsync(header, cancellationToken);
        foreach (var body in bodies)
            await input.WriteAsync(body, cancellationToken);
        await input.FlushAsync(cancellationToken);
    }

    /// <exception cref="IOException">The worker died, or says what no worker says.</exception>
    public async Task<(JsonElement Header, byte[] Body)> ReceiveAsync(CancellationToken cancellationToken)
    {
        var output = process.StandardOutput.BaseStream;
        var sizes = new byte[8];
        await output.ReadExactlyAsync(sizes, cancellationToken);
        var (headerLength, bodyLength) = (BinaryPrimitives.ReadUInt32BigEndian(sizes), BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(4)));
        if (headerLength > LongestHeader || bodyLength > LongestBody)
            throw new IOException("The worker's answer is longer than any answer is.");
        var header = new byte[headerLength];
        var body = new byte[bodyLength];
        await output.ReadExactlyAsync(header, cancellationToken);
        await output.ReadExactlyAsync(body, cancellationToken);
        using var json = JsonDocument.Parse(header);
        return (json.RootElement.Clone(), body);
    }

    public void Dispose()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself; there is nothing left to end.
        }

        process.Dispose();
    }
}
