namespace HumanitarianEntry.Screening.Lists;

/// <summary>Gathers entries and errors while a file is read.</summary>
internal sealed class RowCollector
{
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly SortedSet<string> duplicates = new(StringComparer.Ordinal);

    public List<ListEntry> Entries { get; } = [];

    public List<RowError> Errors { get; } = [];

    public IReadOnlyList<string> Duplicates => [.. duplicates];

    public int Read { get; private set; }

    public int OtherKind { get; private set; }

    public void CountRow() => Read++;

    public void SkipOtherKind() => OtherKind++;

    public void Fail(int line, RowErrorKind kind, string? column = null) => Errors.Add(new RowError(line, kind, column));

    public void Add(ListEntry entry)
    {
        if (positions.TryAdd(entry.Key, Entries.Count))
        {
            Entries.Add(entry);
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

        Entries[at] = change(Entries[at]);
        return true;
    }
}
