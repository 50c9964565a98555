using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Referral;
using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Casework.Referrals;

/// <summary>One person of a table of referrals.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Number">The referrer's own number for him.</param>
public sealed record ReferredPerson(int Line, string Number, OpenCase Act);

/// <summary>Why a line cannot be taken.</summary>
public sealed record ReferralComplaint(int Line, IReadOnlyList<Sentence> Why);

/// <summary>A file that is no table of referrals.</summary>
public sealed class NoReferralTableException(Sentence why) : FormatException(why.ToString())
{
    public Sentence Why => why;
}

/// <summary>A table of referrals as it was read: who can be taken on, and what is wrong with the other lines.</summary>
public sealed record ReferralTable(IReadOnlyList<ReferredPerson> People, IReadOnlyList<ReferralComplaint> Complaints)
{
    /// <summary>More is taken in several files.</summary>
    public const int MostRows = 5_000;

    /// <summary>Column names of the table, those that every line must fill first.</summary>
    public static readonly IReadOnlyList<string> Needed = ["number", "pseudonym", "country", "channel", "reason"];

    public static readonly IReadOnlyList<string> Optional =
        ["handle", "safe_hours", "time_zone", "may_leave_message", "language", "stay_ends_on", "in_detention", "wanted", "papers", "family_size", "referred_by"];

    /// <summary>Reads comma-, semicolon- or tab-separated text in UTF-8, UTF-16 or Windows-1251. No line is dropped without a complaint.</summary>
    /// <exception cref="NoReferralTableException">The whole file cannot be taken; the message says why and what to do.</exception>
    public static ReferralTable Read(Stream file)
    {
        var text = ListText.Read(file).Text;
        var rows = CsvRows.Read(text, CsvRows.SeparatorOf(text)).Where(r => r.Broken || !r.IsBlank).ToList();
        if (rows is not [var head, .. var body] || body.Count == 0)
        {
            throw new NoReferralTableException(Sentence.Of("This file holds no people. The first line names the columns, each further line is one person."));
        }

        if (body.Count > MostRows)
        {
            throw new NoReferralTableException(Sentence.Of($"This file has {body.Count} lines. Divide it into files of at most {MostRows}."));
        }

        var columns = ColumnsOf(head);
        var (people, complaints) = (new List<ReferredPerson>(), new List<ReferralComplaint>());
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in body)
        {
            var read = Read(row, columns);
            var wrong = read.Complaints;
            if (wrong.Count == 0 && !seen.TryAdd(read.Number, row.Line))
            {
                wrong.Add(Sentence.Of($"number {read.Number} stands in line {seen[read.Number]} already"));
            }

            if (wrong.Count > 0)
            {
                complaints.Add(new ReferralComplaint(row.Line, wrong));
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
                throw new NoReferralTableException(Sentence.Of($"The first line names a column '{(cell.Length > 40 ? cell[..40] + "…" : cell)}' that is not known or stands there twice. Known are {string.Join(", ", Needed.Concat(Optional))}."));
            }
        }

        return Needed.FirstOrDefault(n => !columns.ContainsKey(n)) is { } missing ? throw new NoReferralTableException(Sentence.Of($"The column '{missing}' is missing. The first line must name {string.Join(", ", Needed)}.")) : columns;
    }

    private static PersonReader Read(CsvRow row, Dictionary<string, int> columns)
    {
        if (row.Broken)
        {
            return PersonReader.Refused(Sentence.Of("a quotation mark is never closed"));
        }

        return row.Cells.Count > columns.Count
            ? PersonReader.Refused(Sentence.Of($"{row.Cells.Count} cells, but {columns.Count} columns"))
            : PersonReader.Read(column => columns.TryGetValue(column, out var at) && at < row.Cells.Count ? row.Cells[at] : null);
    }
}
