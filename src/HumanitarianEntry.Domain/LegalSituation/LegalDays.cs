using System.Collections.Immutable;
using HumanitarianEntry.Domain.Appointments;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Deadlines;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.HostCountries;

namespace HumanitarianEntry.Domain.LegalSituation;

/// <summary>What a legal day is. Clocks of such days never pause.</summary>
public enum LegalDayKind
{
    /// <summary>First day on which a removal can be carried out.</summary>
    Removal,

    /// <summary>Last day of the lawful stay.</summary>
    Stay,

    /// <summary>Last day of an asylum seeker's certificate.</summary>
    Certificate,

    /// <summary>Last day to appeal.</summary>
    Remedy,
    Hearing,

    /// <summary>Last day of a deadline of the host country's law.</summary>
    HostDeadline,
}

/// <param name="Label">Which fact it comes from; of a deadline of the host country its key.</param>
/// <param name="Country">On whose calendar.</param>
/// <param name="At">When it is over: the end of a last day, the beginning of a day on which something can happen, the hour of a hearing.</param>
public sealed record LegalDay(LegalDayKind Kind, string Label, string Country, DateOnly Day, DateTimeOffset At);

/// <summary>The days that the law sets the person, from the facts and the profile of the country of stay. None once he has arrived or the case has ended.</summary>
public static class LegalDays
{
    /// <summary>All of them, the nearest first. Of a date that is not wholly known the earliest day counts.</summary>
    public static ImmutableList<LegalDay> Of(CaseFile file, HostRules host)
    {
        if (file.Position.Finished || file.DecisionOn(Gate.Journey)?.Outcome == "arrived")
        {
            return [];
        }

        return [.. Stays(file).Concat(Procedures(file.Legal)).Concat(Hearings(file.Legal)).Concat(Removals(file.Legal)).Concat(HostDays(file, host)).OrderBy(d => d.At).ThenBy(d => d.Kind)];
    }

    /// <summary>The first day on which the order can be carried out; null when it cannot be. When nothing is known, it can be from the day on which we heard of it.</summary>
    public static DateOnly? CanBeCarriedOutFrom(Recorded<RemovalOrder> order) => order.Value.Status switch
    {
        RemovalStatus.InForce => order.Value.EnforceableFrom ?? order.Value.IssuedOn ?? CountryZones.DayAt(order.Provenance.At, order.Value.Country),
        RemovalStatus.Suspended => order.Value.SuspendedUntil?.AddDays(1) is { } after ? Later(after, order.Value.EnforceableFrom) : null,
        RemovalStatus.Annulled or RemovalStatus.CarriedOut => null,
    };

    private static DateOnly Later(DateOnly one, DateOnly? other) => other is { } day && day > one ? day : one;

    private static IEnumerable<LegalDay> Stays(CaseFile file) => StayReminders.LastDay(file) is { } stay ? [Last(LegalDayKind.Stay, "stay", stay.Country, stay.Last)] : [];

    private static IEnumerable<LegalDay> Procedures(LegalFacts legal)
    {
        foreach (var procedure in legal.Procedures.Current().Select(p => p.Value))
        {
            if (procedure.CertificateUntil is { } end && procedure.Stage is not (ProcedureStage.Recognised or ProcedureStage.Ended))
            {
                yield return Last(LegalDayKind.Certificate, procedure.Label, procedure.Country, end);
            }

            if (procedure is { RemedyUntil: { } remedy, Stage: ProcedureStage.Refused })
            {
                yield return Last(LegalDayKind.Remedy, procedure.Label, procedure.Country, remedy);
            }
        }
    }

    private static IEnumerable<LegalDay> Hearings(LegalFacts legal)
    {
        foreach (var hearing in legal.CourtEvents.Current().Select(c => c.Value))
        {
            if (hearing.Outcome is null)
            {
                yield return new LegalDay(LegalDayKind.Hearing, hearing.Label, hearing.Country, DayOf(hearing), hearing.StartsAt);
            }
            else if (hearing is { RemedyUntil: { } remedy, RemedyTaken: false })
            {
                yield return Last(LegalDayKind.Remedy, hearing.Label, hearing.Country, remedy);
            }
        }
    }

    /// <summary>The day of a hearing on the calendar of the court.</summary>
    public static DateOnly DayOf(CourtEvent hearing) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(hearing.StartsAt, PersonClock.Named(hearing.Zone) ?? TimeZoneInfo.Utc).DateTime);

    private static IEnumerable<LegalDay> Removals(LegalFacts legal)
    {
        foreach (var order in legal.RemovalOrders.Current())
        {
            if (CanBeCarriedOutFrom(order) is { } from)
            {
                yield return new LegalDay(LegalDayKind.Removal, order.Value.Label, order.Value.Country, from, CountryZones.StartOf(from, order.Value.Country));
            }

            if (order.Value is { RemedyUntil: { } remedy, RemedyTaken: false, Status: RemovalStatus.InForce or RemovalStatus.Suspended })
            {
                yield return Last(LegalDayKind.Remedy, order.Value.Label, order.Value.Country, remedy);
            }
        }
    }

    /// <summary>A deadline that had passed before we knew of the person is told on the page of the case; it is no clock.</summary>
    private static IEnumerable<LegalDay> HostDays(CaseFile file, HostRules host)
    {
        var procedure = file.Legal.Procedures.Current().Select(p => p.Value).LastOrDefault(p => p.Country == host.Country);
        var arrival = Arrival(file.Contact.OfThisFlight()) ?? Arrival(file.Contact.Standing());
        var known = CountryZones.DayAt(file.OpenedAt, host.Country);
        foreach (var deadline in host.Deadlines.Where(d => procedure is null || procedure.Stage < d.Until))
        {
            var from = deadline.From switch
            {
                CountedFrom.Arrival => arrival,
                CountedFrom.Filing => procedure?.FiledOn?.Earliest,
            };
            if (from?.AddDays(deadline.Days) is { } last && last >= known)
            {
                yield return Last(LegalDayKind.HostDeadline, deadline.Key, host.Country, last);
            }
        }

        DateOnly? Arrival(IReadOnlyList<StandingStay> stays) => stays.Where(s => s.Stay.Country == host.Country).Select(s => (DateOnly?)s.Stay.From.Earliest).Min();
    }

    private static LegalDay Last(LegalDayKind kind, string label, string country, DateOnly last) => new(kind, label, country, last, CountryZones.StartOf(last.AddDays(1), country));
}
