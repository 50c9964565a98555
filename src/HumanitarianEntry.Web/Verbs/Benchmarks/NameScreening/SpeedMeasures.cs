using System.Diagnostics;
using System.Globalization;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.Names;
using HumanitarianEntry.Screening.People;
using HumanitarianEntry.Web.Verbs.Benchmarks.Soaking;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>P1-P3: queries with explanation, build, memory and loading at a million names, one name an entry, half of them in Latin letters. Processor time of the thread.</summary>
internal static class SpeedMeasures
{
    private const int Queries = 2000;
    private const int WarmUp = 1500;
    private const int Seed = 77;

    public static async Task AddAsync(FigureSheet sheet, SetFolder sets, int count)
    {
        var persons = new RussianPersons(sets).Draw(count, Seed).ToArray();
        var list = new WatchList(OwnSearch.Metadata("speed"), [.. persons.Select((p, i) => new ListEntry
        {
            Key = i.ToString("D8", CultureInfo.InvariantCulture),
            Names = [PersonName.Of(i % 2 == 0 ? p.Text : Transliteration.ToIcao(p.Text))],
            BirthDates = [p.Born],
        })]);
        ListIndex.Build(new WatchList(list.Metadata, [.. list.Entries.Take(20_000)]));
        var from = ProcessorClock.Milliseconds;
        var index = ListIndex.Build(list);
        var build = ProcessorClock.Milliseconds - from;
        await sheet.AddAsync(new Figure("P2", $"build of {count} names, parsing included", count / build, "names/ms", null, 150));
        await sheet.AddAsync(new Figure("P3", "index beside the entries", (double)index.IndexBytes / count, "B/name", null, 70, true));
        await AddQueriesAsync(sheet, index, persons, "held");
        await AddSavedAsync(sheet, index, persons);
    }

    private static async Task AddSavedAsync(FigureSheet sheet, ListIndex index, RussianPerson[] persons)
    {
        var folder = Directory.CreateTempSubdirectory("bench-screening");
        try
        {
            var path = Path.Combine(folder.FullName, "saved.index");
            index.Save(path);
            var watch = Stopwatch.StartNew();
            var from = ProcessorClock.Milliseconds;
            using var saved = IndexFile.Open(path);
            saved.Index.Search(QueryOf(persons[0].Text, persons[0].Born));
            await sheet.AddAsync(new Figure("P3", $"load of the saved index ({new FileInfo(path).Length / 1_000_000} MB) to the first answer, wall {watch.ElapsedMilliseconds} ms", (ProcessorClock.Milliseconds - from) / 1000, "s", null, 2, true));
            await AddQueriesAsync(sheet, saved.Index, persons, "loaded");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task AddQueriesAsync(FigureSheet sheet, ListIndex index, RussianPerson[] persons, string what)
    {
        var dice = new Dice(Seed);
        var (times, walls, bytes) = (new List<double>(), new List<double>(), new List<double>());
        var (exact, typo) = (0, 0);
        for (var i = -WarmUp; i < Queries; i++)
        {
            var at = dice.Below(persons.Length);
            var slip = i % 2 != 0;
            var query = QueryOf(slip ? WithSlip(persons[at], dice) : persons[at].Text, persons[at].Born);
            var (from, wall, allocated) = (ProcessorClock.Milliseconds, Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            var found = index.Search(query);
            if (i < 0)
            {
                continue;
            }

            times.Add(ProcessorClock.Milliseconds - from);
            walls.Add(Stopwatch.GetElapsedTime(wall).TotalMilliseconds);
            bytes.Add(GC.GetAllocatedBytesForCurrentThread() - allocated);
            var key = at.ToString("D8", CultureInfo.InvariantCulture);
            var hit = found.Candidates.Any(c => c.Entry.Key == key) ? 1 : 0;
            (exact, typo) = slip ? (exact, typo + hit) : (exact + hit, typo);
        }

        times.Sort();
        walls.Sort();
        bytes.Sort();
        await sheet.AddAsync(new Figure("P1", $"query on the {what} index, top 20 explained, p50 (wall {FigureSheet.Text(walls[Queries / 2])})", times[Queries / 2], "ms CPU", null, 1, true));
        await sheet.AddAsync(new Figure("P1", $"the same, p99 (wall {FigureSheet.Text(walls[Queries * 99 / 100])})", times[Queries * 99 / 100], "ms CPU", null, 5, true));
        await sheet.AddAsync(new Figure("P1", "allocated in a query, p50", bytes[Queries / 2] / 1024, "KiB"));
        await sheet.AddAsync(new Figure("P1", "entry found, name as listed", 2.0 * exact / Queries, "", null, 1));
        await sheet.AddAsync(new Figure("P1", "entry found, one slip in the name", 2.0 * typo / Queries, "", null, 0.98));
    }

    private static PersonQuery QueryOf(string name, BirthDate born) => new() { Names = [PersonName.Of(name)], BirthDate = born };

    /// <summary>One letter left out, doubled, changed or changed places with its neighbour, in the family or the given name.</summary>
    private static string WithSlip(RussianPerson person, Dice dice)
    {
        var inFamily = dice.Below(2) == 0;
        var word = (inFamily ? person.Family : person.Given).ToCharArray().ToList();
        var at = word.Count < 3 ? word.Count - 1 : 1 + dice.Below(word.Count - 2);
        switch (dice.Below(4))
        {
            case 0 when word.Count > 4:
                word.RemoveAt(at);
                break;
            case 1:
                word.Insert(at, word[at]);
                break;
            case 2 when at + 1 < word.Count:
                (word[at], word[at + 1]) = (word[at + 1], word[at]);
                break;
            default:
                word[at] = "абвгдезиклмнопрстуф"[dice.Below(19)];
                break;
        }

        var slipped = new string([.. word]);
        return inFamily ? $"{slipped} {person.Given} {person.Patronymic}" : $"{person.Family} {slipped} {person.Patronymic}";
    }
}
