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
    private const int MostScored = 2000;
    private const int LeastScored = 100;
    private const int ScoredPerShown = 5;
    private const int Reserve = 20;

    private readonly IEntryStore store;
    private readonly NameSegment segment;
    private readonly CandidateFinder finder;

    internal ListIndex(IEntryStore store, NameSegment segment) => (this.store, this.segment, finder) = (store, segment, new CandidateFinder(segment));

    /// <summary>Changes whenever the fold, the weights or the bands change: old decisions name the version they were made with.</summary>
    public static string EngineVersion => "2.1";

    public IReadOnlyList<ListMetadata> Lists => store.Lists;

    public int EntryCount => store.Count;

    public int NameCount => segment.NameCount;

    /// <summary>Bytes that the index holds beside the entries themselves.</summary>
    public long IndexBytes => segment.Bytes;

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

        var held = new HeldEntries([.. lists.OrderBy(l => l.Metadata.ListId, StringComparer.Ordinal)]);
        return new ListIndex(held, NameSegment.Of(held.All));
    }

    /// <summary>
    /// Writes index and entries into one file, whole or not at all (a new file takes the old one's place at the end). The file holds the lists in plain: keep it where the
    /// lists may lie.
    /// </summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path) => IndexFile.Write(path, store, segment);

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

        var readings = query.Names.Where(n => !n.IsEmpty)
            .SelectMany(n => NameParser.Parse(n) is { Count: > 0 } parsed ? parsed : [new ParsedName(n.Display, n.Strength, [], [])])
            .Select(n => new Reading(n, Word.Of(n.Parts))).ToArray();
        var unsearched = readings.Select(r => (Reading: r, Why: Unsearchable(r.Name, query))).Where(r => r.Why is not null).Select(r => new UnsearchedName(r.Reading.Name.Original, r.Why!)).ToList();
        var numbered = query.Identifiers.SelectMany(i => segment.EntriesNumbered(i.Comparable).ToArray()).Distinct().ToList();
        var chosen = Chosen(query, readings, options, unsearched).Except(numbered).Concat(numbered);
        var found = chosen.Select(e => FoundAt(e, PersonComparison.Best(query, readings, store.Entry(e)), options))
            .OrderByDescending(f => f.Score.Raw).ThenBy(f => store.ListOf(f.Entry).ListId, StringComparer.Ordinal).ThenBy(f => store.Entry(f.Entry).Key, StringComparer.Ordinal).ToList();
        var hits = found.Where(f => f.Band != MatchBand.Below).ToList();
        return new ScreeningResult
        {
            Candidates = [.. hits.Take(options.Top).Select(f => Explained(query, f))],
            NearestBelow = [.. found.Where(f => f.Band == MatchBand.Below).Take(options.NearestBelow).Select(f => Explained(query, f))],
            NotSearched = unsearched,
            MoreCandidates = hits.Count > options.Top,
            EngineVersion = EngineVersion,
            Lists = Lists,
        };
    }

    private Found FoundAt(int entry, BestPair pair, SearchOptions options) =>
        new(entry, pair, options.OfLists.GetValueOrDefault(store.ListOf(entry).ListId, options.Thresholds).BandOf(pair.Score));

    private sealed record Found(int Entry, BestPair Pair, MatchBand Band)
    {
        public PairScore Score => Pair.Score;
    }

    /// <summary>Entries worth a full comparison: by the sum of their names and their birth years, the best first.</summary>
    private List<int> Chosen(PersonQuery query, Reading[] readings, SearchOptions options, List<UnsearchedName> unsearched)
    {
        var best = new Dictionary<int, int>();
        var most = Math.Clamp(options.Top * ScoredPerShown, LeastScored, MostScored);
        foreach (var reading in readings.Where(r => r.Words.Length > 0))
        {
            var memo = new WordMemo(segment.Tokens);
            foreach (var name in finder.Find(reading, query.BirthDate, most, out var crowded))
            {
                var entry = segment.Arrays.EntryOf[name];
                var score = PairScorer.ScoreNames(reading.Name.Original, reading.Words, memo.ListedAll(segment.PartsOf(name)), (NameStrength)segment.Arrays.Strength[name], memo, null).Tenths + YearPoints(entry, query.BirthDate);
                best[entry] = best.TryGetValue(entry, out var earlier) ? Math.Max(earlier, score) : score;
                if (crowded && unsearched.TrueForAll(u => u.Name != reading.Name.Original))
                {
                    unsearched.Add(new UnsearchedName(reading.Name.Original, $"more than {most} names of the lists fit this well; add a patronymic or a birth date"));
                }
            }
        }

        // Under this the name alone keeps an entry below every threshold, whatever its other facts are: it can only be one of the nearest.
        var least = options.OfLists.Values.Append(options.Thresholds).Min(t => t.LeastOfName);
        var ordered = best.OrderByDescending(b => b.Value).ThenBy(b => b.Key).ToList();
        var worth = Math.Max(ordered.Count(b => b.Value >= least), options.NearestBelow + 3);
        return [.. ordered.Take(Math.Min(worth, options.Top + options.NearestBelow + Reserve)).Select(b => b.Key)];
    }

    private int YearPoints(int entry, BirthDate? born)
    {
        if (born is not { } date || segment.Arrays.YearFrom[entry] == 0)
        {
            return 0;
        }

        var year = date.Year - NameSegment.YearZero;
        return Math.Max(segment.Arrays.YearFrom[entry] - year, year - segment.Arrays.YearTo[entry]) switch { <= 0 => 60, 1 => 0, <= 3 => -200, _ => -400 };
    }

    private MatchCandidate Explained(PersonQuery query, Found found)
    {
        var entry = store.Entry(found.Entry);
        return new MatchCandidate
        {
            List = store.ListOf(found.Entry),
            Entry = entry,
            QueryName = found.Pair.Reading.Name.Original,
            MatchedName = found.Pair.Listed.Original,
            Score = found.Score.Shown / 10m,
            Band = found.Band,
            Explanation = PersonComparison.Explain(query, entry, found.Pair),
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
}
