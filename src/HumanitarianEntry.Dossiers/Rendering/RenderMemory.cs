namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>The last few results, so that an unchanged dossier is not set again (preview, then release).</summary>
internal sealed class RenderMemory
{
    private const int Places = 4;
    private const int LargestKept = 8 * 1024 * 1024;

    private readonly LinkedList<(string Fingerprint, RenderedDossier Dossier)> kept = new();

    public RenderedDossier? Recall(string fingerprint) =>
        kept.FirstOrDefault(entry => string.Equals(entry.Fingerprint, fingerprint, StringComparison.Ordinal)).Dossier;

    public void Keep(string fingerprint, RenderedDossier dossier)
    {
        if (dossier.Bytes.Length > LargestKept)
            return;
        // Bytes of its own: whoever got this dossier may write behind the ones that he holds.
        kept.AddFirst((fingerprint, dossier with { Bytes = dossier.Bytes.ToArray(), Room = null }));
        if (kept.Count > Places)
            kept.RemoveLast();
    }
}
