using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.Web.Verbs.Benchmarks.NameScreening;

/// <summary>The library under test.</summary>
internal sealed class OwnSearch(ListIndex index) : ISearch
{
    public static readonly SearchOptions Deep = new() { Top = 50, NearestBelow = 50 };

    public string Name => "ours";

    public int Negatives => int.MaxValue;

    public int QueryStep => 1;

    public ListIndex Index => index;

    public IReadOnlyList<(string Key, double Score)> Find(string name) => Find(new PersonQuery { Names = [PersonName.Of(name)] });

    public IReadOnlyList<(string Key, double Score)> Find(PersonQuery query)
    {
        var result = index.Search(query, Deep);
        return [.. result.Candidates.Concat(result.NearestBelow).OrderByDescending(c => c.Score).Select(c => (c.Entry.Key, (double)c.Score))];
    }

    public static ListIndex IndexOf(string listId, IEnumerable<ListEntry> entries) => ListIndex.Build(new WatchList(Metadata(listId), [.. entries]));

    public static ListMetadata Metadata(string listId, string version = "bench") => new()
    {
        ListId = listId,
        Publisher = "bench",
        AssertingAuthority = "bench",
        IsPersecutor = false,
        Version = version,
        AsOf = new DateOnly(2026, 1, 1),
        LoadedBy = "bench",
    };

    public void Dispose()
    {
    }
}
