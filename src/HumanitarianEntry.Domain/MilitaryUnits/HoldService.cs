using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.MilitaryUnits;

/// <summary>What one service period is held against: its unit as it was understood, the incidents tied to it, and what lists say of the unit.</summary>
/// <param name="Unit">Null where no registered unit is known.</param>
public sealed record HeldService(string Service, ReadUnit? Unit, ImmutableList<TiedIncident> Incidents, ImmutableList<UnitExposure> Exposures);

/// <summary>A person of a list whose entry names the unit of a service period.</summary>
public sealed record ServiceExposure(string Service, UnitExposure Exposure);

/// <summary>
/// Takes incidents of the register over into the case and holds the service against them, one or all at once. Presence opens questions and an exclusion assessment; it never makes an outcome.
/// </summary>
[ActKind("hold-service", Compartment.Vetting, Role.Vetter)]
public sealed record HoldService(ImmutableList<HeldService> Services) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (Services.All(s => s.Incidents.Count == 0 && s.Exposures.Count == 0))
        {
            yield return new Blocker("nothing-to-hold", "There is nothing left to hold the service against.");
        }

        foreach (var service in Services.Where(h => !file.Interview.Service.Values().Any(s => s.Label == h.Service)))
        {
            yield return new Blocker("service-unknown", $"There is no service period {service.Service}.");
        }

        foreach (var blocker in Services.SelectMany(s => s.Incidents).SelectMany(t => UnitRules.CheckIncident(t.Incident)))
        {
            yield return blocker;
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context)
    {
        var vetting = file.Vetting;
        var asked = new List<string>();
        foreach (var held in Services)
        {
            var service = file.Interview.Service.Values().Last(s => s.Label == held.Service);
            if (held.Unit is { } unit && !vetting.UnitReadings.Exists(r => r.Value.Service == held.Service && r.Value.Unit?.Key == unit.Key))
            {
                vetting = vetting with { UnitReadings = vetting.UnitReadings.Add(context.Record(new UnitReading(held.Service, unit, null), "register")) };
            }

            foreach (var tied in held.Incidents)
            {
                if (vetting.Incidents.Values().LastOrDefault(i => i.Id == tied.Incident.Id) is not { } known || !known.SaysTheSameAs(tied.Incident))
                {
                    vetting = vetting with { Incidents = vetting.Incidents.Add(context.Record(tied.Incident, "register")) };
                }

                var overlap = UnitOverlapRule.Assess(service, tied.Incident, tied.Tie, absenceProven: false);
                vetting = vetting with { Overlaps = vetting.Overlaps.Add(context.Record(overlap, "rule 4b")) };
                asked.AddRange(UnitRules.IsNewPresence(file.Vetting, overlap) ? [held.Service] : []);
            }

            vetting = vetting with { Exposures = vetting.Exposures.AddRange(held.Exposures.Select(e => context.Record(new ServiceExposure(held.Service, e), "list"))) };
            asked.AddRange(held.Exposures.Count > 0 ? [held.Service] : []);
        }

        var after = file with { Vetting = vetting };
        return UnitRules.WithQuestions(after with { Vetting = vetting with { Overlaps = vetting.Overlaps.AddRange(Elsewhere(after).Select(o => context.Record(o, "rule 4b"))) } }, context, asked);
    }

    /// <summary>Other services with the same number whose dates do not meet an incident: there is nothing in it that a person must look at, unless a presence was found before and the incident says something else now.</summary>
    private static List<UnitOverlap> Elsewhere(CaseFile file) =>
    [
        .. VettingGate.OpenOverlaps(file).Distinct()
            .Select(p => UnitOverlapRule.Assess(file.Interview.Service.Values().Last(s => s.Label == p.Service), UnitRules.OnFile(file, p.Incident)!.Value, null, absenceProven: false))
            .Where(o => o.Result == OverlapResult.NoOverlap && !file.Vetting.Overlaps.Values().Any(x => x.ServiceLabel == o.ServiceLabel && x.IncidentId == o.IncidentId && x.IsPresence())),
    ];
}

/// <summary>A vetter says which registered unit a service period means, where the reading alone cannot tell.</summary>
/// <param name="Unit">Null: none of the register.</param>
[ActKind("choose-unit", Compartment.Vetting, Role.Vetter)]
public sealed record ChooseUnit(string Service, ReadUnit? Unit, string Reason) : Act
{
    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        if (!file.Interview.Service.Values().Any(s => s.Label == Service))
        {
            yield return new Blocker("service-unknown", $"There is no service period {Service}.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Blocker("reason-missing", "Say by what you know it.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { UnitReadings = file.Vetting.UnitReadings.Add(context.Record(new UnitReading(Service, Unit, Reason.Trim()), "vetter", Confidence.Confirmed)) } });
}

/// <summary>Which incidents the vetter was told of, as service, incident and what the register said of it.</summary>
public sealed record IncidentNews(ImmutableList<string> Keys);

/// <summary>A register in force ties a service period to incidents that nobody has looked at.</summary>
/// <param name="Keys">See <see cref="IncidentNews"/>.</param>
[ActKind("note-incident-news", Compartment.Vetting, Role.System)]
public sealed record NoteIncidentNews(ImmutableList<string> Keys) : Act
{
    public const string Topic = "incident-news";

    public override IEnumerable<Blocker> Check(CaseFile file, ActContext context)
    {
        var told = file.Vetting.IncidentNews.Values().SelectMany(n => n.Keys).ToHashSet(StringComparer.Ordinal);
        if (Keys.TrueForAll(told.Contains))
        {
            yield return new Blocker("incident-news-told", "The vetter was told already.");
        }
    }

    public override ActOutcome Apply(CaseFile file, ActContext context) =>
        new(file with { Vetting = file.Vetting with { IncidentNews = file.Vetting.IncidentNews.Add(context.Record(new IncidentNews(Keys), "register", Confidence.Confirmed)) } }) { Told = [new Told(Role.Vetter, Topic)] };
}
