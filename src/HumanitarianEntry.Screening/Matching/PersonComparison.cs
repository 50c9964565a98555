using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Names;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>What one person and one entry say about each other, whatever list the entry stands in.</summary>
/// <param name="QueryName">The name of the person that fitted best, as given; empty where the person has none.</param>
/// <param name="MatchedName">The name of the entry that fitted best, as the list writes it.</param>
/// <param name="Score">0-100, one decimal; the sum of the explanation's points.</param>
public sealed record Comparison(string QueryName, string MatchedName, decimal Score, MatchBand Band, Explanation Explanation);

/// <summary>
/// Compares one person with one entry without any index. The result depends on these two and on <see cref="ListIndex.EngineVersion"/> alone, and is the one a search
/// gives when it meets the entry: a stored decision is worked out again by calling this with the stored person and entry.
/// </summary>
public static class PersonComparison
{
    /// <exception cref="ArgumentException">The birth date is empty.</exception>
    public static Comparison Compare(PersonQuery query, ListEntry entry)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(entry);
        if (query.BirthDate is { IsGiven: false })
        {
            throw new ArgumentException("The birth date is empty.", nameof(query));
        }

        var (best, from, to) = Best(query, [.. Readings(query)], entry);
        var lines = new List<Evidence>();
        PairScorer.Score(query, from, entry, to, lines);
        return new Comparison(from.Original, to.Original, best.Shown / 10m, best.Band, new Explanation(lines));
    }

    /// <summary>The best pair of a name of the person and a name of the entry; the first of equals.</summary>
    internal static (PairScore Score, ParsedName Reading, ParsedName Listed) Best(PersonQuery query, IReadOnlyList<ParsedName> readings, ListEntry entry)
    {
        var best = (Score: new PairScore(int.MinValue, 0, MatchBand.Below), Reading: Nameless, Listed: Nameless);
        foreach (var name in entry.Names.SelectMany(NameParser.Parse).DefaultIfEmpty(Nameless))
        {
            foreach (var reading in readings.DefaultIfEmpty(Nameless))
            {
                if (PairScorer.Score(query, reading, entry, name, null) is var score && score.Raw > best.Score.Raw)
                {
                    best = (score, reading, name);
                }
            }
        }

        return best;
    }

    internal static ParsedName Nameless { get; } = new("", NameStrength.Primary, [], []);

    internal static IEnumerable<ParsedName> Readings(PersonQuery query) => query.Names.Where(n => !n.IsEmpty).SelectMany(NameParser.Parse);
}
