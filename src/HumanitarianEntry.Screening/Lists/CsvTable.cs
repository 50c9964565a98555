namespace HumanitarianEntry.Screening.Lists;

/// <summary>One row of a table with its cells by the names of their columns.</summary>
/// <param name="Line">Line the row began on, counted from 1.</param>
/// <param name="Error">Why the row as a whole cannot be read; its cells then mean nothing.</param>
/// <param name="Columns">Where each column stands.</param>
public sealed record TableRow(int Line, IReadOnlyList<string> Cells, RowErrorKind? Error, IReadOnlyDictionary<string, int> Columns)
{
    /// <summary>The cell without spaces around it; empty where there is no such column.</summary>
    public string this[string? column] => column is not null && Columns.TryGetValue(column, out var at) ? Cells[at].Trim() : "";

    public bool Has(string column) => Columns.ContainsKey(column);
}

/// <summary>A table of comma-, semicolon- or tab-separated values with a header row. Every file of rows with named columns is read by this.</summary>
public static class CsvTable
{
    /// <summary>The rows below the header; blank ones are left out. Rows that are broken, of another length, or damaged carry their error.</summary>
    /// <param name="columns">Columns that the table must have; compared without regard to case.</param>
    /// <exception cref="InvalidDataException">There is no header row, or a column is missing.</exception>
    public static IEnumerable<TableRow> Read(string text, params IEnumerable<string> columns)
    {
        Dictionary<string, int>? header = null;
        var count = 0;
        foreach (var row in CsvRows.Read(text, CsvRows.SeparatorOf(text)))
        {
            if (header is null)
            {
                header = HeaderOf(row, columns);
                count = row.Cells.Count;
            }
            else if (row.Broken || !row.IsBlank)
            {
                yield return new TableRow(row.Line, row.Cells, ErrorOf(row, count), header);
            }
        }

        if (header is null)
        {
            throw new InvalidDataException("The list file is empty.");
        }
    }

    private static RowErrorKind? ErrorOf(CsvRow row, int columns) => row switch
    {
        { Broken: true } => RowErrorKind.BrokenQuotes,
        _ when row.Cells.Count != columns => RowErrorKind.WrongColumnCount,
        _ when row.Cells.Any(Cells.IsDamaged) => RowErrorKind.UnreadableCharacters,
        _ => null,
    };

    private static Dictionary<string, int> HeaderOf(CsvRow row, IEnumerable<string> asked)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < row.Cells.Count; i++)
        {
            columns.TryAdd(row.Cells[i].Trim(), i);
        }

        return asked.FirstOrDefault(c => !columns.ContainsKey(c)) is { } missing ? throw new InvalidDataException($"The list file has no column \"{missing}\".") : columns;
    }
}
