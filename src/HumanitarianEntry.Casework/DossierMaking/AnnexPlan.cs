using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Which evidence files go with the dossier, under which number. The same facts give the same numbers. Only working copies travel: originals carry place, time and device of their making.</summary>
internal sealed class AnnexPlan
{
    /// <summary>Larger files are handed over apart.</summary>
    public const long MostEmbedded = 10L * 1024 * 1024;

    /// <summary>Pictures are pages up to so many bytes in all, in the order of their numbers; further ones are attached. A page is set in memory, an attached file is not.</summary>
    public const long MostOnPages = 32L * 1024 * 1024;

    private static readonly Dictionary<string, (string MediaType, string Ending, bool MayBeEmbedded)> Kinds = new(StringComparer.Ordinal)
    {
        ["pdf"] = ("application/pdf", "pdf", true),
        ["text"] = ("text/plain", "txt", true),
        ["png"] = ("image/png", "png", true),
        ["jpeg"] = ("image/jpeg", "jpg", true),
        ["docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", true),
        ["mp4"] = ("video/mp4", "mp4", false),
        ["ogg"] = ("audio/ogg", "ogg", false),
        ["mp3"] = ("audio/mpeg", "mp3", false),
        ["quick-time"] = ("video/quicktime", "mov", false),
    };

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly EvidenceFacts facts;
    private readonly HashSet<Guid> pages = [];

    /// <param name="today">The day of the dossier: consents that ran out before it allow nothing.</param>
    public AnnexPlan(CaseFile file, DossierAudience audience, DateOnly today)
    {
        facts = file.Evidence;
        var carried = file.Evidence.Items.Values().Where(i => AnnexRules.IsCarried(file, i, audience, today)).ToList();
        // Medical papers stand last: they belong to the confidential sheet, and the general list has no gaps.
        Items = [.. carried.Where(i => !AnnexRules.IsMedical(i)), .. carried.Where(AnnexRules.IsMedical)];
        HasWithheld = file.Evidence.Items.Values().Any(i => FileRules.IsCarried(file, i) && !AnnexRules.IsMedical(i) && !AnnexRules.IsCarried(file, i, audience, today));
        foreach (var item in Items)
        {
            numbers[item.Label] = numbers.Count + 1;
        }

        // Of the cleaned kinds only pictures can be set as pages: the typesetter takes no pages of PDF under the standard that the dossier keeps (decision 0038).
        var room = audience.Profile.MergesPictures ? MostOnPages : 0;
        foreach (var copy in Items.Select(CopyOf).OfType<WorkingCopy>().Where(c => IsEmbedded(c) && FileRules.IsPicture(c) && c.Size <= room))
        {
            room -= pages.Add(copy.FileId) ? copy.Size : 0;
        }
    }

    public IReadOnlyList<EvidenceItem> Items { get; }

    /// <summary>There are files, besides medical papers, that go with dossiers and not to this recipient.</summary>
    public bool HasWithheld { get; }

    /// <summary>Working copies that are attached to the dossier; an original never is.</summary>
    public IEnumerable<WorkingCopy> Attached => Items.Select(CopyOf).OfType<WorkingCopy>().Where(c => IsEmbedded(c) && !IsPage(c));

    /// <summary>Working copies that stand as pages of the dossier.</summary>
    public IEnumerable<WorkingCopy> Pages => Items.Select(CopyOf).OfType<WorkingCopy>().Where(IsPage);

    /// <summary>The items as the version names them, each with its number, and where its copy is. Long translations follow them (<see cref="TranslationPart.Named"/>).</summary>
    public ImmutableList<DossierAnnex> Named() => [.. Items.Select((item, i) => CopyOf(item) is { } copy
        ? new DossierAnnex(item.Label, i + 1, copy.Sha256, !IsEmbedded(copy) ? AnnexPlace.Apart : IsPage(copy) ? AnnexPlace.Page : AnnexPlace.Attached)
        : new DossierAnnex(item.Label, i + 1, item.File!.Sha256, AnnexPlace.NamedOnly))];

    public int[] NumberOf(string label) => numbers.TryGetValue(label, out var number) ? [number] : [];

    /// <inheritdoc cref="FileRules.IsProtected(EvidenceItem)"/>
    public static bool IsProtected(EvidenceItem item) => FileRules.IsProtected(item);

    public Content.Annex Entry(EvidenceItem item, int number, Desk desk)
    {
        var words = desk.Words;
        var file = item.File!;
        var copy = CopyOf(item);
        var (mediaType, ending, _) = Kinds.GetValueOrDefault(copy?.Mime ?? file.Mime, ("application/octet-stream", "bin", false));
        var capture = desk.May(DisclosedPart.EvidenceDescriptions) ? CaptureRules.Of(facts, item) : null;
        return new Content.Annex
        {
            Number = number,
            Title = $"{item.Label} — {(desk.May(DisclosedPart.EvidenceDescriptions) ? desk.Clean(item.Title) : words.Word(item.Type))}",
            Kind = words.Word(item.Type),
            Language = words.Language(facts.LanguageOf(item.Label)),
            OriginalSeen = item.OriginalSeen ? Content.OriginalSeen.Yes
                : item.Type is EvidenceType.PublicPost or EvidenceType.Channel or EvidenceType.MediaInterview ? Content.OriginalSeen.BornDigital
                : Content.OriginalSeen.No,
            TranslatorFunction = null,
            FileName = FactWords.Fill(AnnexRules.IsMedical(item) ? "confidentiel-{0:00}.{1}" : "annexe-{0:00}.{1}", number, ending),
            MediaType = mediaType,
            Sha256 = copy?.Sha256 ?? file.Sha256,
            OriginalSha256 = copy is null || copy.Sha256 == file.Sha256 ? null : file.Sha256,
            HasCopy = copy is not null,
            // Links are taken out of free text; the address of a capture is what an official checks, and stands there without what could identify who looked.
            CapturedFrom = capture?.Url is { } url && WebAddresses.IsOfWeb(url) ? WebAddresses.Plain(url).Address : null,
            CapturedOn = capture?.At is { } at ? words.Date(at) : null,
            IsSaidByFile = capture?.Page?.At is not null,
            ArchivedAt = capture?.Stated?.Value.ArchivedUrl is { } archived ? WebAddresses.Plain(archived).Address : null,
            Attached = copy is null || IsPage(copy) ? null : desk.Material.Files.GetValueOrDefault(copy.FileId),
            Page = copy is null || !IsPage(copy) ? null : desk.Material.Pages.GetValueOrDefault(copy.FileId),
            IsOnSheet = AnnexRules.IsMedical(item),
        };
    }

    private WorkingCopy? CopyOf(EvidenceItem item) => FileRules.CopyOf(facts, item);

    private bool IsPage(WorkingCopy copy) => pages.Contains(copy.FileId);

    private static bool IsEmbedded(WorkingCopy copy) => copy.Size is > 0 and <= MostEmbedded && Kinds.GetValueOrDefault(copy.Mime).MayBeEmbedded;
}
