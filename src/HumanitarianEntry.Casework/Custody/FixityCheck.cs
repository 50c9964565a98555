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
/// and is told to its people; "altered" and "missing" are two things.
/// </summary>
public sealed class FixityCheck(CaseDatabase cases, CompartmentSealer sealer, SealedFileStore store, ActRunner acts, TimeProvider time, ILogger<FixityCheck> log)
{
    /// <summary>How old the last look at a file may get.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromDays(28);

    private const int Page = 100;

    /// <summary>Most bytes of one round; a round always looks at one file at least.</summary>
    private const long MostBytes = 4L * 1024 * 1024 * 1024;

    /// <summary>Looks at the files whose turn it is.</summary>
    /// <returns>How many were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = (time.GetUtcNow() - Every).Stored();
        var (seen, left) = (new HashSet<Guid>(), MostBytes);
        while (left > 0)
        {
            await using var db = cases.CreateDbContext();
            var due = await db.StoredFiles.AsNoTracking().Where(f => f.CheckedAt == null || f.CheckedAt < before).OrderBy(f => f.CheckedAt != null).ThenBy(f => f.CheckedAt).Take(Page).ToListAsync(cancellationToken);
            var fresh = due.FindAll(f => seen.Add(f.Id));
            if (fresh.Count == 0)
            {
                break;
            }

            foreach (var row in fresh.TakeWhile(_ => left > 0))
            {
                await LookAsync(row, cancellationToken);
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
            if (await LookAsync(row.File, cancellationToken) is { } condition and not FileCondition.Ok)
            {
                yield return new DamagedFile(row.Reference, row.File.Id, condition);
            }

            progress?.Report(++seen);
        }
    }

    /// <returns>Null for a file of an erased case.</returns>
    private async Task<FileCondition?> LookAsync(StoredFileRow row, CancellationToken cancellationToken)
    {
        FileCondition condition;
        try
        {
            using var keys = await sealer.OpenAsync(row.CaseId, cancellationToken);
            await store.VerifyAsync(keys, row.KeyedAddress, cancellationToken);
            condition = FileCondition.Ok;
        }
        catch (CaseErasedException)
        {
            return null;
        }
        catch (StoredFileMissingException)
        {
            condition = FileCondition.Missing;
        }
        catch (StoredFileBrokenException)
        {
            condition = FileCondition.Altered;
        }

        // The act first: what could not be told is looked at again.
        if (Keys.Kebab(condition.ToString()) != (row.Condition ?? "ok") && !await TellAsync(row, condition, cancellationToken))
        {
            return condition;
        }

        await using var db = cases.CreateDbContext();
        var (now, word) = (time.GetUtcNow().Stored(), Keys.Kebab(condition.ToString()));
        await db.StoredFiles.Where(f => f.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(f => f.CheckedAt, now).SetProperty(f => f.Condition, word), cancellationToken);
        return condition;
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
}
