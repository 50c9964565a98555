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

        string?[] asked =
        [
            mapping.Id, mapping.Name, mapping.Family, mapping.Given, mapping.Patronymic, mapping.Aliases, mapping.WeakAliases, mapping.BirthDate, mapping.BirthYear,
            mapping.Sex, mapping.Nationality, mapping.Articles, mapping.Reason, mapping.Place, mapping.Passport, mapping.NationalNumber,
        ];
        foreach (var row in CsvTable.Read(text, asked.OfType<string>()))
        {
            rows.CountRow();
            ReadRow(row, mapping, rows);
        }
    }

    private static void ReadRow(TableRow cells, ColumnMapping mapping, RowCollector rows)
    {
        if (cells.Error is { } error)
        {
            rows.Fail(cells.Line, error);
            return;
        }

        if (cells.Has("schema") && !cells["schema"].Equals("Person", StringComparison.OrdinalIgnoreCase))
        {
            rows.SkipOtherKind();
            return;
        }

        var birth = cells[mapping.BirthDate] is { Length: > 0 } date ? date : cells[mapping.BirthYear];
        var names = Names(cells, mapping);
        if (names.Count == 0 || names[0].IsEmpty)
        {
            rows.Fail(cells.Line, RowErrorKind.MissingName, mapping.Name ?? mapping.Family);
            return;
        }

        var key = KeyOf(cells, mapping);
        if (key.Length == 0)
        {
            rows.Fail(cells.Line, RowErrorKind.MissingKey, mapping.Id);
            return;
        }

        var doubtful = false;
        if (!Cells.TryDates(birth, out var dates))
        {
            rows.Fail(cells.Line, RowErrorKind.UnreadableBirthDate, mapping.BirthDate ?? mapping.BirthYear);
            (dates, doubtful) = ([], true);
        }

        if (!Cells.TrySex(cells[mapping.Sex], out var sex))
        {
            rows.Fail(cells.Line, RowErrorKind.UnreadableSex, mapping.Sex);
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
        rows.Add(entry, cells.Line, doubtful);
    }

    private static List<PersonName> Names(TableRow cells, ColumnMapping mapping)
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

    private static string KeyOf(TableRow cells, ColumnMapping mapping)
    {
        if (mapping.Id is null)
        {
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', cells.Cells))))[..24];
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
}
