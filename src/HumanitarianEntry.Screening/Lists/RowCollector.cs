namespace HumanitarianEntry.Screening.Lists;

/// <summary>Gathers entries and errors while a file is read.</summary>
internal sealed class RowCollector
{
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly SortedSet<string> duplicates = new(StringComparer.Ordinal);

    public List<ListEntry> Entries { get; } = [];

    /// <summary>Entries whose row failed in a fact beside the name; the fact is left out.</summary>
    public List<ListEntry> Doubtful { get; } = [];

    public List<RowError> Errors { get; } = [];

    public IReadOnlyList<string> Duplicates => [.. duplicates];

    public int Read { get; private set; }

    public int OtherKind { get; private set; }

    public void CountRow() => Read++;

    public void SkipOtherKind() => OtherKind++;

    public void Fail(int line, RowErrorKind kind, string? column = null) => Errors.Add(new RowError(line, kind, column));

    public void Add(ListEntry entry, bool doubtful = false)
    {
        if (positions.TryAdd(entry.Key, doubtful ? ~Doubtful.Count : Entries.Count))
        {
            (doubtful ? Doubtful : Entries).Add(entry);
        }
        else
        {
            duplicates.Add(entry.Key);
        }
    }

    public bool TryChange(string key, Func<ListEntry, ListEntry> change)
    {
        if (!positions.TryGetValue(key, out var at))
        {
            return false;
        }

        var (list, index) = at < 0 ? (Doubtful, ~at) : (Entries, at);
        list[index] = change(list[index]);
        return true;
    }
}
