using System.Globalization;
using HumanitarianEntry.Casework.Acts;
using HumanitarianEntry.Casework.Audit;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>Why somebody who is no applicant is looked for.</summary>
public enum CheckPurpose
{
    Vouches,
    NamedInInterview,
    WorksWithUs,
    TakesIn,
    TriesSpelling,
}

/// <param name="Names">Spellings of one person.</param>
/// <param name="Reason">Kept, sealed; never a name.</param>
public sealed record SingleCheck(Guid By, IReadOnlyList<PersonName> Names, BirthDate? Born, CheckPurpose Purpose, string Reason);

/// <param name="Lists">What was searched.</param>
public sealed record SingleCheckResult(ScreeningResult Found, IReadOnlyList<ListHeader> Lists)
{
    public HitClass ClassOf(MatchCandidate candidate) => PersecutorRule.Classify(Lists.Single(h => h.Key == candidate.List.ListId).Kind, candidate.Entry.Articles);
}

/// <summary>A check of one name beside any case. It is on the installation's chain, with its purpose and without the name, before anybody sees the answer; nothing else is kept.</summary>
public sealed class SingleChecks(CaseDatabase cases, ListLibrary library, AccountTrail trail)
{
    private const int Shown = 20;
    private const int Nearest = 3;

    /// <returns>Null when no list is in force: nothing was searched.</returns>
    /// <exception cref="ArgumentException">There is no name.</exception>
    /// <exception cref="InvalidDataException">A stored list is incomplete.</exception>
    public async Task<SingleCheckResult?> RunAsync(SingleCheck check, CancellationToken cancellationToken)
    {
        if (await library.CurrentAsync(cancellationToken) is not { } lists)
        {
            return null;
        }

        var result = lists.Index.Search(new PersonQuery { Names = check.Names, BirthDate = check.Born }, lists.Rules.Options with { Top = Shown, NearestBelow = Nearest });
        await using var db = cases.CreateDbContext();
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var details = string.Create(CultureInfo.InvariantCulture, $"{Keys.Kebab(check.Purpose.ToString())}: {check.Reason} ({lists.Headers.Count} lists, {result.Candidates.Count} candidates, complete: {result.IsComplete})");
        await trail.AppendAsync(db, new AccountNote(check.By, Guid.Empty, AccountKinds.AdHocCheck, details), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return new SingleCheckResult(result, lists.Headers);
    }
}
