using System.Collections.Frozen;
using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Workflows.Programmes;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>How facts of a case are written on pages.</summary>
public static class FactWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly FrozenSet<string> Known = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(c => c.Name[(c.Name.LastIndexOf('-') + 1)..]).Where(n => n.Length == 2).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A date as well as it is known: "Sat 14 Mar 1998", "March 1998", "1998".</summary>
    public static string On(PartialDate date) => date switch
    {
        { Day: not null } => Words.On(date.Earliest),
        { Month: not null } => date.Earliest.ToString("MMMM yyyy", English),
        _ => date.ToString(),
    };

    public static string On(PartialDate? date, string unknown) => date is { } known ? On(known) : unknown;

    /// <summary>A purpose of consent in words a person can agree or disagree with.</summary>
    public static string PurposeOf(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Store => "Keep what the person tells us",
        ConsentPurpose.Record => "Record the talks",
        ConsentPurpose.Vet => "Check for security reasons",
        ConsentPurpose.Submit => "Hand the file to a state",
        ConsentPurpose.Reception => "Tell the reception partner",
        ConsentPurpose.Media => "Speak with the media",
        ConsentPurpose.Accountability => "Serve as a witness to crimes",
        ConsentPurpose.Research => "Use for research without names",
    };

    /// <summary>"Kazakhstan" for KZ; what is no code of a country stays as it is.</summary>
    public static string Country(string code) => code == ProgrammeSettings.NoState ? "Not named yet" : code == "XXA" ? "Stateless" : code.Length == 2 && code.All(char.IsAsciiLetterUpper) && Known.Contains(code) ? new RegionInfo(code).EnglishName : code;

    /// <summary>"Russian" for ru; what is no code of a language stays as it is.</summary>
    public static string Language(string code) => code.Length == 2 && code.All(char.IsAsciiLetterLower) ? CultureInfo.GetCultureInfo(code).EnglishName : code;

    /// <summary>"an intake officer", "a screener".</summary>
    public static string A(string role) => $"{("aeiou".Contains(char.ToLowerInvariant(role[0]), StringComparison.Ordinal) ? "an" : "a")} {char.ToLowerInvariant(role[0])}{role[1..]}";

    /// <summary>"1 paper", "3 papers"; for words that take an s.</summary>
    public static string Count(int number, string one) => string.Create(English, $"{number} {one}{(number == 1 ? "" : "s")}");

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

    /// <summary>When a channel is safe and what to do when nobody answers; never the address, which stands on its own page.</summary>
    public static string HoursOf(ContactChannel channel)
    {
        var zone = channel.TimeZone.Length == 0 ? "" : $" ({channel.TimeZone})";
        return $"{(channel.SafeHours.Length == 0 ? "Safe hours not known" : $"Safe {channel.SafeHours}")}{zone}, {(channel.MayLeaveMessage ? "a message may be left" : "leave no message")}";
    }

    /// <summary>Who recorded a fact, when, on whose word, and how sure of it.</summary>
    public static string SourceOf(Provenance provenance, Words words) =>
        $"{Words.Of(provenance.Confidence)}, source: {provenance.Source}; recorded {Words.At(provenance.At)} by {A(words.Role(provenance.Role))}";
}
