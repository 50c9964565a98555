using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Names;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>A person to be watched for: an open application, say. The id is the caller's own and is given back.</summary>
public sealed record WatchedPerson(string Id, PersonQuery Query);

/// <summary>A watched person whom an entry fits.</summary>
public sealed record PersonMatch(string PersonId, string EntryKey, Comparison Comparison);

/// <summary>
/// The search turned round: which of many persons does a new or changed entry fit? Costs what the change costs, not persons times list. Gives the same pairs with the same
/// scores as searching every person against the changed entries. Immutable; safe for any number of readers.
/// </summary>
public sealed class PersonIndex
{
    private readonly IReadOnlyList<WatchedPerson> persons;
    private readonly IReadOnlyList<Reading>[] readings;
    private readonly NameSegment segment;
    private readonly CandidateFinder finder;

    private PersonIndex(IReadOnlyList<WatchedPerson> persons)
    {
        this.persons = persons;
        readings = [.. persons.Select(p => PersonComparison.ReadingOf(p.Query))];
        segment = NameSegment.Of([.. persons.Select(p => new ListEntry
        {
            Key = p.Id,
            Names = p.Query.Names,
            BirthDates = p.Query.BirthDate is { } born ? [born] : [],
            Identifiers = p.Query.Identifiers,
        })]);
        finder = new CandidateFinder(segment);
    }

    public int Count => persons.Count;

    /// <exception cref="ArgumentException">Two persons have one id, or a birth date is empty.</exception>
    public static PersonIndex Build(IReadOnlyList<WatchedPerson> persons)
    {
        ArgumentNullException.ThrowIfNull(persons);
        if (persons.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count() != persons.Count)
        {
            throw new ArgumentException("Every person needs an id of his own.", nameof(persons));
        }

        return persons.Any(p => p.Query.BirthDate is { IsGiven: false })
            ? throw new ArgumentException("A birth date is empty.", nameof(persons))
            : new PersonIndex(persons);
    }

    /// <summary>All persons whom the entry fits well enough to be shown, in the order in which they were given.</summary>
    /// <param name="thresholds">Those of the entry's list; <see cref="Thresholds.HighRecall"/> where none are given.</param>
    public IReadOnlyList<PersonMatch> Search(ListEntry entry, Thresholds? thresholds = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        thresholds ??= Thresholds.HighRecall;
        var found = new SortedSet<int>();
        foreach (var parsed in entry.Names.SelectMany(NameParser.Parse))
        {
            var reading = new Reading(parsed, Word.Of(parsed.Parts));
            var memo = new WordMemo(segment.Tokens);
            foreach (var name in finder.FindAll(reading))
            {
                var person = segment.Arrays.EntryOf[name];
                if (!found.Contains(person) && PairScorer.ScoreNames("", memo.ListedAll(segment.PartsOf(name)), reading.Words, parsed.Strength, memo, null).Tenths >= thresholds.LeastOfName)
                {
                    found.Add(person);
                }
            }
        }

        foreach (var identifier in entry.Identifiers)
        {
            foreach (var person in segment.EntriesNumbered(identifier.Comparable))
            {
                found.Add(person);
            }
        }

        return [.. found.Select(p => Match(p, entry, thresholds)).OfType<PersonMatch>()];
    }

    private PersonMatch? Match(int person, ListEntry entry, Thresholds thresholds)
    {
        var query = persons[person].Query;
        var best = PersonComparison.Best(query, readings[person], entry);
        var band = thresholds.BandOf(best.Score);
        return band == MatchBand.Below
            ? null
            : new PersonMatch(persons[person].Id, entry.Key, new Comparison(best.Reading.Name.Original, best.Listed.Original, best.Score.Shown / 10m, band, PersonComparison.Explain(query, entry, best)));
    }
}
