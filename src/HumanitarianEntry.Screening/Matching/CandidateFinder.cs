using System.Collections.Concurrent;
using HumanitarianEntry.Screening.Names;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>
/// Names that share words, or near words, with a reading of the person. The rarest words are walked first; when the words that are left could not carry a match by themselves,
/// they only add weight to the names met before.
/// </summary>
internal sealed class CandidateFinder(NameSegment segment)
{
    // Names whose agreeing words weigh less than this share of the person's words are far under every band.
    private const int LeastShare = 30;
    private const int CarryingShare = 55;
    private const int AlwaysKept = 60;

    // So few names are walked whatever their words weigh: it shows what stands nearest.
    private const int CheapWalk = 10_000;
    private const int YearWeight = 30;

    // A common given name alone says nothing, unless it is all the name there is: then a birth date can make it a match.
    private const int LeastTenths = 50;

    // Postings lie in a row; the words of single names lie all over the memory.
    private const long WalkIsCheaper = 64;
    private readonly ConcurrentBag<Scratch> free = [];

    /// <param name="most">Most names returned, the most promising first; ties by number.</param>
    /// <param name="crowded">Names as good as those returned were left out.</param>
    public List<int> Find(Reading reading, BirthDate? born, int most, out bool crowded)
    {
        var scratch = free.TryTake(out var used) ? used : new Scratch(segment.NameCount);
        try
        {
            var words = reading.Words.Select(Similar).OrderBy(w => w.Names).ToArray();
            var whole = words.Sum(w => w.TenthsOfBit);
            var (left, walked) = (whole, 0L);
            for (var i = 0; i < words.Length; i++)
            {
                walked += words[i].Names;
                Walk(scratch, words[i], i + 1, i == 0 || left * 100 >= whole * CarryingShare || walked <= CheapWalk);
                left -= words[i].TenthsOfBit;
            }

            var chosen = Chosen(scratch, born, whole, most, out crowded);
            foreach (var name in segment.NamesJoined(reading.Name.JoinedKey))
            {
                if (!chosen.Contains(name))
                {
                    chosen.Add(name);
                }
            }

            return chosen;
        }
        finally
        {
            scratch.Clear();
            free.Add(scratch);
        }
    }

    /// <summary>Every name whose agreeing words are rare enough together to carry a match, in no order. For the search turned round, where the names met are the persons' own and few.</summary>
    public List<int> FindAll(Reading reading)
    {
        var scratch = free.TryTake(out var used) ? used : new Scratch(segment.NameCount);
        try
        {
            var words = reading.Words.Select(Similar).ToArray();
            for (var i = 0; i < words.Length; i++)
            {
                Walk(scratch, words[i], i + 1, mayAdd: true);
            }

            return [.. scratch.Touched.Where(name => scratch.Weights[name] >= LeastTenths || words.Length == 1 || segment.PartsOf(name).Length == 1).Union(segment.NamesJoined(reading.Name.JoinedKey).ToArray())];
        }
        finally
        {
            scratch.Clear();
            free.Add(scratch);
        }
    }

    private sealed record Wanted(int TenthsOfBit, List<(int Token, int Weight)> Tokens, long Names);

    private Wanted Similar(Word word)
    {
        var bits = word.Part.IsInitial ? 43 : word.TenthsOfBit;
        var found = new List<(int Token, int Weight)>();
        foreach (var token in segment.Tokens.Near(word.Part.Key))
        {
            var similarity = KeySimilarity.Of(word.Part.Key, segment.Tokens[token]);
            found.Add((token, (int)(bits * similarity * Math.Sqrt(similarity))));
        }

        foreach (var other in GivenNames.Others(word.Part.Key))
        {
            if (segment.Tokens.Find(other) is >= 0 and var token)
            {
                found.Add((token, bits * 9 / 10));
            }
        }

        found.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Token.CompareTo(b.Token));
        return new Wanted(bits, found, found.Sum(f => (long)segment.CountWith(f.Token)));
    }

    private void Walk(Scratch scratch, Wanted word, int number, bool mayAdd)
    {
        if (!mayAdd && scratch.Touched.Count * WalkIsCheaper < word.Names)
        {
            Verify(scratch, word, number);
            return;
        }

        foreach (var (token, weight) in word.Tokens)
        {
            foreach (var name in segment.NamesWith(token))
            {
                if (scratch.Last[name] == 0)
                {
                    if (!mayAdd)
                    {
                        continue;
                    }

                    scratch.Touched.Add(name);
                }

                if (scratch.Last[name] != number)
                {
                    scratch.Last[name] = (byte)number;
                    scratch.Weights[name] += weight;
                }
            }
        }
    }

    private void Verify(Scratch scratch, Wanted word, int number)
    {
        var weights = new Dictionary<int, int>(word.Tokens.Count);
        foreach (var (token, weight) in word.Tokens)
        {
            weights.TryAdd(token, weight);
        }

        foreach (var name in scratch.Touched)
        {
            var best = 0;
            foreach (var packed in segment.PartsOf(name))
            {
                best = weights.TryGetValue(packed >> PackedWord.Shift, out var weight) && weight > best ? weight : best;
            }

            if (best > 0)
            {
                scratch.Last[name] = (byte)number;
                scratch.Weights[name] += best;
            }
        }
    }

    private List<int> Chosen(Scratch scratch, BirthDate? born, int whole, int most, out bool crowded)
    {
        var (touched, weights) = (scratch.Touched, scratch.Weights);
        if (born is { } date)
        {
            var worth = Cut(touched, weights, whole * LeastShare / 100, most * 4) - YearWeight;
            foreach (var name in touched)
            {
                weights[name] += weights[name] >= worth && segment.IsNearYear(segment.Arrays.EntryOf[name], date.Year) ? YearWeight : 0;
            }
        }

        var least = Cut(touched, weights, whole * LeastShare / 100, most);
        var kept = new List<(int Weight, int Name)>();
        foreach (var name in touched)
        {
            if (weights[name] >= least)
            {
                kept.Add((weights[name], name));
            }
        }

        kept.Sort((a, b) => a.Weight != b.Weight ? b.Weight.CompareTo(a.Weight) : a.Name.CompareTo(b.Name));
        crowded = kept.Count > most && kept[most].Weight * 10 > kept[0].Weight * 9;
        return [.. kept.Take(most).Select(k => k.Name)];
    }

    /// <summary>The weight from which names are kept: the floor, or lower where that keeps only a few, or higher where it keeps too many.</summary>
    private static int Cut(List<int> touched, int[] weights, int floor, int most)
    {
        Span<int> counts = stackalloc int[2048];
        counts.Clear();
        foreach (var name in touched)
        {
            counts[Math.Min(weights[name], counts.Length - 1)]++;
        }

        var sum = 0;
        for (var weight = counts.Length - 1; weight > 0; weight--)
        {
            sum += counts[weight];
            if (sum > most || (sum >= AlwaysKept && weight <= floor))
            {
                return weight;
            }
        }

        return 1;
    }

    private sealed class Scratch(int names)
    {
        public int[] Weights { get; } = new int[names];

        public byte[] Last { get; } = new byte[names];

        public List<int> Touched { get; } = [];

        public void Clear()
        {
            foreach (var name in Touched)
            {
                Weights[name] = 0;
                Last[name] = 0;
            }

            Touched.Clear();
        }
    }
}
