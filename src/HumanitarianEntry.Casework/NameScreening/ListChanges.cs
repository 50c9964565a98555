using System.Collections.Immutable;
using System.Globalization;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.ScreeningThresholds;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;

namespace HumanitarianEntry.Casework.NameScreening;

/// <summary>What lies between the lists that a result holds for and those in force.</summary>
/// <param name="Keys">Every entry that came, went or is another one now, by list and key.</param>
/// <param name="Entries">Those of them that are in force, each with its list.</param>
internal sealed record ListChanges(IReadOnlySet<(string ListId, string Key)> Keys, IReadOnlyList<(string ListId, ListEntry Entry)> Entries)
{
    /// <summary>Whom the changes touch: one of his hits changed or went, or a new or changed entry fits him. Nobody else's result can be another one.</summary>
    /// <param name="beat">Called after each entry that was looked for.</param>
    public IReadOnlySet<Guid> Touch(IReadOnlyCollection<OpenApplicant> people, ScreeningRules rules, Action? beat, CancellationToken cancellationToken)
    {
        var touched = people.Where(one => one.Run!.Hits.Exists(h => Keys.Contains((h.ListId, h.EntryId)))).Select(one => one.CaseId).ToHashSet();
        var index = PersonIndex.Build([.. people.SelectMany(one => one.Queries.Select((query, i) => new WatchedPerson(string.Create(CultureInfo.InvariantCulture, $"{one.CaseId:N}.{i}"), query)))]);
        foreach (var (list, entry) in Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            touched.UnionWith(index.Search(entry, rules.For(list).ToThresholds()).Select(m => Guid.ParseExact(m.PersonId.AsSpan(0, 32), "N")));
            beat?.Invoke();
        }

        return touched;
    }

    /// <returns>Null when a version that the result holds for is not stored any more, or a list is gone: nothing can be compared.</returns>
    /// <exception cref="InvalidDataException">A stored list is incomplete.</exception>
    public static async Task<ListChanges?> BetweenAsync(CaseDbContext db, ImmutableList<ScreenedList> from, ScreeningStandard to, CancellationToken cancellationToken)
    {
        if (from.Exists(f => !to.Lists.Exists(t => t.List.Id == f.Id && t.List.Kind == f.Kind)))
        {
            return null;
        }

        var keys = new HashSet<(string, string)>();
        var entries = new List<(string, ListEntry)>();
        foreach (var list in to.MissingIn(from))
        {
            if (await ListRows.VersionAsync(db, list.List.Id, list.List.Version, cancellationToken) is not { } row)
            {
                return null;
            }

            var after = await ListRows.ReadAsync(db, row, cancellationToken);
            if (from.Find(f => f.Id == list.List.Id) is not { } known)
            {
                entries.AddRange(after.Entries.Select(e => (list.List.Id, e)));
                continue;
            }

            if (await ListRows.VersionAsync(db, known.Id, known.Version, cancellationToken) is not { } earlier)
            {
                return null;
            }

            var difference = ListDifference.Between(await ListRows.ReadAsync(db, earlier, cancellationToken), after);
            keys.UnionWith(difference.Changes.Select(c => (list.List.Id, c.Key)));
            entries.AddRange(difference.Changes.Select(c => c.After).OfType<ListEntry>().Select(e => (list.List.Id, e)));
        }

        return new ListChanges(keys, entries);
    }
}
