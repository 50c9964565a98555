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
    /// <param name="thresholds">What the band is named by; <see cref="Thresholds.HighRecall"/> where none are given.</param>
    /// <exception cref="ArgumentException">The birth date is empty.</exception>
    public static Comparison Compare(PersonQuery query, ListEntry entry, Thresholds? thresholds = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(entry);
        if (query.BirthDate is { IsGiven: false })
        {
            throw new ArgumentException("The birth date is empty.", nameof(query));
        }

        var best = Best(query, ReadingOf(query), entry);
        return new Comparison(best.Reading.Name.Original, best.Listed.Original, best.Score.Shown / 10m, (thresholds ?? Thresholds.HighRecall).BandOf(best.Score), Explain(query, entry, best));
    }

    internal static Explanation Explain(PersonQuery query, ListEntry entry, BestPair best)
    {
        var lines = new List<Evidence>();
        PairScorer.Score(query, best.Reading.Name.Original, best.Reading.Words, entry, Word.Of(best.Listed.Parts), best.Listed.Strength, lines);
        return new Explanation(lines);
    }

    /// <summary>The best pair of a name of the person and a name of the entry; the first of equals.</summary>
    internal static BestPair Best(PersonQuery query, IReadOnlyList<Reading> readings, ListEntry entry)
    {
        var best = new BestPair(new PairScore(int.MinValue, 0, false), Reading.None, Nameless);
        foreach (var listed in entry.Names)
        {
            foreach (var name in NameParser.Parse(listed))
            {
                best = Better(best, query, readings, entry, name);
            }
        }

        return best.Score.Raw == int.MinValue ? Better(best, query, readings, entry, Nameless) : best;
    }

    private static BestPair Better(BestPair best, PersonQuery query, IReadOnlyList<Reading> readings, ListEntry entry, ParsedName name)
    {
        var words = Word.Of(name.Parts);
        for (var i = 0; i < Math.Max(1, readings.Count); i++)
        {
            var reading = readings.Count == 0 ? Reading.None : readings[i];
            if (PairScorer.Score(query, reading.Name.Original, reading.Words, entry, words, name.Strength, null) is var score && score.Raw > best.Score.Raw)
            {
                best = new BestPair(score, reading, name);
            }
        }

        return best;
    }

    internal static IReadOnlyList<Reading> ReadingOf(PersonQuery query) => [.. Readings(query).Select(n => new Reading(n, Word.Of(n.Parts)))];

    internal static ParsedName Nameless { get; } = new("", NameStrength.Primary, [], []);

    internal static IEnumerable<ParsedName> Readings(PersonQuery query) => query.Names.Where(n => !n.IsEmpty).SelectMany(NameParser.Parse);
}

/// <summary>One reading of one name of the person, with the rarity of its words.</summary>
internal sealed record Reading(ParsedName Name, Word[] Words)
{
    public static Reading None { get; } = new(PersonComparison.Nameless, []);
}

/// <summary>The names that fitted best and what they gave.</summary>
internal sealed record BestPair(PairScore Score, Reading Reading, ParsedName Listed);
