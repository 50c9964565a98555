using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using Content = HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.Casework.DossierMaking;

/// <summary>Which evidence files go with the dossier, under which number. The same facts give the same numbers.</summary>
internal sealed class AnnexPlan
{
    /// <summary>Larger files are handed over apart.</summary>
    public const long MostEmbedded = 10L * 1024 * 1024;

    // Pictures and recordings carry the place, time and device of their making inside; they are handed over apart, as cleaned working copies.
    private static readonly Dictionary<string, (string MediaType, string Ending, bool MayBeEmbedded)> Kinds = new(StringComparer.Ordinal)
    {
        ["pdf"] = ("application/pdf", "pdf", true),
        ["text"] = ("text/plain", "txt", true),
        ["png"] = ("image/png", "png", false),
        ["jpeg"] = ("image/jpeg", "jpg", false),
        ["mp4"] = ("video/mp4", "mp4", false),
        ["mp3"] = ("audio/mpeg", "mp3", false),
    };

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public AnnexPlan(CaseFile file)
    {
        Items = [.. file.Evidence.Items.Values().Where(i => i.File is not null && IsShareable(file, i))];
        foreach (var item in Items)
        {
            numbers[item.Label] = numbers.Count + 1;
        }
    }

    public IReadOnlyList<EvidenceItem> Items { get; }

    /// <summary>Files whose bytes travel inside the dossier.</summary>
    public IEnumerable<EvidenceFile> Embedded => Items.Select(i => i.File!).Where(IsEmbedded);

    public int[] NumberOf(string label) => numbers.TryGetValue(label, out var number) ? [number] : [];

    /// <summary>Items whose very words may give away somebody else: witnesses, sources, people who were helped.</summary>
    public static bool IsProtected(EvidenceItem item) => item.Type is EvidenceType.WitnessStatement or EvidenceType.LeakedDocument or EvidenceType.HelpToOthers;

    public static Content.Annex Entry(EvidenceItem item, int number, FactWords words, Func<string?, string> clean, IReadOnlyDictionary<Guid, byte[]> bytes)
    {
        var file = item.File!;
        var (mediaType, ending, _) = Kinds.GetValueOrDefault(file.Mime, ("application/octet-stream", "bin", false));
        return new Content.Annex
        {
            Number = number,
            Title = $"{item.Label} — {clean(item.Title)}",
            Kind = words.Word(item.Type),
            Language = words.Texts.LanguageUnknown,
            OriginalSeen = item.OriginalSeen ? Content.OriginalSeen.Yes
                : item.Type is EvidenceType.PublicPost or EvidenceType.Channel or EvidenceType.MediaInterview ? Content.OriginalSeen.BornDigital
                : Content.OriginalSeen.No,
            TranslatorFunction = null,
            FileName = FactWords.Fill("annexe-{0:00}.{1}", number, ending),
            MediaType = mediaType,
            Sha256 = file.Sha256,
            Bytes = bytes.GetValueOrDefault(file.FileId),
        };
    }

    private static bool IsEmbedded(EvidenceFile file) => file.Size is > 0 and <= MostEmbedded && Kinds.GetValueOrDefault(file.Mime).MayBeEmbedded;

    private static bool IsShareable(CaseFile file, EvidenceItem item) => !IsProtected(item) && file.Evidence.GradeOf(item.Label) is { Corroboration: not Corroboration.KX };
}
