using System.Globalization;
using System.Runtime.CompilerServices;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Files;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Custody;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Custody;

/// <summary>A stored file that is not what was received.</summary>
public sealed record DamagedFile(string Reference, Guid FileId, FileCondition Condition);

/// <summary>
/// Reads stored files again and compares them with what was received: a part of them each hour, every file within a month. What is found first stands in the chain of the case
/// and is told to its people; "altered", "missing" and "unreadable" are three things.
/// </summary>
public sealed class FixityCheck(CaseDatabase cases, CompartmentSealer sealer, SealedFileStore store, ActRunner acts, TimeProvider time, ILogger<FixityCheck> log)
{
    /// <summary>How old the last look at a file may get.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromDays(28);

    /// <summary>What was not as it was received is looked at again so soon: a disk may come back, and so may a backup.</summary>
    public static readonly TimeSpan DamagedEvery = TimeSpan.FromDays(1);

    private const int Page = 100;
    private const string Whole = "ok";

    /// <summary>Most bytes of one round; a round always looks at one file at least.</summary>
    private const long MostBytes = 4L * 1024 * 1024 * 1024;

    /// <summary>Looks at the files whose turn it is.</summary>
    /// <returns>How many were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (before, damagedBefore) = ((now - Every).Stored(), (now - DamagedEvery).Stored());
        var (seen, left, stuck) = (new HashSet<Guid>(), MostBytes, 0);
        while (left > 0)
        {
            await using var db = cases.CreateDbContext();
            var due = await db.StoredFiles.AsNoTracking().Where(f => f.CheckedAt == null || f.CheckedAt < before || (f.Condition != null && f.Condition != Whole && f.CheckedAt < damagedBefore))
                .OrderBy(f => f.CheckedAt != null).ThenBy(f => f.CheckedAt).ThenBy(f => f.Id).Skip(stuck).Take(Page).ToListAsync(cancellationToken);
            var fresh = due.FindAll(f => seen.Add(f.Id));
            if (fresh.Count == 0)
            {
                break;
            }

            foreach (var row in fresh.TakeWhile(_ => left > 0))
            {
                // A row that cannot be done stays the first of those that are due: the next page begins behind it.
                stuck += (await LookAsync(row, cancellationToken)).IsKept ? 0 : 1;
                left -= row.Size;
            }
        }

        return seen.Count;
    }

    /// <summary>Looks at every file now, or at those of one case, and gives the damaged ones as it finds them; reports how many were seen.</summary>
    public async IAsyncEnumerable<DamagedFile> AllAsync(Guid? caseId, IProgress<long>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var list = cases.CreateDbContext();
        var seen = 0L;
        var rows = list.StoredFiles.AsNoTracking().Where(f => caseId == null || f.CaseId == caseId).Join(list.Cases, f => f.CaseId, c => c.Id, (f, c) => new { File = f, c.Reference }).OrderBy(r => r.File.Id);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if ((await LookAsync(row.File, cancellationToken)).Condition is { } condition and not FileCondition.Ok)
            {
                yield return new DamagedFile(row.Reference, row.File.Id, condition);
            }

            progress?.Report(++seen);
        }
    }

    /// <summary>Tells how the bytes at an address were found, for every file of the case that lies there.</summary>
    /// <returns>False when it could not be told of all of them.</returns>
    internal async Task<bool> TellAsync(Guid caseId, string address, FileCondition condition, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var isTold = true;
        foreach (var row in await db.StoredFiles.AsNoTracking().Where(f => f.CaseId == caseId && f.KeyedAddress == address).ToListAsync(cancellationToken))
        {
            isTold &= await KeepAsync(row, condition, cancellationToken);
        }

        return isTold;
    }

    /// <summary>Whatever goes wrong with one file, the others have their turn.</summary>
    private async Task<Look> LookAsync(StoredFileRow row, CancellationToken cancellationToken)
    {
        var condition = FileCondition.Unreadable;
        try
        {
            using (var keys = await sealer.OpenAsync(row.CaseId, cancellationToken))
            {
                condition = await store.LookAsync(keys, row.KeyedAddress, cancellationToken);
            }

            return new Look(condition, await KeepAsync(row, condition, cancellationToken));
        }
        catch (CaseErasedException)
        {
            return new Look(null, IsKept: false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Not the file's fault as far as anybody knows, so nothing is told of it on the case; the message may carry a name, the type does not.
            log.LogError("The look at a stored file failed ({Failure}); it is tried again: file {File}", failure.GetType().Name, row.Id);
            return new Look(condition, IsKept: false);
        }
    }

    /// <returns>False when it could not be told: then it is looked at again.</returns>
    private async Task<bool> KeepAsync(StoredFileRow row, FileCondition condition, CancellationToken cancellationToken)
    {
        // The act first: a crash between the two repeats the look and not the telling.
        var word = Keys.Kebab(condition.ToString());
        if (word != (row.Condition ?? Whole) && !await TellAsync(row, condition, cancellationToken))
        {
            return false;
        }

        await using var db = cases.CreateDbContext();
        var now = time.GetUtcNow().Stored();
        await db.StoredFiles.Where(f => f.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.CheckedAt, now).SetProperty(f => f.Condition, word), cancellationToken);
        return true;
    }

    private async Task<bool> TellAsync(StoredFileRow row, FileCondition condition, CancellationToken cancellationToken)
    {
        var mark = row.CheckedAt?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "first";
        var report = new ActRequest { CaseId = row.CaseId, Actor = SystemActor.Instance, Act = new ReportFileCondition(row.Id, condition), Key = $"file-{row.Id:N}-{condition}-{mark}" };
        var result = await acts.RunAsync(report, cancellationToken);
        if (condition != FileCondition.Ok)
        {
            log.LogError("A stored file is {Condition}: file {File}", condition, row.Id);
        }

        return result is ActResult.Done || (result is ActResult.Refused refused && refused.Blockers.Any(b => b.Code == "file-condition-known"));
    }

    /// <param name="Condition">Null for a file of an erased case.</param>
    /// <param name="IsKept">Whether the row says so by now.</param>
    private sealed record Look(FileCondition? Condition, bool IsKept);
}
