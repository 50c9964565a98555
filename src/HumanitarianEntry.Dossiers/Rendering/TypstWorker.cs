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
    public async Task<(byte[] Pdf, int Pages)> SetAsync(TypstPayload payload, CancellationToken cancellationToken)
    {
        var id = ++lastId;
        // A worker that dies while it is written to closes its output too: both sides end.
        var sending = worker.SendAsync(payload.Header(id), [.. payload.Files.Select(file => file.Bytes)], cancellationToken);
        var (header, pdf) = await worker.ReceiveAsync(cancellationToken);
        await sending;
        if (header.GetProperty("id").GetInt64() != id)
            throw new IOException("The dossier worker answered another question.");
        if (header.TryGetProperty("error", out var error))
            throw new DossierRenderException(DossierRenderFailure.NotSet, $"The dossier was not set: {error.GetString()}");
        return (pdf, header.GetProperty("pages").GetInt32());
    }

    public void Dispose() => worker.Dispose();
}
