using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Accounts;

/// <summary>
/// The one way in which an account changes: the change, its entry in the installation's chain and the end of the account's sessions are stored together or not at all.
/// </summary>
public sealed class AccountChanges(CaseDbContext db, AccountTrail trail, TimeProvider time)
{
    /// <param name="change">Uses the scoped user manager, which writes to the same context.</param>
    /// <param name="endsSessions">Every session of the account ends with the commit.</param>
    public async Task<IdentityResult> ApplyAsync(AccountNote note, Func<Task<IdentityResult>> change, bool endsSessions, CancellationToken cancellationToken)
    {
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var result = await change();
        if (!result.Succeeded)
        {
            return result;
        }

        if (endsSessions)
        {
            var now = time.GetUtcNow().Stored();
            await db.StaffSessions.Where(s => s.StaffId == note.AccountId && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
        }

        await trail.AppendAsync(db, note, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return result;
    }
}
