using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Deadlines;
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
            row.StayEndsAt = StayReminders.LastDay(after) is { } stay ? CountryZones.StartOf(stay.Last.AddDays(1), stay.Country) : null;
            row.Language = after.Contact.Referrals.Latest()?.Language is { Length: <= LongestLanguage } language ? language : null;
        }

        // Only the beginning of an emergency changes what it is; every other act would open the dossier for nothing.
        if (after.Position.SidePath != before.Position.SidePath || !after.HasSame(Compartment.Dossier, before))
        {
            row.Alarm = after.Position.SidePath == SidePath.Emergency ? Word(after.Dossier.Incidents.Values().LastOrDefault(i => i is { Path: SidePath.Emergency, Begins: true })?.What) : null;
        }
    }

    /// <summary>Forms and acts name the same danger by several words; what is none of them is not copied into the open.</summary>
    private static string? Word(string? what) => what switch
    {
        null => null,
        "removal-risk" or "at-risk-of-removal" or "removal" => RemovalRisk,
        "missed-check-in" => MissedCheckIn,
        "detained" or "abducted" or "missing" or "dead" => what,
        _ => "other",
    };

    public const string RemovalRisk = "removal-risk";
    public const string MissedCheckIn = "missed-check-in";
}
