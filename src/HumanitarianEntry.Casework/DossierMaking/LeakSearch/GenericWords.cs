using System.Collections.Frozen;
using HumanitarianEntry.Domain.Cases;

namespace HumanitarianEntry.Casework.DossierMaking.LeakSearch;

/// <summary>Words that stand in fields for names and are none: what somebody is, the mark of the demonstration.</summary>
internal static class GenericWords
{
    private static readonly FrozenSet<string> Words = Roles().Concat(
    [
        "demo", "one", "two", "first", "second", "third", "north", "south", "team", "unit", "army", "ministry", "police", "court", "embassy", "press", "register", "website", "site", "lawyer",
        "мать", "мама", "отец", "папа", "брат", "сестра", "жена", "муж", "сын", "дочь", "бабушка", "дедушка", "тётя", "тетя", "дядя", "друг", "подруга", "сосед", "соседка", "родственник", "родственники", "родители", "адвокат", "часть", "военкомат", "полиция", "суд", "мвд", "фсб", "демо",
        "mother", "father", "brother", "sister", "wife", "husband", "son", "daughter", "aunt", "uncle", "cousin", "friend", "neighbour", "neighbor", "relative", "relatives", "parents", "grandmother", "grandfather", "helper", "witness", "partner", "child", "the", "his", "her", "their",
        "mère", "père", "frère", "sœur", "soeur", "épouse", "femme", "mari", "fils", "fille", "tante", "oncle", "ami", "amie", "voisin", "voisine", "parents", "avocat", "témoin", "mutter", "vater", "bruder", "schwester", "frau", "mann", "sohn", "tochter", "freund", "freundin", "nachbar", "zeuge",
    ]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Has(string word) => Words.Contains(word.Trim('(', ')', '.', ',', '-', ':'));

    private static IEnumerable<string> Roles() => Enum.GetNames<Role>().SelectMany(name => Acts.Keys.Kebab(name).Split('-'));
}
