using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>E1: the points of every explanation sum to the score, a second index gives the same bytes, and so does the pair compared alone.</summary>
internal static class ExplanationMeasures
{
    private const int Queries = 500;

    public static async Task AddAsync(FigureSheet sheet, PublicLists lists, IReadOnlyList<RussianPerson> negatives)
    {
        var (first, second) = (Build(lists), Build(lists));
        var (all, sums, repeats, alone) = (0, 0, 0, 0);
        var queries = negatives.Take(Queries).Select(n => new PersonQuery { Names = [PersonName.Of(n.Text)], BirthDate = n.Born })
            .Concat(lists.Eu.Where((_, i) => i % 9 == 0).Select(e => new PersonQuery { Names = e.Names.Take(2).ToList(), BirthDate = e.BirthDates.Count > 0 ? e.BirthDates[0] : null, Nationalities = e.Nationalities }));
        foreach (var query in queries)
        {
            var one = Answers(first, query);
            var other = Answers(second, query);
            for (var i = 0; i < one.Count; i++)
            {
                all++;
                var json = one[i].Explanation.ToJson();
                sums += one[i].Explanation.Lines.Sum(l => l.Points) == one[i].Score ? 1 : 0;
                repeats += other.Count == one.Count && other[i].Entry.Key == one[i].Entry.Key && other[i].Explanation.ToJson() == json ? 1 : 0;
                alone += PersonComparison.Compare(query, one[i].Entry).Explanation.ToJson() == json ? 1 : 0;
            }
        }

        await sheet.AddAsync(new Figure("E1", $"{all} explanations: points sum to the score", 100.0 * sums / all, "%", null, 100));
        await sheet.AddAsync(new Figure("E1", "replay on a second index: the same bytes", 100.0 * repeats / all, "%", null, 100));
        await sheet.AddAsync(new Figure("E1", "replay of the pair alone: the same bytes", 100.0 * alone / all, "%", null, 100));
    }

    private static ListIndex Build(PublicLists lists) => ListIndex.Build(new WatchList(OwnSearch.Metadata("eu"), lists.Eu), new WatchList(OwnSearch.Metadata("us"), lists.Us));

    private static List<MatchCandidate> Answers(ListIndex index, PersonQuery query)
    {
        var result = index.Search(query, new SearchOptions { Top = 20, NearestBelow = 3 });
        return [.. result.Candidates, .. result.NearestBelow];
    }
}
