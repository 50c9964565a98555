namespace HumanitarianEntry.Screening.Lists;

/// <summary>Reads list files into drafts. Pure: a stream in, a draft out; nothing is stored and nothing is fetched.</summary>
public static class ListReader
{
    /// <summary>Reads a whole file. Rows that are not understood are reported, never guessed and never half taken.</summary>
    /// <exception cref="InvalidDataException">The file as a whole cannot be read: too large, unknown encoding, missing columns.</exception>
    public static ListDraft Read(Stream stream, ListFormat format, ListMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(metadata);
        var text = ListText.Read(stream);
        var rows = new RowCollector();
        switch (format)
        {
            case ListFormat.Mapped mapped:
                MappedTable.Read(text.Text, mapped.Columns, rows);
                break;
            case ListFormat.WantedTable:
                MappedTable.Read(text.Text, WantedColumns.Find(text.Text), rows);
                break;
            case ListFormat.OfacSdn ofac:
                OfacTable.Read(text.Text, ofac.Aliases is null ? null : ListText.Read(ofac.Aliases).Text, rows);
                break;
            case ListFormat.EuJournal:
                MappedTable.Read(text.Text, EuJournalColumns.Mapping, rows);
                break;
            case ListFormat.UnXml:
                UnTable.Read(text.Text, rows);
                break;
            default:
                throw new InvalidDataException("Unknown list format.");
        }

        return new ListDraft
        {
            Metadata = metadata,
            Entries = rows.Entries,
            Doubtful = rows.Doubtful,
            Errors = [.. rows.Errors.OrderBy(e => e.Line)],
            Duplicates = rows.Duplicates,
            Encoding = text.EncodingName,
            RowsRead = rows.Read,
            RowsOfOtherKind = rows.OtherKind,
            FileHash = text.FileHash,
        };
    }
}
