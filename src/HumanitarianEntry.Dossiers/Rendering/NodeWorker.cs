using System.Buffers.Binary;
using System.Diagnostics;
using System.Text.Json;
using HumanitarianEntry.Dossiers.Documents;

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

    /// <summary>One question and its answer. After any exception the worker is of no use any more: half a question may be on its way.</summary>
    /// <param name="room">So many bytes are left free behind the answer's body, for who writes on.</param>
    /// <exception cref="IOException">The worker died, or says what no worker says.</exception>
    public async Task<(JsonElement Header, ArraySegment<byte> Body)> AskAsync(byte[] header, IReadOnlyList<FileContent> bodies, int room, CancellationToken cancellationToken)
    {
        var sending = SendAsync(header, bodies, cancellationToken);
        var receiving = ReceiveAsync(room, cancellationToken);
        // Of half a question there is no answer to wait for.
        if (await Task.WhenAny(sending, receiving) == sending)
            await sending;
        var answer = await receiving;
        await sending;
        return answer;
    }

    private async Task SendAsync(byte[] header, IReadOnlyList<FileContent> bodies, CancellationToken cancellationToken)
    {
        var input = process.StandardInput.BaseStream;
        var sizes = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(sizes, (uint)header.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sizes.AsSpan(4), checked((uint)bodies.Sum(body => body.Length)));
        await input.WriteAsync(sizes, cancellationToken);
        await input.WriteAsync(header, cancellationToken);
        foreach (var body in bodies)
        {
            await using var content = await body.OpenAsync(cancellationToken);
            await content.CopyToAsync(input, cancellationToken);
        }
        await input.FlushAsync(cancellationToken);
    }

    private async Task<(JsonElement Header, ArraySegment<byte> Body)> ReceiveAsync(int room, CancellationToken cancellationToken)
    {
        var output = process.StandardOutput.BaseStream;
        var sizes = new byte[8];
        await output.ReadExactlyAsync(sizes, cancellationToken);
        var (headerLength, bodyLength) = (BinaryPrimitives.ReadUInt32BigEndian(sizes), BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(4)));
        if (headerLength > LongestHeader || bodyLength > LongestBody)
            throw new IOException("The worker's answer is longer than any answer is.");
        var header = new byte[headerLength];
        var body = new ArraySegment<byte>(new byte[bodyLength + room], 0, (int)bodyLength);
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
