using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Health;
using HumanitarianEntry.Notices.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Outbox;

/// <summary>Does one kind of outside work. Must be idempotent: it is done at least once.</summary>
public interface IOutboxConsumer
{
    IReadOnlyCollection<string> Kinds { get; }

    Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken);
}

/// <summary>What became of one try.</summary>
public abstract record OutboxVerdict
{
    private OutboxVerdict()
    {
    }

    public sealed record Done : OutboxVerdict;

    /// <summary>Try again later; the code comes from our own list and may be logged.</summary>
    public sealed record TryAgain(string Code) : OutboxVerdict;

    /// <summary>Nothing had to be done any more: what was done for another row meanwhile says it all.</summary>
    public sealed record Covered : OutboxVerdict;

    /// <summary>Not yet, and nothing is wrong.</summary>
    public sealed record Later(DateTimeOffset At) : OutboxVerdict;

    /// <summary>No try will mend it: shown to an operator, kept.</summary>
    public sealed record GiveUp(string Code) : OutboxVerdict;
}

/// <summary>
/// Leases due outbox rows, hands them to their consumer, marks them done or plans the next try. Safe on many nodes: a row is leased with one conditional update, held while it is
/// worked on, and left alone when another node has taken it meanwhile. What a killed node held is free after <see cref="Lease"/>.
/// </summary>
public sealed class OutboxWorker(CaseDatabase cases, IEnumerable<IOutboxConsumer> consumers, WorkerPulse pulse, TimeProvider time, ILogger<OutboxWorker> log)
{
    /// <summary>Marks rows that only an operator can mend.</summary>
    public const string NeedsOperator = "needs-operator";

    /// <summary>Marks rows that another one has made needless.</summary>
    public const string CoveredByAnother = "covered";

    /// <summary>How long a node holds a row without a sign of life; renewed three times as often while it lives.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>What one kill can delay: few, so that the others go on on another node at once.</summary>
    private const int Batch = 10;
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Guid node = Ids.New();
    private readonly Dictionary<string, IOutboxConsumer> byKind = consumers.SelectMany(c => c.Kinds.Select(k => (k, c))).ToDictionary(p => p.k, p => p.c, StringComparer.Ordinal);

    /// <summary>Does everything that is due now. Returns how many rows were tried.</summary>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var tried = 0;
        while (await LeaseAsync(cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                await TryAsync(row, cancellationToken);
                pulse.Beat(ExpectedWorkers.Outbox);
                tried++;
            }
        }

        pulse.Beat(ExpectedWorkers.Outbox);

        return tried;
    }

    private async Task<List<OutboxRow>> LeaseAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var now = time.GetUtcNow();
        var due = await db.Outbox.AsNoTracking().Where(o => o.DoneAt == null && o.DueAt <= now && (o.LeasedUntil == null || o.LeasedUntil < now))
            .OrderBy(o => o.DueAt).ThenBy(o => o.Id).Take(Batch).Select(o => o.Id).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return [];
        }

        await using var write = await db.BeginWriteAsync(cancellationToken);
        var until = now + Lease;
        await db.Outbox.Where(o => due.Contains(o.Id) && o.DoneAt == null && (o.LeasedUntil == null || o.LeasedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.LeasedUntil, until).SetProperty(o => o.LeasedBy, node), cancellationToken);
        await write.CommitAsync(cancellationToken);
        return await db.Outbox.AsNoTracking().Where(o => due.Contains(o.Id) && o.DoneAt == null && o.LeasedBy == node && o.LeasedUntil == until).OrderBy(o => o.DueAt).ToListAsync(cancellationToken);
    }

    private async Task TryAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        // Those before it in the batch may have taken so long that another node has it now.
        if (row.LeasedUntil - time.GetUtcNow() < Lease * 2 / 3 && !await RenewAsync(row.Id, cancellationToken))
        {
            return;
        }

        var verdict = await ConsumeHeldAsync(row, cancellationToken);
        await using var db = cases.CreateDbContext();
        var stored = await db.Outbox.SingleAsync(o => o.Id == row.Id, cancellationToken);
        if (stored.LeasedBy != node && verdict is not (OutboxVerdict.Done or OutboxVerdict.Covered))
        {
            // We lost it, to a node that now tries itself; what became of our try says nothing any more.
            return;
        }

        var now = time.GetUtcNow();
        stored.Attempts += verdict is OutboxVerdict.Later ? 0 : 1;
        (stored.LeasedUntil, stored.LeasedBy) = (null, null);
        switch (verdict)
        {
            case OutboxVerdict.Done:
                (stored.DoneAt, stored.LastErrorCode) = (now, null);
                break;
            case OutboxVerdict.Covered:
                (stored.DoneAt, stored.LastErrorCode) = (now, CoveredByAnother);
                break;
            case OutboxVerdict.Later later:
                stored.DueAt = later.At;
                break;
            case OutboxVerdict.TryAgain again:
                stored.LastErrorCode = again.Code;
                stored.DueAt = Backoff.NextAttempt(stored.Attempts, now, row.Id.GetHashCode()) is RetryPlan.At at ? at.Time : Never;
                break;
            case OutboxVerdict.GiveUp give:
                (stored.LastErrorCode, stored.DueAt) = (give.Code, Never);
                break;
        }

        await db.SaveChangesAsync(cancellationToken);
        if (verdict is OutboxVerdict.TryAgain or OutboxVerdict.GiveUp && stored.LastErrorCode is { } code)
        {
            log.LogWarning("Outbox {Kind} failed ({Code}) at try {Attempt}", row.Kind, code, stored.Attempts);
        }
    }

    /// <summary>False when another node has the row.</summary>
    private async Task<bool> RenewAsync(Guid rowId, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var until = time.GetUtcNow() + Lease;
        var held = await db.Outbox.Where(o => o.Id == rowId && o.LeasedBy == node && o.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(o => o.LeasedUntil, until), cancellationToken) == 1;
        await write.CommitAsync(cancellationToken);
        return held;
    }

    private async Task<OutboxVerdict> ConsumeHeldAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var holding = HoldAsync(row.Id, over.Token);
        try
        {
            return await ConsumeAsync(row, cancellationToken);
        }
        finally
        {
            await over.CancelAsync();
            await holding;
        }
    }

    /// <summary>Keeps the row ours while long work (setting a dossier, a slow relay) goes on.</summary>
    private async Task HoldAsync(Guid rowId, CancellationToken over)
    {
        try
        {
            do
            {
                await Task.Delay(Lease / 3, over);
            }
            while (await RenewAsync(rowId, over));
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The work is done.
        }
        catch (Exception failure) when (DatabaseErrors.IsBusyNow(failure) || failure is System.Data.Common.DbException)
        {
            log.LogWarning("An outbox row could not be held ({Failure}); another node may take it", failure.GetType().Name);
        }
    }

    private async Task<OutboxVerdict> ConsumeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (!byKind.TryGetValue(row.Kind, out var consumer))
        {
            return new OutboxVerdict.GiveUp("kind-unknown");
        }

        try
        {
            return await consumer.ConsumeAsync(row, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The message may carry a name or an address; the type is all that may be logged.
            log.LogError("Outbox {Kind} threw {Failure}", row.Kind, failure.GetType().Name);
            return new OutboxVerdict.TryAgain("unexpected-" + failure.GetType().Name[..Math.Min(40, failure.GetType().Name.Length)]);
        }
    }
}
