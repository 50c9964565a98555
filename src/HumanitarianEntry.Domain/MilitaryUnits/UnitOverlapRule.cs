using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.Domain.MilitaryUnits;

/// <summary>
/// Unit x place x time against the incident register (handbook 4b, unit overlap). The result opens a question, never a decision: membership alone never decides.
/// Partial dates widen to their full range.
/// </summary>
public static class UnitOverlapRule
{
    /// <param name="absenceProven">He was elsewhere during all of the incident, by evidence graded B2 or better and corroborated K2 or better.</param>
    public static UnitOverlap Assess(ServicePeriod service, ReportedIncident incident, bool absenceProven)
    {
        var result = ResultOf(service, incident, absenceProven);
        return new(service.Label, incident.Id, result, Why(service, incident, result).ToString());
    }

    /// <summary>The dates and facts that make a result, as a sentence that other languages can say too.</summary>
    public static Sentence Why(ServicePeriod service, ReportedIncident incident, OverlapResult result) => result switch
    {
        OverlapResult.NoOverlap when !incident.Units.Contains(service.Unit) => Sentence.Of($"Unit {service.Unit} is not tied to {incident.Id}."),
        OverlapResult.NoOverlap when service.To is null => Sentence.Of($"Service {service.From} to open and incident {incident.From} to {incident.To} do not meet."),
        OverlapResult.NoOverlap => Sentence.Of($"Service {service.From} to {service.To} and incident {incident.From} to {incident.To} do not meet."),
        OverlapResult.UnitOnly => Sentence.Of("The unit was there; he was proven to be elsewhere for the whole time."),
        OverlapResult.PresentRemoteRole => Sentence.Of($"Dates meet ({incident.From} to {incident.To}); his post ({service.Post}) is a remote one."),
        OverlapResult.PresentProximateRole => Sentence.Of($"Dates meet ({incident.From} to {incident.To}) and his post ({service.Post}) may have been near."),
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "Unknown result."),
    };

    private static OverlapResult ResultOf(ServicePeriod service, ReportedIncident incident, bool absenceProven)
    {
        var ends = service.To?.Latest ?? DateOnly.MaxValue;
        if (!incident.Units.Contains(service.Unit) || service.From.Earliest > incident.To.Latest || ends < incident.From.Earliest)
        {
            return OverlapResult.NoOverlap;
        }

        return absenceProven ? OverlapResult.UnitOnly : service.RemoteRole ? OverlapResult.PresentRemoteRole : OverlapResult.PresentProximateRole;
    }
}
