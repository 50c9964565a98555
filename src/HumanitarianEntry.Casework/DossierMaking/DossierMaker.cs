using System.Collections.Immutable;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.ProofKeys;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Needs;
using HumanitarianEntry.Dossiers.Composing;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Preview;
using HumanitarianEntry.Dossiers.Proof;
using HumanitarianEntry.Dossiers.Rendering;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <param name="Annexes">What the version names; nothing for an urgent page.</param>
public sealed record MadeDossier(RenderedDossier Set, ImmutableList<DossierAnnex> Annexes);

/// <summary>Composes, sets and signs the dossier of a case. A draft is never signed, and says so.</summary>
public sealed class DossierMaker(CaseFiles files, ProgrammeLibrary programmes, IDossierRenderer renderer, SigningKeys keys, CaseworkOptions options)
{
    /// <summary>What a dossier may be made from: never the confidential sheets, which are not even opened for it.</summary>
    internal static readonly IReadOnlyList<Compartment> Opened = [.. Enum.GetValues<Compartment>().Where(c => !Sheets.IsSheet(c))];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <inheritdoc cref="MakeVersionAsync"/>
    public async Task<RenderedDossier> MakeAsync(CaseFile file, DossierRequest request, DateTimeOffset asOf, bool isDraft, CancellationToken cancellationToken) =>
        (await MakeVersionAsync(file, request, asOf, isDraft, cancellationToken)).Set;

    /// <param name="asOf">The moment of the request; also the creation time in the file, so that the same request gives the same bytes.</param>
    /// <exception cref="DossierIncompleteException">A fact without which there is no dossier is missing, or there are no texts in the language asked for.</exception>
    /// <exception cref="DossierRenderException">The document cannot be set.</exception>
    public async Task<MadeDossier> MakeVersionAsync(CaseFile file, DossierRequest request, DateTimeOffset asOf, bool isDraft, CancellationToken cancellationToken)
    {
        var material = await MaterialAsync(file, request, asOf, isDraft, cancellationToken);
        ImmutableList<DossierAnnex> annexes = request.Kind == DossierKind.Full ? DossierComposition.Named(material) : [];
        if (isDraft)
        {
            return new MadeDossier(await SetAsync(material, cancellationToken), annexes);
        }

        using var key = keys.Current();
        var plain = await SetAsync(material with { KeyFingerprint = key.Fingerprint }, cancellationToken);
        // The moment of the request, so that the same request gives the same bytes; a key that was made only now signs from its first moment on.
        var from = new DateTimeOffset(key.Certificate.NotBefore.ToUniversalTime(), TimeSpan.Zero);
        return new MadeDossier(PdfSigner.Sign(plain, key, asOf > from ? asOf : from), annexes);
    }

    /// <summary>The same document as an HTML fragment, without setting it: what the dossier would say now.</summary>
    /// <exception cref="DossierIncompleteException">As with <see cref="MakeAsync"/>.</exception>
    /// <exception cref="DossierRenderException">The document contradicts itself, or holds a picture that is none.</exception>
    public async Task<string> PreviewAsync(CaseFile file, DossierRequest request, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var material = await MaterialAsync(file, request, asOf, isDraft: true, cancellationToken);
        return HtmlPreview.Render(Composed(material));
    }

    private async Task<DossierMaterial> MaterialAsync(CaseFile file, DossierRequest request, DateTimeOffset asOf, bool isDraft, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(options.TemplatesPath, "dossier");
        if (!request.Language.All(char.IsAsciiLetterLower) || !File.Exists(Path.Combine(folder, request.Language + ".json")))
        {
            throw new DossierIncompleteException("language-without-texts");
        }

        var texts = DossierTexts.Load(folder, request.Language);
        var programme = programmes.For(file.ProgrammeId);
        var audience = DossierAudience.Of(programme.Rules, request.RecipientFunction);
        var isFull = request.Kind == DossierKind.Full;
        var plan = isFull ? new AnnexPlan(file, audience, FactWords.Day(asOf)) : null;
        return new DossierMaterial(file, request, asOf, programme, texts, await AttachedAsync(file, plan?.Attached ?? [], cancellationToken), isDraft)
        {
            Pages = await ReadAsync(file, plan?.Pages ?? [], cancellationToken),
            Way = programmes.Map(file.DefinitionVersionId),
            Photograph = isFull ? await PhotographAsync(file, audience, asOf, cancellationToken) : null,
            RecipientNames = RecipientNames(folder, texts, request.RecipientFunction),
            Host = programmes.Current.HostRulesIn(file.CountryOfStay),
            Reports = programmes.Current.ReportsOn(file.CountryOfStay),
        };
    }

    private static DossierDocument Composed(DossierMaterial material) => new DossierComposer(material.Texts).Compose(DossierComposition.Compose(material));

    private Task<RenderedDossier> SetAsync(DossierMaterial material, CancellationToken cancellationToken) => material.Request.Kind == DossierKind.Urgent
        ? SetOnOnePageAsync(material, cancellationToken)
        : SetAsync(Composed(material), material, cancellationToken);

    private Task<RenderedDossier> SetAsync(DossierDocument document, DossierMaterial material, CancellationToken cancellationToken) =>
        renderer.RenderAsync(document, new RenderOptions { CreatedAt = material.AsOf, Timeout = Patience }, cancellationToken);

    /// <summary>Leaves out reasons, the last first, until it fits; the page says how many. Nothing else is ever shortened.</summary>
    private async Task<RenderedDossier> SetOnOnePageAsync(DossierMaterial material, CancellationToken cancellationToken)
    {
        var page = UrgentPart.Page(material);
        foreach (var grounds in new[] { page.Grounds.Count, 4, 2, 1, 0 }.Where(n => n <= page.Grounds.Count).Distinct())
        {
            if (await SetAsync(new UrgentComposer(material.Texts).Compose(page, grounds), material, cancellationToken) is { Pages: 1 } set)
            {
                return set;
            }
        }

        throw new DossierIncompleteException("urgent-page-too-long");
    }

    /// <summary>The recipient in every language that dossiers have texts in.</summary>
    private static ImmutableSortedDictionary<string, string> RecipientNames(string folder, DossierTexts known, string function) => Directory.EnumerateFiles(folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>()
        .Select(language => (Language: language, Name: (language == known.Language ? known : DossierTexts.Load(folder, language)).Facts.Recipients.GetValueOrDefault(function)))
        .Where(name => name.Name is not null).ToImmutableSortedDictionary(name => name.Language, name => name.Name!, StringComparer.Ordinal);

    private async Task<byte[]?> PhotographAsync(CaseFile file, DossierAudience audience, DateTimeOffset asOf, CancellationToken cancellationToken) =>
        audience.Profile.Allows(DisclosedPart.Photograph) && file.IsAllowed(ConsentPurpose.Submit, asOf, audience.State)
        && file.Dossier.Photograph is { Item: { } label } && file.Evidence.Find(label) is { } item && FileRules.IsGraphic(file.Evidence, label) != true && FileRules.PictureOf(file.Evidence, item) is { } copy
            ? (await ReadAsync(file, [copy], cancellationToken))[copy.FileId]
            : null;

    /// <summary>Read when they are sent to the typesetter, one after the other; that each is there and the one that was examined is known before.</summary>
    private async Task<Dictionary<Guid, FileContent>> AttachedAsync(CaseFile file, IEnumerable<WorkingCopy> copies, CancellationToken cancellationToken)
    {
        var attached = new Dictionary<Guid, FileContent>();
        foreach (var copy in copies.DistinctBy(e => e.FileId))
        {
            var (content, size) = await OpenAsync(file.Id, copy, cancellationToken);
            await content.DisposeAsync();
            attached[copy.FileId] = new FileContent(size, copy.Sha256, async later => (await OpenAsync(file.Id, copy, later)).Content);
        }

        return attached;
    }

    private async Task<Dictionary<Guid, byte[]>> ReadAsync(CaseFile file, IEnumerable<WorkingCopy> copies, CancellationToken cancellationToken)
    {
        var read = new Dictionary<Guid, byte[]>();
        foreach (var copy in copies.DistinctBy(e => e.FileId))
        {
            var (content, size) = await OpenAsync(file.Id, copy, cancellationToken);
            await using (content)
            {
                read[copy.FileId] = new byte[size];
                await content.ReadExactlyAsync(read[copy.FileId], cancellationToken);
            }
        }

        return read;
    }

    /// <summary>A file that is on the list but not in the store, or another one, is a broken case, not a dossier with one annex less.</summary>
    private async Task<(Stream Content, long Size)> OpenAsync(Guid caseId, WorkingCopy copy, CancellationToken cancellationToken)
    {
        var (content, meta, size) = await files.OpenAsync(caseId, copy.FileId, cancellationToken) ?? throw new DossierIncompleteException("annex-missing");
        if (meta.Sha256 == copy.Sha256)
        {
            return (content, size);
        }

        await content.DisposeAsync();
        throw new DossierIncompleteException("annex-differs");
    }
}
