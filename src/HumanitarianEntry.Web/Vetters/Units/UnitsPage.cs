using System.Xml.Linq;
using HumanitarianEntry.Casework.MilitaryUnits;
using HumanitarianEntry.Casework.Queries;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Domain.Vetting;
using HumanitarianEntry.Web.Shared.Acting;
using Microsoft.AspNetCore.Html;

namespace HumanitarianEntry.Web.Vetters.Units;

/// <summary>A service period and an incident that is tied to it.</summary>
/// <param name="Overlap">What came of holding them against each other; null while nobody has.</param>
public sealed record ServicePair(ReportedIncident Incident, UnitTie? Tie, string Through, UnitOverlap? Overlap, DayRange? Meets)
{
    public bool IsOpen => Overlap is null;
}

/// <summary>A service period with what the registers say and what was made of it.</summary>
public sealed record ServiceView(ServicePeriod Service, ServiceReading? Reading, IReadOnlyList<ServicePair> Pairs, IReadOnlyList<UnitExposure> Unasked)
{
    public string Name => Reading?.Unit is { } unit ? string.Join(" ", new[] { unit.Number, unit.Name != unit.Number ? unit.Name : null }.OfType<string>()) : string.Join(" ", new[] { Service.Unit, Service.UnitName }.Where(t => !string.IsNullOrWhiteSpace(t)));
}

/// <summary>Everything the page of units shows, in words first: the figures say nothing that the tables do not.</summary>
public sealed record UnitsPage(CaseView Case, string CaseUrl, UnitPicture Picture, IReadOnlyList<ServiceView> Services, ChooseForm Form)
{
    public string Url => CaseUrl + "/units";

    public static UnitsPage Of(CaseView view, string caseUrl, UnitPicture picture, ChooseForm form) =>
        new(view, caseUrl, picture, [.. view.File.Interview.Service.Values().Select(s => Of(view.File, s, picture.Of(s.Label)))], form);

    private static ServiceView Of(CaseFile file, ServicePeriod service, ServiceReading? reading)
    {
        var open = UnitRules.Unheld(file, reading is null ? [] : [reading]).Select(u => u.Tied).ToList();
        var held = VettingGate.CurrentOverlaps(file).Where(o => o.ServiceLabel == service.Label && !open.Exists(t => t.Incident.Id == o.IncidentId))
            .Select(o => (Overlap: o, Incident: UnitRules.OnFile(file, o.IncidentId)?.Value)).Where(o => o.Incident is not null)
            .Select(o => new ServicePair(o.Incident!, o.Overlap.Tie, reading?.Incidents.Find(t => t.Incident.Id == o.Incident!.Id)?.Through ?? string.Empty, o.Overlap, o.Overlap.Meets));
        var days = UnitOverlapRule.DaysOf(service);
        var pairs = held.Concat(open.Select(t => new ServicePair(t.Incident, t.Tie, t.Through, null, days.With(t.Incident.Days())))).OrderBy(p => p.Incident.From.Earliest).ThenBy(p => p.Incident.Id, StringComparer.Ordinal);
        return new ServiceView(service, reading, [.. pairs], reading is null ? [] : [.. UnitRules.Unasked(file, reading)]);
    }

    /// <summary>There is something that has not been held against the service yet.</summary>
    public bool HasOpen => Services.Any(s => s.Unasked.Count > 0 || s.Pairs.Any(p => p.IsOpen));

    /// <summary>The timeline; null where nothing has a date.</summary>
    public IHtmlContent? Timeline()
    {
        var rows = Services.SelectMany(s => s.Pairs.SelectMany(p => RowsOf(p)).Prepend(RowOf(s)));
        return TimelineSvg.Draw(S("Service periods, incidents and proofs of absence in time; the table below says the same"), [.. rows], Words.On)?.ToString(SaveOptions.DisableFormatting) is { } svg ? new HtmlString(svg) : null;
    }

    private static TimelineRow RowOf(ServiceView view)
    {
        var service = view.Service;
        return new(
            TimelineKind.Service, S($"Service {service.Label}: {view.Name}, {FactWords.On(service.From)} to {FactWords.On(service.To, S("open"))}"), UnitOverlapRule.DaysOf(service),
            Certain(service.From.Latest, service.To?.Earliest ?? DateOnly.MaxValue), [.. view.Pairs.Where(p => p.Overlap is not { Result: OverlapResult.UnitOnly or OverlapResult.NoOverlap }).Select(p => p.Meets).OfType<DayRange>()]);
    }

    private static IEnumerable<TimelineRow> RowsOf(ServicePair pair)
    {
        var incident = pair.Incident;
        yield return new(
            TimelineKind.Incident, S($"Incident {incident.Id}: {incident.Type}, {incident.Place}"), incident.Days(), Certain(incident.From.Latest, incident.To.Earliest),
            pair is { Meets: { } meets, Overlap: not { Result: OverlapResult.UnitOnly or OverlapResult.NoOverlap } } ? [meets] : []);
        if (pair.Overlap?.AbsenceProvenBy is { } item)
        {
            yield return new(TimelineKind.Absence, S($"Absence proven by {item}"), incident.Days(), incident.Days(), []);
        }
    }

    private static DayRange? Certain(DateOnly from, DateOnly to) => from <= to ? new(from, to) : null;

    /// <summary>Places with degrees, each once, and which garrison belongs to which incident.</summary>
    public (IReadOnlyList<MapPlace> Places, IReadOnlyList<(int From, int To)> Ways) Map()
    {
        var places = new List<MapPlace>();
        var ways = new List<(int, int)>();
        int Add(string name, double latitude, double longitude, bool isIncident)
        {
            var at = places.FindIndex(p => p.Name == name && p.Latitude == latitude && p.Longitude == longitude && p.IsIncident == isIncident);
            if (at < 0)
            {
                places.Add(new MapPlace((places.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), name, latitude, longitude, isIncident));
                at = places.Count - 1;
            }

            return at;
        }

        foreach (var view in Services)
        {
            int? garrison = view.Reading?.Unit is { Latitude: { } latitude, Longitude: { } longitude } unit ? Add(unit.Garrison ?? unit.Name, latitude, longitude, false) : null;
            foreach (var incident in view.Pairs.Select(p => p.Incident).Where(i => i is { Latitude: not null, Longitude: not null }))
            {
                var at = Add($"{incident.Id} {incident.Place}", incident.Latitude!.Value, incident.Longitude!.Value, true);
                if (garrison is { } from && !ways.Contains((from, at)))
                {
                    ways.Add((from, at));
                }
            }
        }

        return (places, ways);
    }

    /// <summary>Places that nobody gave degrees for.</summary>
    public IReadOnlyList<string> NotPlaced() =>
    [
        .. Services.SelectMany(s => s.Pairs.Where(p => p.Incident.Latitude is null).Select(p => S($"Incident {p.Incident.Id}: {p.Incident.Place}"))
            .Prepend(S($"Service {s.Service.Label}, as the person said: {s.Service.Place}"))
            .Concat(s.Reading?.Unit is { Latitude: null } unit ? [S($"Garrison of {unit.Name}: {unit.Garrison ?? S("not known")}")] : [])).Distinct(StringComparer.Ordinal),
    ];
}
