using System.Diagnostics;
using System.Globalization;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>P4: the entries that a new version of the US list added, against open applicants; and the same pairs by searching every applicant in the whole new list.</summary>
internal static class DeltaMeasures
{
    private const int Applicants = 100_000;
    private const int Seed = 4_004;

    public static async Task AddAsync(FigureSheet sheet, SetFolder sets, int applicants)
    {
        var (before, after) = (Read(sets, "2022-01"), Read(sets, "2023"));
        var difference = ListDifference.Between(before, after);
        var added = difference.Changes.Where(c => c.Change == EntryChange.Added).Select(c => c.After!).ToList();
        var persons = new RussianPersons(sets).Draw(Math.Min(applicants, Applicants), Seed)
            .Select((p, i) => new WatchedPerson(i.ToString(CultureInfo.InvariantCulture), new PersonQuery { Names = [PersonName.Of(p.Family, p.Given, p.Patronymic)], BirthDate = p.Born })).ToList();

        // The listed themselves stand among the applicants too, so that there is something to find.
        persons.AddRange(added.Where((e, i) => i % 10 == 0).Select(e => new WatchedPerson("listed " + e.Key, new PersonQuery { Names = [e.Names[0]], BirthDate = e.BirthDates.Count > 0 ? e.BirthDates[0] : null })));
        var watch = Stopwatch.StartNew();
        var from = ProcessorClock.Milliseconds;
        var index = PersonIndex.Build(persons);
        var built = ProcessorClock.Milliseconds - from;
        var delta = added.SelectMany(e => index.Search(e)).Select(m => (m.PersonId, m.EntryKey, Json: m.Comparison.Explanation.ToJson())).ToHashSet();
        var cost = (ProcessorClock.Milliseconds - from) / 1000;
        await sheet.AddAsync(new Figure("P4", $"{added.Count} persons added, {persons.Count} applicants: {delta.Count} pairs, index of applicants {built / 1000:0.0} s of it, wall {watch.Elapsed.TotalSeconds:0.0}", cost, "s CPU", null, 10, true));
        var keys = added.Select(e => e.Key).ToHashSet(StringComparer.Ordinal);
        var whole = ListIndex.Build(after);
        var full = new HashSet<(string, string, string)>();
        from = ProcessorClock.Milliseconds;
        foreach (var person in persons)
        {
            foreach (var hit in whole.Search(person.Query, new SearchOptions { Top = 1000, NearestBelow = 0 }).Candidates.Where(c => keys.Contains(c.Entry.Key)))
            {
                full.Add((person.Id, hit.Entry.Key, hit.Explanation.ToJson()));
            }
        }

        await sheet.AddAsync(new Figure("P4", "a full run instead", (ProcessorClock.Milliseconds - from) / 1000, "s CPU"));
        await sheet.AddAsync(new Figure("P4", $"pairs that differ from the full run ({delta.Except(full).Count()} only here, {full.Except(delta).Count()} only there)", delta.Except(full).Count() + full.Except(delta).Count(), "pairs", null, 0, true));
        foreach (var (person, entry, json) in delta.Except(full).Concat(full.Except(delta)).Take(5))
        {
            await FigureSheet.NoteAsync($"differs: {person} {entry} {json}");
        }
    }

    private static WatchList Read(SetFolder sets, string version)
    {
        using var file = sets.Open($"ofac_sdn/raw/sdn_{version}.csv.gz");
        using var aliases = sets.Open("ofac_sdn/raw/alt_2022-01.csv.gz");
        return ListReader.Read(file, new ListFormat.OfacSdn(aliases), OwnSearch.Metadata("us", version)).AcceptWithGaps();
    }
}
