using System.Security.Cryptography;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Vetting;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>How often reviewers who did not know of each other agreed, over the whole installation (decision 0029).</summary>
public sealed class ReviewFigures(CaseDatabase cases)
{
    /// <summary>The reviews that were decided from one month to another, both included; months as 202611.</summary>
    public async Task<AgreementTable> OfAsync(int from, int to, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.ReviewTallies.AsNoTracking().Where(t => t.Month >= from && t.Month <= to).ToListAsync(cancellationToken);
        return AgreementTable.Of([.. rows.Select(r => new ReviewTally(r.Kind, r.First, r.Second, r.Month) { Panel = r.Panel, Split = r.Split, Dissent = r.Dissent })]);
    }

    /// <summary>The years in which a review was decided, the last first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await db.ReviewTallies.Select(t => t.Month / 100).Distinct().OrderDescending().ToListAsync(cancellationToken);
    }

    /// <summary>Counts a decision with the act that takes it: an act is done once, so is its counting.</summary>
    internal static void Add(CaseDbContext db, ActWrite act)
    {
        if (act.Outcome.Decided is not { } decision || !ReviewTally.Concerns(decision))
        {
            return;
        }

        // Random, and not one of our ids, which tell their time: nobody finds the case by it.
        db.ReviewTallies.AddRange(ReviewTally.Of(ReviewComparison.Of(act.Outcome.File, decision)).Select(t => new ReviewTallyRow
        {
            Id = new Guid(RandomNumberGenerator.GetBytes(16)),
            Month = t.Month,
            Kind = t.Kind,
            First = t.First,
            Second = t.Second,
            Panel = t.Panel,
            Split = t.Split,
            Dissent = t.Dissent,
        }));
    }
}
