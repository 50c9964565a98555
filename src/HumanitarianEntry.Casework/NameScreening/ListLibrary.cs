using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.ScreeningThresholds;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>All lists in force at one moment, ready to be searched, and by what.</summary>
/// <param name="VersionIds">Ids of the stored versions, in order of list.</param>
public sealed record LoadedLists(IReadOnlyList<Guid> VersionIds, IReadOnlyList<ListHeader> Headers, ListIndex Index, ScreeningRules Rules);

/// <summary>Holds the search index of the lists in force. Which versions are in force is asked before each search; a new index is built once and put in place whole.</summary>
#pragma warning disable CA1001 // lives as long as the process; its semaphore never makes a wait handle
public sealed class ListLibrary(CaseDatabase cases)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile LoadedLists? current;

    /// <returns>Null when no list is in force: there is nothing to search, which is not the same as finding nothing.</returns>
    /// <exception cref="InvalidDataException">A stored list is incomplete or unreadable.</exception>
    public async Task<LoadedLists?> CurrentAsync(CancellationToken cancellationToken)
    {
        await using var db = cases.CreateDbContext();
        var active = await ListRows.ActiveAsync(db, cancellationToken);
        if (active.Count == 0)
        {
            return null;
        }

        var rules = await ScreeningRules.InForceAsync(db, cancellationToken);
        if (Matches(current, active.ConvertAll(a => a.Id), rules) is { } ready)
        {
            return ready;
        }

        await one.WaitAsync(cancellationToken);
        try
        {
            if (Matches(current, active.ConvertAll(a => a.Id), rules) is { } builtMeanwhile)
            {
                return builtMeanwhile;
            }

            var lists = new List<WatchList>();
            foreach (var row in active)
            {
                lists.Add(await ListRows.ReadAsync(db, row, cancellationToken));
            }

            var loaded = new LoadedLists(active.ConvertAll(a => a.Id), active.ConvertAll(ListHeader.Of), ListIndex.Build(lists), rules);
            current = loaded;
            return loaded;
        }
        finally
        {
            one.Release();
        }
    }

    // Other thresholds ask the same index for more or less.
    private static LoadedLists? Matches(LoadedLists? loaded, List<Guid> ids, ScreeningRules rules) =>
        loaded is null || !loaded.VersionIds.SequenceEqual(ids) ? null : loaded.Rules.Version == rules.Version ? loaded : loaded with { Rules = rules };
}
