using System.Text.RegularExpressions;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Screening.Lists;

/// <summary>US Treasury SDN and ALT files: no header, <c>-0-</c> for an empty cell, facts inside the remarks.</summary>
internal static partial class OfacTable
{
    private const int SdnColumns = 12;
    private const int AltColumns = 5;

    public static void Read(string sdn, string? aliases, RowCollector rows)
    {
        var others = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in CsvRows.Read(sdn, ','))
        {
            rows.CountRow();
            if (IsFit(row, SdnColumns, rows) && row.Cells[0].Trim() is var key && !IsHeader(rows, key))
            {
                ReadPerson(row, key, others, rows);
            }
        }

        foreach (var row in aliases is null ? [] : CsvRows.Read(aliases, ','))
        {
            AddAlias(row, others, rows);
        }
    }

    private static bool IsFit(CsvRow row, int columns, RowCollector rows)
    {
        RowErrorKind? error = row switch
        {
            { Broken: true } => RowErrorKind.BrokenQuotes,
            _ when row.Cells.Count != columns => RowErrorKind.WrongColumnCount,
            _ when row.Cells.Any(Cells.IsDamaged) => RowErrorKind.UnreadableCharacters,
            _ => null,
        };
        if (error is { } kind)
        {
            rows.Fail(row.Line, kind);
        }

        return error is null;
    }

    private static bool IsHeader(RowCollector rows, string key) => rows.Read == 1 && !key.All(char.IsAsciiDigit);

    private static void ReadPerson(CsvRow row, string key, HashSet<string> others, RowCollector rows)
    {
        if (key.Length == 0 || !key.All(char.IsAsciiDigit))
        {
            rows.Fail(row.Line, RowErrorKind.MissingKey, "ent_num");
            return;
        }

        if (!row.Cells[2].Trim().Equals("individual", StringComparison.OrdinalIgnoreCase))
        {
            others.Add(key);
            rows.SkipOtherKind();
            return;
        }

        if (Value(row, 1) is not { Length: > 0 } name)
        {
            rows.Fail(row.Line, RowErrorKind.MissingName, "SDN_Name");
            return;
        }

        var remarks = Value(row, 11);
        var doubtful = !Cells.TryDates(string.Join(';', Births().Matches(remarks).Select(m => m.Groups["it"].Value)), out var dates);
        if (doubtful)
        {
            rows.Fail(row.Line, RowErrorKind.UnreadableBirthDate, "Remarks");
        }

        _ = Cells.TrySex(Genders().Match(remarks).Groups["it"].Value, out var sex);
        var entry = new ListEntry
        {
            Key = key,
            Names = [PersonName.Of(name), .. WeakAliases().Matches(remarks).Select(m => PersonName.Of(m.Groups["it"].Value, NameStrength.WeakAlias))],
            BirthDates = doubtful ? [] : dates,
            Sex = sex,
            Nationalities = Cells.Nationalities(string.Join(';', Nations().Matches(remarks).Select(m => m.Groups["it"].Value))),
            Identifiers = [.. Papers().Matches(remarks).Select(m => new IdentityNumber("passport", m.Groups["it"].Value))],
            Reason = Value(row, 3) is { Length: > 0 } programme ? programme : null,
        };
        rows.Add(entry, row.Line, doubtful);
    }

    private static void AddAlias(CsvRow row, HashSet<string> others, RowCollector rows)
    {
        if (!IsFit(row, AltColumns, rows))
        {
            return;
        }

        var key = row.Cells[0].Trim();
        if (others.Contains(key) || !key.All(char.IsAsciiDigit))
        {
            return;
        }

        var alias = PersonName.Of(Value(row, 3), NameStrength.Alias);
        if (!rows.TryChange(key, e => e with { Names = [.. e.Names, alias] }))
        {
            rows.Fail(row.Line, RowErrorKind.AliasWithoutEntry, "ent_num");
        }
    }

    private static string Value(CsvRow row, int column) => row.Cells[column].Trim() is var cell && cell == "-0-" ? "" : cell;

    [GeneratedRegex(@"(?:^|[;\s])DOB\s+(?<it>[^;]+?)\s*(?:;|\.?\s*$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Births();

    [GeneratedRegex(@"Gender\s+(?<it>Male|Female)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Genders();

    [GeneratedRegex(@"(?:nationality|citizen)\s+(?<it>[A-Z][A-Za-z ]+?)(?:;|\.|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Nations();

    [GeneratedRegex(@"Passport\s+(?<it>[A-Z0-9][A-Z0-9\- ]{3,19}?)(?:\s*\(|;|\.|\s+issued|\s+expires|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Papers();

    [GeneratedRegex(@"a\.k\.a\.\s+['""](?<it>[^'""]+)['""]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex WeakAliases();
}
