using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Queries;

/// <summary>Work that is not done yet, without the case it belongs to.</summary>
/// <param name="NextTry">Null when no further try is planned: a person must look.</param>
public sealed record WaitingWork(Guid Id, string Kind, int Attempts, string? ErrorCode, DateTimeOffset CreatedAt, DateTimeOffset? NextTry);

/// <param name="Failed">Rows that failed at least once and are not done.</param>
public sealed record OutboxState(IReadOnlyList<WaitingWork> Waiting, int Total, int Failed, DateTimeOffset? LastMailAt);

/// <summary>Mail that failed and is not out yet.</summary>
/// <param name="Waiting">Mails that are tried again by themselves.</param>
/// <param name="Stuck">Mails that nobody tries any more: refused for good, or a week of tries.</param>
/// <param name="Since">When the oldest of them was asked for.</param>
/// <param name="LastErrorCode">What the last try met.</param>
/// <param name="NextTry">Null when none is tried by itself.</param>
public sealed record MailTrouble(int Waiting, int Stuck, DateTimeOffset Since, string LastErrorCode, DateTimeOffset? NextTry);

/// <summary>A loaded version of a screening list.</summary>
/// <param name="ConfirmedBy">The second person, where it took one.</param>
/// <param name="GapsAccepted">What was not clean when it was taken all the same.</param>
public sealed record LoadedList(
    string Key, string Version, string Publisher, string AssertingAuthority, string Hash, bool IsPersecutor, Guid LoadedBy, Guid? ConfirmedBy, DateTimeOffset LoadedAt, int Entries, int GapsAccepted, bool IsActive);

/// <summary>What an administrator sees of the installation. Nothing here names a case.</summary>
public sealed class InstallationDesk(CaseDatabase cases, TimeProvider time, ILogger<InstallationDesk> log)
{
    private const int Most = 200;
    private static readonly DateTimeOffset FarAway = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task<OutboxState> OutboxAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var open = db.Outbox.AsNoTracking().Where(o => o.DoneAt == null);
        var rows = await open.OrderBy(o => o.LastErrorCode == null).ThenByDescending(o => o.DueAt).ThenBy(o => o.Id).Take(Most)
            .Select(o => new { o.Id, o.Kind, o.Attempts, o.LastErrorCode, o.CreatedAt, o.DueAt }).ToListAsync(cancellationToken);
        var lastMail = await db.Outbox.Where(o => (o.Kind == OutboxRows.MailToStaff || o.Kind == OutboxRows.MailToApplicant) && o.DoneAt != null).MaxAsync(o => o.DoneAt, cancellationToken);
        return new OutboxState(
            rows.ConvertAll(o => new WaitingWork(o.Id, o.Kind, o.Attempts, o.LastErrorCode, o.CreatedAt, o.DueAt > FarAway ? null : o.DueAt)),
            await open.CountAsync(cancellationToken), await open.CountAsync(o => o.LastErrorCode != null, cancellationToken), lastMail);
    }

    /// <summary>What keeps mail from leaving; null when no mail failed, or all that failed are out by now.</summary>
    public async Task<MailTrouble?> MailTroubleAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var failed = FailedMails(db);
        if (await failed.OrderByDescending(o => o.DueAt < FarAway).ThenByDescending(o => o.DueAt).Select(o => o.LastErrorCode).FirstOrDefaultAsync(cancellationToken) is not { } code)
        {
            return null;
        }

        var waiting = failed.Where(o => o.DueAt < FarAway);
        return new MailTrouble(
            await waiting.CountAsync(cancellationToken), await failed.CountAsync(o => o.DueAt >= FarAway, cancellationToken),
            await failed.MinAsync(o => o.CreatedAt, cancellationToken), code, await waiting.MinAsync(o => (DateTimeOffset?)o.DueAt, cancellationToken));
    }

    /// <summary>Makes all mail that failed due now. Returns how many.</summary>
    public async Task<int> RetryMailsAsync(Guid by, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var now = time.GetUtcNow();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var changed = await FailedMails(db).Where(o => o.LeasedUntil == null || o.LeasedUntil < now).ExecuteUpdateAsync(set => set.SetProperty(o => o.DueAt, now), cancellationToken);
        await write.CommitAsync(cancellationToken);
        log.LogInformation("{Count} failed mails were made due by {Account}", changed, by);
        return changed;
    }

    /// <summary>Makes one row due now. False when it is done, being tried at this moment, or not there.</summary>
    public async Task<bool> RetryAsync(Guid id, Guid by, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var now = time.GetUtcNow();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var changed = await db.Outbox.Where(o => o.Id == id && o.DoneAt == null && (o.LeasedUntil == null || o.LeasedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.DueAt, now), cancellationToken);
        await write.CommitAsync(cancellationToken);
        log.LogInformation("Outbox row {Row} was made due by {Account}: {Changed}", id, by, changed == 1);
        return changed == 1;
    }

    public async Task<IReadOnlyList<LoadedList>> ListsAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var rows = await db.ScreeningLists.AsNoTracking().OrderBy(l => l.ListKey).ThenByDescending(l => l.LoadedAt)
            .Select(l => new { l.ListKey, l.Version, l.Publisher, l.AssertingAuthority, l.Hash, l.IsPersecutor, l.LoadedBy, l.LoadedAt, l.EntryCount, l.GapsAccepted, l.Active }).ToListAsync(cancellationToken);
        var keys = rows.Select(r => ListImport.SettingKeyOf(r.ListKey)).Distinct(StringComparer.Ordinal).ToList();
        var confirmed = (await db.Settings.AsNoTracking().Where(s => keys.Contains(s.Key) && s.ConfirmedBy != null).ToListAsync(cancellationToken)).ToLookup(s => (s.Key, s.At), s => s.ConfirmedBy);
        return rows.ConvertAll(l => new LoadedList(
            l.ListKey, l.Version, l.Publisher, l.AssertingAuthority, Convert.ToHexStringLower(l.Hash), l.IsPersecutor, l.LoadedBy, confirmed[(ListImport.SettingKeyOf(l.ListKey), l.LoadedAt)].FirstOrDefault(), l.LoadedAt, l.EntryCount, l.GapsAccepted, l.Active));
    }

    private static IQueryable<Data.Rows.OutboxRow> FailedMails(CaseDbContext db) =>
        db.Outbox.Where(o => (o.Kind == OutboxRows.MailToStaff || o.Kind == OutboxRows.MailToApplicant) && o.DoneAt == null && o.LastErrorCode != null);
}
