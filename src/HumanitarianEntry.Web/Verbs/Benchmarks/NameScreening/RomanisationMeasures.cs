using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>Q7: conformance pairs of the romanisation systems, where both sides are names of up to four words.</summary>
internal static class RomanisationMeasures
{
    private const int MostWords = 4;
    private static readonly char[] Gaps = [' ', '-', '–', '—'];

    public static async Task AddAsync(FigureSheet sheet, SetFolder sets)
    {
        var pairs = sets.Rows("romanisation_systems", "tests.csv")
            .Select(r => (System: r["system"], Source: Words(r["source"]), Expected: Words(r["expected"])))
            .Where(r => r.Source.Length == r.Expected.Length && r.Source.Length is > 0 and <= MostWords).ToList();
        var same = pairs.Select(p => p.Source.Zip(p.Expected).All(w => CanonicalFold.Of(w.First) == CanonicalFold.Of(w.Second))).ToList();
        await sheet.AddAsync(new Figure("Q7", $"{pairs.Count} name pairs of {pairs.Select(p => p.System).Distinct().Count()} systems: one key", 100.0 * same.Count(s => s) / same.Count, "%", Bootstrap.Of(same.Count, d => 100.0 * d.Count(i => same[i]) / d.Length), 99));
        foreach (var (pair, _) in pairs.Zip(same).Where(p => !p.Second))
        {
            await FigureSheet.NoteAsync($"two keys: {pair.System}: {string.Join(' ', pair.Source)} / {string.Join(' ', pair.Expected)} = {Keys(pair.Source)} / {Keys(pair.Expected)}");
        }
    }

    private static string[] Words(string text) => text.Split(Gaps, StringSplitOptions.RemoveEmptyEntries);

    private static string Keys(string[] words) => string.Join(' ', words.Select(CanonicalFold.Of));
}
