using System.Text.RegularExpressions;

namespace HumanitarianEntry.Screening.Units;

/// <summary>The units that a running text names, such as the reason of a list entry: "colonel of the 64th Separate Motorised Rifle Brigade", "командир 64-й омсбр", "military unit 51460".</summary>
public static partial class UnitMentions
{
    private const int MostLetters = 20_000;
    private const int MostMentions = 40;

    /// <summary>Each mention as written, in order, each once. Never throws on any text and reads the first 20,000 signs.</summary>
    public static IReadOnlyList<UnitName> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var own = text.Length > MostLetters ? text[..MostLetters] : text;
        return [.. Mention().Matches(own).Select(m => m.Value.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostMentions).Select(UnitName.Parse)
            .Where(u => u.Number is not null || (u.Ordinal is not null && u.Level is not null))];
    }

    /// <summary>The years from 2000 on that a text names, the first and the last.</summary>
    public static (int First, int Last)? YearsIn(string text)
    {
        var years = Year().Matches(text.Length > MostLetters ? text[..MostLetters] : text).Select(m => int.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return years.Count == 0 ? null : (years.Min(), years.Max());
    }

    // An ordinal and at most seven words up to one that names a size; or a number of five digits behind the words for a unit; or a staff abbreviation.
    [GeneratedRegex(
        @"(?<![\d\p{L}])\d{1,4}\s*-?\s*(?:st|nd|rd|th|я|й|ая|ый|ий|ой|го|ого|ей|му|м|ю)?(?:\s+[\p{L}-]{1,30}){0,7}?\s+(?:brigade|regiment|division|battalion|corps|army|бригад\p{L}*|полк\p{L}*|дивизи\p{L}*|батальон\p{L}*|корпус\p{L}*|арми\p{L}*)"
        + @"|(?<![\d\p{L}])\d{1,4}\s*-?\s*(?:я|й|ой|ю)?\s+(?:г?в?о?|отд\.?\s*)(?:мсбр|тбр|дшбр|вдбр|брмп|брспн|абр|рбр|мсп|тп|дшп|вдп|пдп|мсд|тд|дшд|вдд)(?!\p{L})"
        + @"|(?:military unit|mil\. unit|m/u|в\s*/\s*ч\.?|войсков\p{L}+ част\p{L}+|воинск\p{L}+ част\p{L}+)\s*(?:№|no\.?|number)?\s*\d{5}(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<!\d)20[0-4]\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
