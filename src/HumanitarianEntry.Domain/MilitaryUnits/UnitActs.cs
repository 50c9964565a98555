using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.MilitaryUnits;

/// <summary>Puts an incident on file that no register has.</summary>
/// <param name="Units">Numbers of five digits, or names.</param>
[ActKind("report-incident", Compartment.Vetting, Role.Vetter)]
public sealed record ReportIncident(string Id, ImmutableList<string> Units, string Place, PartialDate From, PartialDate To, string Type, ImmutableList<string> Sources) : Act
{
    /// <summary>Degrees north, and east; both or none.</summary>
    public double? Latitude { get; init; }
    public double? Longitude { get; init; }
    public bool Contested { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        foreach (var blocker in UnitRules.CheckIncident(Reported()))
        {
            yield return blocker;
        }

        if (Latitude is null != Longitude is null || Latitude is < -90 or > 90 || Longitude is < -180 or > 180)
        {
            yield return new Blocker("position-unreadable", "Write both degrees, such as 48.5 and 37.9, or neither.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { Incidents = file.Vetting.Incidents.Add(context.Record(Reported(), "register")) } });

    private ReportedIncident Reported() => new(Id, Units, Place, From, To, Type, Sources) { Latitude = Latitude, Longitude = Longitude, Contested = Contested };
}

/// <summary>Holds a service period against an incident; the result is the rule's, the proof of absence is the vetter's.</summary>
[ActKind("assess-unit-overlap", Compartment.Vetting, Role.Vetter)]
public sealed record AssessUnitOverlap(string Service, string Incident) : Act
{
    /// <summary>Evidence item that proves that the person was elsewhere; it must be graded B2 or better and K2 or better, and cover the whole incident.</summary>
    public string? AbsenceProvenBy { get; init; }

    /// <summary>From when to when the proof covers; null: the date of the evidence.</summary>
    public PartialDate? AbsentFrom { get; init; }
    public PartialDate? AbsentTo { get; init; }

    /// <summary>What ties the unit to the incident besides the same number, by the registers in force.</summary>
    public UnitTie? Tie { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Interview.Service.Values().Any(s => s.Label == Service))
        {
            yield return new Blocker("service-unknown", $"There is no service period {Service}.");
        }

        var incident = UnitRules.OnFile(file, Incident);
        if (incident is null)
        {
            yield return new Blocker("incident-unknown", $"There is no incident {Incident} on file.");
        }

        if (AbsenceProvenBy is null && (AbsentFrom is not null || AbsentTo is not null))
        {
            yield return new Blocker("absence-without-proof", "A time of absence needs the evidence that proves it.");
        }

        foreach (var blocker in AbsenceProvenBy is { } item && incident is not null ? UnitRules.CheckAbsence(file, item, incident.Value, AbsentFrom, AbsentTo) : [])
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var service = file.Interview.Service.Values().Last(s => s.Label == Service);
        var incident = UnitRules.OnFile(file, Incident)!.Value;

        // What tied the two when they were held before still does: an absence is often proven later.
        var tie = Tie ?? file.Vetting.Overlaps.Values().LastOrDefault(o => o.ServiceLabel == Service && o.IncidentId == Incident)?.Tie;
        var overlap = UnitOverlapRule.Assess(service, incident, tie, AbsenceProvenBy is not null) with { AbsenceProvenBy = AbsenceProvenBy };
        var held = file with { Vetting = file.Vetting with { Overlaps = file.Vetting.Overlaps.Add(context.Record(overlap, "rule 4b")) } };
        return UnitRules.WithQuestions(held, context, UnitRules.IsNewPresence(file.Vetting, overlap) ? [Service] : []);
    }
}
