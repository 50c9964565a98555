using System.Collections.Concurrent;
using System.Security.Cryptography;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Replay;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

/// <summary>Does acts of walks. Nothing of a walk's progress is kept here: each time it is read from the database, as after a restart; several nodes may be at the same walk.</summary>
internal sealed class NodeWork(IServiceProvider services, SoakPlan plan)
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(40);
    private readonly IReadOnlyList<CaseWalk> walks = plan.ReadWalks();
    private readonly ActRunner acts = services.GetRequiredService<ActRunner>();
    private readonly ApplicantCodes codes = services.GetRequiredService<ApplicantCodes>();
    private readonly CaseDatabase cases = services.GetRequiredService<CaseDatabase>();
    private readonly TimeProvider time = services.GetRequiredService<TimeProvider>();

    public async Task<string> StepAsync(int walk, int index, CancellationToken cancellationToken)
    {
        var file = walks[walk % walks.Count];
        var request = file.RequestFor(plan.PrefixOf(walk), index, CaseOf(walk), plan.Staff, time.GetUtcNow());
        return await acts.RunAsync(request, cancellationToken) switch
        {
            ActResult.Done done => done.IsRepeat ? "repeat" : "done",
            ActResult.Refused refused => $"refused {refused.Blockers[0].Code}",
            ActResult.Busy => "busy",
            ActResult.Stale => "stale",
            ActResult.NotFound => "not-found",
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };
    }

    /// <summary>Goes on with any of the walks until all have come to their end, or to the step at which to stop.</summary>
    public Task WalkAsync(NodeOrder order, CancellationToken cancellationToken)
    {
        var walksOfAll = Enumerable.Range(order.Walk, order.To - order.Walk).ToList();
        var shared = Open(walksOfAll);
        return Task.WhenAll(Enumerable.Range(0, order.Workers).Select(worker => Task.Run(
            async () =>
            {
                var open = order.Apart ? Open(walksOfAll.Where(w => w % order.Workers == worker)) : shared;
                while (!open.IsEmpty)
                {
                    await MoveAsync(open, order.Index, cancellationToken);
                }
            },
            cancellationToken)));
    }

    /// <summary>The walks that are not at their end; false for those that wait for a month to pass.</summary>
    private static ConcurrentDictionary<int, bool> Open(IEnumerable<int> walks) => new(walks.Select(w => KeyValuePair.Create(w, true)));

    private async Task MoveAsync(ConcurrentDictionary<int, bool> open, int stopAt, CancellationToken cancellationToken)
    {
        if (open.Where(w => w.Value).Select(w => w.Key).ToList() is not { Count: > 0 } left)
        {
            // The others wait for a month to pass; whether it has is looked at from time to time.
            await Task.Delay(10 * Breath, cancellationToken);
            foreach (var walk in open.Keys)
            {
                open.TryUpdate(walk, true, false);
            }

            return;
        }

        // Who takes which walk is left to chance on purpose; nodes shall meet.
        await StepAsync(left[RandomNumberGenerator.GetInt32(Math.Min(left.Count, 12))], open, stopAt, cancellationToken);
    }

    private async Task StepAsync(int walk, ConcurrentDictionary<int, bool> open, int stopAt, CancellationToken cancellationToken)
    {
        var steps = walks[walk % walks.Count].Steps;
        var (next, last) = await NextAsync(walk, cancellationToken);
        if (next == steps.Count || next == stopAt)
        {
            open.TryRemove(walk, out _);
            return;
        }

        if (steps[next].Pause >= SoakPlan.LongPause && last is { } at && time.GetUtcNow() < at + steps[next].Pause)
        {
            open.TryUpdate(walk, false, true);
        }
        else if (await StepAsync(walk, next, cancellationToken) is not ("done" or "repeat"))
        {
            await Task.Delay(Breath, cancellationToken);
        }
    }

    /// <summary>The first step that is not done yet, and when the one before it was.</summary>
    private async Task<(int Index, DateTimeOffset? Last)> NextAsync(int walk, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var caseId = CaseOf(walk);
        var done = await db.Acts.AsNoTracking().Where(a => a.CaseId == caseId).Select(a => new { a.Key, a.At }).ToDictionaryAsync(a => a.Key, a => a.At, cancellationToken);
        var file = walks[walk % walks.Count];
        DateTimeOffset? last = null;
        for (var index = 0; index < file.Steps.Count; index++)
        {
            if (!done.TryGetValue(file.KeyOf(plan.PrefixOf(walk), index), out var at))
            {
                return (index, last);
            }

            last = at;
        }

        return (file.Steps.Count, last);
    }

    private Guid CaseOf(int walk) => codes.CaseIdFor(walks[walk % walks.Count].KeyOf(plan.PrefixOf(walk), 0));
}
