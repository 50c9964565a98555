using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Translations;
using Microsoft.EntityFrameworkCore;

namespace HumanitarianEntry.Casework.Translations;

/// <summary>One line of a translator's list.</summary>
public sealed record TranslatorLine(string Number, string From, string To, int Signs, DateOnly DueOn, TranslationStanding Standing, DateTimeOffset ChangedAt)
{
    public bool IsOpen => Standing is TranslationStanding.Ordered or TranslationStanding.Taken or TranslationStanding.SentBack;
}

/// <summary>A job as its translator may see it, and the case that the server keeps it in; the translator is never told which.</summary>
public sealed record OpenedJob(TranslatorView View, Guid CaseId);

/// <summary>
/// The door between translators and cases. Who is on no case gets one segment by its number and his own account, and each look is in the read log first. What is not his does not exist:
/// the same nothing for another's job, for one that is over, for a sealed or closed case, and for a number that nobody gave.
/// </summary>
public sealed class TranslatorDesk(CaseDatabase cases, CompartmentSealer sealer, ReadLogWriter reads, TimeProvider time)
{
    private const int Most = 200;
    private const string Purpose = "translation ";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly string[] WaitingStates = [nameof(TranslationStanding.Ordered), nameof(TranslationStanding.Taken), nameof(TranslationStanding.SentBack)];
    private static readonly string[] OpenStates = [.. WaitingStates, nameof(TranslationStanding.Delivered)];

    /// <summary>The purpose under which a look at a job stands in the read log.</summary>
    public static string PurposeOf(string number) => Purpose + number.ToLowerInvariant();

    /// <returns>The number of the job that was looked at for this purpose; null for every other purpose.</returns>
    public static string? NumberIn(string purpose) => purpose.StartsWith(Purpose, StringComparison.Ordinal) ? purpose[Purpose.Length..].ToUpperInvariant() : null;

    /// <summary>What is to be done, the most urgent first, then what is over for a month.</summary>
    public async Task<IReadOnlyList<TranslatorLine>> ListAsync(Guid translator, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var since = time.GetUtcNow() - Kept;
        var rows = await OfRunning(db).Where(j => j.TranslatorId == translator && (OpenStates.Contains(j.State) || j.ChangedAt > since)).OrderBy(j => j.DueOn).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new TranslatorLine(r.Number, r.From, r.To, r.Signs, r.DueOn, Enum.Parse<TranslationStanding>(r.State), r.ChangedAt)).OrderBy(l => !l.IsOpen).ThenBy(l => l.DueOn)];
    }

    /// <summary>How many jobs wait for the translator.</summary>
    public async Task<int> WaitingAsync(Guid translator, CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        return await OfRunning(db).CountAsync(j => j.TranslatorId == translator && WaitingStates.Contains(j.State), cancellationToken);
    }

    /// <returns>Null when there is nothing for this person under this number.</returns>
    public async Task<OpenedJob?> OpenAsync(Actor actor, string number, CancellationToken cancellationToken)
    {
        if (await FindAsync(actor, number, cancellationToken) is not { } job)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (await CaseLoader.ReadAsync(cases, sealer, job.CaseId, [Keys.Compartment(job.Compartment), Compartment.Contact, Compartment.Dossier], cancellationToken) is not { } file || TranslatorView.Of(file, actor.Id, job.Number, now) is not { } view)
        {
            return null;
        }

        await reads.WriteAsync([new ReadEntry { At = now, ActorId = actor.Id, CaseId = job.CaseId, Compartment = job.Compartment, Purpose = PurposeOf(job.Number) }], cancellationToken);
        return new OpenedJob(view, job.CaseId);
    }

    /// <summary>The row of an open job of this translator, without opening anything of the case.</summary>
    public async Task<TranslationJobRow?> FindAsync(Actor actor, string number, CancellationToken cancellationToken)
    {
        if (actor.Role != Role.Translator || number.Length > 16)
        {
            return null;
        }

        var wanted = number.ToUpperInvariant();
        await using var db = cases.CreateDbContext();
        return await OfRunning(db).SingleOrDefaultAsync(j => j.Number == wanted && j.TranslatorId == actor.Id && OpenStates.Contains(j.State), cancellationToken);
    }

    /// <summary>Sealed cases and those that have ended keep everything to themselves.</summary>
    private static IQueryable<TranslationJobRow> OfRunning(CaseDbContext db) =>
        db.TranslationJobs.AsNoTracking().Where(j => db.Cases.Any(c => c.Id == j.CaseId && c.SidePath != nameof(SidePath.Sealed) && c.Outcome == null));
}
