using System.Collections.Immutable;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>Whether two places as they were typed may be one.</summary>
public static class PlaceNames
{
    /// <summary>Words that say what kind of place it is, or where one is in relation to it; they make no two places one.</summary>
    private static readonly ImmutableHashSet<string> Kinds = [.. NameFold.Words(
        "область обл край район р-н город г село деревня посёлок пгт станица республика войсковая часть в/ч под около возле близ затем потом демо demo oblast region krai rayon district city town village near then republic military unit région ville près de Gebiet Stadt bei")];

    /// <summary>Names of one place at different times (old name, name of today), as far as these cases meet them.</summary>
    private static readonly ImmutableArray<ImmutableHashSet<string>> Renamed =
    [
        .. new[]
        {
            "Астана Нур-Султан Акмола Целиноград", "Алматы Алма-Ата", "Актау Шевченко", "Санкт-Петербург Ленинград Петербург", "Екатеринбург Свердловск", "Нижний Горький", "Самара Куйбышев", "Тверь Калинин", "Волгоград Сталинград",
            "Владикавказ Орджоникидзе", "Забайкальский Чита Читинская", "Бахмут Артёмовск", "Днепр Днепропетровск", "Кропивницкий Кировоград", "Мариуполь Жданов", "Покровск Красноармейск", "Вятка Киров", "Гюмри Ленинакан", "Луганск Ворошиловград", "Донецк Сталино",
        }.Select(names => NameFold.Words(names).ToImmutableHashSet()),
    ];

    /// <summary>True when a place can be meant by both: they share a word that is a name, or one of them holds none.</summary>
    public static bool MayBeOne(string one, string other)
    {
        var (a, b) = (Names(one), Names(other));
        return a.IsEmpty || b.IsEmpty || a.Overlaps(b) || a.Any(x => b.Any(y => Math.Min(x.Length, y.Length) >= 4 && (x.StartsWith(y[..4], StringComparison.Ordinal) || NameFold.Distance(x, y) <= 1)));
    }

    /// <summary>True when one was called as the other at another time.</summary>
    public static bool IsRenamed(string one, string other)
    {
        var (a, b) = (Names(one), Names(other));
        return Renamed.Any(place => place.Overlaps(a) && place.Overlaps(b));
    }

    private static ImmutableHashSet<string> Names(string place) => [.. NameFold.Words(place).Where(w => w.Length > 2 && !Kinds.Contains(w))];
}
