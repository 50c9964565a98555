using System.Buffers;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Names;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>
/// Immutable search index over complete list versions. Safe for any number of readers; a new list version means a new index, put in place by one assignment.
/// Nothing leaves the process.
/// </summary>
public sealed class ListIndex
{
    private const int MostScored = 600;
    private const int Reserve = 20;
    private const float YearWeight = 6;

    // Where the first name left out weighs this much of the best, names as good as those scored may have been left out.
    private const float CrowdedShare = 0.9f;
    private readonly WatchList[] lists;
    private readonly (WatchList List, ListEntry Entry)[] entries;
    private readonly (int Entry, ParsedName Name)[] names;
    private readonly TokenDictionary tokens;
    private readonly int[][] postings;
    private readonly Dictionary<string, List<int>> joined;
    private readonly Dictionary<string, List<int>> numbers;

    private ListIndex(WatchList[] lists)
    {
        this.lists = lists;
        entries = [.. lists.SelectMany(l => l.Entries.Select(e => (l, e)))];
        names = [.. entries.SelectMany((e, i) => e.Entry.Names.SelectMany(NameParser.Parse).Select(n => (i, n)))];
        tokens = new TokenDictionary(names.SelectMany(n => n.Name.Parts).Select(p => p.Key).ToHashSet(StringComparer.Ordinal));
        postings = Postings();
        joined = Group(names.Select((n, i) => (Key: n.Name.JoinedKey, i)).Where(n => n.Key.Length > 5));
        numbers = Group(entries.SelectMany((e, i) => e.Entry.Identifiers.Select(n => (Key: n.Comparable, i))).Where(n => n.Key.Length > 3));
    }

    /// <summary>Changes whenever the fold, the weights or the bands change: old decisions name the version they were made with.</summary>
    public static string EngineVersion => "2.0";

    public IReadOnlyList<ListMetadata> Lists => [.. lists.Select(l => l.Metadata)];

    public int EntryCount => entries.Length;

    public int NameCount => names.Length;

    /// <summary>Builds the index over one version of each list.</summary>
    /// <exception cref="ArgumentException">No list, a list twice, or a list without entries: a search over nothing would look clear.</exception>
    public static ListIndex Build(params IReadOnlyList<WatchList> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        if (lists.Count == 0 || lists.Any(l => l.Entries.Count == 0))
        {
            throw new ArgumentException("An index needs lists with entries.", nameof(lists));
        }

        if (lists.Select(l => l.Metadata.ListId).Distinct(StringComparer.Ordinal).Count() != lists.Count)
        {
            throw new ArgumentException("One version of each list.", nameof(lists));
        }

        return new ListIndex([.. lists.OrderBy(l => l.Metadata.ListId, StringComparer.Ordinal)]);
    }

    /// <summary>Looks for one person. Deterministic.</summary>
    /// <exception cref="ArgumentException">Nothing to look for: no name and no number; or options out of range.</exception>
    public ScreeningResult Search(PersonQuery query, SearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        options ??= SearchOptions.Default;
        if (options.Top is < 1 or > 1000 || options.NearestBelow is < 0 or > 100)
        {
            throw new ArgumentException("Top is 1-1000, nearest below 0-100.", nameof(options));
        }

        if (query.BirthDate is { IsGiven: false })
        {
            throw new ArgumentException("The birth date is empty.", nameof(query));
        }

        if (query.Names.All(n => n.IsEmpty) && query.Identifiers.Count == 0)
        {
            throw new ArgumentException("A search needs a name or a number.", nameof(query));
        }

        var readings = query.Names.Where(n => !n.IsEmpty).SelectMany(n => NameParser.Parse(n).DefaultIfEmpty(new ParsedName(n.Display, n.Strength, [], []))).ToArray();
        var best = new Dictionary<int, Found>();
        var tooCommon = new List<UnsearchedName>();
        foreach (var reading in readings)
        {
            foreach (var nameId in Candidates(reading, query.BirthDate, tooCommon))
            {
                Keep(best, names[nameId].Entry, query, reading, names[nameId].Name);
            }
        }

        foreach (var entry in query.Identifiers.SelectMany(i => numbers.GetValueOrDefault(i.Comparable) ?? []).Distinct())
        {
            foreach (var reading in readings.DefaultIfEmpty(new ParsedName("", NameStrength.Primary, [], [])))
            {
                foreach (var listed in entries[entry].Entry.Names.SelectMany(NameParser.Parse))
                {
                    Keep(best, entry, query, reading, listed);
                }
            }
        }

        return Answer(query, best.Values, readings, tooCommon, options);
    }

    /// <summary>The best pair of an entry so far, without the words of its explanation: those are written for what is shown.</summary>
    private sealed record Found(int Entry, ParsedName Reading, ParsedName Listed, PairScore Score)
    {
        public MatchBand Band => Score.Band;
    }

    private ScreeningResult Answer(PersonQuery query, IEnumerable<Found> found, ParsedName[] readings, List<UnsearchedName> tooCommon, SearchOptions options)
    {
        // Entries stand in ordinal order of list; keys settle the rest.
        var ordered = Ordered(found).ToList();
        ordered = [.. Ordered(ordered.Take(options.Top + options.NearestBelow + Reserve).Select(f => Best(query, readings, f.Entry)))];
        var hits = ordered.Where(f => Shows(f, options.Mode)).ToList();
        return new ScreeningResult
        {
            Candidates = [.. hits.Take(options.Top).Select(f => Explained(query, f))],
            NearestBelow = [.. ordered.Where(f => !Shows(f, options.Mode)).Take(options.NearestBelow).Select(f => Explained(query, f))],
            NotSearched = [.. readings.Select(r => (r.Original, Why: Unsearchable(r, query))).Where(r => r.Why is not null).Select(r => new UnsearchedName(r.Original, r.Why!)), .. tooCommon],
            MoreCandidates = hits.Count > options.Top,
            EngineVersion = EngineVersion,
            Lists = Lists,
        };
    }

    private IOrderedEnumerable<Found> Ordered(IEnumerable<Found> found) =>
        found.OrderByDescending(f => f.Score.Raw).ThenBy(f => entries[f.Entry].List.Metadata.ListId, StringComparer.Ordinal).ThenBy(f => entries[f.Entry].Entry.Key, StringComparer.Ordinal);

    /// <summary>What is shown is compared by all its names, also those that the index did not meet: the same as the pair compared alone.</summary>
    private Found Best(PersonQuery query, ParsedName[] readings, int entry)
    {
        var (score, reading, listed) = PersonComparison.Best(query, readings, entries[entry].Entry);
        return new Found(entry, reading, listed, score);
    }

    private static bool Shows(Found found, SearchMode mode) => mode switch
    {
        SearchMode.HighRecall => found.Band != MatchBand.Below,
        SearchMode.Balanced => found.Score.Shown >= 750,
    };

    private MatchCandidate Explained(PersonQuery query, Found found)
    {
        var (list, entry) = entries[found.Entry];
        var lines = new List<Evidence>();
        PairScorer.Score(query, found.Reading, entry, found.Listed, lines);
        return new MatchCandidate
        {
            List = list.Metadata,
            Entry = entry,
            EntryHash = entry.IdentityHash(),
            QueryName = found.Reading.Original,
            MatchedName = found.Listed.Original,
            Score = found.Score.Shown / 10m,
            Band = found.Band,
            Explanation = new Explanation(lines),
        };
    }

    private static string? Unsearchable(ParsedName name, PersonQuery query) => name switch
    {
        { Parts.Count: 0 } => "no letters",
        _ when name.Parts.Any(p => p.Key.Any(c => !char.IsAsciiLetterOrDigit(c))) => "a script that is neither Cyrillic nor Latin: give a romanised spelling too",
        _ when name.Parts.Any(p => p.IsVowelless) => "a script without vowels: give a romanised spelling too",
        { Parts.Count: 1 } when query.BirthDate is not { IsFullDay: true } => "a single word is only found together with a full birth date",
        _ => null,
    };

    private void Keep(Dictionary<int, Found> best, int entry, PersonQuery query, ParsedName reading, ParsedName listed)
    {
        var score = PairScorer.Score(query, reading, entries[entry].Entry, listed, null);
        if (!best.TryGetValue(entry, out var earlier) || earlier.Score.Raw < score.Raw)
        {
            best[entry] = new Found(entry, reading, listed, score);
        }
    }

    /// <summary>Names that share words, or near words, with the query; the most promising first, at most <see cref="MostScored"/>.</summary>
    private List<int> Candidates(ParsedName reading, BirthDate? born, List<UnsearchedName> tooCommon)
    {
        var weights = ArrayPool<float>.Shared.Rent(names.Length);
        var lastWord = ArrayPool<byte>.Shared.Rent(names.Length);
        Array.Clear(weights, 0, names.Length);
        Array.Clear(lastWord, 0, names.Length);
        var touched = new List<int>();
        byte word = 0;
        foreach (var part in reading.Parts)
        {
            word++;
            foreach (var (token, similarity) in Similar(part))
            {
                var weight = (float)Math.Log2((names.Length + 1000d) / (postings[token].Length + 1d)) * similarity * similarity;
                foreach (var name in postings[token])
                {
                    if (lastWord[name] == word)
                    {
                        continue;
                    }

                    if (lastWord[name] == 0)
                    {
                        touched.Add(name);
                    }

                    lastWord[name] = word;
                    weights[name] += weight;
                }
            }
        }

        var crowded = touched.Count > MostScored;
        var ordered = touched.Select(n => (Name: n, Weight: weights[n] + (crowded && IsNear(n, born) ? YearWeight : 0))).OrderByDescending(n => n.Weight).ThenBy(n => n.Name).ToList();
        if (crowded && ordered[MostScored].Weight > ordered[0].Weight * CrowdedShare)
        {
            tooCommon.Add(new UnsearchedName(reading.Original, $"more than {MostScored} names of the lists fit this well; add a patronymic or a birth date"));
        }

        var chosen = ordered.Take(MostScored).Select(n => n.Name).Union(joined.GetValueOrDefault(reading.JoinedKey) ?? []).ToList();
        ArrayPool<float>.Shared.Return(weights);
        ArrayPool<byte>.Shared.Return(lastWord);
        return chosen;
    }

    private bool IsNear(int name, BirthDate? born) =>
        born is { } date && entries[names[name].Entry].Entry.BirthDates.Any(b => Math.Abs(b.Year - date.Year) <= 1);

    private IEnumerable<(int Token, float Similarity)> Similar(NamePart part) =>
        tokens.Near(part.Key).Select(t => (Token: t, Similarity: (float)KeySimilarity.Of(part.Key, tokens[t])))
            .Concat(GivenNames.Others(part.Key).Select(tokens.Find).Where(t => t >= 0).Select(t => (Token: t, Similarity: 0.9f)))
            .OrderByDescending(t => t.Similarity).ThenBy(t => t.Token);

    private int[][] Postings()
    {
        var found = new List<int>[tokens.Count];
        for (var i = 0; i < names.Length; i++)
        {
            foreach (var key in names[i].Name.Parts.Select(p => p.Key).Distinct(StringComparer.Ordinal))
            {
                (found[tokens.Find(key)] ??= []).Add(i);
            }
        }

        return [.. found.Select(f => f.ToArray())];
    }

    private static Dictionary<string, List<int>> Group(IEnumerable<(string Key, int Id)> pairs)
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (key, id) in pairs)
        {
            (groups.TryGetValue(key, out var ids) ? ids : groups[key] = []).Add(id);
        }

        return groups;
    }
}
