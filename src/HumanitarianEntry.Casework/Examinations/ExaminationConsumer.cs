using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Lookalikes;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.EvidenceFiles;

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
            if ((await CaseLoader.ReadAsync(cases, sealer, caseId, [Compartment.Evidence], cancellationToken))?.Evidence.Find(label) is not { } item)
            {
                return new OutboxVerdict.GiveUp("evidence-unknown");
            }

            examined = await examiner.ExamineAsync(caseId, item, cancellationToken);
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
        if (verdict is not OutboxVerdict.GiveUp)
        {
            // Also what holds malware, or was not scanned, may be in another case.
            await marks.KeepAsync(caseId, examined.Found, examined.Gray, cancellationToken);
        }

        return verdict;
    }

    /// <summary>A scanner that does not answer now may answer later: that is said once, and tried again.</summary>
    private async Task<OutboxVerdict> ReportAsync(OutboxRow row, Guid caseId, FileExamination found, CancellationToken cancellationToken)
    {
        var again = found is { Verdict: ScanVerdict.NotScanned, IsLetThrough: false, Reason: NotScannedReason.NotReachable or NotScannedReason.TimedOut or NotScannedReason.Failed };
        var key = $"examination-{row.Id:N}" + (again ? "-" + Keys.Kebab(found.Reason.ToString()!) : string.Empty);
        var report = new ActRequest { CaseId = caseId, Actor = SystemActor.Instance, Act = new RecordFileExamination(found), Key = key };
        var verdict = SystemReports.VerdictOf(await acts.RunAsync(report, cancellationToken));
        return again && verdict is OutboxVerdict.Done ? new OutboxVerdict.TryAgain("scanner-" + Keys.Kebab(found.Reason.ToString()!)) : verdict;
    }
}
