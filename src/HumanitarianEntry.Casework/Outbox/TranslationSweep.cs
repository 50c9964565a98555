using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Deadlines;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Translations;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Outbox;

/// <summary>An order of a translation whose day is over.</summary>
public sealed record DueTranslation(Guid CaseId, string Reference, string Job) : IDueRow;

/// <summary>Tells of translations that are late, each once. Cases that have ended keep quiet, and sealed ones until the seal is broken: the translator sees nothing of them either.</summary>
public sealed class TranslationSweep(SweepParts parts) : DueSweep<DueTranslation>(parts)
{
    public override IQueryable<DueTranslation> Due(CaseDbContext db, IQueryable<CaseRow> among, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return db.TranslationJobs.AsNoTracking().Where(j => j.LateOn <= today).OrderBy(j => j.LateOn).ThenBy(j => j.Number)
            .Join(among.Where(c => c.SidePath != nameof(SidePath.Sealed) && c.Outcome == null), j => j.CaseId, c => c.Id, (j, c) => new DueTranslation(j.CaseId, c.Reference, j.Number));
    }

    protected override async Task<DueOutcome> DoAsync(DueTranslation due, CancellationToken cancellationToken)
    {
        var result = await Parts.Acts.RunAsync(new ActRequest { CaseId = due.CaseId, Actor = SystemActor.Instance, Act = new RemindTranslation(due.Job), Key = $"translation-late-{due.Job}" }, cancellationToken);
        if (result is not ActResult.Refused)
        {
            return OutcomeOf(result);
        }

        // It was delivered, or the case ended, between the look and the act: then the rows say so now.
        await using var db = Parts.Cases.CreateDbContext();
        return await Due(db, db.Cases.Where(c => c.Id == due.CaseId), Parts.Time.GetUtcNow()).AnyAsync(d => d.Job == due.Job, cancellationToken) ? OutcomeOf(result) : new DueOutcome.Left();
    }
}
