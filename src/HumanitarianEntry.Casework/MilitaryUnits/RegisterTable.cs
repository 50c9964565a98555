using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Casework.MilitaryUnits;

/// <summary>What reading a register file gave. It is taken whole or not at all.</summary>
public sealed record RegisterDraft(IReadOnlyList<RegisterEntry> Entries, IReadOnlyList<RowError> Errors, IReadOnlyList<DuplicateKey> Duplicates, string Encoding, int RowsRead, string FileHash);

/// <summary>Reads register files: tables with a header row, one row an entry. Several values in a cell are divided by semicolons or bars; a name or parent may carry its time as "[2016..2022-11]".</summary>
public static partial class RegisterTable
{
    private const int MostLetters = 2_000;
    private const int MostParts = 100;

    /// <exception cref="InvalidDataException">The file as a whole cannot be read: encoding, no header, a column is missing.</exception>
    public static RegisterDraft Read(Stream file, RegisterKind kind)
    {
        var text = ListText.Read(file);
        var (errors, duplicates, entries, lines) = (new List<RowError>(), new List<DuplicateKey>(), new List<RegisterEntry>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var read = 0;
        foreach (var row in CsvTable.Read(text.Text, kind switch { RegisterKind.Units => (string[])["key", "number", "names_ru", "names_en"], RegisterKind.Incidents => ["id", "units", "place", "from", "to", "type", "contested", "sources"] }))
        {
            read++;
            var cells = new Reading(row, errors);
            var entry = row.Error is { } broken ? cells.Fail(broken) : kind switch { RegisterKind.Units => Unit(cells), RegisterKind.Incidents => Incident(cells) };
            if (entry is null)
            {
                continue;
            }

            if (lines.TryAdd(entry.Key, row.Line))
            {
                entries.Add(entry);
            }
            else
            {
                duplicates.Add(new DuplicateKey(entry.Key, lines[entry.Key], row.Line));
            }
        }

        errors.AddRange(UnitTree.FaultsOf([.. entries.OfType<UnitEntry>()]).Select(f => new RowError(lines[f.Key], f.Kind, "parents")));
        return new RegisterDraft(entries, [.. errors.OrderBy(e => e.Line)], duplicates, text.EncodingName, read, text.FileHash);
    }

    private static UnitEntry? Unit(Reading row)
    {
        var unit = new UnitEntry(row.Text("key", needed: true))
        {
            Number = row.Number("number"),
            NamesRu = row.DatedMany("names_ru"),
            NamesEn = row.DatedMany("names_en"),
            Parents = row.DatedMany("parents"),
            Garrison = row.Text("garrison") is { Length: > 0 } garrison ? garrison : null,
            Latitude = row.Degrees("latitude", 90),
            Longitude = row.Degrees("longitude", 180),
            Sources = row.Many("sources"),
        };
        if (unit.Number is null && unit.NamesRu.IsEmpty && unit.NamesEn.IsEmpty)
        {
            row.Fail(RowErrorKind.MissingName, "number");
        }

        if (row.IsSound && unit.Latitude is null != unit.Longitude is null)
        {
            row.Fail(RowErrorKind.UnreadablePosition, "latitude");
        }

        return row.IsSound ? unit : null;
    }

    private static IncidentEntry? Incident(Reading row)
    {
        var (from, to) = (row.Date("from"), row.Date("to"));
        var incident = new IncidentEntry(row.Text("id", needed: true))
        {
            Units = row.Many("units"),
            Place = row.Text("place", needed: true),
            Latitude = row.Degrees("latitude", 90),
            Longitude = row.Degrees("longitude", 180),
            From = from ?? default,
            To = to ?? default,
            Type = row.Text("type", needed: true),
            Contested = row.YesNo("contested"),
            Sources = row.Many("sources"),
        };
        if (incident.Units.IsEmpty || incident.Units.Any(u => u.All(char.IsAsciiDigit) ? !UnitRules.IsNumber(u) : u.Length > 200))
        {
            row.Fail(RowErrorKind.UnreadableUnitNumber, "units");
        }

        if (incident.Sources.IsEmpty)
        {
            row.Fail(RowErrorKind.UnreadableValue, "sources");
        }

        if (row.IsSound && incident.Latitude is null != incident.Longitude is null)
        {
            row.Fail(RowErrorKind.UnreadablePosition, "latitude");
        }

        if (from is { } first && to is { } last && last.Latest < first.Earliest)
        {
            row.Fail(RowErrorKind.EndsBeforeItBegins, "to");
        }

        return row.IsSound ? incident : null;
    }

    [GeneratedRegex(@"^(?<text>[^\[\]]+?)\s*(?:\[\s*(?<from>[\d-]*)\s*\.\.\s*(?<to>[\d-]*)\s*\])?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DatedText();

    /// <summary>One row while it is read; the first fault of each cell is kept with its line.</summary>
    private sealed class Reading(TableRow row, List<RowError> errors)
    {
        public bool IsSound { get; private set; } = true;

        public RegisterEntry? Fail(RowErrorKind kind, string? column = null)
        {
            IsSound = false;
            errors.Add(new RowError(row.Line, kind, column));
            return null;
        }

        public string Text(string column, bool needed = false)
        {
            var text = row[column];
            if (text.Length > MostLetters || (needed && text.Length == 0) || (needed && column is "key" or "id" && text.Length > 64))
            {
                Fail(column is "key" or "id" && text.Length == 0 ? RowErrorKind.MissingKey : RowErrorKind.UnreadableValue, column);
            }

            return text;
        }

        public ImmutableList<string> Many(string column)
        {
            var parts = Text(column).Split([';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length > MostParts)
            {
                Fail(RowErrorKind.UnreadableValue, column);
            }

            return [.. parts.Take(MostParts)];
        }

        public string? Number(string column)
        {
            var number = row[column];
            if (number.Length > 0 && !UnitRules.IsNumber(number))
            {
                Fail(RowErrorKind.UnreadableUnitNumber, column);
            }

            return number.Length == 0 ? null : number;
        }

        public PartialDate? Date(string column)
        {
            if (PartialDate.TryParse(row[column], out var date))
            {
                return date;
            }

            Fail(RowErrorKind.UnreadableDate, column);
            return null;
        }

        public double? Degrees(string column, int most)
        {
            var text = row[column];
            if (text.Length == 0)
            {
                return null;
            }

            if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most)
            {
                return degrees;
            }

            Fail(RowErrorKind.UnreadablePosition, column);
            return null;
        }

        public bool YesNo(string column)
        {
            var word = row[column].ToUpperInvariant();
            if (word is not ("YES" or "NO" or "ДА" or "НЕТ"))
            {
                Fail(RowErrorKind.UnreadableValue, column);
            }

            return word is "YES" or "ДА";
        }

        public ImmutableList<Dated> DatedMany(string column)
        {
            var found = ImmutableList.CreateBuilder<Dated>();
            foreach (var part in Many(column))
            {
                var match = DatedText().Match(part);
                var (from, to) = (match.Groups["from"].Value, match.Groups["to"].Value);
                var (first, last) = (default(PartialDate), default(PartialDate));
                if (!match.Success || (from.Length > 0 && !PartialDate.TryParse(from, out first)) || (to.Length > 0 && !PartialDate.TryParse(to, out last)))
                {
                    Fail(RowErrorKind.UnreadableDate, column);
                }
                else if (from.Length > 0 && to.Length > 0 && last.Latest < first.Earliest)
                {
                    Fail(RowErrorKind.EndsBeforeItBegins, column);
                }
                else
                {
                    found.Add(new Dated(match.Groups["text"].Value, from.Length > 0 ? first : null, to.Length > 0 ? last : null));
                }
            }

            return found.ToImmutable();
        }
    }
}
