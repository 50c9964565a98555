using HumanitarianEntry.Dossiers.Proof;

namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>One running worker that sets dossiers. Not for two callers at once.</summary>
internal sealed class TypstWorker : IDisposable
{
    private readonly NodeWorker worker;
    private long lastId;

    private TypstWorker(NodeWorker worker) => this.worker = worker;

    public int ProcessId => worker.ProcessId;

    public bool IsAlive => worker.IsAlive;

    public static TypstWorker Start(string node, string folder)
    {
        try
        {
            return new(NodeWorker.Start(node, folder, "worker.mjs", "--expose-gc"));
        }
        catch (IOException failure)
        {
            throw new DossierRenderException(DossierRenderFailure.WorkerMissing, "The dossier worker did not start.", failure);
        }
    }

    /// <exception cref="IOException">The worker died.</exception>
    /// <exception cref="DossierRenderException">The typesetter reports errors.</exception>
    public async Task<(ArraySegment<byte> Pdf, int Pages)> SetAsync(TypstPayload payload, CancellationToken cancellationToken)
    {
        var id = ++lastId;
        var (header, pdf) = await worker.AskAsync(payload.Header(id), [.. payload.Files.Select(file => file.Content)], PdfSigner.Room, cancellationToken);
        if (header.GetProperty("id").GetInt64() != id)
            throw new IOException("The dossier worker answered another question.");
        if (header.TryGetProperty("error", out var error))
            throw new DossierRenderException(DossierRenderFailure.NotSet, $"The dossier was not set: {error.GetString()}");
        return (pdf, header.GetProperty("pages").GetInt32());
    }

    public void Dispose() => worker.Dispose();
}
