using System.Globalization;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>
/// <c>bench screening --data DIR</c>: where the name screening stands on public lists and labelled pairs (design: screening, goals Q1-Q8, P1-P4, E1). Reads any folder laid
/// out as the shared sets are; what a folder does not hold is skipped by name.
/// </summary>
internal static class ScreeningBench
{
    private const int Seed = 20_260_101;

    public static async Task<int> RunAsync(Options options)
    {
        if (options["--data"] is not { } data || !Directory.Exists(data))
        {
            await Console.Error.WriteLineAsync("bench screening needs --data DIR, a folder with one subfolder for each set.");
            return Verb.WrongUsage;
        }

        var count = int.TryParse(options["--negatives"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : 10_000;
        var only = options["--only"]?.Split(',') ?? [];
        bool Wants(string measure) => only.Length == 0 || only.Contains(measure, StringComparer.OrdinalIgnoreCase);
        Peers.Wanted = options.Has("--peers");
        var sets = new SetFolder(data);
        var sheet = new FigureSheet(options.Has("--json"));
        await FigureSheet.NoteAsync($"bench screening: {MeasureTable.Machine()}; {count} Russian non-matches, seed {Seed}");
        var negatives = new RussianPersons(sets).Draw(count, Seed).ToList();
        var lists = await PublicLists.ReadAsync(sets);
        var misses = options.Has("--misses");
        double? threshold = null;
        if (Wants("Q1") || Wants("Q3"))
        {
            var queries = sets.Rows("eu_journal_sanctions", "cyrillic_known_item.csv").Select(r => (r["query"], r["target_key"])).ToList();
            threshold = await RecallMeasures.AddAsync(sheet, "Q1", "EU Cyrillic to Latin", [.. lists.Eu.Select(PublicLists.MainNameOnly)], queries, negatives, (0.97, 0.995), misses);
        }

        if (Wants("Q2"))
        {
            var queries = sets.Rows("cross_list_eu_ofac", "positives.csv").Select(r => (r["eu_name"], r["ofac_ent_num"])).ToList();
            await RecallMeasures.AddAsync(sheet, "Q2", "EU to US with aliases", lists.Us, queries, negatives, (0.985, 0.995), misses);
        }

        if (Wants("Q3") && threshold is { } score)
        {
            await BirthDateMeasures.AddAsync(sheet, sets, lists, negatives, score, misses);
        }

        if (Wants("Q4"))
        {
            await PairMeasures.AddNamesAsync(sheet, sets, misses);
        }

        if (Wants("Q5"))
        {
            await PairMeasures.AddPersonsAsync(sheet, sets, misses);
        }

        if (Wants("Q6"))
        {
            await RelativeMeasures.AddAsync(sheet, sets, lists, misses);
        }

        if (Wants("Q7"))
        {
            await RomanisationMeasures.AddAsync(sheet, sets);
        }

        if (Wants("Q8"))
        {
            await UnitMeasures.AddAsync(sheet, sets, misses);
        }

        if (Wants("E1"))
        {
            await ExplanationMeasures.AddAsync(sheet, lists, negatives);
        }

        if (options.Has("--speed"))
        {
            var names = int.TryParse(options["--names"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : 1_000_000;
            if (Wants("P1"))
            {
                await SpeedMeasures.AddAsync(sheet, sets, names);
            }

            if (Wants("P4"))
            {
                await DeltaMeasures.AddAsync(sheet, sets, names);
            }
        }

        return await sheet.EndAsync();
    }
}
