namespace HumanitarianEntry.Casework.Data.Rows;

/// <summary>A file of the evidence that can be found from other cases. What it looks like is sealed with the keys of its case, and dies with them.</summary>
public sealed class FileMarkRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>The stored original.</summary>
    public required Guid FileId { get; init; }

    public required byte[] Sealed { get; init; }
}

/// <summary>One keyed sample of a mark, by which equal or near ones are found. Useless without the key of the installation.</summary>
public sealed class FileMarkBandRow
{
    public required long Band { get; init; }

    public required Guid MarkId { get; init; }
}
