using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Casework.MilitaryUnits;

public enum RegisterOutcome
{
    /// <summary>Read and compared; nothing was stored because nothing should be.</summary>
    Checked,
    InForce,

    /// <summary>Nothing was stored; the reasons say why.</summary>
    Refused,
}

/// <summary>One entry that came, went or changed, with what is different.</summary>
public sealed record RegisterChange(string Key, string Title, EntryChange Change, IReadOnlyList<FieldChange> Fields);

/// <summary>What reading a register file showed and what became of it. Line numbers, never the content of rows that were not understood.</summary>
public sealed record RegisterReport
{
    public required RegisterOutcome Outcome { get; init; }

    /// <summary>Why it was refused, or would be.</summary>
    public required IReadOnlyList<Sentence> Reasons { get; init; }
    public string Encoding { get; init; } = string.Empty;
    public int RowsRead { get; init; }
    public int Entries { get; init; }
    public IReadOnlyList<RowError> Errors { get; init; } = [];
    public IReadOnlyList<DuplicateKey> Duplicates { get; init; } = [];

    /// <summary>The version in force before; null for the first.</summary>
    public string? VersionBefore { get; init; }

    /// <summary>Entry by entry, in order of keys.</summary>
    public IReadOnlyList<RegisterChange> Changes { get; init; } = [];

    public int Count(EntryChange change) => Changes.Count(c => c.Change == change);

    internal static IReadOnlyList<RegisterChange> Between(IReadOnlyList<RegisterEntry> before, IReadOnlyList<RegisterEntry> after)
    {
        var old = before.ToDictionary(e => e.Key, StringComparer.Ordinal);
        var changes = new List<RegisterChange>();
        foreach (var entry in after)
        {
            if (!old.Remove(entry.Key, out var earlier))
            {
                changes.Add(new RegisterChange(entry.Key, entry.Title, EntryChange.Added, []));
                continue;
            }

            var fields = earlier.Fields().Zip(entry.Fields()).Where(f => f.First.Value != f.Second.Value).Select(f => new FieldChange(f.First.Field, f.First.Value, f.Second.Value)).ToList();
            if (fields.Count > 0)
            {
                changes.Add(new RegisterChange(entry.Key, entry.Title, EntryChange.Modified, fields));
            }
        }

        changes.AddRange(old.Values.Select(e => new RegisterChange(e.Key, e.Title, EntryChange.Deleted, [])));
        return [.. changes.OrderBy(c => c.Key, StringComparer.Ordinal)];
    }
}
