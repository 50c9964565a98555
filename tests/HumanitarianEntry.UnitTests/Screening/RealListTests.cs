using System.Diagnostics;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

/// <summary>Recall on public lists, development halves. The floors are what was reached when they were written; they may only rise.</summary>
public sealed class RealListTests
{
    [Fact]
    public void Search_CyrillicNameOfEuListed_FindsTheLatinEntry()
    {
        var queries = SharedSets.Rows("eu_journal_sanctions/dev/cyrillic_known_item.csv");
        var persons = SharedSets.Rows("eu_journal_sanctions/persons.csv.gz");
        var index = ListIndex.Build(A.List([.. persons.Select(p => new ListEntry { Key = p["key"], Names = [PersonName.Of(p["name"])] })]));

        AssertRecall(index, [.. queries.Where((_, i) => i % 4 == 0).Select(q => (q["query"], q["target_key"]))], 0.98);
    }

    [Fact]
    public void Search_EuNameOfBothListed_FindsTheUsEntry()
    {
        var queries = SharedSets.Rows("cross_list_eu_ofac/dev/positives.csv");
        var persons = SharedSets.Rows("ofac_sdn/individuals_2023.csv.gz");
        var index = ListIndex.Build(A.List([.. persons.Select(p => new ListEntry
        {
            Key = p["ent_num"],
            Names = [PersonName.Of(p["name"]), .. p["aliases"].Split(" | ", StringSplitOptions.RemoveEmptyEntries).Select(a => PersonName.Of(a, NameStrength.Alias))],
        })]));

        AssertRecall(index, [.. queries.Where((_, i) => i % 2 == 0).Select(q => (q["eu_name"], q["ofac_ent_num"]))], 0.98);
    }

    [Fact]
    public void Score_NamesakesWithOtherBirthDates_AreRarelyCandidates()
    {
        var pairs = SharedSets.Rows("cross_list_eu_ofac/dev/hard_negatives.csv");
        var alerts = pairs.Where(p => Cells(p["eu_dob"]) is { } born
            && new PersonQuery { Names = [PersonName.Of(p["eu_name"])], BirthDate = born }.Against(A.Entry(p["ofac_name"], p["ofac_dob"].Split(';', '|')[0].Trim())).Band != MatchBand.Below).ToList();

        TestContext.Current.TestOutputHelper?.WriteLine($"{alerts.Count} of {pairs.Count}: {string.Join("; ", alerts.Select(a => a["ofac_ent_num"]))}");
        Assert.True(alerts.Count <= 2, $"{alerts.Count} of {pairs.Count}");
    }

    private static BirthDate? Cells(string text) => BirthDate.TryParse(text, out var date) ? date : null;

    [Fact]
    public void Search_OrdinaryRussianNames_RaisesFewCandidates()
    {
        var family = SharedSets.Rows("russian_names/surnames_freq.csv.gz").Where(s => s["surname"].EndsWith("ов", StringComparison.Ordinal) || s["surname"].EndsWith("ин", StringComparison.Ordinal) || s["surname"].EndsWith("ко", StringComparison.Ordinal)).Take(1200).ToArray();
        var given = SharedSets.Rows("russian_names/given_names.csv.gz").Where(g => g["gender"] == "m").OrderByDescending(g => int.Parse(g["count"], null)).Take(40).ToArray();
        var fathers = SharedSets.Rows("russian_names/patronymics.csv.gz").Where(g => g["gender"] == "m").OrderByDescending(g => int.Parse(g["count"], null)).Take(40).ToArray();
        var persons = SharedSets.Rows("eu_journal_sanctions/persons.csv.gz");
        var index = ListIndex.Build(A.List([.. persons.Select(p => new ListEntry { Key = p["key"], Names = [PersonName.Of(p["name"])] })]));

        var alerts = Enumerable.Range(0, 1200).Count(i => index.Search(A.Person(family[i]["surname"], given[i * 7 % 40]["text"], fathers[i * 11 % 40]["text"])).Candidates.Any(c => c.Score >= 70));

        TestContext.Current.TestOutputHelper?.WriteLine($"{alerts} of 1200 raise a candidate by name alone");
        Assert.True(alerts <= 12, $"{alerts} of 1200");
    }

    [Fact]
    public void Search_HundredThousandNames_AnswersInFiveMilliseconds()
    {
        var family = SharedSets.Rows("russian_names/surnames_freq.csv.gz").Take(20000).ToArray();
        var given = SharedSets.Rows("russian_names/given_names.csv.gz").OrderByDescending(g => int.Parse(g["count"], null)).Take(200).ToArray();
        var fathers = SharedSets.Rows("russian_names/patronymics.csv.gz").OrderByDescending(g => int.Parse(g["count"], null)).Take(200).ToArray();
        var entries = Enumerable.Range(0, 100_000).Select(i => A.Entry($"{family[i % 20000]["surname"]} {given[(i * 7919L + i / 20000) % 200]["text"]} {fathers[(i * 104729L + 13 * (i / 20000)) % 200]["text"]}", null, $"k{i}")).ToArray();
        var built = Stopwatch.StartNew();
        var index = ListIndex.Build(A.List(entries));
        TestContext.Current.TestOutputHelper?.WriteLine($"built in {built.ElapsedMilliseconds} ms");

        var times = new List<double>();
        for (var i = 0; i < 120; i++)
        {
            var query = A.Person(family[i * 37]["surname"], given[i]["text"], fathers[i]["text"], "1990-05-05");
            var before = ThreadClock.Milliseconds;
            _ = index.Search(query);
            times.Add(ThreadClock.Milliseconds - before);
        }

        times.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine($"processor time p50 {times[60]:0.0} ms, p95 {times[114]:0.0} ms");
        Assert.True(times[60] < 5, $"p50 {times[60]:0.0} ms of this thread's processor time");
    }

    [Fact]
    public void Search_LabelledNamePairs_ReachTheirF1()
    {
        var rows = SharedSets.Rows("nomenklatura_name_bench/dev/cases.csv").Where(r => r["schema"] == "Person").ToList();
        var (right, wrong, all) = (0, 0, 0);
        foreach (var row in rows)
        {
            var same = row["is_match"].Equals("true", StringComparison.OrdinalIgnoreCase);
            var result = ListIndex.Build(A.List(A.Entry(row["name2"], null, "k"))).Search(new PersonQuery { Names = [PersonName.Of(row["name1"])] });
            var found = result.Candidates.Any(c => c.Score >= 70);
            all += same ? 1 : 0;
            right += found && same ? 1 : 0;
            wrong += found && !same ? 1 : 0;
        }

        var f1 = 2.0 * right / (right + wrong + all);
        TestContext.Current.TestOutputHelper?.WriteLine($"at 70: precision {(double)right / (right + wrong):0.000}, recall {(double)right / all:0.000}, F1 {f1:0.000} of {rows.Count}");
        Assert.True(f1 >= 0.85, $"F1 {f1:0.000}");
    }

    private static void AssertRecall(ListIndex index, (string Query, string Target)[] cases, double floor)
    {
        var missed = new List<string>();
        var atTen = 0;
        foreach (var (query, target) in cases)
        {
            var result = index.Search(new PersonQuery { Names = [PersonName.Of(query)] });
            if (!result.Candidates.Any(c => c.Entry.Key == target))
            {
                missed.Add(target);
            }

            atTen += result.Candidates.Concat(result.NearestBelow).Take(10).Any(c => c.Entry.Key == target) ? 1 : 0;
        }

        var recall = 1 - ((double)missed.Count / cases.Length);
        TestContext.Current.TestOutputHelper?.WriteLine($"recall {recall:P1} of {cases.Length}; among the first ten, nearest included, {(double)atTen / cases.Length:P1}; missed: {string.Join(' ', missed)}");
        Assert.True(recall >= floor, $"recall {recall:P1}, missed {string.Join(' ', missed)}");
    }
}
