using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>How facts of a case are written on pages.</summary>
public static class FactWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A date as well as it is known: "Sat 14 Mar 1998", "March 1998", "1998".</summary>
    public static string On(PartialDate date) => date switch
    {
        { Day: not null } => Words.On(date.Earliest),
        { Month: not null } => date.Earliest.ToString("MMMM yyyy", English),
        _ => date.ToString(),
    };

    public static string On(PartialDate? date, string unknown) => date is { } known ? On(known) : unknown;

    /// <summary>Value of a lang attribute: Russian where the text has Cyrillic letters, none otherwise.</summary>
    public static string? LangOf(string? text) => text is not null && text.Any(c => c is >= '\u0400' and <= '\u052F') ? "ru" : null;

    /// <summary>A warning on a name that is kept as it was typed although its letters are not what they look like; null for every other name.</summary>
    public static string? OddSigns(PersonName name)
    {
        var parts = new[] { name.Family, name.Given, name.Patronymic };
        return parts.Any(p => NameScript.FirstMixedWord(p) is not null) ? "Mixes Latin and Cyrillic letters that look alike; kept as typed"
            : parts.Any(p => NameScript.FirstWordWithUnseenSign(p) is not null) ? "Holds a sign that nobody sees; kept as typed"
            : null;
    }

    /// <summary>Who recorded a fact, when, on whose word, and how sure of it.</summary>
    public static string SourceOf(Provenance provenance, Words words) =>
        $"{Words.Of(provenance.Confidence)}, source: {provenance.Source}; recorded {Words.At(provenance.At)} by a {words.Role(provenance.Role)}";
}
