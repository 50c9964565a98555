using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.LegalSituation;

namespace HumanitarianEntry.Domain.Travel;

/// <summary>A travel check that says less than the legal situation on file is not believed: one of the two is wrong, and the border knows which.</summary>
internal static class LegalDangers
{
    public static IEnumerable<Blocker> Against(TravelCheck check, CaseFile file)
    {
        var (legal, stay) = (file.Legal, file.CountryOfStay);
        if (check.RemovalOrder == Finding.No && legal.RemovalOrders.Current().Any(o => o.Value.Status is RemovalStatus.InForce or RemovalStatus.Suspended))
        {
            yield return new Blocker("removal-order-on-file", "The travel check knows of no removal order, the legal situation does. Ask counsel which is right.");
        }

        if (check.ExitBan == Finding.No && legal.ExitRestrictions.Current().Any(x => !x.Value.Lifted && x.Value.Country == stay))
        {
            yield return new Blocker("exit-ban-on-file", "The travel check knows of no exit ban, the legal situation does. Ask counsel which is right.");
        }

        if (check.Wanted is WantedScope.None or WantedScope.Federal && legal.WantedStatuses.Current().Any(w => !w.Value.Ended && w.Value.Reach > SearchReach.National))
        {
            yield return new Blocker("wider-search-on-file", "The legal situation knows of a search beyond the national one, the travel check does not. Establish how far it reaches.");
        }
    }
}
