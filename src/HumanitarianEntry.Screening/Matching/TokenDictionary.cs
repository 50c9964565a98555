namespace HumanitarianEntry.Screening.Matching;

/// <summary>
/// All distinct keys of the lists, sorted, with deletion keys for words that differ by up to two letters: fuzzy here, exact on the postings.
/// Hash collisions only cost time: every hit is checked by real edit distance.
/// </summary>
internal sealed class TokenDictionary
{
    private const int PrefixLength = 8;
    private readonly string[] keys;
    private readonly Dictionary<string, int> positions;
    private readonly uint[] hashes;
    private readonly int[] owners;

    public TokenDictionary(IEnumerable<string> distinctKeys)
    {
        keys = [.. distinctKeys.Order(StringComparer.Ordinal)];
        positions = keys.Select((key, i) => (key, i)).ToDictionary(k => k.key, k => k.i, StringComparer.Ordinal);
        var pairs = new List<ulong>(keys.Length * 16);
        var deletions = new HashSet<uint>();
        for (var i = 0; i < keys.Length; i++)
        {
            Deletions(keys[i], deletions);
            foreach (var hash in deletions)
            {
                pairs.Add(((ulong)hash << 32) | (uint)i);
            }
        }

        pairs.Sort();
        hashes = new uint[pairs.Count];
        owners = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            (hashes[i], owners[i]) = ((uint)(pairs[i] >> 32), (int)(uint)pairs[i]);
        }
    }

    public int Count => keys.Length;

    public string this[int token] => keys[token];

    /// <summary>Index of the key, or -1.</summary>
    public int Find(string key) => positions.GetValueOrDefault(key, -1);

    /// <summary>Indexes of all keys within the edits allowed for the length, the exact one included, ascending.</summary>
    public List<int> Near(string key)
    {
        var edits = EditsFor(key.Length);
        var found = new HashSet<int>();
        var deletions = new HashSet<uint>();
        Deletions(key, deletions);
        foreach (var hash in deletions)
        {
            var at = Array.BinarySearch(hashes, hash);
            if (at < 0)
            {
                continue;
            }

            while (at > 0 && hashes[at - 1] == hash)
            {
                at--;
            }

            for (; at < hashes.Length && hashes[at] == hash; at++)
            {
                if (!found.Contains(owners[at]) && KeySimilarity.Edits(key, keys[owners[at]], edits) <= edits)
                {
                    found.Add(owners[at]);
                }
            }
        }

        return [.. found.Order()];
    }

    private static int EditsFor(int length) => length switch { < 4 => 0, < 6 => 1, _ => 2 };

    private static void Deletions(string key, HashSet<uint> into)
    {
        into.Clear();
        Span<char> prefix = stackalloc char[Math.Min(PrefixLength, key.Length)];
        key.AsSpan(0, prefix.Length).CopyTo(prefix);
        into.Add(Hash(prefix, -1, -1));
        // One more than the edits of this length, because the other word may be one letter longer and so be allowed more.
        var most = key.Length < 3 ? 0 : key.Length < 5 ? 1 : 2;
        for (var i = 0; most > 0 && i < prefix.Length; i++)
        {
            into.Add(Hash(prefix, i, -1));
            for (var j = i + 1; most > 1 && j < prefix.Length; j++)
            {
                into.Add(Hash(prefix, i, j));
            }
        }
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

        return hash;
    }
}
