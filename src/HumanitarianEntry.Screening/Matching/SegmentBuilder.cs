using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>Gathers the names of entries into the arrays of a segment, in the order given.</summary>
internal sealed class SegmentBuilder(int expected)
{
    private readonly Dictionary<string, int> tokens = new(StringComparer.Ordinal);
    private readonly List<string> keys = [];
    private readonly List<int> partStart = new(expected + 1) { 0 };
    private readonly List<int> parts = new(expected * 3);
    private readonly List<int> entryOf = new(expected);
    private readonly List<byte> strength = new(expected);
    private readonly List<ulong> joined = new(expected);
    private readonly List<ulong> numbers = [];
    private readonly List<byte> yearFrom = new(expected);
    private readonly List<byte> yearTo = new(expected);
    private readonly FoldCache folds = new();

    public void Add(ListEntry entry)
    {
        var number = yearFrom.Count;
        foreach (var name in entry.Names)
        {
            foreach (var parsed in NameParser.Parse(name, folds))
            {
                Add(parsed, number);
            }
        }

        foreach (var identifier in entry.Identifiers)
        {
            if (identifier.Comparable is { Length: > 3 } comparable)
            {
                numbers.Add(((ulong)NameSegment.Hash(comparable) << 32) | (uint)number);
            }
        }

        var (from, to) = (byte.MaxValue, byte.MinValue);
        foreach (var born in entry.BirthDates)
        {
            (from, to) = (Math.Min(from, NameSegment.YearByte(born)), Math.Max(to, NameSegment.YearByte(born)));
        }

        yearFrom.Add(to == 0 ? (byte)0 : from);
        yearTo.Add(to);
    }

    public NameSegment Build()
    {
        var (starts, postings) = Postings();
        joined.Sort();
        numbers.Sort();
        return new NameSegment(new TokenDictionary([.. keys]), new SegmentArrays
        {
            PartStart = [.. partStart],
            Parts = [.. parts],
            EntryOf = [.. entryOf],
            Strength = [.. strength],
            PostingStart = starts,
            Postings = postings,
            JoinedHash = [.. joined.Select(j => (uint)(j >> 32))],
            JoinedName = [.. joined.Select(j => (int)(uint)j)],
            NumberHash = [.. numbers.Select(n => (uint)(n >> 32))],
            NumberEntry = [.. numbers.Select(n => (int)(uint)n)],
            YearFrom = [.. yearFrom],
            YearTo = [.. yearTo],
        });
    }

    private void Add(ParsedName name, int entry)
    {
        var letters = 0;
        var hash = 2166136261u;
        for (var i = 0; i < name.Parts.Count; i++)
        {
            var part = name.Parts[i];
            if (!tokens.TryGetValue(part.Key, out var token))
            {
                tokens[part.Key] = token = keys.Count;
                keys.Add(part.Key);
            }

            parts.Add(PackedWord.Of(token, part));
            letters += part.Key.Length;
            foreach (var c in part.Key)
            {
                hash = (hash ^ c) * 16777619u;
            }
        }

        if (NameSegment.IsJoinable(letters))
        {
            joined.Add(((ulong)hash << 32) | (uint)entryOf.Count);
        }

        entryOf.Add(entry);
        strength.Add((byte)name.Strength);
        partStart.Add(parts.Count);
    }

    private (int[] Starts, int[] Postings) Postings()
    {
        var starts = new int[keys.Count + 1];
        for (var pass = 0; pass < 2; pass++)
        {
            var filled = pass == 0 ? null : new int[keys.Count];
            var postings = pass == 0 ? null : new int[starts[^1]];
            for (var name = 0; name < entryOf.Count; name++)
            {
                for (var at = partStart[name]; at < partStart[name + 1]; at++)
                {
                    var token = parts[at] >> PackedWord.Shift;
                    if (IsRepeated(at, partStart[name], token))
                    {
                        continue;
                    }

                    if (postings is null)
                    {
                        starts[token + 1]++;
                    }
                    else
                    {
                        postings[starts[token] + filled![token]++] = name;
                    }
                }
            }

            if (postings is not null)
            {
                return (starts, postings);
            }

            for (var token = 0; token < keys.Count; token++)
            {
                starts[token + 1] += starts[token];
            }
        }

        return (starts, []);
    }

    private bool IsRepeated(int at, int first, int token)
    {
        for (var earlier = first; earlier < at; earlier++)
        {
            if (parts[earlier] >> PackedWord.Shift == token)
            {
                return true;
            }
        }

        return false;
    }
}
