namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>One tool that looks a name up in one list: keys of entries with scores, best first. Scores of two tools are never compared with each other.</summary>
internal interface ISearch : IDisposable
{
    string Name { get; }

    /// <summary>How many of the non-matches this tool is asked about; slow tools are asked about fewer.</summary>
    int Negatives { get; }

    /// <summary>A slow tool is asked every so-manieth query only.</summary>
    int QueryStep { get; }

    IReadOnlyList<(string Key, double Score)> Find(string name);
}

/// <summary>How one query went: the score of the entry that was meant (below zero: not found) and how many entries stood before it.</summary>
internal readonly record struct KnownItem(string Query, string Key, double Score, int Rank);

/// <summary>Queries and non-matches of one tool on one list, and what follows at an alert budget.</summary>
internal sealed record Searched(IReadOnlyList<KnownItem> Known, IReadOnlyList<double> BestOfNegatives)
{
    public static Searched By(ISearch tool, IReadOnlyList<(string Query, string Key)> queries, IReadOnlyList<RussianPerson> negatives)
    {
        var known = queries.Where((_, i) => i % tool.QueryStep == 0).Select(q => Ranked(tool.Find(q.Query), q)).ToList();
        var best = negatives.Take(tool.Negatives).Select(n => tool.Find(n.Text) is [var first, ..] ? first.Score : -1).ToList();
        return new Searched(known, best);
    }

    /// <summary>The least score at which no more than so many of 1,000 non-matches alert.</summary>
    public double Threshold(double alertsPerThousand)
    {
        var ordered = BestOfNegatives.OrderDescending().ToList();
        var allowed = (int)Math.Floor(alertsPerThousand * ordered.Count / 1000);
        return allowed >= ordered.Count ? 0 : Math.BitIncrement(Math.Max(0, ordered[allowed]));
    }

    public double Alerts(double threshold) => 1000.0 * BestOfNegatives.Count(b => b >= threshold) / BestOfNegatives.Count;

    public IReadOnlyList<bool> Recalled(double threshold) => [.. Known.Select(k => k.Score >= threshold)];

    public IReadOnlyList<bool> AmongFirst(int count) => [.. Known.Select(k => k.Rank >= 0 && k.Rank < count)];

    private static KnownItem Ranked(IReadOnlyList<(string Key, double Score)> found, (string Query, string Key) query)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (found[i].Key == query.Key)
            {
                return new KnownItem(query.Query, query.Key, found[i].Score, i);
            }
        }

        return new KnownItem(query.Query, query.Key, -1, -1);
    }
}
