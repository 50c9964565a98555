using HumanitarianEntry.Screening.Lists;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>The tools measured beside ours; one that is not on this machine is left out and named.</summary>
internal static class Peers
{
    public static bool Wanted { get; set; }

    public static IEnumerable<ISearch> For(IReadOnlyList<ListEntry> list)
    {
        if (!Wanted)
        {
            yield break;
        }

        if (TrigramSearch.Connection is null)
        {
            Console.Error.WriteLine("    pg_trgm: skipped, HE_BENCH_POSTGRES holds no connection string");
        }
        else
        {
            yield return new TrigramSearch(list);
        }

        if (FuzzySharpSearch.Path is null)
        {
            Console.Error.WriteLine("    FuzzySharp: skipped, HE_BENCH_FUZZYSHARP does not name its assembly");
        }
        else
        {
            foreach (var scorer in new[] { "TokenSortRatio", "TokenSetRatio", "WeightedRatio" })
            {
                yield return new FuzzySharpSearch(scorer, list);
            }
        }
    }

    /// <summary>All names of a list in Latin letters: the peers know no Cyrillic, so they are helped with the passport's spelling.</summary>
    public static IEnumerable<(string Key, string Name)> Latin(IReadOnlyList<ListEntry> list) =>
        list.SelectMany(e => e.Names.Select(n => (e.Key, HumanitarianEntry.Screening.Names.Transliteration.ToIcao(n.Display)))).Distinct();
}
