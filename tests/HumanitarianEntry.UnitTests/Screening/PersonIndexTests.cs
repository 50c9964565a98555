using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

public sealed class PersonIndexTests
{
    [Fact]
    public void Search_ChangedEntries_GivesWhatSearchingEveryPersonGives()
    {
        var persons = Enumerable.Range(0, 150).Select(i => new WatchedPerson($"p{i:D3}", QueryOf(i))).ToList();
        var entries = Enumerable.Range(1000, 150).Select(i => A.Entry(InventedNames.Name(i), InventedNames.Born(i), $"e{i}")).ToArray();
        var index = PersonIndex.Build(persons);
        var list = ListIndex.Build(A.List(entries));

        var turned = entries.SelectMany(e => index.Search(e)).Select(m => $"{m.PersonId} {m.EntryKey} {m.Comparison.Explanation.ToJson()}").Order(StringComparer.Ordinal).ToList();
        var straight = persons.SelectMany(p => list.Search(p.Query, new SearchOptions { Top = 1000, NearestBelow = 0 }).Candidates.Select(c => $"{p.Id} {c.Entry.Key} {c.Explanation.ToJson()}")).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(straight);
        Assert.Equal(straight, turned);
    }

    [Fact]
    public void Search_SameNumberAndNothingElse_IsFound()
    {
        var paper = new IdentityNumber("passport", "00 24 001010");
        var index = PersonIndex.Build([new WatchedPerson("p", A.Artyom with { Identifiers = [paper] }), new WatchedPerson("q", A.Timur)]);

        Assert.Equal("p", Assert.Single(index.Search(A.Entry("Пробный Лука") with { Identifiers = [paper] })).PersonId);
    }

    [Fact]
    public void Build_TwoPersonsOfOneId_IsRefused() => Assert.Throws<ArgumentException>(() => PersonIndex.Build([new WatchedPerson("p", A.Artyom), new WatchedPerson("p", A.Timur)]));

    private static PersonQuery QueryOf(int seed) => new() { Names = [PersonName.Of(InventedNames.Name(seed))], BirthDate = InventedNames.Born(seed) is { } born ? BirthDate.Parse(born) : null };
}
