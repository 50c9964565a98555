using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Needs;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Rendering;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Composes and sets the dossier of a case.</summary>
public sealed class DossierMaker(CaseFiles files, ProgrammeLibrary programmes, IDossierRenderer renderer, CaseworkOptions options)
{
    /// <summary>What a dossier may be made from: never the confidential sheets, which are not even opened for it.</summary>
    internal static readonly IReadOnlyList<Compartment> Opened = [.. Enum.GetValues<Compartment>().Where(c => !Sheets.IsSheet(c))];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="asOf">The moment of the request; also the creation time in the file, so that the same request gives the same bytes.</param>
    /// <exception cref="DossierIncompleteException">A fact without which there is no dossier is missing, or there are no texts in the language asked for.</exception>
    /// <exception cref="DossierRenderException">The document cannot be set.</exception>
    public async Task<RenderedDossier> MakeAsync(CaseFile file, DossierRequest request, DateTimeOffset asOf, bool isDraft, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(options.TemplatesPath, "dossier");
        if (!request.Language.All(char.IsAsciiLetterLower) || !File.Exists(Path.Combine(folder, request.Language + ".json")))
        {
            throw new DossierIncompleteException("language-without-texts");
        }

        var texts = DossierTexts.Load(folder, request.Language);
        var attached = await AttachedAsync(file, cancellationToken);
        var content = DossierComposition.Compose(new DossierMaterial(file, request, asOf, programmes.For(file.ProgrammeId), texts, attached, isDraft) { Way = programmes.Map(file.DefinitionVersionId) });
        return await renderer.RenderAsync(new DossierComposer(texts).Compose(content), new RenderOptions { CreatedAt = asOf, Timeout = Patience }, cancellationToken);
    }

    private async Task<Dictionary<Guid, byte[]>> AttachedAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var attached = new Dictionary<Guid, byte[]>();
        foreach (var evidence in new AnnexPlan(file).Embedded.DistinctBy(e => e.FileId))
        {
            // A file that is on the list but not in the store is a broken case, not a dossier with one annex less.
            var opened = await files.OpenAsync(file.Id, evidence.FileId, cancellationToken) ?? throw new DossierIncompleteException("annex-missing");
            await using var content = opened.Content;
            using var memory = new MemoryStream();
            await content.CopyToAsync(memory, cancellationToken);
            attached[evidence.FileId] = opened.Meta.Sha256 == evidence.Sha256 ? memory.ToArray() : throw new DossierIncompleteException("annex-differs");
        }

        return attached;
    }
}
