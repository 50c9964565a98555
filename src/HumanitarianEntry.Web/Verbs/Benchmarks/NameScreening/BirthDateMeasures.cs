using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;
using HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>Q3, at the fixed score 70, at which Q1 keeps to its budget: what a known birth date does to false alerts, and what it costs when one date in twenty is a little wrong.</summary>
internal static class BirthDateMeasures
{
    private const int WrongOneIn = 20;

    public static async Task AddAsync(FigureSheet sheet, SetFolder sets, PublicLists lists, IReadOnlyList<RussianPerson> negatives, bool misses)
    {
        using var both = new OwnSearch(ListIndex.Build(new WatchList(OwnSearch.Metadata("eu"), lists.Eu), new WatchList(OwnSearch.Metadata("us"), lists.Us)));
        var alerts = new List<bool>();
        foreach (var person in negatives)
        {
            var found = both.Index.Search(QueryOf(person.Text, person.Born), OwnSearch.Deep);
            var first = found.Candidates.Concat(found.NearestBelow).MaxBy(c => c.Score);
            alerts.Add(first is not null && (double)first.Score >= RecallMeasures.Review);
            if (misses && alerts[^1])
            {
                await FigureSheet.NoteAsync($"false alert {first!.Score}: {person.Text} {person.Born} / {first.MatchedName} {string.Join(' ', first.Entry.BirthDates)}");
            }
        }

        await sheet.AddAsync(new Figure("Q3", $"birth date known, EU + US lists: alerts at the fixed score 70", 1000.0 * alerts.Count(a => a) / alerts.Count, "per 1,000", Scaled(Bootstrap.OfShare(alerts), 1000), 1.5, true));
        await AddLossAsync(sheet, sets, both, RecallMeasures.Review);
    }

    private static async Task AddLossAsync(FigureSheet sheet, SetFolder sets, OwnSearch both, double threshold)
    {
        var dice = new Dice(3);
        var people = sets.Rows("cross_list_eu_ofac", "positives.csv").Select(r => (Name: r["eu_name"], Key: r["ofac_ent_num"], Born: r["dob"]))
            .Concat(sets.Rows("eu_journal_sanctions", "cyrillic_known_item.csv").Select(r => (Name: r["query"], Key: r["target_key"], Born: r["birthDate"])))
            .Where(p => BirthDate.TryParse(p.Born, out var born) && born.IsFullDay)
            .Select(p => (p.Name, p.Key, Born: BirthDate.Parse(p.Born))).ToList();
        var byName = people.Select(p => Finds(both, QueryOf(p.Name, null), p.Key, threshold)).ToList();
        var byDate = people.Select(p => Finds(both, QueryOf(p.Name, dice.Below(WrongOneIn) == 0 ? Wrong(p.Born, dice) : p.Born), p.Key, threshold)).ToList();
        var loss = people.Select((_, i) => (byName[i] ? 1 : 0) - (byDate[i] ? 1 : 0)).ToList();
        await sheet.AddAsync(new Figure("Q3", $"recall lost with birth dates, one in {WrongOneIn} wrong ({people.Count} persons)", 100.0 * loss.Sum() / loss.Count, "points", Bootstrap.Of(loss.Count, drawn => 100.0 * drawn.Sum(i => loss[i]) / drawn.Length), 0.3, true));
    }

    private static bool Finds(OwnSearch index, PersonQuery query, string key, double threshold) => index.Find(query).Any(f => f.Key == key && f.Score >= threshold);

    private static BirthDate Wrong(BirthDate born, Dice dice)
    {
        var (month, day) = (born.Month!.Value, born.Day!.Value);
        return dice.Below(2) == 0 && day <= 12 && day != month
            ? BirthDate.OfDay(born.Year, day, month)
            : BirthDate.OfDay(born.Year + (dice.Below(2) == 0 ? 1 : -1), month, Math.Min(day, 28));
    }

    private static PersonQuery QueryOf(string name, BirthDate? born) => new() { Names = [PersonName.Of(name)], BirthDate = born };

    private static (double, double) Scaled((double Low, double High) interval, double by) => (interval.Low * by, interval.High * by);
}
