using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Lists;

/// <summary>Tables with a header row, read by a column mapping.</summary>
internal static class MappedTable
{
    public static void Read(string text, ColumnMapping mapping, RowCollector rows)
    {
        if (mapping.Name is null && mapping.Family is null)
        {
            throw new InvalidDataException("The mapping names neither a name column nor a family-name column.");
        }

        Header? header = null;
        foreach (var row in CsvRows.Read(text, CsvRows.SeparatorOf(text)))
        {
            if (header is null)
            {
                header = Header.Of(row, mapping);
                continue;
            }

            if (row.IsBlank && !row.Broken)
            {
                continue;
            }

            rows.CountRow();
            ReadRow(row, header, mapping, rows);
        }

        if (header is null)
        {
            throw new InvalidDataException("The list file is empty.");
        }
    }

    private static void ReadRow(CsvRow row, Header header, ColumnMapping mapping, RowCollector rows)
    {
        if (row.Broken)
        {
            rows.Fail(row.Line, RowErrorKind.BrokenQuotes);
            return;
        }

        if (row.Cells.Count != header.Count)
        {
            rows.Fail(row.Line, RowErrorKind.WrongColumnCount);
            return;
        }

        if (row.Cells.Any(Cells.IsDamaged))
        {
            rows.Fail(row.Line, RowErrorKind.UnreadableCharacters);
            return;
        }

        var cells = new NamedCells(row, header);
        if (header.HasSchema && !cells["schema"].Equals("Person", StringComparison.OrdinalIgnoreCase))
        {
            rows.SkipOtherKind();
            return;
        }

        var birth = cells[mapping.BirthDate] is { Length: > 0 } date ? date : cells[mapping.BirthYear];
        var names = Names(cells, mapping);
        if (names.Count == 0 || names[0].IsEmpty)
        {
            rows.Fail(row.Line, RowErrorKind.MissingName, mapping.Name ?? mapping.Family);
            return;
        }

        var key = KeyOf(cells, mapping, row);
        if (key.Length == 0)
        {
            rows.Fail(row.Line, RowErrorKind.MissingKey, mapping.Id);
            return;
        }

        var doubtful = false;
        if (!Cells.TryDates(birth, out var dates))
        {
            rows.Fail(row.Line, RowErrorKind.UnreadableBirthDate, mapping.BirthDate ?? mapping.BirthYear);
            (dates, doubtful) = ([], true);
        }

        if (!Cells.TrySex(cells[mapping.Sex], out var sex))
        {
            rows.Fail(row.Line, RowErrorKind.UnreadableSex, mapping.Sex);
            doubtful = true;
        }

        var entry = new ListEntry
        {
            Key = key,
            Names = names,
            BirthDates = dates,
            Sex = sex,
            Nationalities = Cells.Nationalities(cells[mapping.Nationality]),
            Articles = [.. cells[mapping.Articles].Split([';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Reason = cells[mapping.Reason] is { Length: > 0 } reason ? reason : null,
            Place = cells[mapping.Place] is { Length: > 0 } place ? place : null,
            Identifiers =
            [
                .. Cells.Many(cells[mapping.Passport]).Select(n => new IdentityNumber("passport", n)),
                .. Cells.Many(cells[mapping.NationalNumber]).Select(n => new IdentityNumber("id", n)),
            ],
        };
        rows.Add(entry, row.Line, doubtful);
    }

    private static List<PersonName> Names(NamedCells cells, ColumnMapping mapping)
    {
        var primary = mapping.Name is not null && cells[mapping.Name].Length > 0
            ? PersonName.Of(cells[mapping.Name])
            : PersonName.Of(cells[mapping.Family], cells[mapping.Given], cells[mapping.Patronymic]);
        return
        [
            primary,
            .. Cells.Many(cells[mapping.Aliases]).Select(a => PersonName.Of(a, NameStrength.Alias)),
            .. Cells.Many(cells[mapping.WeakAliases]).Select(a => PersonName.Of(a, NameStrength.WeakAlias)),
        ];
    }

    private static string KeyOf(NamedCells cells, ColumnMapping mapping, CsvRow row)
    {
        if (mapping.Id is null)
        {
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', row.Cells))))[..24];
        }

        var id = cells[mapping.Id];
        if (mapping != EuJournalColumns.Mapping)
        {
            return id;
        }

        // Record numbers of the EU table repeat between annexes and are missing in the oldest acts: there the name has to do.
        var record = id.Length > 0 ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(cells[mapping.Name])))[..12];
        return $"{cells["celex"]}:{cells["annex"]}:{record}";
    }

    private sealed record Header(Dictionary<string, int> Columns, int Count)
    {
        public bool HasSchema => Columns.ContainsKey("schema");

        public static Header Of(CsvRow row, ColumnMapping mapping)
        {
            var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                columns.TryAdd(row.Cells[i].Trim(), i);
            }

            string?[] asked =
            [
                mapping.Id, mapping.Name, mapping.Family, mapping.Given, mapping.Patronymic, mapping.Aliases, mapping.WeakAliases, mapping.BirthDate, mapping.BirthYear,
                mapping.Sex, mapping.Nationality, mapping.Articles, mapping.Reason, mapping.Place, mapping.Passport, mapping.NationalNumber,
            ];
            var missing = asked.FirstOrDefault(c => c is not null && !columns.ContainsKey(c));
            return missing is null ? new Header(columns, row.Cells.Count) : throw new InvalidDataException($"The list file has no column \"{missing}\".");
        }
    }

    private sealed class NamedCells(CsvRow row, Header header)
    {
        public string this[string? column] => column is not null && header.Columns.TryGetValue(column, out var at) ? row.Cells[at].Trim() : "";
    }
}
