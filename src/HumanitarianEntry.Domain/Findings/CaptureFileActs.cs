using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Findings;

/// <summary>The worker's report of one look into the file of a capture: what vetters saved from the net is as foreign as what is handed in.</summary>
[ActKind("record-capture-examination", Compartment.Vetting, Role.System)]
public sealed record RecordCaptureExamination(FileExamination Examination) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Vetting.Captures.Values().Any(c => c.Label == Examination.Item && c.File.FileId == Examination.FileId && c.File.Sha256 == Examination.Sha256))
        {
            yield return new Blocker("capture-unknown", $"There is no capture {Examination.Item} with this file.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var recorded = context.Record(Examination, "examination of the file", Confidence.Confirmed);
        return new(file with { Vetting = file.Vetting with { CaptureExaminations = [.. file.Vetting.CaptureExaminations ?? [], recorded] } })
        {
            Told = Examination.Verdict == ScanVerdict.Malware ? [new Told(Role.Vetter, RecordFileExamination.Quarantined)] : [],
        };
    }
}

/// <summary>Asks for another look: the scanner is back, has newer signatures, or the capture is older than examinations of captures are.</summary>
[ActKind("examine-capture-again", Compartment.Vetting, Role.Vetter)]
public sealed record ExamineCaptureAgain(string Capture) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in VetterRules.AgainstInterviewer(file, context))
        {
            yield return blocker;
        }

        if (!file.Vetting.Captures.Values().Any(c => c.Label == Capture))
        {
            yield return new Blocker("capture-unknown", $"There is no capture {Capture}.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) => new(file) { Work = [new WorkRequest(WorkKind.ExamineFile, Capture)] };
}
