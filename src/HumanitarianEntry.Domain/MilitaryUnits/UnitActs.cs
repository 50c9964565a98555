using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.People;

namespace HumanitarianEntry.Domain.MilitaryUnits;

[ActKind("report-incident", Compartment.Vetting, Role.Vetter)]
public sealed record ReportIncident(string Id, ImmutableList<string> Units, string Place, PartialDate From, PartialDate To, string Type, ImmutableList<string> Sources) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Sources.Count == 0)
        {
            yield return new Blocker("source-missing", "An incident needs at least one named source.");
        }

        if (Units.Count == 0 || Units.Exists(u => u.Length != 5 || !u.All(char.IsAsciiDigit)))
        {
            yield return new Blocker("unit-number-wrong", "Name the units by their numbers of five digits.");
        }

        if (To.Latest < From.Earliest)
        {
            yield return new Blocker("incident-ends-before-it-begins", "The incident would end before it begins.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { Incidents = file.Vetting.Incidents.Add(context.Record(new ReportedIncident(Id, Units, Place, From, To, Type, Sources), "register")) } });
}

/// <summary>Holds a service period against an incident; the result is the rule's, the proof of absence is the vetter's.</summary>
[ActKind("assess-unit-overlap", Compartment.Vetting, Role.Vetter)]
public sealed record AssessUnitOverlap(string Service, string Incident) : Act
{
    /// <summary>Evidence item that proves that he was elsewhere; it must be graded B2 or better and K2 or better.</summary>
    public string? AbsenceProvenBy { get; init; }

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Interview.Service.Values().Any(s => s.Label == Service))
        {
            yield return new Blocker("service-unknown", $"There is no service period {Service}.");
        }

        if (!file.Vetting.Incidents.Values().Any(i => i.Id == Incident))
        {
            yield return new Blocker("incident-unknown", $"There is no incident {Incident} on file.");
        }

        if (AbsenceProvenBy is not null && !(file.Evidence.GradeOf(AbsenceProvenBy) is { Reliability: <= Reliability.B, Credibility: <= 2, Corroboration: Corroboration.K2 or Corroboration.K3 }))
        {
            yield return new Blocker("absence-not-proven", $"Evidence {AbsenceProvenBy} is not graded B2 and K2 or better; it does not prove absence.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var service = file.Interview.Service.Values().Last(s => s.Label == Service);
        var incident = file.Vetting.Incidents.Values().Last(i => i.Id == Incident);
        var overlap = UnitOverlapRule.Assess(service, incident, AbsenceProvenBy is not null);
        return new(file with { Vetting = file.Vetting with { Overlaps = file.Vetting.Overlaps.Add(context.Record(overlap, "rule 4b")) } });
    }
}
