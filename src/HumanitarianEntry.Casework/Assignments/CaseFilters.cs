using HumanitarianEntry.Casework.Appointments;
using HumanitarianEntry.Casework.Data;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.SidePaths;

namespace HumanitarianEntry.Casework.Assignments;

/// <summary>The plain columns by which a caseload is chosen, computed from the facts after every act that could change them. Closed words and dates only.</summary>
internal static class CaseFilters
{
    private const int LongestLanguage = 8;

    public static void Set(CaseRow row, CaseFile before, CaseFile after)
    {
        if (!after.HasSame(Compartment.Contact, before))
        {
            (row.StayEndsAt, row.Language) = (StayEndOf(after), LanguageOf(after));
        }

        // Only the beginning and the end of an emergency change it, and removal orders; every other act would open the dossier for nothing.
        if (after.Position.SidePath != before.Position.SidePath || !after.HasSame(Compartment.Dossier, before) || !after.HasSame(Compartment.Legal, before))
        {
            row.Alarm = AlarmOf(after);
        }
    }

    /// <summary>What of the row is not what the facts say; empty when all is. What was chosen by last of a case that has ended stays.</summary>
    public static IEnumerable<string> Faults(CaseRow row, CaseFile file) =>
        file.Position.Finished || (row.StayEndsAt, row.Language, row.Alarm, row.WelfareCheckDueAt) == (StayEndOf(file)?.Stored(), LanguageOf(file), AlarmOf(file), AppointmentRows.DueAt(file)?.Stored())
            ? []
            : ["the columns by which caseloads are chosen are not what the facts say"];

    private static DateTimeOffset? StayEndOf(CaseFile file) => StayReminders.LastDay(file) is { } stay ? CountryZones.StartOf(stay.Last.AddDays(1), stay.Country) : null;

    private static string? LanguageOf(CaseFile file) => file.Contact.Referrals.Latest()?.Language is { Length: <= LongestLanguage } language ? language : null;

    private static string? AlarmOf(CaseFile file) =>
        file.Position.SidePath == SidePath.Emergency ? Word(file.Dossier.Incidents.Values().LastOrDefault(i => i is { Path: SidePath.Emergency, Begins: true })?.What)
            : LegalUrgency.RemovalIsNear(file) ? RemovalRisk : null;

    /// <summary>Forms of before named the danger of removal by two more words; what is none of them is not copied into the open.</summary>
    private static string? Word(string? what) => what switch
    {
        null => null,
        "removal-risk" or "at-risk-of-removal" or "removal" => RemovalRisk,
        "missed-check-in" => MissedCheckIn,
        "detained" or "abducted" or "missing" or "dead" => what,
        _ => "other",
    };

    public const string RemovalRisk = OpenEmergency.RemovalRisk;
    public const string MissedCheckIn = "missed-check-in";
}
