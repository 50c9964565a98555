using System.Collections.Frozen;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Casework.DossierMaking.LeakSearch;

/// <summary>Words that stand in fields for names and are none: what somebody is, the mark of the demonstration.</summary>
internal static class GenericWords
{
    /// <summary>What somebody is: before a capital word it says that this is his name.</summary>
    private static readonly string[] People =
    [
        "lawyer", "мать", "мама", "отец", "папа", "брат", "сестра", "жена", "муж", "сын", "дочь", "бабушка", "дедушка", "тётя", "тетя", "дядя", "друг", "подруга", "сосед", "соседка", "родственник", "родственники", "родители", "адвокат",
        "mother", "father", "brother", "sister", "wife", "husband", "son", "daughter", "aunt", "uncle", "cousin", "friend", "neighbour", "neighbor", "relative", "relatives", "parents", "grandmother", "grandfather", "helper", "witness", "partner",
        "mère", "père", "frère", "sœur", "soeur", "épouse", "femme", "mari", "fils", "fille", "tante", "oncle", "ami", "amie", "voisin", "voisine", "parents", "avocat", "témoin", "mutter", "vater", "bruder", "schwester", "frau", "mann", "sohn", "tochter", "freund", "freundin", "nachbar", "zeuge",
        "знакомый", "знакомая", "свидетель", "хозяин", "хозяйка", "коллега", "товарищ", "сослуживец", "следователь", "сотрудник", "агент", "офицер", "майор", "капитан", "лейтенант", "подполковник", "полковник", "генерал", "господин", "госпожа", "гражданин", "гражданка",
        "mr", "mrs", "ms", "agent", "officer", "investigator", "major", "captain", "lieutenant", "colonel", "landlord", "landlady", "colleague", "monsieur", "madame", "mme", "capitaine", "commandant", "collègue", "herr", "kollege", "kollegin", "hauptmann", "oberst", "vermieter", "vermieterin",
    ];

    private static readonly FrozenSet<string> Words = Roles().Concat(People).Concat(
    [
        "demo", "one", "two", "first", "second", "third", "north", "south", "team", "unit", "army", "ministry", "police", "court", "embassy", "press", "register", "website", "site",
        "часть", "военкомат", "полиция", "суд", "мвд", "фсб", "демо", "child", "the", "his", "her", "their",
    ]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Persons = People.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly List<NameWord> Declined = [.. People.Where(p => p[0] >= 'а').Select(p => new NameWord(CanonicalFold.Of(p), IsSaid: true, CountsAlone: false))];

    public static bool Has(string word) => Words.Contains(word.Trim('(', ')', '.', ',', '-', ':'));

    /// <summary>A word for somebody, declined or not: with him is meant whoever is named behind it.</summary>
    public static bool IsPerson(SearchedWord word) => Persons.Contains(word.Written) || (char.ToLowerInvariant(word.Written[0]) >= 'а' && Declined.Exists(p => p.Matches(word.Key)));

    private static IEnumerable<string> Roles() => Enum.GetNames<Role>().SelectMany(name => Acts.Keys.Kebab(name).Split('-'));
}
