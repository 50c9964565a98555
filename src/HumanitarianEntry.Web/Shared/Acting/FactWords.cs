using System.Collections.Frozen;
using System.Globalization;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Web.Shared.Texts;
using HumanitarianEntry.Workflows.Programmes;

namespace HumanitarianEntry.Web.Shared.Acting;

/// <summary>How facts of a case are written on pages.</summary>
public static class FactWords
{
    private static readonly FrozenSet<string> Known = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(c => c.Name[(c.Name.LastIndexOf('-') + 1)..]).Where(n => n.Length == 2).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A date as well as it is known: "Sat 14 Mar 1998", "March 1998", "1998".</summary>
    public static string On(PartialDate date) => date switch
    {
        { Day: not null } => Words.On(date.Earliest),
        { Month: not null } => date.Earliest.ToString("MMMM yyyy", Languages.Culture(StaffWords.Language)),
        _ => date.ToString(),
    };

    public static string On(PartialDate? date, string unknown) => date is { } known ? On(known) : unknown;

    /// <summary>A purpose of consent in words a person can agree or disagree with.</summary>
    public static string PurposeOf(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Store => S("Keep what the person tells us"),
        ConsentPurpose.Record => S("Record the talks"),
        ConsentPurpose.Vet => S("Check for security reasons"),
        ConsentPurpose.Submit => S("Hand the file to a state"),
        ConsentPurpose.Reception => S("Tell the reception partner"),
        ConsentPurpose.Media => S("Speak with the media"),
        ConsentPurpose.Accountability => S("Serve as a witness to crimes"),
        ConsentPurpose.Research => S("Use for research without names"),
        ConsentPurpose.Care => S("Tell a doctor or another helper what is needed"),
    };

    /// <summary>"Kazakhstan" for KZ; what is no code of a country stays as it is.</summary>
    public static string Country(string code) => code switch
    {
        ProgrammeSettings.NoState => S("Not named yet"),
        "XXA" => S("Stateless"),
        _ when Known.Contains(code) => StaffWords.Language == Languages.Staff ? new RegionInfo(code).EnglishName : LocalCountry(code),
        _ => code,
    };

    /// <summary>"Russian" for ru; what is no code of a language stays as it is.</summary>
    public static string Language(string code) => code.Length != 2 || !code.All(char.IsAsciiLetterLower) ? code
        : StaffWords.Language == Languages.Staff ? CultureInfo.GetCultureInfo(code).EnglishName
        : CultureInfo.GetCultureInfo(code).DisplayName;

    /// <summary>"an intake officer", "a screener"; other languages put no article before it.</summary>
    public static string A(string role) =>
        StaffWords.Language == Languages.Staff ? $"{("aeiou".Contains(char.ToLowerInvariant(role[0]), StringComparison.Ordinal) ? "an" : "a")} {Inside(role)}" : Inside(role);

    /// <summary>The programme's name in the reader's language, where it has one.</summary>
    public static string Programme(ProgrammeSettings settings) => settings.Name.GetValueOrDefault(StaffWords.Language) ?? settings.Name[Languages.Staff];

    /// <summary>Why a service period and an incident have this result: in the reader's language as long as both facts are the ones that were assessed, else as it was recorded.</summary>
    public static string WhyOf(UnitOverlap overlap, CaseFile file)
    {
        var service = file.Interview.Service.Values().LastOrDefault(s => s.Label == overlap.ServiceLabel);
        var incident = file.Vetting.Incidents.Values().LastOrDefault(i => i.Id == overlap.IncidentId);
        return service is not null && incident is not null && UnitOverlapRule.Why(service, incident, overlap.Tie is not null || UnitOverlapRule.TieOf(service, incident) is not null, overlap.Result) is { } why && why.ToString() == overlap.Reason ? S(why) : overlap.Reason;
    }

    /// <summary>Value of a lang attribute: Russian where the text has Cyrillic letters, none otherwise.</summary>
    public static string? LangOf(string? text) => text is not null && text.Any(c => c is >= '\u0400' and <= '\u052F') ? "ru" : null;

    /// <summary>A warning on a name that is kept as it was typed although its letters are not what they look like; null for every other name.</summary>
    public static string? OddSigns(PersonName name)
    {
        var parts = new[] { name.Family, name.Given, name.Patronymic };
        return parts.Any(p => NameScript.FirstMixedWord(p) is not null) ? S("Mixes Latin and Cyrillic letters that look alike; kept as typed")
            : parts.Any(p => NameScript.FirstWordWithUnseenSign(p) is not null) ? S("Holds a sign that nobody sees; kept as typed")
            : null;
    }

    /// <summary>When a channel is safe and what to do when nobody answers; never the address, which stands on its own page.</summary>
    public static string HoursOf(ContactChannel channel)
    {
        var zone = channel.TimeZone.Length == 0 ? "" : $" ({channel.TimeZone})";
        return $"{(channel.SafeHours.Length == 0 ? S("Safe hours not known") : S($"Safe {channel.SafeHours}"))}{zone}, {S(channel.MayLeaveMessage ? "a message may be left" : "leave no message")}";
    }

    /// <summary>Who recorded a fact, when, on whose word, and how sure of it.</summary>
    public static string SourceOf(Provenance provenance, Words words) =>
        S($"{provenance.Confidence}, source: {provenance.Source}; recorded {provenance.At} by {A(words.Role(provenance.Role))}");

    /// <summary>The country's name by the words of the reader's language. The framework keeps a region's own name only in its first reader's language, a culture's in each: "Englisch (Kasachstan)".</summary>
    private static string LocalCountry(string code)
    {
        var name = CultureInfo.GetCultureInfo($"en-{code}").DisplayName;
        return name[(name.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Replace('[', '(').Replace(']', ')');
    }
}
