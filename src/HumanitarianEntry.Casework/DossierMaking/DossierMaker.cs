using System.Security.Cryptography;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.ProofKeys;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.Needs;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Proof;
using HumanitarianEntry.Dossiers.Rendering;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Composes, sets and signs the dossier of a case. A draft is never signed, and says so.</summary>
public sealed class DossierMaker(CaseFiles files, ProgrammeLibrary programmes, IDossierRenderer renderer, SigningKeys keys, CaseworkOptions options)
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
        var material = new DossierMaterial(file, request, asOf, programmes.For(file.ProgrammeId), texts, attached, isDraft) { Way = programmes.Map(file.DefinitionVersionId) };
        if (isDraft)
        {
            return await SetAsync(material, cancellationToken);
        }

        using var key = keys.Current();
        var plain = await SetAsync(material with { KeyFingerprint = key.Fingerprint }, cancellationToken);
        // The moment of the request, so that the same request gives the same bytes; a key that was made only now signs from its first moment on.
        var from = new DateTimeOffset(key.Certificate.NotBefore.ToUniversalTime(), TimeSpan.Zero);
        var signed = PdfSigner.Sign(plain.Bytes, key, asOf > from ? asOf : from);
        return plain with { Bytes = signed, Sha256 = Convert.ToHexStringLower(SHA256.HashData(signed)) };
    }

    private Task<RenderedDossier> SetAsync(DossierMaterial material, CancellationToken cancellationToken) =>
        renderer.RenderAsync(new DossierComposer(material.Texts).Compose(DossierComposition.Compose(material)), new RenderOptions { CreatedAt = material.AsOf, Timeout = Patience }, cancellationToken);

    private async Task<Dictionary<Guid, byte[]>> AttachedAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var attached = new Dictionary<Guid, byte[]>();
        foreach (var copy in new AnnexPlan(file).Embedded.DistinctBy(e => e.FileId))
        {
            // A file that is on the list but not in the store is a broken case, not a dossier with one annex less.
            var opened = await files.OpenAsync(file.Id, copy.FileId, cancellationToken) ?? throw new DossierIncompleteException("annex-missing");
            await using var content = opened.Content;
            using var memory = new MemoryStream();
            await content.CopyToAsync(memory, cancellationToken);
            attached[copy.FileId] = opened.Meta.Sha256 == copy.Sha256 ? memory.ToArray() : throw new DossierIncompleteException("annex-differs");
        }

        return attached;
    }
}
