using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Outbox;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Erasure;

/// <summary>
/// Destroys what is known of a person. The keys go first: from then on nothing that was sealed for the case can be read, whatever happens to this process. Then go the rows that are not needed to
/// prove what was done, the clear words by which cases are sorted, and the files. What stays is the chain of acts without content, the disclosures by function, and the tombstone.
/// </summary>
public sealed class CaseErasure(CaseDatabase cases, CompartmentSealer sealer, SealedFileStore files, TimeProvider time, ILogger<CaseErasure> log)
{
    /// <summary>How the case ended, in the word of the closure gate.</summary>
    public const string Outcome = "erasure";

    /// <summary>Repeating it is harmless: each step ends where it ended before.</summary>
    /// <param name="askedBy">The outbox row that asks for it, which must outlive the others.</param>
    public async Task<KeyTombstoneRow> RunAsync(Guid caseId, Guid? askedBy, CancellationToken cancellationToken)
    {
        var tombstone = await sealer.DestroyKeysAsync(caseId, cancellationToken);
        await RemoveRowsAsync(caseId, askedBy, cancellationToken);
        files.RemoveCase(caseId);
        log.LogInformation("A case was erased; the last backup of its keys ends on {Day}", DateOnly.FromDateTime(tombstone.BackupsExpireAt.UtcDateTime));
        return tombstone;
    }

    private async Task RemoveRowsAsync(Guid caseId, Guid? askedBy, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().Stored();
        var applicant = Keys.Of(Role.Applicant);
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);

        // The row first: an act that was under way reads another token now and is refused as a whole.
        await db.Cases.Where(c => c.Id == caseId).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.ConcurrencyVersion, c => c.ConcurrencyVersion + 1).SetProperty(c => c.UpdatedAt, now).SetProperty(c => c.Outcome, Outcome)
                .SetProperty(c => c.CountryOfStay, (string?)null).SetProperty(c => c.Language, (string?)null).SetProperty(c => c.Alarm, (string?)null)
                .SetProperty(c => c.StayEndsAt, (DateTimeOffset?)null).SetProperty(c => c.NextDueAt, (DateTimeOffset?)null)
                .SetProperty(c => c.NextDayMarkAt, (DateTimeOffset?)null).SetProperty(c => c.WelfareCheckDueAt, (DateTimeOffset?)null),
            cancellationToken);
        await db.DuplicateHashes.Where(d => d.CaseId == caseId).ExecuteDeleteAsync(cancellationToken);
        await db.FileMarks.Where(m => m.CaseId == caseId).ExecuteDeleteAsync(cancellationToken);
        await db.EntryAnswers.Where(a => a.CaseId == caseId).ExecuteDeleteAsync(cancellationToken);
        var doors = db.ApplicantAccesses.Where(a => a.CaseId == caseId).Select(a => a.Id);
        await db.FormDrafts.Where(d => d.CaseId == caseId || d.OwnerId == caseId || doors.Contains(d.OwnerId)).ExecuteDeleteAsync(cancellationToken);
        await db.ApplicantAccesses.Where(a => a.CaseId == caseId).ExecuteDeleteAsync(cancellationToken);
        await db.StoredFiles.Where(f => f.CaseId == caseId).ExecuteDeleteAsync(cancellationToken);
        await db.TranslationJobs.Where(j => j.CaseId == caseId).ExecuteDeleteAsync(cancellationToken);
        var talks = db.Appointments.Where(a => a.CaseId == caseId).Select(a => a.Id);
        await db.BookedQuarters.Where(q => talks.Contains(q.AppointmentId)).ExecuteDeleteAsync(cancellationToken);
        await db.Appointments.Where(a => a.CaseId == caseId).ExecuteDeleteAsync(cancellationToken);
        await db.InsideNotices.Where(n => n.CaseId == caseId && n.Audience == applicant).ExecuteDeleteAsync(cancellationToken);
        await db.Timers.Where(t => t.CaseId == caseId).ExecuteDeleteAsync(cancellationToken);
        await db.Outbox.Where(o => o.CaseId == caseId && o.Id != askedBy && o.DoneAt == null && o.Kind != OutboxRows.MailToStaff).ExecuteDeleteAsync(cancellationToken);
        await db.Assignments.Where(a => a.CaseId == caseId && a.Until == null).ExecuteUpdateAsync(set => set.SetProperty(a => a.Until, now), cancellationToken);
        await write.CommitAsync(cancellationToken);
    }
}
