using System.Runtime.CompilerServices;
using System.Text.Json;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Casework.Programmes;
using HumanitarianEntry.Casework.Sealing;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>An open case whose person may be screened, as its own sealed result tells.</summary>
/// <param name="Need">Null where the case cannot be read: then nobody can say what it has.</param>
/// <param name="Queries">What is searched for; empty where nothing has to be compared.</param>
/// <param name="Run">The last result with the list versions that it holds for; null when there is none.</param>
/// <param name="Runs">How many runs there were.</param>
internal sealed record OpenApplicant(Guid CaseId, string Reference, ScreeningNeed? Need, IReadOnlyList<PersonQuery> Queries, ScreeningRun? Run, DateTimeOffset RunAt, int Runs, LackingCase Lacks);

/// <summary>Reads the people of all open cases, some at a time; what is unsealed is given on and not kept.</summary>
public sealed class OpenApplicants(CaseDatabase cases, CompartmentSealer sealer, ProgrammeLibrary programmes, TimeProvider time, ILogger<OpenApplicants> log)
{
    private const int Page = 100;
    private static readonly Compartment[] Needed = [Compartment.Identity, Compartment.Contact, Compartment.Vetting];

    internal async IAsyncEnumerable<OpenApplicant> ReadAsync(ScreeningStandard standard, DateTimeOffset engineSince, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (row, file) in FilesAsync(endedToo: false, cancellationToken))
        {
            var now = time.GetUtcNow();
            if (file is null)
            {
                yield return new OpenApplicant(row.Id, row.Reference, null, [], null, default, 0, new LackingCase(row.Id, row.Reference, row.OpenedAt, []));
            }
            else if (ScreeningUpkeep.MayScreen(file, now))
            {
                yield return Of(file, standard, engineSince, now);
            }
        }
    }

    /// <summary>Cases with names, consents and vetting; without them where the stored case cannot be read.</summary>
    /// <param name="endedToo">Those that have ended as well, unless they were erased.</param>
    internal IAsyncEnumerable<(CaseRow Row, CaseFile? File)> FilesAsync(bool endedToo, CancellationToken cancellationToken) => FilesAsync(endedToo, Needed, cancellationToken);

    /// <param name="needed">What is opened of each case.</param>
    internal async IAsyncEnumerable<(CaseRow Row, CaseFile? File)> FilesAsync(bool endedToo, IReadOnlyCollection<Compartment> needed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        await programmes.RefreshAsync(db, cancellationToken);
        var ids = await db.Cases.AsNoTracking().Where(c => endedToo || c.Outcome == null).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var page in ids.Chunk(Page))
        {
            var keys = await sealer.OpenManyAsync(page, cancellationToken);
            try
            {
                foreach (var row in await db.Cases.AsNoTracking().Where(c => page.Contains(c.Id) && (endedToo || c.Outcome == null)).ToListAsync(cancellationToken))
                {
                    // An erased case has no keys any more, and nobody to be searched.
                    if (keys.TryGetValue(row.Id, out var key))
                    {
                        yield return (row, await FileAsync(db, key, row, needed, cancellationToken));
                    }
                }
            }
            finally
            {
                foreach (var key in keys.Values)
                {
                    key.Dispose();
                }
            }
        }
    }

    private async Task<CaseFile?> FileAsync(CaseDbContext db, CaseKeys keys, CaseRow row, IReadOnlyCollection<Compartment> needed, CancellationToken cancellationToken)
    {
        try
        {
            var file = (await CaseLoader.LoadAsync(db, keys, row, needed, cancellationToken)).File;
            return file.Vetting is not null && file.Identity is not null && file.Contact is not null ? file : null;
        }
        catch (Exception broken) when (broken is SealBrokenException or InvalidDataException or JsonException)
        {
            // One damaged case must not keep the others from being screened.
            log.LogError("Case {Reference} cannot be read for screening ({Failure})", row.Reference, broken.GetType().Name);
            return null;
        }
    }

    private OpenApplicant Of(CaseFile file, ScreeningStandard standard, DateTimeOffset engineSince, DateTimeOffset now)
    {
        var maxAge = programmes.For(file.ProgrammeId).Rules.MaxScreeningAgeDays;
        var need = ScreeningUpkeep.NeedOf(file, standard, maxAge, now);
        var run = file.Vetting.LatestRun;
        var lacks = new LackingCase(
            file.Id, file.Reference, need == ScreeningNeed.None ? now : ScreeningUpkeep.LackingSince(file, standard, maxAge, engineSince),
            [.. standard.MissingIn(run?.Value).Select(l => $"{l.List.Name}, version {l.List.Version}")]);
        return new OpenApplicant(
            file.Id, file.Reference, need, need == ScreeningNeed.NewerLists ? ApplicantQueries.Of(file.Identity) : [],
            run?.Value, run?.Provenance.At ?? DateTimeOffset.MinValue, file.Vetting.Runs.Count, lacks);
    }
}
