using System.Collections.Frozen;
using System.Text.RegularExpressions;


namespace HumanitarianEntry.Web.Vetters.Hits;

/// <summary>
/// What the search engine says of a pair, in the reader's language. Its lines are kept with the run in English and end in one of a few phrases; names, dates and numbers in them stay.
/// A phrase that is not known here (of an older engine) is shown as it was kept.
/// </summary>
internal static partial class EngineWords
{
    private static readonly FrozenSet<string> Phrases = new[]
    {
        N("the same"), N("initial agrees"), N("initial differs"), N("same father's name in another language"), N("same name in another language"), N("everyday form of the name"), N("feminine ending"),
        N("another given name"), N("the same but for the article"), N("same name, other spelling"), N("ICAO 9303 spelling, passports since 2014"), N("GOST spelling, passports of 2010-2013"),
        N("order 310 spelling, passports of 1997-2010"), N("French spelling, passports before 1997"), N("same day, but 1 January often stands for an unknown day"), N("same day"),
        N("day and month in the other order"), N("same year; 1 January often stands for an unknown day"), N("same year, one digit of the day or month differs"), N("same year"), N("same month"),
        N("same year, other day or month"), N("same day and month, one year apart"), N("one year apart, other day or month"), N("one year apart"), N("one digit of the year differs"), N("sex differs"),
        N("a nationality in common"), N("no nationality in common"), N("other number of the same kind of paper"), N("family and given name stand in the other order"), N("the agreeing words are common"),
        N("weak alias or call sign"), N("not in the list"), N("not in the person's names"), N("the same letters with the spaces elsewhere"),
        N("one agreeing word is not enough without a birth date or number"), N("the scale runs from 0 to 100"),
    }.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Known => Phrases;

    /// <param name="detail">A line of the explanation without its points: "ИВАНОВ = IVANOV: same name, other spelling".</param>
    public static string Of(string detail)
    {
        var colon = detail.LastIndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? Phrase(detail) : Both(detail[..colon]) + ": " + Phrase(detail[(colon + 2)..]);
    }

    // Two birth dates, the person's and the list's.
    private static string Both(string facts) => Dates().Match(facts) is { Success: true } found ? S($"{found.Groups["person"].Value} and {found.Groups["list"].Value}") : facts;

    private static string Phrase(string phrase)
    {
        if (Phrases.Contains(phrase))
        {
            return S(phrase);
        }

        return Valued().Match(phrase) switch
        {
            { Success: true } found when found.Groups["similar"] is { Success: true } degree => S($"similar {degree.Value}"),
            { Success: true } found when found.Groups["years"] is { Success: true } years => S($"years apart: {years.Value}"),
            { Success: true } found => S($"same {found.Groups["kind"].Value} number"),
            _ => phrase,
        };
    }

    [GeneratedRegex(@"^(?<person>\d{4}[\d-]*) and (?<list>\d{4}[\d-]*)$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Dates();

    [GeneratedRegex(@"^(similar (?<similar>[\d.]+)|(?<years>\d+) years apart|same (?<kind>[\w-]+) number)$", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Valued();
}
