using HumanitarianEntry.Casework.HostCountries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.HostCountries;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Web.Shared.Acting;

namespace HumanitarianEntry.Web.Shared.Law;

/// <summary>One line of the legal timeline.</summary>
/// <param name="When">As well as it is known.</param>
public sealed record LawMoment(DateOnly Sort, string When, string What, string? Detail, bool IsAhead);

/// <summary>Everything legal that happened and that is to come, in one line of time: stays, procedure, courts, orders, exit, wanted, prosecutions, decisions of the destination.</summary>
public static class LawTimeline
{
    /// <summary>What is to come first, the nearest on top; then what was, the latest on top.</summary>
    public static IReadOnlyList<LawMoment> Of(CaseFile file, HostRules host, HostProfile? profile, DateOnly today)
    {
        var all = Ahead(file, host, profile, today).Concat(Was(file, today)).ToList();
        return [.. all.Where(m => m.IsAhead).OrderBy(m => m.Sort), .. all.Where(m => !m.IsAhead).OrderByDescending(m => m.Sort)];
    }

    private static IEnumerable<LawMoment> Ahead(CaseFile file, HostRules host, HostProfile? profile, DateOnly today) => LegalDays.Of(file, host).Where(d => d.Day >= today)
        .Select(d => new LawMoment(d.Day, Words.On(d.Day), LawWords.Of(d, profile), FactWords.Country(d.Country), IsAhead: true));

    private static IEnumerable<LawMoment> Was(CaseFile file, DateOnly today)
    {
        foreach (var stay in file.Contact.Standing().Select(s => s.Stay))
        {
            yield return Partly(stay.From, S("Stay"), $"{FactWords.Country(stay.Country)}, {stay.Basis}");
            if (stay.Until is { } until && until.Latest < today)
            {
                yield return Partly(until, S("Stay ended"), FactWords.Country(stay.Country));
            }

            if (stay.ReturnedOn is { } back)
            {
                yield return Partly(back, S("Went back to the own country"), FactWords.Country(stay.Country));
            }
        }

        foreach (var procedure in file.Legal.Procedures)
        {
            if (procedure.Value.FiledOn is { } filed && file.Legal.Procedures.First(p => p.Value.Label == procedure.Value.Label) == procedure)
            {
                yield return Partly(filed, S("Asylum claim filed"), procedure.Value.Authority);
            }

            yield return On(Day(procedure.Provenance), S($"Asylum procedure: {procedure.Value.Stage}"), procedure.Value.NextStep);
        }

        foreach (var hearing in file.Legal.CourtEvents.Current().Select(c => c.Value).Where(c => LegalDays.DayOf(c) < today))
        {
            yield return On(LegalDays.DayOf(hearing), InWords(hearing.Kind), $"{hearing.Court}. {hearing.Outcome ?? S("What came of it is not recorded.")}");
        }

        foreach (var order in file.Legal.RemovalOrders)
        {
            var first = file.Legal.RemovalOrders.First(o => o.Value.Label == order.Value.Label) == order;
            yield return On(first && order.Value.IssuedOn is { } issued ? issued : Day(order.Provenance), S($"{order.Value.Kind}: {order.Value.Status}"), order.Value.SuspendedBy ?? order.Value.Authority);
        }

        foreach (var restriction in file.Legal.ExitRestrictions)
        {
            yield return On(restriction.Value.Since?.Earliest ?? Day(restriction.Provenance), restriction.Value.Lifted ? S("Exit restriction lifted") : S("Exit restricted"), $"{FactWords.Country(restriction.Value.Country)}, {InWords(restriction.Value.Basis)}");
        }

        foreach (var wanted in file.Legal.WantedStatuses.Values())
        {
            yield return On(wanted.CheckedOn, wanted.Ended ? S("No longer wanted") : S("Seen as wanted"), $"{FactWords.Country(wanted.Country)}, {InWords(wanted.Reach)}");
        }

        foreach (var prosecution in file.Interview.Prosecutions)
        {
            yield return On(prosecution.Value.On?.Earliest ?? Day(prosecution.Provenance), S($"Prosecution: {prosecution.Value.Status}"), $"{FactWords.Country(prosecution.Value.State)}, {prosecution.Value.Article}");
        }

        foreach (var decision in file.Dossier.StateDecisions.Values())
        {
            yield return On(decision.DecidedOn, S($"The destination decided: {InWords(decision.Outcome)}"), decision.RemedyUntil is { } until ? S($"Remedy until {until}") : null);
        }
    }

    private static LawMoment On(DateOnly day, string what, string? detail) => new(day, Words.On(day), what, detail, IsAhead: false);

    private static LawMoment Partly(PartialDate date, string what, string? detail) => new(date.Earliest, FactWords.On(date), what, detail, IsAhead: false);

    private static DateOnly Day(Provenance provenance) => DateOnly.FromDateTime(provenance.At.UtcDateTime);
}
