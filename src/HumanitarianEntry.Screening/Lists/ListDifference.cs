using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Lists;

/// <summary>What happened to an entry between two versions.</summary>
public enum EntryChange
{
    Added,
    Modified,
    Deleted,
}

/// <summary>One changed entry. <paramref name="IdentityChanged"/> tells whether cleared pairs must be looked at again; a new reason text alone does not re-open them.</summary>
public sealed record ChangedEntry(string Key, EntryChange Change, bool IdentityChanged, ListEntry? Before, ListEntry? After)
{
    /// <summary>What is different, field by field; empty for entries that came or went.</summary>
    public IReadOnlyList<FieldChange> Fields() => Before is null || After is null ? [] :
    [
        .. Both("names", e => e.Names.Select(n => n.Strength == NameStrength.Primary ? n.Display : $"{n.Display} ({n.Strength})")),
        .. Both("born", e => e.BirthDates.Select(b => b.ToString())),
        .. Both("sex", e => e.Sex is { } sex ? [sex.ToString()] : []),
        .. Both("nationality", e => e.Nationalities),
        .. Both("numbers", e => e.Identifiers.Select(i => $"{i.Kind} {i.Number} {i.Country}".Trim())),
        .. Both("articles", e => e.Articles),
        .. Both("reason", e => e.Reason is { } reason ? [reason] : []),
        .. Both("place", e => e.Place is { } place ? [place] : []),
    ];

    private IEnumerable<FieldChange> Both(string field, Func<ListEntry, IEnumerable<string>> of)
    {
        var (before, after) = (string.Join("; ", of(Before!)), string.Join("; ", of(After!)));
        if (before != after)
        {
            yield return new FieldChange(field, before, after);
        }
    }
}

/// <summary>One field of an entry, before and after; empty where it was not given.</summary>
public sealed record FieldChange(string Field, string Before, string After);

/// <summary>ADD, MOD and DEL between two versions of one list, in ordinal order of keys. De-listing is news too.</summary>
public sealed record ListDifference(string ListId, string FromVersion, string ToVersion, IReadOnlyList<ChangedEntry> Changes)
{
    /// <exception cref="ArgumentException">The two are not versions of one list.</exception>
    public static ListDifference Between(WatchList before, WatchList after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Metadata.ListId != after.Metadata.ListId)
        {
            throw new ArgumentException("Two versions of one list are compared, not two lists.", nameof(after));
        }

        var old = before.Entries.ToDictionary(e => e.Key, StringComparer.Ordinal);
        var changes = new List<ChangedEntry>();
        foreach (var entry in after.Entries)
        {
            if (!old.Remove(entry.Key, out var earlier))
            {
                changes.Add(new ChangedEntry(entry.Key, EntryChange.Added, true, null, entry));
            }
            else if (earlier.ContentHash() != entry.ContentHash())
            {
                changes.Add(new ChangedEntry(entry.Key, EntryChange.Modified, earlier.IdentityHash() != entry.IdentityHash(), earlier, entry));
            }
        }

        changes.AddRange(old.Values.Select(e => new ChangedEntry(e.Key, EntryChange.Deleted, true, e, null)));
        return new ListDifference(before.Metadata.ListId, before.Metadata.Version, after.Metadata.Version, [.. changes.OrderBy(c => c.Key, StringComparer.Ordinal)]);
    }
}
