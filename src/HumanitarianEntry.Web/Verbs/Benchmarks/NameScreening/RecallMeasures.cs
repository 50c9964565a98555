using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>Q1 and Q2: recall at a budget of alerts, ours and the peers on the same queries.</summary>
internal static class RecallMeasures
{
    public const double Review = 70;
    private const double Budget = 10;

    public static async Task AddAsync(FigureSheet sheet, string measure, string what, IReadOnlyList<ListEntry> list, IReadOnlyList<(string Query, string Key)> queries, IReadOnlyList<RussianPerson> negatives, (double Recall, double AmongTen) goals, bool misses)
    {
        using var own = new OwnSearch(OwnSearch.IndexOf(measure, list));
        var found = Searched.By(own, queries, negatives);
        var threshold = found.Threshold(Budget);
        var interval = await AddToolAsync(sheet, measure, $"{what}, ours", found, threshold, goals);
        await sheet.AddAsync(new Figure(measure, $"{what}, ours at the fixed score 70: alerts", found.Alerts(Review), "per 1,000", null, Budget, true));
        await sheet.AddAsync(new Figure(measure, $"{what}, ours at the fixed score 70: recall", Share(found.Recalled(Review)), "", Bootstrap.OfShare(found.Recalled(Review)), goals.Recall));
        if (misses)
        {
            await NoteMissesAsync(found, threshold, list);
        }

        foreach (var peer in Peers.For(list))
        {
            using (peer)
            {
                var others = Searched.By(peer, queries, negatives);
                var theirs = await AddToolAsync(sheet, measure, $"{what}, {peer.Name}{(peer.QueryStep > 1 ? $" (1 query in {peer.QueryStep})" : "")}", others, others.Threshold(Budget), null);
                await FigureSheet.NoteAsync(interval.Low > theirs.High ? $"ours beats {peer.Name}" : interval.High < theirs.Low ? $"{peer.Name} beats ours" : $"ours and {peer.Name} do not differ beyond chance");
            }
        }
    }

    private static async Task<(double Low, double High)> AddToolAsync(FigureSheet sheet, string measure, string name, Searched found, double threshold, (double Recall, double AmongTen)? goals)
    {
        var recalled = found.Recalled(threshold);
        var interval = Bootstrap.OfShare(recalled);
        var first = found.AmongFirst(10);
        await sheet.AddAsync(new Figure(measure, $"{name}: recall at {FigureSheet.Text(found.Alerts(threshold))} alerts/1,000 (score {FigureSheet.Text(threshold)})", Share(recalled), "", interval, goals?.Recall));
        await sheet.AddAsync(new Figure(measure, $"{name}: recall among the first ten", Share(first), "", Bootstrap.OfShare(first), goals?.AmongTen));
        return interval;
    }

    private static async Task NoteMissesAsync(Searched found, double threshold, IReadOnlyList<ListEntry> list)
    {
        var names = list.ToDictionary(e => e.Key, e => e.Names, StringComparer.Ordinal);
        foreach (var known in found.Known.Where(k => k.Score < threshold))
        {
            await FigureSheet.NoteAsync($"missed at {known.Score:0.0} (rank {known.Rank}): {known.Query} / {string.Join(" | ", names[known.Key].Take(4).Select(n => n.Display))}");
        }
    }

    private static double Share(IReadOnlyList<bool> cases) => cases.Count(c => c) / (double)cases.Count;
}
