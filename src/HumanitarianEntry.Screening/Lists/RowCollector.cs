namespace HumanitarianEntry.Screening.Lists;

/// <summary>Gathers entries and errors while a file is read.</summary>
internal sealed class RowCollector
{
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
    private readonly List<DuplicateKey> duplicates = [];

    public List<ListEntry> Entries { get; } = [];

    /// <summary>Entries whose row failed in a fact beside the name; the fact is left out.</summary>
    public List<ListEntry> Doubtful { get; } = [];

    public List<RowError> Errors { get; } = [];

    public IReadOnlyList<DuplicateKey> Duplicates => duplicates;

    public int Read { get; private set; }

    public int OtherKind { get; private set; }

    public void CountRow() => Read++;

    public void SkipOtherKind() => OtherKind++;

    public void Fail(int line, RowErrorKind kind, string? column = null) => Errors.Add(new RowError(line, kind, column));

    /// <param name="line">Line of the entry's first row, counted from 1.</param>
    public void Add(ListEntry entry, int line, bool doubtful = false)
    {
        if (positions.TryAdd(entry.Key, doubtful ? ~Doubtful.Count : Entries.Count))
        {
            lines[entry.Key] = line;
            (doubtful ? Doubtful : Entries).Add(entry);
        }
        else
        {
            duplicates.Add(new DuplicateKey(entry.Key, lines[entry.Key], line));
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
