using System.Collections.Immutable;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.MilitaryUnits;

/// <summary>An event of the incident register that a unit is publicly tied to.</summary>
public sealed record ReportedIncident(string Id, ImmutableList<string> Units, string Place, PartialDate From, PartialDate To, string Type, ImmutableList<string> Sources);

public enum OverlapResult
{
    NoOverlap,
    UnitOnly,
    PresentRemoteRole,
    PresentProximateRole,
}

public sealed record UnitOverlap(string ServiceLabel, string IncidentId, OverlapResult Result, string Reason);
