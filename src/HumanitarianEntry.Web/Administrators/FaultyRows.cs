using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Web.Administrators;

/// <summary>Rows of a file that cannot be taken, by line.</summary>
public sealed record FaultyRows(IReadOnlyList<RowError> Errors, IReadOnlyList<DuplicateKey> Duplicates)
{
    /// <summary>Most rows shown; the figures above them count all.</summary>
    public const int Most = 200;
}
