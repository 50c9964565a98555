using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.Contradictions;

/// <summary>Dates, ages and numbers of units that stand in free text in Russian, English, French or German. Reads any text without throwing; what it does not understand is not there.</summary>
public static partial class DateMentions
{
    /// <summary>Longer texts are read up to here.</summary>
    private const int MostSigns = 50_000;

    private static readonly ImmutableArray<ImmutableArray<string>> MonthStems =
    [
        ["янв", "jan"], ["фев", "feb", "fév", "fev"], ["мар", "mar", "mär"], ["апр", "apr", "avr"], ["май", "мая", "мае", "may", "mai"], ["июн", "jun", "juin"],
        ["июл", "jul", "juil"], ["авг", "aug", "aoû", "aou"], ["сен", "sep"], ["окт", "oct", "okt"], ["ноя", "nov"], ["дек", "dec", "déc", "dez"],
    ];

    private const string Months = @"(?:янв|фев|мар|апр|ма[йяе]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|fév|fev|mar|mär|apr|avr|mai|may|jun|juin|jul|juil|aug|aoû|aou|sep|oct|okt|nov|dec|déc|dez)\p{L}{0,7}";

    /// <summary>Every date that the text names, as exactly as it names it; "2022" beside "12 May 2022" adds nothing and is left out.</summary>
    public static ImmutableArray<PartialDate> In(string? text)
    {
        var found = new List<PartialDate>();
        foreach (Match match in Dates().Matches(Cut(text)))
        {
            if (Read(match) is { } date)
            {
                found.Add(date);
            }
        }

        return [.. found.Distinct().Where(d => !found.Exists(o => o != d && Includes(d, o))).OrderBy(d => d.Earliest).ThenBy(d => d.Latest)];
    }

    /// <summary>Dates that the text gives for the birth: those that follow a word for it closely.</summary>
    public static ImmutableArray<PartialDate> OfBirthIn(string? text) => [.. Born().Matches(Cut(text)).SelectMany(m => In(m.Groups["after"].Value).Take(1)).Distinct()];

    /// <summary>The age that the person gives of himself; null when the text gives none or several.</summary>
    public static int? AgeIn(string? text)
    {
        var ages = Ages().Matches(Cut(text)).Select(m => int.Parse(m.Groups["age"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).Distinct().ToList();
        return ages.Count == 1 ? ages[0] : null;
    }

    /// <summary>Five-digit numbers that the text calls a unit, or any five digits where the question asks for units.</summary>
    public static ImmutableArray<string> UnitsIn(string? text, bool askedForUnits) =>
        [.. (askedForUnits ? FiveDigits() : NamedUnits()).Matches(Cut(text)).Select(m => m.Groups["unit"].Value).Distinct().Order(StringComparer.Ordinal)];

    private static string Cut(string? text) => text is null ? string.Empty : text.Length <= MostSigns ? text : text[..MostSigns];

    private static bool Includes(PartialDate wide, PartialDate narrow) => wide.Earliest <= narrow.Earliest && wide.Latest >= narrow.Latest;

    private static PartialDate? Read(Match match)
    {
        int? Part(string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;
        var month = match.Groups["word"] is { Success: true } word ? MonthOf(word.Value) : Part("m");
        return Part("y") is { } year ? PartialDate.TryCreate(year, month, month is null ? null : Part("d")) : null;
    }

    private static int? MonthOf(string word)
    {
        // The expression forgives more odd capitals than lowering does: what is no month then stays a year.
        var lower = word.ToLowerInvariant();
        var at = MonthStems.ToList().FindIndex(stems => stems.Any(s => lower.StartsWith(s, StringComparison.Ordinal)));
        return at < 0 ? null : at + 1;
    }

    [GeneratedRegex(
        @"(?<![0-9])(?:(?<y>[0-9]{4})-(?<m>[0-9]{2})-(?<d>[0-9]{2})|(?<d>[0-9]{1,2})[./](?<m>[0-9]{1,2})[./](?<y>[0-9]{4})|(?<m>[0-9]{2})[./](?<y>[0-9]{4})|(?<y>[0-9]{4})-(?<m>[0-9]{2})|(?:(?<d>[0-9]{1,2})(?:st|nd|rd|th|er|-го|\.)? +)?(?<word>" + Months + @")\.?,? +(?<y>[0-9]{4})|(?<y>[0-9]{4}))(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Dates();

    [GeneratedRegex(@"(?:родил|рожден|born|birth|naissance|né le|née le|geboren|geburt)(?<after>.{1,60})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Born();

    [GeneratedRegex(@"(?:мне (?:было |сейчас |уже )?|\bi am |\bi'm |\bj'ai |\bj’ai |\bich bin )(?<age>[1-9][0-9])(?= (?:лет|год|года|years|ans|jahre)\b)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Ages();

    [GeneratedRegex(@"(?:в/ч|войсков\p{L}+ част\p{L}+|military unit|unité militaire|Truppenteil) *(?:№|no\.?|n°|number)? *(?<unit>[0-9]{5})(?![0-9])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NamedUnits();

    [GeneratedRegex(@"(?<![0-9.\-])(?<unit>[0-9]{5})(?![0-9])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex FiveDigits();
}
