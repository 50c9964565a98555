using System.Globalization;
using HumanitarianEntry.Casework.NameScreening;
using HumanitarianEntry.Casework.ScreeningThresholds;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.Names;
using HumanitarianEntry.Screening.People;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Screening;

/// <summary>Carrying a result on is safe only if nobody is left out whose result would be another one. Held against full searches over made-up people and lists.</summary>
public sealed class ListChangesTests
{
    private static readonly string[] Families = ["Щуренков", "Мокрогузов", "Кукшеев", "Дятловский", "Жуйнов", "Цыплухин", "Юшкетов", "Заяцев", "Хохрякин", "Чубарьев", "Ёлкинский", "Шмыговский"];
    private static readonly string[] Givens = ["Артём", "Осип", "Эдуард", "Пётр", "Тимур", "Юрий", "Александр", "Дмитрий"];
    private static readonly string[] Patronymics = ["Юрьевич", "Прохорович", "Геннадьевич", "Петрович"];
    private static readonly SearchOptions Everything = new() { Top = 1000, NearestBelow = 0 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Touch_MadeUpPeopleAndLists_LeavesOutNobodyWhoseResultChanges(int seed)
    {
        var draw = new Draw(seed);
        var before = Enumerable.Range(0, 120).Select(i => Entry(draw, i)).ToList();
        var after = before.Where(_ => draw.Next(10) > 0).Select(e => draw.Next(8) == 0 ? Changed(draw, e) : e).Concat(Enumerable.Range(200, 15).Select(i => Entry(draw, i))).ToList();
        var difference = ListDifference.Between(List("1", before), List("2", after));
        var (old, now) = (ListIndex.Build(List("1", before)), ListIndex.Build(List("2", after)));
        var people = Enumerable.Range(0, 200).Select(i => Person(draw, i, old)).ToList();
        var changes = new ListChanges(difference.Changes.Select(c => ("demo", c.Key)).ToHashSet(), [.. difference.Changes.Select(c => c.After).OfType<ListEntry>().Select(e => ("demo", e))]);

        var touched = changes.Touch(people, ScreeningRules.Usual, null, CancellationToken.None);

        Assert.InRange(touched.Count, 1, people.Count - 1);
        foreach (var left in people.Where(p => !touched.Contains(p.CaseId)))
        {
            Assert.Equal(Said(old, left), Said(now, left));
        }
    }

    private static List<string> Said(ListIndex index, OpenApplicant person) =>
        [.. person.Queries.SelectMany(q => index.Search(q, Everything).Candidates).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Entry.Key} {c.Entry.ContentHash()} {c.Score} {c.Explanation.ToJson()}"))];

    private static OpenApplicant Person(Draw draw, int number, ListIndex lists)
    {
        var query = new PersonQuery { Names = [PersonName.Of(draw.Of(Families), draw.Of(Givens), draw.Of(Patronymics))], BirthDate = BirthDate.OfDay(1960 + draw.Next(45), 1 + draw.Next(12), 1 + draw.Next(28)), Nationalities = ["RU"] };
        var hits = lists.Search(query, Everything).Candidates.Select(c => new ScreeningHit("H1", "demo", c.Entry.Key, "", c.MatchedName, (double)c.Score, [], [], null, HitClass.AdverseCandidate));
        var run = new ScreeningRun(ListIndex.EngineVersion, "hash", [], [.. hits], null);
        var id = new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 9]);
        return new OpenApplicant(id, "DEMO", ScreeningNeed.NewerLists, [query], run, default, 1, new LackingCase(id, "DEMO", default, []));
    }

    private static ListEntry Entry(Draw draw, int number)
    {
        var (family, given) = (draw.Of(Families), draw.Of(Givens));
        var latin = draw.Next(2) == 0;
        return new ListEntry
        {
            Key = "e" + number.ToString(CultureInfo.InvariantCulture),
            Names = [latin ? PersonName.Of($"{Transliteration.ToIcao(family)} {Transliteration.ToIcao(given)}") : PersonName.Of(family, given, draw.Next(2) == 0 ? draw.Of(Patronymics) : null)],
            BirthDates = draw.Next(3) == 0 ? [] : [BirthDate.OfYear(1960 + draw.Next(45))],
        };
    }

    private static ListEntry Changed(Draw draw, ListEntry entry) => draw.Next(3) switch
    {
        0 => entry with { BirthDates = [BirthDate.OfYear(1960 + draw.Next(45))] },
        1 => entry with { Names = [PersonName.Of(draw.Of(Families), draw.Of(Givens), null)] },
        _ => entry with { Reason = "DEMO reworded" },
    };

    private static WatchList List(string version, List<ListEntry> entries) =>
        new(new ListMetadata { ListId = "demo", Publisher = "DEMO", AssertingAuthority = "DEMO", IsPersecutor = false, Version = version, AsOf = new DateOnly(2026, 1, 1), LoadedBy = "DEMO" }, entries);

    /// <summary>The same numbers for the same seed, on every machine.</summary>
    private sealed class Draw(int seed)
    {
        private uint state = (uint)seed * 2_654_435_769u;

        public int Next(int below)
        {
            state = (state * 1_664_525u) + 1_013_904_223u;
            return (int)((state >> 8) % (uint)below);
        }

        public string Of(string[] choices) => choices[Next(choices.Length)];
    }
}
