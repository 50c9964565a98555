using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HumanitarianEntry.Screening.Names;

namespace HumanitarianEntry.Screening.Units;

/// <summary>What a text says about one military unit.</summary>
/// <param name="Text">As written.</param>
/// <param name="Number">Five-digit number of the military unit (в/ч), where given.</param>
/// <param name="Ordinal">64 in "64th Separate Motorised Rifle Brigade".</param>
/// <param name="Arms">Codes of the arms named, in ordinal order, one code for all languages.</param>
/// <param name="Nickname">Canonical key of a name in quotation marks or beside the level, such as Sparta.</param>
public sealed partial record UnitName(string Text, string? Number, int? Ordinal, IReadOnlyList<string> Arms, UnitLevel? Level, string? Nickname)
{
    private const int MostLetters = 300;

    /// <summary>Nothing that tells this unit from others of its kind.</summary>
    public bool IsNameless => Number is null && Ordinal is null && Nickname is null;

    /// <summary>
    /// Reads the unit of a text in Russian or English, full or abbreviated; what stands behind "of the" or "из состава" is a parent and not read here. Never throws on any text.
    /// </summary>
    public static UnitName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var own = WellFormedText.Composed(text.Length > MostLetters ? text[..MostLetters] : text).ToLowerInvariant().Replace('ё', 'е');
        var number = Numbered().Match(own);
        own = Parent().Split(number.Success ? own.Remove(number.Index, number.Length) : own, 2)[0];
        var quoted = Quoted().Match(own);
        own = Bracketed().Replace(quoted.Success ? own.Remove(quoted.Index, quoted.Length) : own, " ");
        var ordinal = Ordinals().Match(own);
        var rest = ordinal.Success ? own.Remove(ordinal.Index, ordinal.Length) : own;
        var (arms, level, left) = Words(rest);
        var nickname = quoted.Success ? quoted.Groups["it"].Value : !ordinal.Success && !number.Success ? left : "";
        return new UnitName(
            text,
            number.Success ? number.Groups["it"].Value : null,
            ordinal.Success ? int.Parse(ordinal.Groups["it"].Value, CultureInfo.InvariantCulture) : null,
            arms,
            level,
            string.Concat(nickname.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(CanonicalFold.Of)) is { Length: > 2 } key ? key : null);
    }

    private static (string[] Arms, UnitLevel? Level, string Left) Words(string text)
    {
        var arms = new SortedSet<string>(StringComparer.Ordinal);
        UnitLevel? level = null;
        var left = new StringBuilder();
        var words = Letters().Matches(text).Select(m => m.Value.Replace("-", "", StringComparison.Ordinal)).ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            if (Abbreviated(words[i]) is { } known)
            {
                arms.UnionWith(known.Arms);
                level ??= known.Level;
                continue;
            }

            // Two words that are one arm (naval infantry) are tried first.
            var both = i + 1 < words.Length ? words[i] + words[i + 1] : "";
            if (both.Length > 0 && ArmOf(both, words[i].Length) is { } pair)
            {
                arms.Add(pair);
                i++;
            }
            else if (LevelOf(words[i]) is { } found)
            {
                // An army corps is a corps.
                level = level is null || (level == UnitLevel.Army && found == UnitLevel.Corps) ? found : level;
            }
            else if (ArmOf(words[i], 0) is { } arm)
            {
                arms.Add(arm);
                AddSecondArm(arms, words[i]);
            }
            else if (!UnitVocabulary.Ornaments.Any(o => words[i].StartsWith(o, StringComparison.Ordinal)))
            {
                left.Append(words[i]).Append(' ');
            }
        }

        return ([.. arms], level, left.ToString());
    }

    // пулеметно-артиллерийский is two arms in one word.
    private static void AddSecondArm(SortedSet<string> arms, string word)
    {
        if (word.Contains("артилл", StringComparison.Ordinal))
        {
            arms.Add("artillery");
        }
    }

    private static (string[] Arms, UnitLevel Level)? Abbreviated(string word)
    {
        foreach (var prefix in new[] { "", "о", "гв", "огв", "гво", "отд" })
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal) && UnitVocabulary.Abbreviations.TryGetValue(word[prefix.Length..], out var known))
            {
                return known;
            }
        }

        return null;
    }

    private static UnitLevel? LevelOf(string word)
    {
        foreach (var (stem, level) in UnitVocabulary.Levels)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal) && word.Length <= stem.Length + 4)
            {
                return level;
            }
        }

        return null;
    }

    private static string? ArmOf(string word, int longerThan)
    {
        foreach (var (stem, arm) in UnitVocabulary.Arms)
        {
            if (stem.Length > longerThan && word.StartsWith(stem, StringComparison.Ordinal))
            {
                return arm;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\s(?:from the|of the|of|из состава|в составе)\s|[/;]", RegexOptions.CultureInvariant)]
    private static partial Regex Parent();

    [GeneratedRegex(@"(?:в\s*[/\\.]?\s*ч\.?|войсков\w+ част\w+|воинск\w+ част\w+|military unit|mil\.? unit|m/u|\bunit)?\s*(?:№|no\.?|number)?\s*(?<!\d)(?<it>\d{5})(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex("[\"«“„](?<it>[^\"»”“]{2,40})[\"»”“]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\([^)]*\)?", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<![\d\p{L}])(?<it>\d{1,4})(?:\s*-?\s*(?:st|nd|rd|th|я|й|ая|ый|ий|ой|го|му|м|ю|ом|ему)(?![\p{L}]))?(?!\d)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Ordinals();

    [GeneratedRegex(@"\p{L}+(?:-\p{L}+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
