using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Lookalikes;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Findings;

namespace HumanitarianEntry.Casework.Examinations;

/// <summary>Examines a file outside the act that brought it, and reports with an act of the system, so that the result lies on the case's one chain.</summary>
public sealed class ExaminationConsumer(CaseDatabase cases, CompartmentSealer sealer, FileExaminer examiner, FileMarks marks, ActRunner acts) : IOutboxConsumer
{
    public IReadOnlyCollection<string> Kinds { get; } = [Keys.Kebab(nameof(WorkKind.ExamineFile))];

    public async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.CaseId is not { } caseId || OutboxRows.Read(row.Payload).Subject is not { } label)
        {
            return new OutboxVerdict.GiveUp("case-missing");
        }

        ExaminedFile examined;
        try
        {
            if (await FileOfAsync(caseId, label, cancellationToken) is not { } file)
            {
                return new OutboxVerdict.GiveUp("evidence-unknown");
            }

            examined = await examiner.ExamineAsync(caseId, label, file, cancellationToken);
        }
        catch (CaseErasedException)
        {
            return new OutboxVerdict.Done();
        }
        catch (Exception broken) when (broken is FileMissingException or StoredFileMissingException or StoredFileBrokenException)
        {
            return new OutboxVerdict.GiveUp("evidence-file-broken");
        }
        catch (StorageFullException)
        {
            return new OutboxVerdict.TryAgain("no-room-for-files");
        }

        var verdict = await ReportAsync(row, caseId, examined.Found, cancellationToken);
        if (verdict is not OutboxVerdict.GiveUp && !IsCapture(label))
        {
            // Also what holds malware, or was not scanned, may be in another case.
            await marks.KeepAsync(caseId, examined.Found, examined.Gray, cancellationToken);
        }

        return verdict;
    }

    /// <summary>Captures of vetters are C1, C2 and so on; items of the evidence E1, E2.</summary>
    private static bool IsCapture(string label) => label.StartsWith('C');

    private async Task<EvidenceFile?> FileOfAsync(Guid caseId, string label, CancellationToken cancellationToken)
    {
        var file = await CaseLoader.ReadAsync(cases, sealer, caseId, [IsCapture(label) ? Compartment.Vetting : Compartment.Evidence], cancellationToken);
        return IsCapture(label) ? file?.Vetting.Captures.Values().FirstOrDefault(c => c.Label == label)?.File : file?.Evidence.Find(label)?.File;
    }

    /// <summary>A scanner that does not answer now may answer later: that is said once, and tried again.</summary>
    private async Task<OutboxVerdict> ReportAsync(OutboxRow row, Guid caseId, FileExamination found, CancellationToken cancellationToken)
    {
        var again = found is { Verdict: ScanVerdict.NotScanned, IsLetThrough: false, Reason: NotScannedReason.NotReachable or NotScannedReason.TimedOut or NotScannedReason.Failed };
        var key = $"examination-{row.Id:N}" + (again ? "-" + Keys.Kebab(found.Reason.ToString()!) : string.Empty);
        var report = new ActRequest { CaseId = caseId, Actor = SystemActor.Instance, Act = IsCapture(found.Item) ? new RecordCaptureExamination(found) : new RecordFileExamination(found), Key = key };
        var verdict = SystemReports.VerdictOf(await acts.RunAsync(report, cancellationToken));
        return again && verdict is OutboxVerdict.Done ? new OutboxVerdict.TryAgain("scanner-" + Keys.Kebab(found.Reason.ToString()!)) : verdict;
    }
}
