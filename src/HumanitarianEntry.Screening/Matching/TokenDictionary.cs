using System.Numerics;
using System.Runtime.InteropServices;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>
/// All distinct keys of the lists with deletion keys for words that differ by up to two letters: fuzzy here, exact on the postings. Flat arrays, so that it is saved and loaded
/// as it is. Hash collisions only cost time: every hit is checked by real edit distance.
/// </summary>
internal sealed class TokenDictionary
{
    private const int PrefixLength = 7;
    private const int MostDeletions = 32;
    private readonly string[] keys;
    private readonly int[] slots;
    private readonly uint[] hashes;
    private readonly int[] owners;
    private readonly int[] buckets;
    private readonly byte[] lengths;
    private readonly uint[] letters;

    public TokenDictionary(string[] distinctKeys)
        : this(distinctKeys, Pairs(distinctKeys))
    {
    }

    /// <summary>From the parts of a saved dictionary.</summary>
    public TokenDictionary(string[] distinctKeys, uint[] hashes, int[] owners)
    {
        (keys, this.hashes, this.owners) = (distinctKeys, hashes, owners);
        slots = Slots(keys);
        letters = Array.ConvertAll(keys, LettersOf);
        lengths = Array.ConvertAll(keys, k => (byte)Math.Min(k.Length, byte.MaxValue));
        buckets = new int[65_537];
        for (var i = 0; i < hashes.Length; i++)
        {
            buckets[(hashes[i] >> 16) + 1]++;
        }

        for (var i = 0; i < 65_536; i++)
        {
            buckets[i + 1] += buckets[i];
        }
    }

    private TokenDictionary(string[] distinctKeys, ulong[] pairs)
        : this(distinctKeys, Array.ConvertAll(pairs, p => (uint)(p >> 32)), Array.ConvertAll(pairs, p => (int)(uint)p))
    {
    }

    public int Count => keys.Length;

    public string[] Keys => keys;

    public uint[] Hashes => hashes;

    public int[] Owners => owners;

    /// <summary>Bytes held, strings of the keys included.</summary>
    public long Bytes => keys.Sum(k => 30L + (2 * k.Length)) + (4L * (slots.Length + hashes.Length + owners.Length + buckets.Length + letters.Length)) + lengths.Length;

    public string this[int token] => keys[token];

    /// <summary>Index of the key, or -1.</summary>
    public int Find(string key)
    {
        for (var at = Hash(key, -1, -1) & (uint)(slots.Length - 1); slots[at] != 0; at = (at + 1) & (uint)(slots.Length - 1))
        {
            if (keys[slots[at] - 1] == key)
            {
                return slots[at] - 1;
            }
        }

        return -1;
    }

    /// <summary>Indexes of all keys within the edits allowed for the lengths, the exact one included, ascending. Whether two keys are near does not depend on which one is asked for.</summary>
    public List<int> Near(string key)
    {
        var (found, into) = (new List<int>(256), new List<int>());
        Span<uint> deletions = stackalloc uint[MostDeletions];
        var count = Deletions(key, deletions);
        foreach (var hash in deletions[..count])
        {
            var (from, to) = (buckets[hash >> 16], buckets[(hash >> 16) + 1]);
            var at = hashes.AsSpan(from, to - from).BinarySearch(hash);
            if (at < 0)
            {
                continue;
            }

            at += from;
            while (at > 0 && hashes[at - 1] == hash)
            {
                at--;
            }

            for (; at < hashes.Length && hashes[at] == hash; at++)
            {
                found.Add(owners[at]);
            }
        }

        // Most words are met by several deletions: each is measured once.
        Span<ulong> places = stackalloc ulong[EditFilter.Letters];
        places.Clear();
        var filter = new EditFilter(key, places);
        var mine = LettersOf(key);
        found.Sort();
        var met = CollectionsMarshal.AsSpan(found);
        for (var i = 0; i < met.Length; i++)
        {
            var token = met[i];
            if (i > 0 && token == met[i - 1])
            {
                continue;
            }

            // Lengths and letters lie together; a key itself is a walk to another place of memory. One edit changes two kinds of letter at most.
            var edits = Math.Max(EditsFor(key.Length), EditsFor(lengths[token]));
            if (Math.Abs(lengths[token] - key.Length) <= edits && BitOperations.PopCount(letters[token] ^ mine) <= 2 * edits && filter.IsWithin(keys[token], edits))
            {
                into.Add(token);
            }
        }

        return into;
    }

    private static uint LettersOf(string key)
    {
        var kinds = 0u;
        foreach (var c in key)
        {
            kinds |= 1u << (c & 31);
        }

        return kinds;
    }

    private static int EditsFor(int length) => length switch { < 4 => 0, < 6 => 1, _ => 2 };

    private static int[] Slots(string[] keys)
    {
        var size = 16;
        while (size < keys.Length * 2)
        {
            size *= 2;
        }

        var table = new int[size];
        for (var i = 0; i < keys.Length; i++)
        {
            var at = Hash(keys[i], -1, -1) & (uint)(size - 1);
            while (table[at] != 0)
            {
                at = (at + 1) & (uint)(size - 1);
            }

            table[at] = i + 1;
        }

        return table;
    }

    private static ulong[] Pairs(string[] keys)
    {
        var pairs = new List<ulong>(keys.Length * 24);
        Span<uint> deletions = stackalloc uint[MostDeletions];
        for (var i = 0; i < keys.Length; i++)
        {
            foreach (var hash in deletions[..Deletions(keys[i], deletions)])
            {
                pairs.Add(((ulong)hash << 32) | (uint)i);
            }
        }

        var sorted = pairs.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    /// <summary>Distinct hashes of the first letters with up to two of them left out.</summary>
    private static int Deletions(string key, Span<uint> into)
    {
        var prefix = key.AsSpan(0, Math.Min(PrefixLength, key.Length));
        var count = Add(into, 0, Hash(prefix, -1, -1));

        // One more than the edits of this length, because the other word may be one letter longer and so be allowed more.
        var most = key.Length < 3 ? 0 : key.Length < 5 ? 1 : 2;
        for (var i = 0; most > 0 && i < prefix.Length; i++)
        {
            count = Add(into, count, Hash(prefix, i, -1));
            for (var j = i + 1; most > 1 && j < prefix.Length; j++)
            {
                count = Add(into, count, Hash(prefix, i, j));
            }
        }

        return count;
    }

    private static int Add(Span<uint> into, int count, uint hash)
    {
        if (!into[..count].Contains(hash))
        {
            into[count++] = hash;
        }

        return count;
    }

    private static uint Hash(ReadOnlySpan<char> letters, int leftOut, int alsoLeftOut)
    {
        var hash = 2166136261u;
        for (var i = 0; i < letters.Length; i++)
        {
            if (i != leftOut && i != alsoLeftOut)
            {
                hash = (hash ^ letters[i]) * 16777619u;
            }
        }

        return hash ^ (hash >> 15);
    }
}
