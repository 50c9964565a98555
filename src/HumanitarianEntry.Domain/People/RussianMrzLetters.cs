namespace HumanitarianEntry.Domain.People;

/// <summary>The letters of the internal passport's zone: each Cyrillic letter is one Latin letter or digit, so a name can be read back exactly (handbook section 3).</summary>
public static class RussianMrzLetters
{
    private const string Cyrillic = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
    private const string Zone = "ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678";

    /// <summary>The name in Cyrillic capitals; fillers become spaces, signs that stand for no letter stay.</summary>
    public static string ToCyrillic(string zone) => string.Concat(zone.Select(c => c == '<' ? ' ' : Swap(c, Zone, Cyrillic)));

    /// <summary>The name as it stands in the zone; spaces and hyphens become fillers.</summary>
    public static string FromCyrillic(string name) => string.Concat(name.ToUpperInvariant().Select(c => c is ' ' or '-' ? '<' : Swap(c, Cyrillic, Zone)));

    private static char Swap(char sign, string from, string to) => from.IndexOf(sign) is >= 0 and var at ? to[at] : sign;
}
