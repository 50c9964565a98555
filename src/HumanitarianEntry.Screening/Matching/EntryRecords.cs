using System.Globalization;
using System.IO.MemoryMappedFiles;
using System.Text;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>Entries and list descriptions as bytes of a saved index.</summary>
internal static class EntryRecords
{
    public static void WriteAll(BinaryWriter to, IEntryStore store, long startsAt)
    {
        var starts = new long[store.Count + 1];
        to.BaseStream.Position = starts[0] = startsAt + (8L * starts.Length);
        var lists = store.Lists.Select((list, i) => (list.ListId, i)).ToDictionary(l => l.ListId, l => l.i, StringComparer.Ordinal);
        for (var i = 0; i < store.Count; i++)
        {
            to.Write(lists[store.ListOf(i).ListId]);
            Write(to, store.Entry(i));
            to.Flush();
            starts[i + 1] = to.BaseStream.Position;
        }

        to.BaseStream.Position = startsAt;
        foreach (var start in starts)
        {
            to.Write(start);
        }
    }

    public static void Write(BinaryWriter to, ListMetadata list)
    {
        to.Write(list.ListId);
        to.Write(list.Publisher);
        to.Write(list.AssertingAuthority);
        to.Write(list.IsPersecutor);
        to.Write(list.Version);
        to.Write(list.AsOf.DayNumber);
        to.Write(list.LoadedBy);
    }

    public static ListMetadata ReadMetadata(BinaryReader from) => new()
    {
        ListId = from.ReadString(),
        Publisher = from.ReadString(),
        AssertingAuthority = from.ReadString(),
        IsPersecutor = from.ReadBoolean(),
        Version = from.ReadString(),
        AsOf = DateOnly.FromDayNumber(from.ReadInt32()),
        LoadedBy = from.ReadString(),
    };

    public static ListEntry Read(BinaryReader from) => new()
    {
        Key = from.ReadString(),
        Names = Many(from, f => new PersonName { Text = Maybe(f), Family = Maybe(f), Given = Maybe(f), Patronymic = Maybe(f), Strength = (NameStrength)f.ReadByte() }),
        BirthDates = Many(from, f => BirthDate.Parse(f.ReadString())),
        Sex = from.ReadByte() is var sex && sex == byte.MaxValue ? null : (Sex)sex,
        Nationalities = Many(from, f => f.ReadString()),
        Identifiers = Many(from, f => new IdentityNumber(f.ReadString(), f.ReadString(), Maybe(f))),
        Articles = Many(from, f => f.ReadString()),
        Reason = Maybe(from),
        Place = Maybe(from),
    };

    private static void Write(BinaryWriter to, ListEntry entry)
    {
        to.Write(entry.Key);
        Many(to, entry.Names, n =>
        {
            Maybe(to, n.Text);
            Maybe(to, n.Family);
            Maybe(to, n.Given);
            Maybe(to, n.Patronymic);
            to.Write((byte)n.Strength);
        });
        Many(to, entry.BirthDates, d => to.Write(d.ToString()));
        to.Write(entry.Sex is { } sex ? (byte)sex : byte.MaxValue);
        Many(to, entry.Nationalities, to.Write);
        Many(to, entry.Identifiers, i =>
        {
            to.Write(i.Kind);
            to.Write(i.Number);
            Maybe(to, i.Country);
        });
        Many(to, entry.Articles, to.Write);
        Maybe(to, entry.Reason);
        Maybe(to, entry.Place);
    }

    private static void Maybe(BinaryWriter to, string? text)
    {
        to.Write(text is not null);
        if (text is not null)
        {
            to.Write(text);
        }
    }

    private static string? Maybe(BinaryReader from) => from.ReadBoolean() ? from.ReadString() : null;

    private static void Many<T>(BinaryWriter to, IReadOnlyList<T> items, Action<T> write)
    {
        to.Write7BitEncodedInt(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            write(items[i]);
        }
    }

    private static T[] Many<T>(BinaryReader from, Func<BinaryReader, T> read)
    {
        var items = new T[from.Read7BitEncodedInt()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(from);
        }

        return items;
    }
}

/// <summary>Entries of a mapped file, read one by one.</summary>
internal sealed class MappedEntries(MemoryMappedViewAccessor view, IReadOnlyList<ListMetadata> lists, long starts, int count, long fileLength) : IEntryStore, IDisposable
{
    public IReadOnlyList<ListMetadata> Lists => lists;

    public int Count => count;

    /// <exception cref="InvalidDataException">The record does not lie inside the file or cannot be read: the file was cut short or changed.</exception>
    public ListEntry Entry(int number) => Read(number).Entry;

    public ListMetadata ListOf(int number)
    {
        var list = view.ReadInt32(view.ReadInt64(starts + (8L * number)));
        return list >= 0 && list < lists.Count ? lists[list] : throw Broken(number);
    }

    public void Dispose() => view.Dispose();

    private (int List, ListEntry Entry) Read(int number)
    {
        var (from, to) = (view.ReadInt64(starts + (8L * number)), view.ReadInt64(starts + (8L * (number + 1))));
        if (from < starts || to <= from || to > fileLength || to - from > int.MaxValue)
        {
            throw Broken(number);
        }

        var bytes = new byte[to - from];
        view.ReadArray(from, bytes, 0, bytes.Length);
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            return (reader.ReadInt32(), EntryRecords.Read(reader));
        }
        catch (Exception unreadable) when (unreadable is EndOfStreamException or FormatException or OverflowException or ArgumentException)
        {
            throw Broken(number);
        }
    }

    private static InvalidDataException Broken(int number) => new(string.Create(CultureInfo.InvariantCulture, $"Entry {number} of the saved index cannot be read: build the index anew from the lists."));
}
