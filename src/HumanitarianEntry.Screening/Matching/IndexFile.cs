using System.IO.MemoryMappedFiles;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>
/// An index on disk: 8 bytes of mark, hash of the index part, engine version, lists, arrays, then where each entry begins, and the entries. The arrays are read at
/// once; entries stay in the mapped file and are read when they are shown.
/// </summary>
public sealed class IndexFile : IDisposable
{
    private const long Mark = 0x3130_5845_444E_4948;
    private const int HeadBytes = 8 + SHA256.HashSizeInBytes + 8 + 8 + 4;
    private readonly MemoryMappedFile file;
    private readonly MappedEntries entries;

    private IndexFile(MemoryMappedFile file, MappedEntries entries, ListIndex index) => (this.file, this.entries, Index) = (file, entries, index);

    /// <summary>The index; to be used only while this file is open.</summary>
    public ListIndex Index { get; }

    /// <summary>Opens a saved index.</summary>
    /// <exception cref="InvalidDataException">No saved index, cut short, changed since it was written, or written by another engine version: build it anew from the lists.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IndexFile Open(string path)
    {
        var length = new FileInfo(path).Length;
        if (length < HeadBytes)
        {
            throw new InvalidDataException("The file is no saved index.");
        }

        var mapped = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = mapped.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        try
        {
            var (lists, segment, starts, count) = ReadIndexPart(view, length);
            var records = new MappedEntries(view, lists, starts, count, length);
            return new IndexFile(mapped, records, new ListIndex(records, segment));
        }
        catch
        {
            view.Dispose();
            mapped.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        entries.Dispose();
        file.Dispose();
    }

    internal static void Write(string path, IEntryStore store, NameSegment segment)
    {
        var unfinished = path + ".new";
        using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20))
        using (var writer = new BinaryWriter(stream, Encoding.UTF8))
        {
            using var memory = new MemoryStream();
            using (var part = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
            {
                WriteIndexPart(part, store, segment);
            }

            var bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
            writer.Write(Mark);
            writer.Write(SHA256.HashData(bytes));
            writer.Write(memory.Length);
            var startsAt = HeadBytes + memory.Length;
            writer.Write(startsAt);
            writer.Write(store.Count);
            writer.Write(bytes);
            EntryRecords.WriteAll(writer, store, startsAt);
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
    }

    private static void WriteIndexPart(BinaryWriter to, IEntryStore store, NameSegment segment)
    {
        to.Write(ListIndex.EngineVersion);
        to.Write(store.Lists.Count);
        foreach (var list in store.Lists)
        {
            EntryRecords.Write(to, list);
        }

        to.Write(segment.Tokens.Count);
        foreach (var key in segment.Tokens.Keys)
        {
            to.Write(key);
        }

        var a = segment.Arrays;
        Write<uint>(to, segment.Tokens.Hashes);
        Write<uint>(to, a.JoinedHash);
        Write<uint>(to, a.NumberHash);
        foreach (var numbers in new[] { segment.Tokens.Owners, a.PartStart, a.Parts, a.EntryOf, a.PostingStart, a.Postings, a.JoinedName, a.NumberEntry })
        {
            Write<int>(to, numbers);
        }

        foreach (var bytes in new[] { a.Strength, a.YearFrom, a.YearTo })
        {
            Write<byte>(to, bytes);
        }
    }

    private static (IReadOnlyList<ListMetadata> Lists, NameSegment Segment, long Starts, int Count) ReadIndexPart(MemoryMappedViewAccessor view, long fileLength)
    {
        var (length, starts, count) = (view.ReadInt64(8 + SHA256.HashSizeInBytes), view.ReadInt64(16 + SHA256.HashSizeInBytes), view.ReadInt32(24 + SHA256.HashSizeInBytes));
        if (view.ReadInt64(0) != Mark || length is < 0 or > int.MaxValue || starts != HeadBytes + length || count < 0 || starts + ((count + 1L) * 8) > fileLength)
        {
            throw new InvalidDataException("The file is no saved index, or was cut short.");
        }

        var bytes = new byte[length];
        view.ReadArray(HeadBytes, bytes, 0, bytes.Length);
        var hash = new byte[SHA256.HashSizeInBytes];
        view.ReadArray(8, hash, 0, hash.Length);
        if (!SHA256.HashData(bytes).AsSpan().SequenceEqual(hash))
        {
            throw new InvalidDataException("The saved index was changed after it was written.");
        }

        using var from = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (from.ReadString() is var engine && engine != ListIndex.EngineVersion)
        {
            throw new InvalidDataException($"The saved index was written by engine {engine}; this is {ListIndex.EngineVersion}.");
        }

        var lists = new ListMetadata[from.ReadInt32()];
        for (var i = 0; i < lists.Length; i++)
        {
            lists[i] = EntryRecords.ReadMetadata(from);
        }

        return (lists, ReadSegment(from), starts, count);
    }

    private static NameSegment ReadSegment(BinaryReader from)
    {
        var keys = new string[from.ReadInt32()];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = from.ReadString();
        }

        var (hashes, joinedHash, numberHash) = (Read<uint>(from), Read<uint>(from), Read<uint>(from));
        var tokens = new TokenDictionary(keys, hashes, Read<int>(from));
        return new NameSegment(tokens, new SegmentArrays
        {
            JoinedHash = joinedHash,
            NumberHash = numberHash,
            PartStart = Read<int>(from),
            Parts = Read<int>(from),
            EntryOf = Read<int>(from),
            PostingStart = Read<int>(from),
            Postings = Read<int>(from),
            JoinedName = Read<int>(from),
            NumberEntry = Read<int>(from),
            Strength = Read<byte>(from),
            YearFrom = Read<byte>(from),
            YearTo = Read<byte>(from),
        });
    }

    private static void Write<T>(BinaryWriter to, T[] items)
        where T : unmanaged
    {
        to.Write(items.Length);
        to.Write(MemoryMarshal.AsBytes(items.AsSpan()));
    }

    private static T[] Read<T>(BinaryReader from)
        where T : unmanaged
    {
        var items = new T[from.ReadInt32()];
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(items.AsSpan()));
        return items;
    }
}
