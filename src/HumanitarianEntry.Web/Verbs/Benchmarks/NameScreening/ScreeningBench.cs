using System.Globalization;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>
/// <c>bench screening --data DIR</c>: where the name screening stands on public lists and labelled pairs (design: screening, goals Q1-Q8, P1-P4, E1). Reads any folder laid
/// out as the shared sets are; a measure whose files the folder does not hold is skipped by name.
/// <c>--speed</c> measures time and memory too, <c>--runs 3</c> as the median of three.
/// </summary>
internal static class ScreeningBench
{
    private const int Seed = 20_260_101;
    private const int Negatives = 10_000;
    private const int Names = 1_000_000;
    private const string Eu = "eu_journal_sanctions/persons.csv.gz";
    private const string Us = "ofac_sdn/individuals_2023.csv.gz";
    private const string Russian = "russian_names/surnames_freq.csv.gz";

    public static async Task<int> RunAsync(Options options)
    {
        if (options["--data"] is not { } data || !Directory.Exists(data))
        {
            await Console.Error.WriteLineAsync("bench screening needs --data DIR, a folder with one subfolder for each set.");
            return Verb.WrongUsage;
        }

        Peers.Wanted = options.Has("--peers");
        var sets = new SetFolder(data);
        var sheet = new FigureSheet(options.Has("--json"));
        await FigureSheet.NoteAsync($"bench screening: {MeasureTable.Machine()}; seed of the Russian non-matches {Seed}");
        var only = options["--only"]?.Split(',') ?? [];
        var run = new Run(sets, sheet, options.Has("--misses"), Count(options["--negatives"], Negatives), Count(options["--names"], Names));
        foreach (var part in Parts.Where(p => only.Length == 0 ? !p.Speed || options.Has("--speed") : only.Contains(p.Name, StringComparer.OrdinalIgnoreCase)))
        {
            if (part.Needs.Where(n => !sets.Has(n)).ToList() is { Count: > 0 } missing)
            {
                await FigureSheet.NoteAsync($"{part.Name}: skipped, not in the folder: {string.Join(", ", missing)}");
                continue;
            }

            await (part.Speed ? MedianAsync(part, run, Count(options["--runs"], 1)) : part.Measure(run));
        }

        await FigureSheet.NoteAsync($"read: {string.Join(", ", sets.Read)}");
        return await sheet.EndAsync();
    }

    /// <summary>What depends on the clock is measured several times; of each figure the middle one counts.</summary>
    private static async Task MedianAsync(Part part, Run run, int runs)
    {
        var sheets = new List<FigureSheet>();
        for (var i = 0; i < runs; i++)
        {
            sheets.Add(new FigureSheet(json: false, quiet: true));
            await part.Measure(run with { Sheet = sheets[^1] });
        }

        for (var f = 0; f < sheets[0].Figures.Count; f++)
        {
            await run.Sheet.AddAsync(sheets.Select(s => s.Figures[f]).OrderBy(s => s.Value).ElementAt(runs / 2));
        }
    }

    private sealed record Part(string Name, bool Speed, string[] Needs, Func<Run, Task> Measure);

    private static readonly Part[] Parts =
    [
        new("Q1", false, [Eu, Russian, "eu_journal_sanctions/cyrillic_known_item.csv"], r => r.CyrillicAsync()),
        new("Q2", false, [Us, Russian, "cross_list_eu_ofac/positives.csv"], async r =>
        {
            var lists = await r.ListsAsync();
            var queries = r.Sets.Rows("cross_list_eu_ofac", "positives.csv").Select(p => (p["eu_name"], p["ofac_ent_num"])).ToList();
            await RecallMeasures.AddAsync(r.Sheet, "Q2", "EU to US with aliases", lists.Us, queries, r.Persons, (0.985, 0.995), r.Misses);
        }),
        new("Q3", false, [Eu, Us, Russian, "cross_list_eu_ofac/positives.csv", "eu_journal_sanctions/cyrillic_known_item.csv"], async r => await BirthDateMeasures.AddAsync(r.Sheet, r.Sets, await r.ListsAsync(), r.Persons, r.Misses)),
        new("Q4", false, ["nomenklatura_name_bench/cases.csv"], r => PairMeasures.AddNamesAsync(r.Sheet, r.Sets, r.Misses)),
        new("Q5", false, ["nomenklatura_entity_bench/checks.jsonl"], r => PairMeasures.AddPersonsAsync(r.Sheet, r.Sets, r.Misses)),
        new("Q6", false, [Eu, Us, "cross_list_eu_ofac/hard_negatives.csv"], async r => await RelativeMeasures.AddAsync(r.Sheet, r.Sets, await r.ListsAsync(), r.Misses)),
        new("Q7", false, ["romanisation_systems/tests.csv"], r => RomanisationMeasures.AddAsync(r.Sheet, r.Sets)),
        new("Q8", false, ["military_units/osintnav_forces.csv"], r => UnitMeasures.AddAsync(r.Sheet, r.Sets, r.Misses)),
        new("E1", false, [Eu, Us, Russian], async r => await ExplanationMeasures.AddAsync(r.Sheet, await r.ListsAsync(), r.Persons)),
        new("P1", true, [Russian], r => SpeedMeasures.AddAsync(r.Sheet, r.Sets, r.Names)),
        new("P4", true, [Russian, "ofac_sdn/raw/sdn_2022-01.csv.gz", "ofac_sdn/raw/sdn_2023.csv.gz", "ofac_sdn/raw/alt_2022-01.csv.gz"], r => DeltaMeasures.AddAsync(r.Sheet, r.Sets, r.Names)),
    ];

    private static int Count(string? text, int usual) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : usual;

    private sealed record Run(SetFolder Sets, FigureSheet Sheet, bool Misses, int NegativeCount, int Names)
    {
        private PublicLists? lists;
        private List<RussianPerson>? persons;

        public List<RussianPerson> Persons => persons ??= [.. new RussianPersons(Sets).Draw(NegativeCount, Seed)];

        public async Task<PublicLists> ListsAsync() => lists ??= await PublicLists.ReadAsync(Sets);

        public async Task CyrillicAsync()
        {
            var eu = (await ListsAsync()).Eu;
            var queries = Sets.Rows("eu_journal_sanctions", "cyrillic_known_item.csv").Select(q => (q["query"], q["target_key"])).ToList();
            await RecallMeasures.AddAsync(Sheet, "Q1", "EU Cyrillic to Latin", [.. eu.Select(PublicLists.MainNameOnly)], queries, Persons, (0.97, 0.995), Misses);
        }
    }
}
