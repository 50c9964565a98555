using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Health;
using HumanitarianEntry.Casework.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Deadlines;

/// <summary>What every sweep needs.</summary>
public sealed record SweepParts(CaseDatabase Cases, ActRunner Acts, WorkerPulse Pulse, TimeProvider Time, ILogger<SweepParts> Log);

/// <summary>A row whose time has come.</summary>
public interface IDueRow
{
    Guid CaseId { get; }

    string Reference { get; }
}

/// <summary>
/// Finds what is due, a page at a time by index, and does it case by case. What cannot be done is logged by reference, shown to operators as failed work and tried again from there;
/// until then the sweep leaves that case alone, and no case keeps the others waiting.
/// </summary>
public abstract class DueSweep<T>(SweepParts parts)
    where T : IDueRow
{
    private const int Page = 200;

    protected SweepParts Parts { get; } = parts;

    /// <summary>What is due then on some of the cases, what has waited longest first.</summary>
    public abstract IQueryable<T> Due(CaseDbContext db, IQueryable<CaseRow> among, DateTimeOffset now);

    /// <summary>One page of what is due, without the cases that failed before and are tried from the outbox.</summary>
    public IQueryable<T> NextPage(CaseDbContext db, DateTimeOffset now, int size) =>
        Due(db, db.Cases.Where(c => !db.Outbox.Any(o => o.CaseId == c.Id && o.Kind == OutboxRows.ClocksOfCase && o.DoneAt == null)), now).Take(size);

    /// <summary>Does everything that is due. Safe on many nodes at once.</summary>
    /// <returns>How many were done here.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (done, before) = (0, new HashSet<T>());
        while (true)
        {
            var page = await PageAsync(cancellationToken);

            // What was done is gone from the next page; what is still there was busy and is left to the next run.
            var fresh = page.FindAll(due => !before.Contains(due));
            if (fresh.Count == 0)
            {
                return done;
            }

            foreach (var due in fresh)
            {
                done += await TryAsync(due, cancellationToken) ? 1 : 0;
                Parts.Pulse.Beat(ExpectedWorkers.Timers);
            }

            before = [.. page];
        }
    }

    /// <summary>Does what is due on one case.</summary>
    /// <returns>What stands against it; null when nothing does.</returns>
    internal async Task<string?> OfCaseAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = Parts.Cases.CreateDbContext();
        foreach (var due in await Due(db, db.Cases.Where(c => c.Id == caseId), Parts.Time.GetUtcNow()).ToListAsync(cancellationToken))
        {
            if (await DoAsync(due, cancellationToken) is DueOutcome.Failed failed)
            {
                return failed.Code;
            }
        }

        return null;
    }

    protected abstract Task<DueOutcome> DoAsync(T due, CancellationToken cancellationToken);

    /// <summary>What the answer to an act means, where a refusal is no fault of its own.</summary>
    protected static DueOutcome OutcomeOf(ActResult result) => result switch
    {
        ActResult.Done { IsRepeat: false } => new DueOutcome.Done(),
        ActResult.Done or ActResult.Busy or ActResult.Stale => new DueOutcome.Left(),
        ActResult.Refused refused => new DueOutcome.Failed(refused.Blockers[0].Code),
        ActResult.NotFound => new DueOutcome.Failed("case-missing"),
        _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}."),
    };

    private async Task<List<T>> PageAsync(CancellationToken cancellationToken)
    {
        await using var db = Parts.Cases.CreateDbContext();
        return await NextPage(db, Parts.Time.GetUtcNow(), Page).ToListAsync(cancellationToken);
    }

    private async Task<bool> TryAsync(T due, CancellationToken cancellationToken)
    {
        DueOutcome outcome;
        try
        {
            outcome = await DoAsync(due, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The message may carry a name; the type is all that may be told.
            outcome = new DueOutcome.Failed(Troubles.CodeOf(failure));
        }

        if (outcome is DueOutcome.Failed failed)
        {
            await Troubles.ReportAsync(Parts, due, failed.Code, cancellationToken);
        }

        return outcome is DueOutcome.Done;
    }
}

/// <summary>What became of one due row.</summary>
public abstract record DueOutcome
{
    private DueOutcome()
    {
    }

    public sealed record Done : DueOutcome;

    /// <summary>Somebody else was faster, or the database is busy: the next run looks again.</summary>
    public sealed record Left : DueOutcome;

    /// <summary>It cannot be done; the code comes from our own list.</summary>
    public sealed record Failed(string Code) : DueOutcome;
}
