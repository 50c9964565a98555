namespace HumanitarianEntry.Screening.Lists;

/// <summary>One complete version of one list, ready to be indexed.</summary>
public sealed record WatchList(ListMetadata Metadata, IReadOnlyList<ListEntry> Entries);

/// <summary>Why a row of a list could not be read.</summary>
public enum RowErrorKind
{
    BrokenQuotes,
    WrongColumnCount,
    MissingName,
    MissingKey,
    UnreadableBirthDate,
    UnreadableSex,
    UnreadableCharacters,
    AliasWithoutEntry,

    /// <summary>A cell that must not be empty, is too long or is not what its column is for.</summary>
    UnreadableValue,
    UnreadableUnitNumber,
    UnreadableDate,
    EndsBeforeItBegins,
    UnreadablePosition,

    /// <summary>The unit above is not in the file.</summary>
    UnknownParent,

    /// <summary>A unit would stand above itself.</summary>
    ParentCycle,
}

/// <summary>A row that was not understood. The line number is that of the row's first line, counted from 1; no content of the row is repeated here.</summary>
public sealed record RowError(int Line, RowErrorKind Kind, string? Column);

/// <summary>A row whose key was there before. Lines are counted from 1.</summary>
public sealed record DuplicateKey(string Key, int FirstLine, int Line);

/// <summary>
/// What reading a file gave: nothing is in force yet, and the caller decides. A row with an error is never among <see cref="Entries"/>.
/// </summary>
public sealed record ListDraft
{
    public required ListMetadata Metadata { get; init; }

    public required IReadOnlyList<ListEntry> Entries { get; init; }

    /// <summary>
    /// Rows in <see cref="Errors"/> whose name and key are sound: the person without the fact that could not be read. To drop a listed person for a dirty birth date
    /// would hide him; to search him without the date only shows more.
    /// </summary>
    public required IReadOnlyList<ListEntry> Doubtful { get; init; }

    public required IReadOnlyList<RowError> Errors { get; init; }

    /// <summary>Rows whose key an earlier row has; only the first entry of each key was kept.</summary>
    public required IReadOnlyList<DuplicateKey> Duplicates { get; init; }

    /// <summary>Keys that occur more than once, in ordinal order.</summary>
    public IReadOnlyList<string> DuplicateKeys => [.. Duplicates.Select(d => d.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Encoding found: utf-8, utf-16, utf-16BE or windows-1251.</summary>
    public required string Encoding { get; init; }

    /// <summary>Rows of the file, header not counted.</summary>
    public required int RowsRead { get; init; }

    /// <summary>Rows about companies, ships and the like, left out on purpose.</summary>
    public required int RowsOfOtherKind { get; init; }

    /// <summary>SHA-256 (hex) of the bytes read.</summary>
    public required string FileHash { get; init; }

    /// <summary>No errors, no duplicates, and at least one entry.</summary>
    public bool IsClean => Errors.Count == 0 && DuplicateKeys.Count == 0 && Entries.Count > 0;

    /// <summary>The list, if every row was understood.</summary>
    /// <exception cref="InvalidDataException">Errors, duplicates, or no entry at all.</exception>
    public WatchList Accept() => IsClean
        ? new WatchList(Metadata, Entries)
        : throw new InvalidDataException($"List {Metadata.ListId} has {Errors.Count} unreadable rows, {DuplicateKeys.Count} duplicate keys and {Entries.Count} entries; accept it with its gaps or mend the file.");

    /// <summary>The list with the doubtful entries, and without the rows that have no readable name. The caller records who accepted the gaps and why.</summary>
    /// <exception cref="InvalidDataException">No entry at all.</exception>
    public WatchList AcceptWithGaps() => Entries.Count + Doubtful.Count > 0
        ? new WatchList(Metadata, [.. Entries, .. Doubtful])
        : throw new InvalidDataException($"List {Metadata.ListId} holds no entry; an empty list would make every search look clear.");
}
