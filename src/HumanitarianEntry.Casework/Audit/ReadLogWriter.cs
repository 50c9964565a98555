using System.Collections.Concurrent;
using System.Globalization;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Audit;

/// <summary>
/// Writes reads of case content before the content is shown. Readers who come while a commit runs share the next one, so that a busy day costs one commit for
/// many reads; nobody is answered before the row is durable.
/// </summary>
#pragma warning disable CA1001 // lives as long as the process; its semaphore never makes a wait handle
public sealed class ReadLogWriter(CaseDatabase cases)
#pragma warning restore CA1001
{
    private const int Attempts = 20;
    private readonly ConcurrentQueue<(IReadOnlyList<ReadEntry> Entries, TaskCompletionSource Done)> waiting = new();
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Returns once all entries are durable. If it throws, nothing may be shown.</summary>
    public async Task WriteAsync(IReadOnlyList<ReadEntry> entries, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.Enqueue((entries, done));
        await one.WaitAsync(cancellationToken);
        try
        {
            if (!done.Task.IsCompleted)
            {
                await CommitWaitingAsync();
            }
        }
        finally
        {
            one.Release();
        }

        await done.Task;
    }

    internal static ReadEntry EntryOf(ReadLogRow row) => new() { At = row.At, ActorId = row.ActorId, CaseId = row.CaseId, Compartment = row.Compartment, Purpose = row.Purpose };

    // Runs to its end even if the caller who started it goes away: others wait for the same commit.
    private async Task CommitWaitingAsync()
    {
        var batch = new List<(IReadOnlyList<ReadEntry> Entries, TaskCompletionSource Done)>();
        while (waiting.TryDequeue(out var next))
        {
            batch.Add(next);
        }

        try
        {
            await CommitAsync([.. batch.SelectMany(b => b.Entries)]);
            batch.ForEach(b => b.Done.SetResult());
        }
        catch (Exception failure)
        {
            batch.ForEach(b => b.Done.SetException(failure));
        }
    }

    private async Task CommitAsync(IReadOnlyList<ReadEntry> entries)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await TryCommitAsync(entries);
                return;
            }
            catch (DbUpdateException failure) when (attempt < Attempts && DatabaseErrors.IsDuplicateKey(failure))
            {
                // Another node wrote the same link first; ours goes behind it.
                await Task.Yield();
            }
        }
    }

    private async Task TryCommitAsync(IReadOnlyList<ReadEntry> entries)
    {
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(CancellationToken.None);
        foreach (var day in entries.GroupBy(e => DayOf(e.At)))
        {
            var head = await db.ReadLog.AsNoTracking().Where(r => r.Day == day.Key).OrderByDescending(r => r.Sequence).Select(r => new { r.Sequence, r.Hash }).FirstOrDefaultAsync();
            var (sequence, previous) = head is null ? (0L, Array.Empty<byte>()) : (head.Sequence, head.Hash);
            foreach (var entry in day)
            {
                var hash = AuditChain.Hash(entry with { At = entry.At.Stored() }, day.Key, ++sequence, previous);
                db.ReadLog.Add(new ReadLogRow
                {
                    Day = day.Key,
                    Sequence = sequence,
                    At = entry.At.Stored(),
                    ActorId = entry.ActorId,
                    CaseId = entry.CaseId,
                    Compartment = entry.Compartment,
                    Purpose = entry.Purpose,
                    PreviousHash = previous,
                    Hash = hash,
                });
                previous = hash;
            }
        }

        await db.SaveChangesAsync();
        await write.CommitAsync(CancellationToken.None);
    }

    private static int DayOf(DateTimeOffset at) => int.Parse(at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
