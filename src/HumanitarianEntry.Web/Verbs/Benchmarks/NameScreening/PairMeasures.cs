using System.Globalization;
using System.Text.Json;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>Q4 and Q5: labelled pairs of names and of whole persons, at the score from which a person must look.</summary>
internal static class PairMeasures
{
    private const double Review = 70;

    public static async Task AddNamesAsync(FigureSheet sheet, SetFolder sets, bool misses)
    {
        var rows = sets.Rows("nomenklatura_name_bench", "cases.csv").Where(r => r["schema"] == "Person").ToList();
        var pairs = rows.Select(r => (Same: IsTrue(r["is_match"]), Score: Score(r["name1"], r["name2"]))).ToList();
        await sheet.AddAsync(new Figure("Q4", $"name pairs, {pairs.Count} persons: F1 at score 70", F1([.. pairs.Select(p => (p.Same, p.Score >= Review))]), "", Bootstrap.Of(pairs.Count, drawn => F1([.. drawn.Select(i => (pairs[i].Same, pairs[i].Score >= Review))])), 0.80));
        await sheet.AddAsync(new Figure("Q4", "name pairs: best F1 at any score", Enumerable.Range(40, 55).Max(t => F1([.. pairs.Select(p => (p.Same, p.Score >= t))])), ""));
        var strong = rows.Zip(pairs).Where(r => r.First["quality"] == "STRONG").ToList();
        await sheet.AddAsync(new Figure("Q4", $"name pairs of the STRONG tier ({strong.Count}): right", Share(strong, s => s.Second.Same == s.Second.Score >= Review), "", null, 1));
        if (sets.Has("nomenklatura_name_bench", "logicv2-frozen.csv"))
        {
            var frozen = sets.Rows("nomenklatura_name_bench", "logicv2-frozen.csv").Where(r => r["schema"] == "Person").Select(r => (Same: IsTrue(r["is_match"]), Found: double.Parse(r["score"], CultureInfo.InvariantCulture) >= 0.7)).ToList();
            await sheet.AddAsync(new Figure("Q4", $"logic-v2's stored answers, {frozen.Count} persons: F1 at 0.7", F1(frozen), "", Bootstrap.Of(frozen.Count, drawn => F1([.. drawn.Select(i => frozen[i])]))));
        }

        foreach (var (row, pair) in rows.Zip(pairs).Where(r => misses && r.Second.Same != r.Second.Score >= Review))
        {
            await FigureSheet.NoteAsync($"pair {(pair.Same ? "same" : "other")} at {pair.Score:0.0} {row["quality"]}: {row["name1"]} / {row["name2"]} [{row["category"]}]");
        }
    }

    public static async Task AddPersonsAsync(FigureSheet sheet, SetFolder sets, bool misses)
    {
        var right = new List<bool>();
        foreach (var line in sets.Lines("nomenklatura_entity_bench", "checks.jsonl"))
        {
            using var check = JsonDocument.Parse(line);
            if (check.RootElement.GetProperty("schema").GetString() != "Person")
            {
                continue;
            }

            var (query, candidate) = (check.RootElement.GetProperty("query"), check.RootElement.GetProperty("candidate"));
            if (!NamesOf(candidate).Any(n => n.Display.Any(char.IsLetter)) || !NamesOf(query).Any(n => n.Display.Any(char.IsLetter)))
            {
                continue;
            }

            var comparison = PersonComparison.Compare(
                new PersonQuery { Names = NamesOf(query), BirthDate = Dates(query) is [var born, ..] ? born : null, Nationalities = Countries(query) },
                new ListEntry { Key = "k", Names = NamesOf(candidate), BirthDates = Dates(candidate), Nationalities = Countries(candidate) });
            var same = check.RootElement.GetProperty("match").GetBoolean();
            right.Add(same == (double)comparison.Score >= Review);
            if (misses && !right[^1])
            {
                await FigureSheet.NoteAsync($"entity {(same ? "same" : "other")} at {comparison.Score}: {line}");
            }
        }

        await sheet.AddAsync(new Figure("Q5", $"entity pairs, {right.Count} persons: right at score 70 (design's goal .95)", Share(right, r => r), "", Bootstrap.OfShare(right)));
    }

    private static double Score(string one, string other) =>
        (double)PersonComparison.Compare(new PersonQuery { Names = [PersonName.Of(one)] }, new ListEntry { Key = "k", Names = [PersonName.Of(other)] }).Score;

    private static double F1(IReadOnlyList<(bool Same, bool Found)> pairs)
    {
        var right = pairs.Count(p => p is { Same: true, Found: true });
        return right == 0 ? 0 : 2.0 * right / (pairs.Count(p => p.Same) + pairs.Count(p => p.Found));
    }

    private static double Share<T>(IReadOnlyCollection<T> cases, Func<T, bool> holds) => cases.Count == 0 ? 1 : cases.Count(holds) / (double)cases.Count;

    private static bool IsTrue(string text) => text.Equals("true", StringComparison.OrdinalIgnoreCase);

    private static PersonName[] NamesOf(JsonElement of) => [.. Texts(of, "name").Concat(Texts(of, "alias")).Select(n => PersonName.Of(n))];

    private static BirthDate[] Dates(JsonElement of) => [.. Texts(of, "birthDate").Where(d => BirthDate.TryParse(d, out _)).Select(BirthDate.Parse)];

    private static string[] Countries(JsonElement of) => [.. Texts(of, "country").Concat(Texts(of, "nationality")).Select(c => c.ToUpperInvariant())];

    private static IEnumerable<string> Texts(JsonElement of, string name) => !of.TryGetProperty(name, out var value)
        ? []
        : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.GetString() ?? "")] : [value.ToString()];
}
