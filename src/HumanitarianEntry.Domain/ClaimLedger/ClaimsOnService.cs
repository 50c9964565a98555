using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.ClaimLedger;

/// <summary>Section 7: how the person came into service, each period, presence in Ukraine, and whether it was of his own will.</summary>
internal static class ClaimsOnService
{
    /// <summary>A report or an order can be of some weeks after the last day in the unit: leave, hospital.</summary>
    internal const int SlackDays = 31;

    private static readonly DateOnly Invasion = new(2022, 2, 24);

    /// <summary>What the army or a court wrote of a soldier, and what people of the unit say.</summary>
    private static readonly EvidenceType[] OfService =
        [EvidenceType.ResignationReport, EvidenceType.WrittenRefusal, EvidenceType.RefusalOrder, EvidenceType.CriminalCase, EvidenceType.CourtRecord, EvidenceType.LeakedDocument, EvidenceType.WitnessStatement];

    public static IEnumerable<MaterialClaim> In(CaseFile file)
    {
        var periods = file.Interview.Service.Values().ToList();
        var army = periods.FindAll(IsOfWar);
        if (periods.Count > 0)
        {
            yield return new MaterialClaim("entry-into-service", ClaimKind.EntryIntoService, 7, ClaimNeed.OwnWord, Sentence.Of($"Came into service: {periods[0].Basis}."))
            {
                Computed = [.. MaterialClaims.Answers("D1", "D2", "D3", "D4", "D5")],
            };
        }

        foreach (var period in periods)
        {
            BackingTarget[] evidence = IsOfWar(period) ? [.. Evidence(file, period), .. period == army[^1] ? ClaimsOnRefusal.Entries(file, "337", "338", "339", "332") : []] : [];
            yield return Period(period) with
            {
                Computed = [.. evidence, .. ClaimsOnPerson.Papers(file, DocumentKind.MilitaryId, DocumentKind.OfficerId), new(BackingKind.Account, ClaimMarks.Service(period.Label)), .. MaterialClaims.Answers("D6")],
            };

            // Nobody says of himself without need that he was there: his own word is enough for that, and the vetting has looked at what he did.
            if (period.OnUkrainianTerritory)
            {
                yield return new MaterialClaim($"presence-{period.Label}", ClaimKind.PresenceInUkraine, 7, ClaimNeed.OwnWord, Sentence.Of($"Was on Ukrainian territory in the period {period.Label}: {period.Place}."))
                {
                    About = [new(ClaimSubject.Place, period.Place), new(ClaimSubject.Date, period.From.ToString())],
                    Computed = [.. MaterialClaims.Answers("E1"), new(BackingKind.Account, ClaimMarks.Service(period.Label)), MaterialClaims.Vetting(VettingBackings.Units)],
                };
            }
        }

        if (ReviewResult.VoluntarinessOf(file) is { } finding)
        {
            yield return new MaterialClaim("voluntariness", ClaimKind.Voluntariness, 7, ClaimNeed.Evidence, Sentence.Of($"Service of the own will: {finding.Conclusion}.")) { IsAfterVetting = true, Computed = [MaterialClaims.Vetting(VettingBackings.Voluntariness)] };
        }
    }

    /// <summary>Schools and service that ended before the invasion are ordinary biography.</summary>
    internal static bool IsOfWar(ServicePeriod period) => period.Basis is not (ServiceBasis.Student or ServiceBasis.OfficerSchool) && (period.To is not { } to || to.Latest >= Invasion);

    private static MaterialClaim Period(ServicePeriod period)
    {
        var (key, need, unit) = ($"service-{period.Label}", IsOfWar(period) ? ClaimNeed.Evidence : ClaimNeed.OwnWord, period.Unit.Length > 0 ? period.Unit : period.UnitName ?? string.Empty);
        var claim = period.To is { } to
            ? new MaterialClaim(key, ClaimKind.Service, 7, need, Sentence.Of($"Served in unit {unit}, {period.Place}, from {period.From} to {to}: {period.Post}."))
            : new MaterialClaim(key, ClaimKind.ServiceOpenEnded, 7, need, Sentence.Of($"Served in unit {unit}, {period.Place}, since {period.From}: {period.Post}."));
        return claim with { About = [new(ClaimSubject.Unit, unit), new(ClaimSubject.Place, period.Place), new(ClaimSubject.Date, period.From.ToString()), new(ClaimSubject.Date, period.To?.ToString() ?? string.Empty)] };
    }

    /// <summary>Items of that time, and items that name the unit.</summary>
    private static IEnumerable<BackingTarget> Evidence(CaseFile file, ServicePeriod period) =>
        from item in file.Evidence.Items.Values()
        where item.ListEntryHash is null && ((OfService.Contains(item.Type) && EvidenceGate.DayOf(file.Evidence, item) is { } day && day.Latest >= period.From.Earliest && (period.To is not { } to || day.Earliest <= to.Latest.AddDays(SlackDays)))
            || (period.Unit.Length > 0 && (Names(item.Title, period.Unit) || Names(item.Description, period.Unit) || Names(item.Place, period.Unit))))
        select MaterialClaims.Item(item.Label);

    private static bool Names(string? text, string unit) => text?.Contains(unit, StringComparison.Ordinal) == true;
}
