using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Domain.EvidenceFiles;

/// <summary>The worker's report of one look into a file.</summary>
[ActKind("record-file-examination", Compartment.Evidence, Role.System)]
public sealed record RecordFileExamination(FileExamination Examination) : Act
{
    public const string Quarantined = "file-quarantined";
    public const string NotScanned = "file-not-scanned";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Evidence.Find(Examination.Item)?.File is not { } stored || stored.FileId != Examination.FileId || stored.Sha256 != Examination.Sha256)
        {
            yield return new Blocker("evidence-file-unknown", $"{Examination.Item} has no such file.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var recorded = context.Record(Examination, "examination of the file", Confidence.Confirmed);
        return new(file with { Evidence = file.Evidence with { Examinations = file.Evidence.Examinations.Add(recorded) } })
        {
            Told = (Examination.Verdict, Examination.IsLetThrough) switch
            {
                (ScanVerdict.Malware, _) => [new Told(Role.EvidenceCustodian, Quarantined), new Told(Role.Screener, Quarantined)],
                (ScanVerdict.NotScanned, false) => [new Told(Role.EvidenceCustodian, NotScanned)],
                _ => [],
            },
        };
    }
}

/// <summary>Asks for another look: the scanner is back, has newer signatures, or the item is older than examinations are.</summary>
[ActKind("examine-file-again", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian)]
public sealed record ExamineFileAgain(string Item) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Evidence.Find(Item)?.File is null)
        {
            yield return new Blocker("evidence-file-unknown", $"{Item} has no file.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) => new(file) { Work = [new WorkRequest(WorkKind.ExamineFile, Item)] };
}

/// <summary>What somebody of staff saw in an item.</summary>
public sealed record GraphicMark(string Item, bool IsGraphic);

/// <summary>Says after a look whether an item shows wounds, death or abuse; the latest word counts.</summary>
[ActKind("mark-graphic", Compartment.Evidence, Role.Screener, Role.EvidenceCustodian)]
public sealed record MarkGraphic(string Item, bool IsGraphic) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (file.Evidence.Find(Item) is null)
        {
            yield return new Blocker("evidence-unknown", $"There is no item {Item}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Evidence = file.Evidence with { GraphicMarks = (file.Evidence.GraphicMarks ?? []).Add(context.Record(new GraphicMark(Item, IsGraphic), "staff", Confidence.Confirmed)) } });
}
