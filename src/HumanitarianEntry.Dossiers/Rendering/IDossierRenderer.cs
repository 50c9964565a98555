using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Texts;

namespace HumanitarianEntry.Dossiers.Rendering;

/// <summary>Sets a document as a file. The same document and options give the same bytes.</summary>
public interface IDossierRenderer
{
    /// <exception cref="DossierRenderException">The document cannot be set; the reason says what to do.</exception>
    Task<RenderedDossier> RenderAsync(DossierDocument document, RenderOptions options, CancellationToken cancellationToken);
}

public sealed record RenderOptions
{
    /// <summary>The creation time written into the file; never the clock's, so that the bytes can be repeated.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>A worker that needs longer is killed.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Largest picture that is decoded, in pixels.</summary>
    public long MaximumPixels { get; init; } = 40_000_000;
}

/// <param name="Bytes">The PDF.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="ReplacedCharacters">What could not be printed as it was; show it to the person who releases the dossier.</param>
public sealed record RenderedDossier(ReadOnlyMemory<byte> Bytes, string Sha256, int Pages, IReadOnlyList<ReplacedCharacter> ReplacedCharacters)
{
    /// <summary>The array at whose beginning the bytes lie, while nobody else holds it: room to write a signature behind a file of which a process can bear one copy, not two. Null: none.</summary>
    internal byte[]? Room { get; init; }
}

public enum DossierRenderFailure
{
    /// <summary>Node or its packages are not there.</summary>
    WorkerMissing,

    /// <summary>The worker died, and died again on a second try.</summary>
    WorkerDied,

    TimedOut,

    /// <summary>A template is missing or asks for something outside its folder.</summary>
    TemplateRefused,

    /// <summary>The document contradicts itself or holds a picture or file that is not accepted.</summary>
    DocumentRefused,

    /// <summary>The typesetter reports errors.</summary>
    NotSet,
}

public sealed class DossierRenderException(DossierRenderFailure failure, string message, Exception? inner = null) : Exception(message, inner)
{
    public DossierRenderFailure Failure { get; } = failure;
}
