using System.Security.Cryptography;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Texts;

namespace HumanitarianEntry.Dossiers.Rendering;

public sealed record TypstRendererOptions
{
    /// <summary>Folder with dossier.typ; an organisation may point at its own.</summary>
    public string TemplateFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "templates", "dossier");

    /// <summary>Folder with worker.mjs and its node_modules; null: where the build or publish put it.</summary>
    public string? WorkerFolder { get; init; }

    /// <summary>The node executable; null: from the PATH.</summary>
    public string? NodePath { get; init; }
}

/// <summary>
/// Sets dossiers as tagged PDF/A-3a through one Typst worker, which is started when first needed, serves one job at a time, is killed when it is too slow and
/// replaced when it dies. Safe for concurrent use: jobs wait in line.
/// </summary>
public sealed class TypstRenderer(TypstRendererOptions settings) : IDossierRenderer, IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly RenderMemory memory = new();
    private TypstWorker? worker;
    private FontCoverage? coverage;

    /// <summary>Process id of the running worker; null while none runs.</summary>
    public int? WorkerProcessId => worker is { IsAlive: true } running ? running.ProcessId : null;

    public async Task<RenderedDossier> RenderAsync(DossierDocument document, RenderOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        await turn.WaitAsync(cancellationToken);
        try
        {
            var folder = WorkerLocation.Find(settings.WorkerFolder);
            var cleaner = new TextCleaner(coverage ??= FontCoverage.Load(WorkerLocation.RegularFonts(folder)));
            var payload = TypstPayload.Create(document, options, TypstTemplates.Load(settings.TemplateFolder), cleaner);
            var fingerprint = payload.Fingerprint();
            if (memory.Recall(fingerprint) is { } known)
                return known;

            var (pdf, pages) = await SetAsync(payload, folder, options.Timeout, cancellationToken);
            var rendered = new RenderedDossier(pdf, Convert.ToHexStringLower(SHA256.HashData(pdf)), pages, cleaner.Replaced) { Room = pdf.Array };
            memory.Keep(fingerprint, rendered);
            return rendered;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<(ArraySegment<byte> Pdf, int Pages)> SetAsync(TypstPayload payload, string folder, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            try
            {
                return await RunningWorker(folder).SetAsync(payload, limit.Token);
            }
            catch (IOException)
            {
                // It died, perhaps long ago and for a reason of its own: one new worker, one more try.
                EndWorker();
                return await RunningWorker(folder).SetAsync(payload, limit.Token);
            }
        }
        catch (IOException died)
        {
            EndWorker();
            throw new DossierRenderException(DossierRenderFailure.WorkerDied, "The dossier worker died twice over the same dossier.", died);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            EndWorker();
            throw new DossierRenderException(DossierRenderFailure.TimedOut, FormattableString.Invariant($"The dossier was not set within {timeout.TotalSeconds:0.#} seconds."));
        }
        catch (Exception other) when (other is not DossierRenderException)
        {
            // Cancelled, or an annex could not be read: half a question may be on its way.
            EndWorker();
            throw;
        }
    }

    private TypstWorker RunningWorker(string folder)
    {
        if (worker is { IsAlive: true })
            return worker;
        EndWorker();
        return worker = TypstWorker.Start(WorkerLocation.FindNode(settings.NodePath), folder);
    }

    private void EndWorker()
    {
        worker?.Dispose();
        worker = null;
    }

    public void Dispose()
    {
        EndWorker();
        turn.Dispose();
    }
}
