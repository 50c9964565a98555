using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Health;

/// <summary>
/// Whether this process can do its work: database reached, key store opened by the master key, file folder written, background workers heard of. Mail is not part of it:
/// a relay that is away is waited for. What is wrong stands in the log, without any fact of a case; whoever asks learns only yes or no.
/// </summary>
#pragma warning disable CA1001 // lives as long as the process; its semaphore never makes a wait handle
public sealed class InstallationHealth(CaseDatabase cases, KeyVault vault, SealedFileStore files, WorkerPulse pulse, ExpectedWorkers workers, TimeProvider time, ILogger<InstallationHealth> log)
#pragma warning restore CA1001
{
    /// <summary>Anybody may ask; asking often must cost nothing.</summary>
    public static readonly TimeSpan AnswerKept = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);
    private readonly SemaphoreSlim one = new(1, 1);
    private (DateTimeOffset At, string Faults)? last;

    public async Task<bool> IsWellAsync(CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken);
        try
        {
            if (last is not { } known || time.GetUtcNow() - known.At >= AnswerKept)
            {
                known = (time.GetUtcNow(), await FaultsAsync());
                Tell(last?.Faults ?? string.Empty, known.Faults);
                last = known;
            }

            return known.Faults.Length == 0;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<string> FaultsAsync()
    {
        string?[] faults = await Task.WhenAll(
            FaultAsync("database", ReachDatabaseAsync),
            FaultAsync("key store", vault.ProveAsync),
            FaultAsync("shared work", DemandNothingLeftLyingAsync),
            FaultAsync("name screening", DemandScreeningWholeAsync),
            FaultAsync("file folder", _ => Task.Run(files.DemandRoom, CancellationToken.None)));
        return string.Join(", ", faults.OfType<string>().Concat(pulse.Silent().Select(name => $"worker {name} (silent)")));
    }

    private static async Task<string?> FaultAsync(string part, Func<CancellationToken, Task> check)
    {
        using var limit = new CancellationTokenSource(Deadline);
        try
        {
            // On a thread of its own: SQLite waits without giving its thread back.
            await Task.Run(() => check(limit.Token), CancellationToken.None).WaitAsync(Deadline, CancellationToken.None);
            return null;
        }
        catch (Exception failure)
        {
            // Whatever it is, the part does not work; the message may name a machine or a login, the type does not.
            return $"{part} ({failure.GetType().Name})";
        }
    }

    private async Task ReachDatabaseAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        await db.Cases.AnyAsync(cancellationToken);
    }

    /// <summary>Retries and what only an operator can mend have later due dates; what is due and untouched for so long has nobody who does it.</summary>
    private async Task DemandNothingLeftLyingAsync(CancellationToken cancellationToken)
    {
        if (!workers.OnAnyNode)
        {
            return;
        }

        await using var db = cases.CreateDbContext();
        var longAgo = time.GetUtcNow() - WorkerPulse.Patience;
        if (await db.Outbox.AnyAsync(o => o.DoneAt == null && o.DueAt <= longAgo && (o.LeasedUntil == null || o.LeasedUntil < longAgo), cancellationToken))
        {
            throw new WorkLeftLyingException();
        }
    }

    /// <summary>The last nightly proof left nobody without a result, and there was one lately where this node has been up long enough to make it.</summary>
    private async Task DemandScreeningWholeAsync(CancellationToken cancellationToken)
    {
        if (!workers.OnAnyNode && workers.Names.Count == 0)
        {
            return;
        }

        await using var db = cases.CreateDbContext();
        var now = time.GetUtcNow();
        var newest = await ScreeningProof.LastOfAsync(db, cancellationToken);
        if (newest is { Missing: > 0 } || (now - pulse.Since > ScreeningProof.Lasts && (newest is null || now - newest.At > ScreeningProof.Lasts)))
        {
            throw new ScreeningNotWholeException();
        }
    }

    private void Tell(string before, string now)
    {
        if (now.Length > 0 && now != before)
        {
            log.LogError("Not healthy: {Faults}", now);
        }
        else if (now.Length == 0 && before.Length > 0)
        {
            log.LogWarning("Healthy again");
        }
    }
}

/// <summary>Open cases have no result for a list in force, or nobody has looked whether they do.</summary>
public sealed class ScreeningNotWholeException() : Exception("Open cases have no screening result for what is in force, or nobody has looked.");

/// <summary>Background work is due and no node of the installation does it.</summary>
public sealed class WorkLeftLyingException() : Exception("Background work is due and nobody does it.");
