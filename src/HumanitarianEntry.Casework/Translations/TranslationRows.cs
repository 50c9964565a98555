using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Translations;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Translations;

/// <summary>Translation jobs as rows, computed from the facts.</summary>
internal static class TranslationRows
{
    /// <param name="after">The case after the act.</param>
    public static async Task SetAsync(CaseDbContext db, ActWrite act, CaseFile after, CancellationToken cancellationToken)
    {
        var before = act.Loaded.File;
        if (!HasChanged(Compartment.Evidence) && !HasChanged(Compartment.Interview))
        {
            return;
        }

        var known = TranslationRules.Of(before).ToDictionary(j => j.Number, j => (j.Standing, TranslationReminders.LateOn(before, j)), StringComparer.Ordinal);
        foreach (var job in TranslationRules.Of(after))
        {
            var late = TranslationReminders.LateOn(after, job);
            if (known.TryGetValue(job.Number, out var was) && was == (job.Standing, late))
            {
                continue;
            }

            if (await db.TranslationJobs.FindAsync([job.Number], cancellationToken) is { } row)
            {
                // A reminder changes nothing about the job itself.
                (row.State, row.ChangedAt, row.LateOn) = (job.Standing.ToString(), was.Standing == job.Standing ? row.ChangedAt : act.Context.Now, late);
                continue;
            }

            db.TranslationJobs.Add(new TranslationJobRow
            {
                Number = job.Number,
                CaseId = after.Id,
                TranslatorId = job.Order.Translator,
                Compartment = Keys.Of(TranslationRules.CompartmentOf(job.Order.Source.Kind)),
                State = job.Standing.ToString(),
                From = job.Order.From,
                To = job.Order.To,
                Signs = job.Order.Text?.Length ?? 0,
                DueOn = job.Order.DueOn,
                LateOn = late,
                ChangedAt = act.Context.Now,
            });
        }

        bool HasChanged(Compartment compartment) => !after.HasSame(compartment, before);
    }

    /// <summary>What differs between the rows and what the facts say.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(CaseDbContext db, CaseFile file, CancellationToken cancellationToken)
    {
        var rows = await db.TranslationJobs.AsNoTracking().Where(j => j.CaseId == file.Id).Select(j => new { j.Number, j.TranslatorId, j.State, j.LateOn }).ToListAsync(cancellationToken);
        return rows.Select(r => (r.Number, r.TranslatorId, r.State, r.LateOn)).ToHashSet().SetEquals(TranslationRules.Of(file).Select(j => (j.Number, j.Order.Translator, j.Standing.ToString(), TranslationReminders.LateOn(file, j)))) ? [] : ["translation jobs are not what the acts made them"];
    }
}
