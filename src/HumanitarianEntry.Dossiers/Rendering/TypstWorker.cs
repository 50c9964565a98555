using System.Buffers.Binary;
using System.Diagnostics;
using System.Text.Json;

namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>One running worker. Not for two callers at once.</summary>
internal sealed class TypstWorker : IDisposable
{
    private readonly Process process;
    private long lastId;

    private TypstWorker(Process process) => this.process = process;

    public int ProcessId => process.Id;

    public bool IsAlive => !process.HasExited;

    public static TypstWorker Start(string node, string folder)
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
        start.ArgumentList.Add("--expose-gc");
        start.ArgumentList.Add(Path.Combine(folder, "worker.mjs"));
        // Nothing of this program's environment (connection strings, keys) reaches the worker; Windows needs to know where it is installed.
        var systemRoot = Environment.GetEnvironmentVariable("SystemRoot");
        start.Environment.Clear();
        if (OperatingSystem.IsWindows())
            start.Environment["SystemRoot"] = systemRoot;

        var started = Process.Start(start)
            ?? throw new DossierRenderException(DossierRenderFailure.WorkerMissing, "The dossier worker did not start.");
        // What the worker says on its error stream may quote a dossier: it is read so that the worker cannot block, and kept nowhere.
        started.ErrorDataReceived += static (_, _) => { };
        started.BeginErrorReadLine();
        return new(started);
    }

    /// <exception cref="IOException">The worker died.</exception>
    /// <exception cref="DossierRenderException">The typesetter reports errors.</exception>
    public async Task<(byte[] Pdf, int Pages)> SetAsync(TypstPayload payload, CancellationToken cancellationToken)
    {
        var id = ++lastId;
        // A worker that dies while it is written to closes its output too: both sides end.
        var sending = SendAsync(payload, id, cancellationToken);
        var (header, pdf) = await ReceiveAsync(cancellationToken);
        await sending;
        if (header.GetProperty("id").GetInt64() != id)
            throw new IOException("The dossier worker answered another question.");
        if (header.TryGetProperty("error", out var error))
            throw new DossierRenderException(DossierRenderFailure.NotSet, $"The dossier was not set: {error.GetString()}");
        return (pdf, header.GetProperty("pages").GetInt32());
    }

    private async Task SendAsync(TypstPayload payload, long id, CancellationToken cancellationToken)
    {
        var input = process.StandardInput.BaseStream;
        var header = payload.Header(id);
        var sizes = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(sizes, (uint)header.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sizes.AsSpan(4), checked((uint)payload.Files.Sum(file => (long)file.Bytes.Length)));
        await input.WriteAsync(sizes, cancellationToken);
        await input.WriteAsync(header, cancellationToken);
        foreach (var (_, bytes) in payload.Files)
            await input.WriteAsync(bytes, cancellationToken);
        await input.FlushAsync(cancellationToken);
    }

    private async Task<(JsonElement Header, byte[] Body)> ReceiveAsync(CancellationToken cancellationToken)
    {
        var output = process.StandardOutput.BaseStream;
        var sizes = new byte[8];
        await output.ReadExactlyAsync(sizes, cancellationToken);
        var header = new byte[BinaryPrimitives.ReadUInt32BigEndian(sizes)];
        var body = new byte[BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(4))];
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
