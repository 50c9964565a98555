using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>The arrays of a segment as they are saved. Positions of name n in <see cref="Parts"/>: <c>PartStart[n]..PartStart[n+1]</c>; the same with tokens and <see cref="Postings"/>.</summary>
internal sealed record SegmentArrays
{
    public required int[] PartStart { get; init; }

    /// <summary>Words of the names, packed (see <see cref="PackedWord"/>).</summary>
    public required int[] Parts { get; init; }

    public required int[] EntryOf { get; init; }

    public required byte[] Strength { get; init; }

    public required int[] PostingStart { get; init; }

    public required int[] Postings { get; init; }

    /// <summary>Hashes of names written without spaces, ascending, and the names.</summary>
    public required uint[] JoinedHash { get; init; }

    public required int[] JoinedName { get; init; }

    /// <summary>Hashes of identity numbers, ascending, and the entries.</summary>
    public required uint[] NumberHash { get; init; }

    public required int[] NumberEntry { get; init; }

    /// <summary>Earliest and latest birth year of an entry, counted from 1849; 0 where none is known.</summary>
    public required byte[] YearFrom { get; init; }

    public required byte[] YearTo { get; init; }

    public long Bytes => (4L * (PartStart.Length + Parts.Length + EntryOf.Length + PostingStart.Length + Postings.Length + JoinedHash.Length + JoinedName.Length + NumberHash.Length + NumberEntry.Length))
        + Strength.Length + YearFrom.Length + YearTo.Length;
}

/// <summary>Names of entries in flat arrays: no object for any name. Immutable.</summary>
internal sealed class NameSegment(TokenDictionary tokens, SegmentArrays arrays)
{
    public const int YearZero = 1849;
    private const int LeastJoined = 6;

    public TokenDictionary Tokens => tokens;

    public SegmentArrays Arrays => arrays;

    public int NameCount => arrays.EntryOf.Length;

    public int EntryCount => arrays.YearFrom.Length;

    public long Bytes => tokens.Bytes + arrays.Bytes;

    public ReadOnlySpan<int> PartsOf(int name) => arrays.Parts.AsSpan(arrays.PartStart[name], arrays.PartStart[name + 1] - arrays.PartStart[name]);

    public ReadOnlySpan<int> NamesWith(int token) => arrays.Postings.AsSpan(arrays.PostingStart[token], arrays.PostingStart[token + 1] - arrays.PostingStart[token]);

    public int CountWith(int token) => arrays.PostingStart[token + 1] - arrays.PostingStart[token];

    public ReadOnlySpan<int> NamesJoined(string joined) => joined.Length < LeastJoined ? [] : Under(arrays.JoinedHash, arrays.JoinedName, Hash(joined));

    public ReadOnlySpan<int> EntriesNumbered(string comparable) => Under(arrays.NumberHash, arrays.NumberEntry, Hash(comparable));

    public bool IsNearYear(int entry, int year) => arrays.YearFrom[entry] != 0 && year - YearZero >= arrays.YearFrom[entry] - 1 && year - YearZero <= arrays.YearTo[entry] + 1;

    public static NameSegment Of(IReadOnlyList<ListEntry> entries)
    {
        var builder = new SegmentBuilder(entries.Count);
        foreach (var entry in entries)
        {
            builder.Add(entry);
        }

        return builder.Build();
    }

    internal static bool IsJoinable(int length) => length >= LeastJoined;

    internal static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return hash;
    }

    internal static byte YearByte(BirthDate date) => (byte)Math.Clamp(date.Year - YearZero, 1, 255);

    private static ReadOnlySpan<int> Under(uint[] hashes, int[] values, uint hash)
    {
        var at = Array.BinarySearch(hashes, hash);
        if (at < 0)
        {
            return [];
        }

        var (from, to) = (at, at + 1);
        while (from > 0 && hashes[from - 1] == hash)
        {
            from--;
        }

        while (to < hashes.Length && hashes[to] == hash)
        {
            to++;
        }

        return values.AsSpan(from, to - from);
    }
}
