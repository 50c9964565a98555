using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Accounts;

/// <summary>How a session was proved.</summary>
public static class Proofs
{
    public const string Code = "code";
    public const string Passkey = "passkey";
}

/// <summary>A session that is open, as its holder sees it.</summary>
public sealed record OpenSession(Guid Id, string ProvedBy, DateTimeOffset OpenedAt, DateTimeOffset SeenAt);

/// <summary>
/// Staff sessions as the server knows them. Asked at every request: a locked account, a changed password or role, or a session that was ended elsewhere is refused at
/// the next click, on every node.
/// </summary>
public sealed class StaffSessions(CaseDatabase cases, TimeProvider time)
{
    /// <summary>After this a session ends also when it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Opens a session under the account's stamp of now.</summary>
    public async Task<Guid> OpenAsync(Guid staffId, string provedBy, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().Stored();
        var old = now - Kept;
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var stamp = await db.Users.Where(u => u.Id == staffId).Select(u => u.SecurityStamp).SingleAsync(cancellationToken);
        var row = new StaffSessionRow { Id = Ids.New(), StaffId = staffId, Stamp = stamp, ProvedBy = provedBy, OpenedAt = now, SeenAt = now };
        db.StaffSessions.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        await db.StaffSessions.Where(s => s.SeenAt < old).ExecuteDeleteAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return row.Id;
    }

    /// <summary>Whether this session of this account is good now.</summary>
    /// <param name="idle">How long a quiet session lives.</param>
    public async Task<bool> IsLiveAsync(Guid sessionId, Guid staffId, TimeSpan idle, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var db = cases.CreateDbContext();
        var found = await db.StaffSessions.AsNoTracking().Where(s => s.Id == sessionId && s.StaffId == staffId)
            .Join(db.Users, s => s.StaffId, u => u.Id, (s, u) => new { s.Stamp, s.OpenedAt, s.SeenAt, s.EndedAt, u.SecurityStamp, u.DeactivatedAt, u.MustChangePassword })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is not { EndedAt: null, DeactivatedAt: null, MustChangePassword: false } || !string.Equals(found.Stamp, found.SecurityStamp, StringComparison.Ordinal)
            || now - found.OpenedAt > Longest || now - found.SeenAt > idle + SeenStep)
        {
            return false;
        }

        if (now - found.SeenAt > SeenStep)
        {
            var seen = now.Stored();
            await using var write = await db.BeginWriteAsync(cancellationToken);
            await db.StaffSessions.Where(s => s.Id == sessionId && s.SeenAt < seen).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, seen), cancellationToken);
            await write.CommitAsync(cancellationToken);
        }

        return true;
    }

    /// <summary>The account's open sessions, newest first.</summary>
    public async Task<IReadOnlyList<OpenSession>> OfAsync(Guid staffId, TimeSpan idle, CancellationToken cancellationToken)
    {
        var (quiet, old) = (time.GetUtcNow() - idle - SeenStep, time.GetUtcNow() - Longest);
        await using var db = cases.CreateDbContext();
        var rows = await db.StaffSessions.AsNoTracking().Where(s => s.StaffId == staffId && s.EndedAt == null && s.SeenAt >= quiet && s.OpenedAt >= old)
            .Join(db.Users, s => s.StaffId, u => u.Id, (s, u) => new { Session = s, u.SecurityStamp }).Where(p => p.Session.Stamp == p.SecurityStamp)
            .Select(p => p.Session).ToListAsync(cancellationToken);
        return [.. rows.OrderByDescending(s => s.OpenedAt).Select(s => new OpenSession(s.Id, s.ProvedBy, s.OpenedAt, s.SeenAt))];
    }

    /// <summary>Ends one session of the account; one of somebody else is left alone.</summary>
    public async Task EndAsync(Guid sessionId, Guid staffId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().Stored();
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await db.StaffSessions.Where(s => s.Id == sessionId && s.StaffId == staffId && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);
        await write.CommitAsync(cancellationToken);
    }
}
