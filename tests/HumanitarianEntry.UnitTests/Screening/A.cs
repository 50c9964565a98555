using HumanitarianEntry.Screening.Lists;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.People;

namespace HumanitarianEntry.UnitTests.Screening;

/// <summary>Short ways to lists and queries. The people are invented (handbook, acceptance cases).</summary>
internal static class A
{
    public static ListMetadata Metadata(string id = "demo", string version = "1", bool persecutor = false) => new()
    {
        ListId = id,
        Publisher = "DEMO publisher",
        AssertingAuthority = "DEMO authority",
        IsPersecutor = persecutor,
        Version = version,
        AsOf = new DateOnly(2026, 1, 1),
        LoadedBy = "demo",
    };

    public static ListEntry Entry(string name, string? born = null, string? key = null) => new()
    {
        Key = key ?? name,
        Names = [PersonName.Of(name)],
        BirthDates = born is null ? [] : [BirthDate.Parse(born)],
    };

    public static WatchList List(params ListEntry[] entries) => new(Metadata(), entries);

    public static PersonQuery Person(string family, string given, string? patronymic, string? born = null) => new()
    {
        Names = [PersonName.Of(family, given, patronymic)],
        BirthDate = born is null ? null : BirthDate.Parse(born),
    };

    public static PersonQuery Artyom => Person("Щуренков", "Артём", "Юрьевич", "1998-03-14");

    public static PersonQuery Timur => Person("Айсъяров", "Тимур", "Шамильевич", "2000-07-19");

    public static PersonQuery Gleb => Person("Цыплухин", "Глеб", "Ильич", "1996-08-30");

    public static PersonQuery Pyotr => Person("Жуйнов", "Пётр", "Алексеевич", "1994-11-11");

    /// <summary>The one entry searched alone, candidate or not.</summary>
    public static MatchCandidate Against(this PersonQuery query, ListEntry entry)
    {
        var result = ListIndex.Build(List(entry)).Search(query, new SearchOptions { NearestBelow = 1 });
        return result.Candidates.Concat(result.NearestBelow).Single();
    }
}
