using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Assignments;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.Assignments;

/// <summary>Hand-overs as rows, computed from the facts: who is asked is not on the case and finds it by them.</summary>
internal static class HandOverRows
{
    /// <param name="after">The case after the act.</param>
    public static async Task SetAsync(CaseDbContext db, ActWrite act, CaseFile after, CancellationToken cancellationToken)
    {
        var before = act.Loaded.File;
        if (after.HasSame(Compartment.Contact, before) || after.Contact.HandOvers.Count == 0)
        {
            return;
        }

        var known = HandOvers.Of(before.Contact).ToDictionary(h => h.Value.Id);
        foreach (var standing in HandOvers.Of(after.Contact).Where(h => h != known.GetValueOrDefault(h.Value.Id)))
        {
            if (await db.HandOvers.FindAsync([standing.Value.Id], cancellationToken) is { } row)
            {
                (row.State, row.AnsweredAt) = (standing.State.ToString(), standing.AnsweredAt);
                continue;
            }

            db.HandOvers.Add(new HandOverRow { Id = standing.Value.Id, CaseId = after.Id, FromStaffId = standing.From, ToStaffId = standing.Value.To, AskedAt = standing.AskedAt, State = standing.State.ToString() });
        }
    }
}
