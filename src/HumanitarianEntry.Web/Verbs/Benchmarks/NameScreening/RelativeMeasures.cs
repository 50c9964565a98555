using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>Q6: different people who look alike, birth date given: namesakes of the labelled set, and twins and siblings found in the US list by plain text.</summary>
internal static class RelativeMeasures
{
    private const double Review = 70;
    private static readonly EvidenceKind[] Contradictions = [EvidenceKind.FamilyName, EvidenceKind.GivenName, EvidenceKind.Patronymic, EvidenceKind.OtherName, EvidenceKind.BirthDate, EvidenceKind.Sex];

    public static async Task AddAsync(FigureSheet sheet, SetFolder sets, PublicLists lists, bool misses)
    {
        var us = lists.Us.ToDictionary(e => e.Key, StringComparer.Ordinal);
        var eu = lists.Eu.ToDictionary(e => e.Key, StringComparer.Ordinal);
        var namesakes = sets.Rows("cross_list_eu_ofac", "hard_negatives.csv").Where(r => eu.ContainsKey(r["eu_key"]) && us.ContainsKey(r["ofac_ent_num"])).Select(r => (eu[r["eu_key"]], us[r["ofac_ent_num"]])).ToList();
        var relatives = Relatives(lists.Us);
        var all = new List<(ListEntry One, ListEntry Other, Comparison Found)>();
        foreach (var (one, other) in namesakes.Concat(relatives).Where(p => p.Item1.BirthDates.Count > 0))
        {
            all.Add((one, other, PersonComparison.Compare(new PersonQuery { Names = [one.Names[0]], BirthDate = one.BirthDates[0] }, other)));
        }

        var alerts = all.Select(a => (double)a.Found.Score >= Review).ToList();
        await sheet.AddAsync(new Figure("Q6", $"{namesakes.Count} namesakes, {relatives.Count} twins and siblings, birth date given: alerts", 100.0 * alerts.Count(a => a) / alerts.Count, "%", Bootstrap.Of(alerts.Count, d => 100.0 * d.Count(i => alerts[i]) / d.Length), 2, true));
        var low = all.Where(a => (double)a.Found.Score < Review).ToList();
        await sheet.AddAsync(new Figure("Q6", "of those under 70: the contradiction is named", 100.0 * low.Count(a => a.Found.Explanation.Lines.Any(l => l.Points < 0 && Contradictions.Contains(l.Kind))) / Math.Max(1, low.Count), "%"));
        foreach (var (one, other, found) in all.Where(a => misses && (double)a.Found.Score >= Review))
        {
            await FigureSheet.NoteAsync($"alike at {found.Score}: {one.Names[0].Display} {one.BirthDates[0]} / {found.MatchedName} {string.Join(' ', other.BirthDates)}");
        }
    }

    /// <summary>Two entries of one list with one family name: born on one day with unlike given names, or of one father with unlike given names and other birth years.</summary>
    private static List<(ListEntry, ListEntry)> Relatives(IReadOnlyList<ListEntry> list)
    {
        var found = new List<(ListEntry, ListEntry)>();
        foreach (var family in list.Where(e => e.BirthDates is [{ IsFullDay: true, IsNewYearDummy: false }, ..] && e.Names[0].Display.Contains(',', StringComparison.Ordinal)).GroupBy(FamilyOf, StringComparer.Ordinal))
        {
            var people = family.OrderBy(e => e.Key, StringComparer.Ordinal).ToList();
            for (var i = 0; i < people.Count; i++)
            {
                for (var j = i + 1; j < people.Count; j++)
                {
                    var (a, b) = (Rest(people[i]), Rest(people[j]));
                    var sameDay = people[i].BirthDates[0] == people[j].BirthDates[0];
                    var oneFather = a.Length > 1 && b.Length > 1 && a[1] == b[1] && people[i].BirthDates[0].Year != people[j].BirthDates[0].Year;
                    if ((sameDay || oneFather) && a.Length > 0 && b.Length > 0 && !IsNear(a[0], b[0]))
                    {
                        found.Add((people[i], people[j]));
                    }
                }
            }
        }

        return found;
    }

    private static string FamilyOf(ListEntry entry) => entry.Names[0].Display.Split(',')[0].Trim().ToUpperInvariant();

    private static string[] Rest(ListEntry entry) => entry.Names[0].Display.ToUpperInvariant().Split(',', 2)[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);

    // Plain edit distance, so that the label does not rest on the library that is measured.
    private static bool IsNear(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
            }
        }

        return row[^1] * 5 <= Math.Max(a.Length, b.Length);
    }
}
