using System.ComponentModel;
using System.Text.Json;
using HumanitarianEntry.Dossiers.Documents;
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
            using var worker = Start();
            return await AskAsync(worker, pdf, limit.Token);
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

    private NodeWorker Start() => NodeWorker.Start(WorkerLocation.FindNode(nodePath), WorkerLocation.FindReader(workerFolder), "reader.mjs", "--max-old-space-size=512");

    private static async Task<IReadOnlyList<string>?> AskAsync(NodeWorker worker, ReadOnlyMemory<byte> pdf, CancellationToken cancellationToken)
    {
        var (header, pages) = await worker.AskAsync("{\"id\":1}"u8.ToArray(), [FileContent.Of(pdf)], 0, cancellationToken);
        return header.TryGetProperty("error", out _) ? null : JsonSerializer.Deserialize<string[]>(pages);
    }
}
