using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.Domain.MilitaryUnits;

/// <summary>
/// Unit x place x time against an incident (handbook 4b, unit overlap). The result opens a question, never a decision: membership alone never decides.
/// Partial dates widen to their full range.
/// </summary>
public static class UnitOverlapRule
{
    /// <param name="tie">What ties the unit to the incident; null when nothing does. The same number always does.</param>
    /// <param name="absenceProven">The person was elsewhere during all of the incident, by evidence graded B2 or better and corroborated K2 or better.</param>
    public static UnitOverlap Assess(ServicePeriod service, ReportedIncident incident, UnitTie? tie, bool absenceProven)
    {
        var tied = tie ?? TieOf(service, incident);
        var meets = tied is null ? null : DaysOf(service).With(incident.Days());
        var result = meets is null ? OverlapResult.NoOverlap : absenceProven ? OverlapResult.UnitOnly : service.RemoteRole ? OverlapResult.PresentRemoteRole : OverlapResult.PresentProximateRole;
        return new(service.Label, incident.Id, result, Why(service, incident, tied is not null, result).ToString()) { Tie = tied, Meets = meets };
    }

    /// <summary>What the facts alone tie, without a register: the number that both name.</summary>
    public static UnitTie? TieOf(ServicePeriod service, ReportedIncident incident) => service.Unit.Length > 0 && incident.Units.Contains(service.Unit) ? UnitTie.SameNumber : null;

    /// <summary>All days that a service period can have lasted.</summary>
    public static DayRange DaysOf(ServicePeriod service) => DayRange.Of(service.From, service.To);

    /// <summary>The dates and facts that make a result, as a sentence that other languages can say too.</summary>
    public static Sentence Why(ServicePeriod service, ReportedIncident incident, bool tied, OverlapResult result) => result switch
    {
        OverlapResult.NoOverlap when !tied => Sentence.Of($"Unit {SaidOf(service)} is not tied to {incident.Id}."),
        OverlapResult.NoOverlap when service.To is null => Sentence.Of($"Service {service.From} to open and incident {incident.From} to {incident.To} do not meet."),
        OverlapResult.NoOverlap => Sentence.Of($"Service {service.From} to {service.To} and incident {incident.From} to {incident.To} do not meet."),
        OverlapResult.UnitOnly => Sentence.Of("The unit was there; he was proven to be elsewhere for the whole time."),
        OverlapResult.PresentRemoteRole => Sentence.Of($"Dates meet ({incident.From} to {incident.To}); his post ({service.Post}) is a remote one."),
        OverlapResult.PresentProximateRole => Sentence.Of($"Dates meet ({incident.From} to {incident.To}) and his post ({service.Post}) may have been near."),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "Unknown result."),
    };

    /// <summary>The unit as the person said it: the number, or the name where no number is known.</summary>
    public static string SaidOf(ServicePeriod service) => service.Unit.Length > 0 ? service.Unit : service.UnitName ?? string.Empty;
}
