using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using HumanitarianEntry.Dossiers.Rendering;

namespace HumanitarianEntry.Dossiers.Reading;

/// <summary>
/// Reads through a Node process of its own for each file, apart from the one that sets dossiers: a hostile annex can break nothing but its own reading. The process
/// gets an empty environment and ends with the file.
/// </summary>
public sealed class NodePdfReader(string? workerFolder = null, string? nodePath = null) : IPdfTextReader
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<IReadOnlyList<string>?> ReadAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var process = Start();
            try
            {
                return await AskAsync(process, pdf, limit.Token);
            }
            finally
            {
                End(process);
            }
        }
        catch (DossierRenderException missing)
        {
            throw new PdfReaderException(missing.Message, missing);
        }
        catch (Exception failed) when (failed is IOException or Win32Exception or JsonException or InvalidOperationException)
        {
            throw new PdfReaderException("The reader of PDFs broke off.", failed);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PdfReaderException("The reader of PDFs was too slow.");
        }
    }

    private Process Start()
    {
        var folder = WorkerLocation.Find(workerFolder);
        if (!File.Exists(Path.Combine(folder, "node_modules", "unpdf", "package.json")))
            throw new PdfReaderException($"The packages of the dossier worker are missing. Run: npm ci --prefix \"{folder}\"");
        var start = new ProcessStartInfo(WorkerLocation.FindNode(nodePath))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.ArgumentList.Add("--max-old-space-size=512");
        start.ArgumentList.Add(Path.Combine(folder, "reader.mjs"));
        var systemRoot = Environment.GetEnvironmentVariable("SystemRoot");
        start.Environment.Clear();
        if (OperatingSystem.IsWindows())
            start.Environment["SystemRoot"] = systemRoot;
        var process = Process.Start(start) ?? throw new PdfReaderException("The reader of PDFs did not start.");
        // What it says may quote a dossier: read so that it cannot block, and kept nowhere.
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task<IReadOnlyList<string>?> AskAsync(Process process, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        var input = process.StandardInput.BaseStream;
        var header = Encoding.UTF8.GetBytes("{\"id\":1}");
        var sizes = new byte[8];
        BinaryPrimitives.WriteUInt32BigEndian(sizes, (uint)header.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sizes.AsSpan(4), (uint)pdf.Length);
        await input.WriteAsync(sizes, cancellationToken);
        await input.WriteAsync(header, cancellationToken);
        await input.WriteAsync(pdf, cancellationToken);
        await input.FlushAsync(cancellationToken);
        process.StandardInput.Close();

        var output = process.StandardOutput.BaseStream;
        await output.ReadExactlyAsync(sizes, cancellationToken);
        var answer = new byte[BinaryPrimitives.ReadUInt32BigEndian(sizes)];
        await output.ReadExactlyAsync(answer, cancellationToken);
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.TryGetProperty("pages", out var pages) ? [.. pages.EnumerateArray().Select(page => page.GetString()!)] : null;
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself; there is nothing left to end.
        }
    }
}
