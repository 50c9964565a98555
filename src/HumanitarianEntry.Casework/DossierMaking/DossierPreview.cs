using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Dossiers.Rendering;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <param name="Trouble">Why there is none: a code as in <see cref="ReportDossierTrouble"/>; null when there is one.</param>
public sealed record Previewed<T>(T? Made, string? Trouble)
    where T : class;

/// <summary>
/// What a dossier would say now: as a page and as a draft in PDF, which is not signed, not kept, and says on every page that it is none. The caller has shown that the person
/// may read dossiers of this case, and has written the read log.
/// </summary>
public sealed class DossierPreview(CaseDatabase cases, CompartmentSealer sealer, DossierMaker maker, TimeProvider time)
{
    /// <returns>An HTML fragment, every text in it escaped; null when there is no such case any more.</returns>
    public Task<Previewed<string>?> AsPageAsync(Guid caseId, string language, string recipient, CancellationToken cancellationToken) =>
        PreviewAsync(caseId, (file, now) => maker.PreviewAsync(file, RequestOf(file, language, recipient), now, cancellationToken), cancellationToken);

    /// <inheritdoc cref="AsPageAsync"/>
    public Task<Previewed<RenderedDossier>?> AsDraftAsync(Guid caseId, string language, string recipient, CancellationToken cancellationToken) =>
        PreviewAsync(caseId, (file, now) => maker.MakeAsync(file, RequestOf(file, language, recipient), now, isDraft: true, cancellationToken), cancellationToken);

    private static DossierRequest RequestOf(CaseFile file, string language, string recipient) => new(file.Dossier.Requests.Count + 1, language, recipient, string.Empty);

    private async Task<Previewed<T>?> PreviewAsync<T>(Guid caseId, Func<CaseFile, DateTimeOffset, Task<T>> make, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await CaseLoader.ReadAsync(cases, sealer, caseId, DossierMaker.Opened, cancellationToken) is { } file ? new(await make(file, time.GetUtcNow()), null) : null;
        }
        catch (CaseErasedException)
        {
            return null;
        }
        catch (DossierIncompleteException incomplete)
        {
            return new(null, incomplete.Code);
        }
        catch (DossierRenderException failure)
        {
            return new(null, RenderTrouble.Of(failure.Failure).Code);
        }
        catch (InvalidDataException)
        {
            return new(null, "dossier-texts-incomplete");
        }
    }
}

/// <summary>What people read of a failure of the typesetter, and whether trying again may help.</summary>
internal static class RenderTrouble
{
    public static (string Code, bool MayPass) Of(DossierRenderFailure failure) => failure switch
    {
        DossierRenderFailure.WorkerMissing => ("renderer-missing", true),
        DossierRenderFailure.WorkerDied => ("renderer-died", true),
        DossierRenderFailure.TimedOut => ("renderer-timed-out", true),
        DossierRenderFailure.TemplateRefused => ("dossier-template-refused", false),
        DossierRenderFailure.DocumentRefused => ("dossier-document-refused", false),
        DossierRenderFailure.NotSet => ("dossier-not-set", false),
    };
}
