using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Screening.Matching;

/// <summary>The entries behind an index, by number, in the order of the lists.</summary>
internal interface IEntryStore
{
    /// <summary>In ordinal order of list id.</summary>
    IReadOnlyList<ListMetadata> Lists { get; }

    int Count { get; }

    ListEntry Entry(int number);

    ListMetadata ListOf(int number);
}

/// <summary>Entries held as objects.</summary>
internal sealed class HeldEntries : IEntryStore
{
    private readonly ListEntry[] entries;
    private readonly int[] starts;

    public HeldEntries(IReadOnlyList<WatchList> lists)
    {
        Lists = [.. lists.Select(l => l.Metadata)];
        entries = [.. lists.SelectMany(l => l.Entries)];
        starts = new int[lists.Count];
        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] = starts[i - 1] + lists[i - 1].Entries.Count;
        }
    }

    public IReadOnlyList<ListMetadata> Lists { get; }

    public int Count => entries.Length;

    public IReadOnlyList<ListEntry> All => entries;

    public ListEntry Entry(int number) => entries[number];

    public ListMetadata ListOf(int number)
    {
        var at = Array.BinarySearch(starts, number);
        return Lists[at >= 0 ? at : ~at - 1];
    }
}
