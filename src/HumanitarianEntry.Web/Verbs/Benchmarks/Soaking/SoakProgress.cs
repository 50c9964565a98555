using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Replay;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>How far the walks have come, read from the database.</summary>
internal sealed class SoakProgress(CaseDatabase cases, SharedClock clock, SoakPlan plan, IReadOnlyList<CaseWalk> files, int walks)
{
    /// <summary>Walks that are at their end, walks that stand before a long pause, and acts so far.</summary>
    public async Task<(int Ended, int Waiting, int Acts)> ReadAsync()
    {
        await using var db = cases.CreateDbContext();
        var milestones = Enumerable.Range(0, walks).SelectMany(Milestones).ToDictionary(m => m.Key, m => m.Walk, StringComparer.Ordinal);
        var keys = milestones.Keys.ToList();
        var reached = (await db.Acts.AsNoTracking().Where(a => keys.Contains(a.Key)).Select(a => a.Key).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        var ended = Enumerable.Range(0, walks).Count(w => reached.Contains(KeyAt(w, FileOf(w).Steps.Count - 1)));
        var waiting = Enumerable.Range(0, walks).Count(w => FileOf(w).Steps.Index().Any(s => s.Item.Pause >= SoakPlan.LongPause && reached.Contains(KeyAt(w, s.Index - 1)) && !reached.Contains(KeyAt(w, s.Index))));
        return (ended, waiting, await db.Acts.CountAsync());
    }

    /// <summary>How much is left for background work at this moment: mails, work, clocks.</summary>
    public async Task<int> LeftAsync()
    {
        await using var db = cases.CreateDbContext();
        var now = clock.GetUtcNow();
        return await db.Outbox.CountAsync(o => o.DoneAt == null && o.DueAt <= now) + await db.Timers.CountAsync(t => t.FiredAt == null && t.DueAt <= now && db.Cases.Any(c => c.Id == t.CaseId && c.SidePath == null));
    }

    /// <summary>Rows that some node has taken; when it was killed nobody has them.</summary>
    public async Task<int> LeasedAsync()
    {
        await using var db = cases.CreateDbContext();
        return await db.Outbox.CountAsync(o => o.DoneAt == null && o.LeasedUntil != null);
    }

    /// <summary>Waits until the nodes have sent and done everything.</summary>
    /// <exception cref="TimeoutException">For two minutes nothing became less.</exception>
    public async Task RestAsync()
    {
        var (least, tries) = (int.MaxValue, 0);
        while (await LeftAsync() is var left and > 0)
        {
            (least, tries) = left < least ? (left, 0) : (least, tries + 1);
            await Task.Delay(tries < 600 ? 200 : throw new TimeoutException($"{left} mails, pieces of work or clocks are not done, and for two minutes no more were."));
        }
    }

    /// <summary>What is not at its end, one line each.</summary>
    public async Task<IReadOnlyList<string>> UnfinishedAsync()
    {
        await using var db = cases.CreateDbContext();
        var keys = (await db.Acts.AsNoTracking().Select(a => a.Key).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, walks).Select(w => (Walk: w, Next: FileOf(w).Steps.Index().FirstOrDefault(s => !keys.Contains(KeyAt(w, s.Index))).Item))
            .Where(w => w.Next is not null).Select(w => $"walk {w.Walk} ({FileOf(w.Walk).Name}) stands before step {w.Next!.Number}, {w.Next.What}")];
    }

    private CaseWalk FileOf(int walk) => files[walk % files.Count];

    private string KeyAt(int walk, int index) => FileOf(walk).KeyOf(plan.PrefixOf(walk), index);

    private IEnumerable<(string Key, int Walk)> Milestones(int walk)
    {
        var steps = FileOf(walk).Steps;
        foreach (var (index, step) in steps.Index().Where(s => s.Item.Pause >= SoakPlan.LongPause))
        {
            yield return (KeyAt(walk, index - 1), walk);
            yield return (KeyAt(walk, index), walk);
        }

        if (steps[^1].Pause < SoakPlan.LongPause)
        {
            yield return (KeyAt(walk, steps.Count - 1), walk);
        }
    }
}
