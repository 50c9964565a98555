using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

public sealed class ThresholdsTests
{
    [Theory]
    [InlineData(54.9, 54.9)]
    [InlineData(85.1, 60)]
    [InlineData(60, 70)]
    [InlineData(70.05, 60)]
    public void Of_OutOfRangeOrOrder_IsRefused(double review, double supported) => Assert.Throws<ArgumentException>(() => Thresholds.Of((decimal)review, (decimal)supported));

    [Theory]
    [InlineData(55, 55)]
    [InlineData(62.5, 58)]
    [InlineData(70, 60)]
    [InlineData(85, 85)]
    public void Search_AnyThresholds_ShowsWhatComparingEveryEntryShows(double review, double supported)
    {
        var thresholds = Thresholds.Of((decimal)review, (decimal)supported);
        // An entry of a mere initial and a patronymic rests on nothing that could be looked for.
        var entries = Enumerable.Range(5000, 400).Where(i => !InventedNames.Name(i).Contains("А.", StringComparison.Ordinal)).Select(i => A.Entry(InventedNames.Name(i), InventedNames.Born(i), $"e{i}") with { Nationalities = ["RU"] }).ToArray();
        var persons = Enumerable.Range(0, 120).Select(QueryOf).ToList();
        var index = ListIndex.Build(A.List(entries));
        var options = new SearchOptions { Top = 1000, NearestBelow = 0, Thresholds = thresholds };

        var searched = persons.SelectMany((p, i) => index.Search(p, options).Candidates.Select(c => $"{i} {c.Entry.Key} {c.Band}")).Order(StringComparer.Ordinal).ToList();
        var compared = persons.SelectMany((p, i) => entries.Select(e => (e.Key, PersonComparison.Compare(p, e, thresholds).Band)).Where(c => c.Band != MatchBand.Below).Select(c => $"{i} {c.Key} {c.Band}")).Order(StringComparer.Ordinal).ToList();
        var turned = entries.SelectMany(e => PersonsOf(persons).Search(e, thresholds).Select(m => $"{m.PersonId} {m.EntryKey} {m.Comparison.Band}")).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(compared);
        Assert.Equal(compared, searched);
        Assert.Equal(compared, turned);
    }

    [Fact]
    public void Search_FamilyNameWithAnInitialAmongManyBetterSpelt_IsShown()
    {
        var crowd = Enumerable.Range(0, 150).Select(i => A.Entry($"Щуренков Артём {InventedNames.Fathers[i % 5]}", null, $"c{i}"));
        var index = ListIndex.Build(A.List([.. crowd, A.Entry("Щуренко, А.", null, "wanted")]));

        var found = index.Search(A.Person("Щуренков", "Артём", "Уладзіміравіч"), new SearchOptions { Top = 1000, NearestBelow = 0 });

        Assert.Contains(found.Candidates, c => c.Entry.Key == "wanted");
    }

    [Fact]
    public void Search_ListWithThresholdsOfItsOwn_IsShownByThem()
    {
        var entry = A.Entry("Щуренко Артур Юрьевич");
        var index = ListIndex.Build(new WatchList(A.Metadata("strict"), [entry]), new WatchList(A.Metadata("usual"), [entry]));
        var score = PersonComparison.Compare(A.Artyom, entry).Score;
        Assert.InRange(score, Thresholds.Lowest, Thresholds.Highest);

        var options = new SearchOptions { Thresholds = Thresholds.Of(Thresholds.Lowest, Thresholds.Lowest), OfLists = new Dictionary<string, Thresholds> { ["strict"] = Thresholds.Of(Thresholds.Highest, Thresholds.Highest) } };
        var result = index.Search(A.Artyom, options);

        Assert.Equal("usual", Assert.Single(result.Candidates).List.ListId);
        Assert.Equal("strict", Assert.Single(result.NearestBelow).List.ListId);
    }

    private static PersonIndex? turnedRound;

    private static PersonIndex PersonsOf(List<PersonQuery> persons) => turnedRound ??= PersonIndex.Build([.. persons.Select((p, i) => new WatchedPerson($"{i}", p))]);

    private static PersonQuery QueryOf(int seed) => new() { Names = [PersonName.Of(InventedNames.Name(seed))], BirthDate = InventedNames.Born(seed) is { } born ? BirthDate.Parse(born) : null, Nationalities = ["RU"] };
}
