using System.Globalization;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Casework.Referrals;

/// <summary>One person of a table of referrals.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Number">The referrer's own number for him.</param>
public sealed record ReferredPerson(int Line, string Number, OpenCase Act);

/// <summary>Why a line cannot be taken.</summary>
public sealed record ReferralComplaint(int Line, string Why);

/// <summary>A table of referrals as it was read: who can be taken on, and what is wrong with the other lines.</summary>
public sealed record ReferralTable(IReadOnlyList<ReferredPerson> People, IReadOnlyList<ReferralComplaint> Complaints)
{
    /// <summary>More is taken in several files.</summary>
    public const int MostRows = 5_000;

    private const string Number = "number";
    private const int LongestCell = 5_000;

    /// <summary>Column names of the table, those that every line must fill first.</summary>
    public static readonly IReadOnlyList<string> Needed = [Number, "pseudonym", "country", "channel", "reason"];

    public static readonly IReadOnlyList<string> Optional =
        ["handle", "safe_hours", "time_zone", "may_leave_message", "language", "stay_ends_on", "in_detention", "wanted", "papers", "family_size", "referred_by"];

    private static readonly Dictionary<string, ChannelKind> Channels = Enum.GetValues<ChannelKind>().ToDictionary(c => Acts.Keys.Kebab(c.ToString()), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads comma-, semicolon- or tab-separated text in UTF-8, UTF-16 or Windows-1251. No line is dropped without a complaint.</summary>
    /// <exception cref="InvalidDataException">The whole file cannot be taken; the message says why and what to do.</exception>
    public static ReferralTable Read(Stream file)
    {
        var text = ListText.Read(file).Text;
        var rows = CsvRows.Read(text, CsvRows.SeparatorOf(text)).Where(r => r.Broken || !r.IsBlank).ToList();
        if (rows is not [var head, .. var body] || body.Count == 0)
        {
            throw new InvalidDataException("This file holds no people. The first line names the columns, each further line is one person.");
        }

        if (body.Count > MostRows)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"This file has {body.Count} lines. Divide it into files of at most {MostRows}."));
        }

        var columns = ColumnsOf(head);
        var (people, complaints) = (new List<ReferredPerson>(), new List<ReferralComplaint>());
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in body)
        {
            var read = RowReader.Read(row, columns);
            var wrong = read.Complaints;
            if (wrong.Count == 0 && !seen.TryAdd(read.Number, row.Line))
            {
                wrong.Add($"number {read.Number} stands in line {seen[read.Number]} already");
            }

            if (wrong.Count > 0)
            {
                complaints.Add(new ReferralComplaint(row.Line, string.Join("; ", wrong)));
            }
            else
            {
                people.Add(new ReferredPerson(row.Line, read.Number, read.Act!));
            }
        }

        return new ReferralTable(people, complaints);
    }

    private static Dictionary<string, int> ColumnsOf(CsvRow head)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, cell) in head.Cells.Index())
        {
            var name = cell.Trim().Replace(' ', '_');
            if (!Needed.Concat(Optional).Contains(name, StringComparer.OrdinalIgnoreCase) || !columns.TryAdd(name, index))
            {
                throw new InvalidDataException($"The first line names a column '{(cell.Length > 40 ? cell[..40] + "…" : cell)}' that is not known or stands there twice. Known are {string.Join(", ", Needed.Concat(Optional))}.");
            }
        }

        return Needed.FirstOrDefault(n => !columns.ContainsKey(n)) is { } missing ? throw new InvalidDataException($"The column '{missing}' is missing. The first line must name {string.Join(", ", Needed)}.") : columns;
    }

    /// <summary>Reads the cells of one line and collects everything that is wrong with it.</summary>
    private sealed class RowReader(CsvRow row, Dictionary<string, int> columns)
    {
        private List<string> Complaints { get; } = [];

        public static (string Number, OpenCase? Act, List<string> Complaints) Read(CsvRow row, Dictionary<string, int> columns)
        {
            var reader = new RowReader(row, columns);
            if (row.Broken)
            {
                return (string.Empty, null, ["a quotation mark is never closed"]);
            }

            if (row.Cells.Count > columns.Count)
            {
                return (string.Empty, null, [$"{row.Cells.Count} cells, but {columns.Count} columns"]);
            }

            foreach (var needed in Needed.Where(n => reader.Cell(n) is null))
            {
                reader.Complaints.Add($"{needed} is empty");
            }

            foreach (var _ in row.Cells.Where(c => c.Length > LongestCell || c.Contains('\0', StringComparison.Ordinal)).Take(1))
            {
                reader.Complaints.Add($"a cell is longer than {LongestCell} signs or no text");
            }

            var act = reader.Act();
            return (reader.Cell(Number) ?? string.Empty, act, reader.Complaints);
        }

        private OpenCase Act()
        {
            var country = Cell("country")?.ToUpperInvariant() ?? "XX";
            Demand(country.Length == 2 && country.All(char.IsAsciiLetterUpper), "country", "has two letters, such as KZ");
            var language = Cell("language") ?? "ru";
            Demand(language.Length == 2 && language.All(char.IsAsciiLetterLower), "language", "has two small letters, such as ru");
            Demand(Channels.TryGetValue(Cell("channel") ?? string.Empty, out var channel) || Cell("channel") is null, "channel", $"is one of {string.Join(", ", Channels.Keys)}");
            Demand(channel == ChannelKind.SecureSpace || Cell("handle") is not null || Cell("channel") is null, "handle", "is needed for this channel");
            Demand(PartialDate.TryParse(Cell("stay_ends_on"), out var stay) || Cell("stay_ends_on") is null, "stay_ends_on", "is a date such as 2026-11-30, 2026-11 or 2026");
            Demand(int.TryParse(Cell("family_size") ?? "1", NumberStyles.None, CultureInfo.InvariantCulture, out var family) && family is >= 1 and <= 50, "family_size", "is a number from 1 to 50");
            return new OpenCase(Cell("pseudonym") ?? "-", new ContactChannel(channel, Cell("handle") ?? string.Empty, Cell("safe_hours") ?? string.Empty, Cell("time_zone") ?? string.Empty, YesNo("may_leave_message") ?? false), country, language, Cell("reason") ?? "-")
            {
                StayExpiresOn = Cell("stay_ends_on") is null ? null : stay,
                InDetention = YesNo("in_detention") ?? false,
                Wanted = YesNo("wanted"),
                PapersHeld = [.. (Cell("papers") ?? string.Empty).Split(['|', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
                FamilySize = family,
                ReferredBy = Cell("referred_by") ?? "organisation",
            };
        }

        private bool? YesNo(string column) => Cell(column)?.ToLowerInvariant() switch
        {
            null or "unknown" or "?" => null,
            "yes" or "y" or "1" or "да" or "oui" => true,
            "no" or "n" or "0" or "нет" or "non" => false,
            _ => Demand(false, column, "is yes or no"),
        };

        private bool? Demand(bool holds, string column, string rule)
        {
            if (!holds)
            {
                Complaints.Add($"{column} {rule}");
            }

            return null;
        }

        private string? Cell(string column) => columns.TryGetValue(column, out var at) && at < row.Cells.Count && !string.IsNullOrWhiteSpace(row.Cells[at]) ? row.Cells[at].Trim() : null;
    }
}
