using HumanitarianEntry.Casework.HostCountries;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Shared.Law;

/// <summary>Sentences about legal days.</summary>
public static class LawWords
{
    public static string Of(LegalDayKind kind) => kind switch
    {
        LegalDayKind.Removal => S("A removal can be carried out from this day"),
        LegalDayKind.Stay => S("Last day of the lawful stay"),
        LegalDayKind.Certificate => S("Last day of the asylum certificate"),
        LegalDayKind.Remedy => S("Last day to appeal"),
        LegalDayKind.Hearing => S("Hearing"),
        LegalDayKind.HostDeadline => S("Deadline of the law of the country of stay"),
    };

    /// <summary>The same for one day of a case; a deadline by the words of the profile.</summary>
    public static string Of(LegalDay day, HostProfile? profile) =>
        day.Kind == LegalDayKind.HostDeadline && profile?.Deadlines.Find(d => d.Key == day.Label) is { } term ? term.Text : Of(day.Kind);

    /// <summary>What a queue says of the nearest legal day.</summary>
    public static string InQueue(LegalDayKind kind, DateTimeOffset at, DateTimeOffset now)
    {
        var distance = Words.Distance(at, now);
        return (kind, at <= now) switch
        {
            (LegalDayKind.Removal, true) => S($"A removal can be carried out now ({distance})."),
            (LegalDayKind.Removal, false) => S($"A removal can be carried out {distance}."),
            (LegalDayKind.Certificate, true) => S($"The asylum certificate has ended ({distance})."),
            (LegalDayKind.Certificate, false) => S($"The asylum certificate ends {distance}."),
            (LegalDayKind.Remedy, true) => S($"The time to appeal is over ({distance})."),
            (LegalDayKind.Remedy, false) => S($"The time to appeal ends {distance}."),
            (LegalDayKind.Hearing, true) => S($"A hearing was held {distance}; what came of it is not recorded."),
            (LegalDayKind.Hearing, false) => S($"A hearing is {distance}."),
            (LegalDayKind.HostDeadline, true) => S($"A deadline of the country of stay is over ({distance})."),
            (LegalDayKind.HostDeadline, false) => S($"A deadline of the country of stay ends {distance}."),
            (LegalDayKind.Stay, true) => S($"The lawful stay has ended ({distance})."),
            (LegalDayKind.Stay, false) => S($"The lawful stay ends {distance}."),
        };
    }

    /// <summary>How near a day is: "in 5 days", "today", "3 days ago".</summary>
    public static string Left(int days) => days switch
    {
        0 => S("today"),
        > 0 => Counted(days, "in {n} day", "in {n} days"),
        _ => Counted(-days, "{n} day ago", "{n} days ago"),
    };

    public static string Hour(CourtEvent hearing) => Words.At(hearing.StartsAt, PersonClock.Named(hearing.Zone) ?? TimeZoneInfo.Utc);

    /// <summary>A note beside a search; the person is never the worse for being hunted.</summary>
    public static string NoteOn(WantedStatus wanted) => wanted.Country is "RU" or "BY"
        ? S("The persecuting state looks for the person: this supports the claim and never counts against the person. It endangers the journey.")
        : S("Another state looks for the person. Ask counsel what for; it endangers the journey.");

    public static string Source(Provenance provenance, Words words) => FactWords.SourceOf(provenance, words);
}
