using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.EvidenceFiles;

/// <summary>How a file of the evidence stands after everything that was found of it.</summary>
public enum FileStanding
{
    NotExamined,
    NotScanned,

    /// <summary>Not scanned, and let through all the same: demonstrations only.</summary>
    LetThrough,
    Clean,

    /// <summary>Malware was found: nobody gets it any more.</summary>
    Quarantined,
}

/// <summary>What the examinations of a file allow. Nothing that was not found clean travels, and what was found stays found until a later scan says otherwise.</summary>
public static class FileRules
{
    /// <summary>The examination that counts: the last that was a scan; without one the last that was let through; without one the last. Null before the first.</summary>
    public static FileExamination? Of(EvidenceFacts facts, EvidenceItem item) =>
        ThatCounts([.. facts.Examinations.Values().Where(e => e.Item == item.Label && e.FileId == item.File?.FileId)]);

    /// <summary>The examination of a vetter's capture that counts, by the same rule.</summary>
    public static FileExamination? Of(VettingFacts facts, SourceCapture capture) => ThatCounts([.. facts.CaptureExaminations?.Values().Where(e => e.FileId == capture.File.FileId) ?? []]);

    /// <summary>Null for an item without a file.</summary>
    public static FileStanding? Standing(EvidenceFacts facts, EvidenceItem item) => item.File is null ? null : Standing(Of(facts, item));

    /// <summary>How the file of a vetter's capture stands.</summary>
    public static FileStanding Standing(VettingFacts facts, SourceCapture capture) => Standing(Of(facts, capture));

    /// <summary>The copy of a capture that may be opened instead of the original; null while there is none, and for what is in quarantine.</summary>
    public static WorkingCopy? CopyOf(VettingFacts facts, SourceCapture capture) => Standing(facts, capture) is FileStanding.Clean or FileStanding.LetThrough ? Of(facts, capture)!.Copy : null;

    /// <summary>That a tool failed over a file today does not take away the copy that it made yesterday.</summary>
    private static FileExamination? ThatCounts(List<FileExamination> own)
    {
        var counted = own.FindLast(e => e.Verdict != ScanVerdict.NotScanned) ?? own.FindLast(e => e.IsLetThrough) ?? own.LastOrDefault();
        return counted is { Copy: null, NoCopy: NoCopyReason.ToolFailed } && own.FindLast(e => e.Copy is not null) is { } earlier ? counted with { Copy = earlier.Copy, Preview = earlier.Preview, NoCopy = null } : counted;
    }

    private static FileStanding Standing(FileExamination? counted) => counted switch
    {
        null => FileStanding.NotExamined,
        { Verdict: ScanVerdict.Clean } => FileStanding.Clean,
        { Verdict: ScanVerdict.Malware } => FileStanding.Quarantined,
        { IsLetThrough: true } => FileStanding.LetThrough,
        _ => FileStanding.NotScanned,
    };

    public static bool IsQuarantined(EvidenceFacts facts, EvidenceItem item) => Standing(facts, item) == FileStanding.Quarantined;

    /// <summary>The copy that may be handed on; null while there is none, and for what is in quarantine.</summary>
    public static WorkingCopy? CopyOf(EvidenceFacts facts, EvidenceItem item) => Standing(facts, item) is FileStanding.Clean or FileStanding.LetThrough ? Of(facts, item)!.Copy : null;

    /// <summary>A working copy that a page can show.</summary>
    public static bool IsPicture(WorkingCopy copy) => copy.Mime is "png" or "jpeg";

    /// <summary>The working copy of the item, where it is a picture that a page can show.</summary>
    public static WorkingCopy? PictureOf(EvidenceFacts facts, EvidenceItem item) => CopyOf(facts, item) is { } copy && IsPicture(copy) ? copy : null;

    /// <summary>
    /// Whether an item shows wounds, death or abuse: the last word of staff, else what was said when it came. Null for what the person sent without saying so, until somebody of staff has looked: an
    /// empty tick says nothing.
    /// </summary>
    public static bool? IsGraphic(EvidenceFacts facts, string label) => facts.GraphicMarks?.Values().LastOrDefault(m => m.Item == label) is { } mark ? mark.IsGraphic
        : facts.Items.Find(i => i.Value.Label == label) is not { } item ? null
        : item.Value.IsGraphic ? true
        : item.Provenance.Role == Role.Applicant ? null
        : false;

    /// <summary>Items whose very words may give away somebody else: witnesses, sources, people who were helped.</summary>
    public static bool IsProtected(EvidenceItem item) => IsProtected(item.Type);

    /// <inheritdoc cref="IsProtected(EvidenceItem)"/>
    public static bool IsProtected(EvidenceType type) => type is EvidenceType.WitnessStatement or EvidenceType.LeakedDocument or EvidenceType.HelpToOthers;

    /// <summary>Whether a dossier has the item's file among its annexes.</summary>
    public static bool IsCarried(CaseFile file, EvidenceItem item) =>
        item.File is not null && !IsProtected(item) && file.Evidence.GradeOf(item.Label) is { Corroboration: not Corroboration.KX } && !IsQuarantined(file.Evidence, item);

    /// <summary>What stands against handing a dossier over because of the files that it would carry.</summary>
    public static IEnumerable<Blocker> AgainstDossier(CaseFile file)
    {
        foreach (var item in file.Evidence.Items.Values().Where(i => IsCarried(file, i)))
        {
            switch (Standing(file.Evidence, item))
            {
                case FileStanding.NotExamined:
                    yield return new Blocker("file-not-examined", $"The file of {item.Label} is not examined yet. Its page has the button for it.");
                    break;
                case FileStanding.NotScanned:
                    yield return new Blocker("file-not-scanned", $"The file of {item.Label} was not scanned for malware. Its page says why, and examines it again.");
                    break;
            }
        }
    }

    /// <summary>The copies that a dossier is made from, and how each file stands; null before the first examination. Another examination with the same result changes nothing.</summary>
    public static ImmutableList<string>? ForDossier(CaseFile file) => file.Evidence.Examinations.IsEmpty
        ? null
        : [.. file.Evidence.Items.Values().Where(i => i.File is not null && !IsProtected(i)).Select(i => $"{i.Label} {Standing(file.Evidence, i)} {CopyOf(file.Evidence, i)?.Sha256}")];

    /// <summary>The evidence without what files tell of device, author and place: that is for those who work with the originals.</summary>
    public static EvidenceFacts WithoutTraits(EvidenceFacts facts) => facts with { Examinations = facts.Examinations.ConvertAll(e => e with { Value = e.Value with { Traits = [], Capture = e.Value.Capture?.Plain() } }) };

    /// <summary>Who reads what the files tell of their making.</summary>
    public static bool MayReadTraits(Role role) => role is Role.Screener or Role.EvidenceCustodian or Role.Coordinator or Role.System;
}
