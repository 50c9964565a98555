using HumanitarianEntry.Domain.Interviews;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>
/// Unit x place x time against the incident register (handbook 4b, unit overlap). The result opens a question, never a decision: membership alone never decides.
/// Partial dates widen to their full range.
/// </summary>
public static class UnitOverlapRule
{
    /// <param name="absenceProven">He was elsewhere during all of the incident, by evidence graded B2 or better and corroborated K2 or better.</param>
    public static UnitOverlap Assess(ServicePeriod service, ReportedIncident incident, bool absenceProven)
    {
        if (!incident.Units.Contains(service.Unit))
        {
            return new(service.Label, incident.Id, OverlapResult.NoOverlap, $"Unit {service.Unit} is not tied to {incident.Id}.");
        }

        var ends = service.To?.Latest ?? DateOnly.MaxValue;
        if (service.From.Earliest > incident.To.Latest || ends < incident.From.Earliest)
        {
            return new(service.Label, incident.Id, OverlapResult.NoOverlap, $"Service {service.From} to {service.To?.ToString() ?? "open"} and incident {incident.From} to {incident.To} do not meet.");
        }

        if (absenceProven)
        {
            return new(service.Label, incident.Id, OverlapResult.UnitOnly, "The unit was there; he was proven to be elsewhere for the whole time.");
        }

        return service.RemoteRole
            ? new(service.Label, incident.Id, OverlapResult.PresentRemoteRole, $"Dates meet ({incident.From} to {incident.To}); his post ({service.Post}) is a remote one.")
            : new(service.Label, incident.Id, OverlapResult.PresentProximateRole, $"Dates meet ({incident.From} to {incident.To}) and his post ({service.Post}) may have been near.");
    }
}
