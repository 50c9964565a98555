using System.Collections.Immutable;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.MilitaryUnits;
using HumanitarianEntry.Screening.Units;

namespace HumanitarianEntry.Casework.MilitaryUnits;

/// <summary>
/// What the registers say to a service period: which unit is meant, what stood above it then, and which incidents are tied to it while the dates meet. Pure: the same registers and the same case
/// always give the same, whatever the order of rows. Nothing is guessed: unless just one unit fits well enough, a person chooses.
/// </summary>
public static class UnitReadings
{
    /// <summary>What fits less is no candidate that anybody should look at.</summary>
    private const int LeastScore = 40;
    private const int MostCandidates = 8;

    /// <param name="exposures">Asked for what lists say of a unit; null to leave it out.</param>
    public static IReadOnlyList<ServiceReading> Of(RegistersInForce registers, CaseFile file, Func<UnitRegister, ImmutableList<UnitExposure>>? exposures = null) =>
        [.. file.Interview.Service.Values().GroupBy(s => s.Label, StringComparer.Ordinal).Select(g => Of(registers, file, g.Last(), exposures))];

    private static ServiceReading Of(RegistersInForce registers, CaseFile file, ServicePeriod service, Func<UnitRegister, ImmutableList<UnitExposure>>? exposures)
    {
        var choice = file.Vetting.UnitReadings.Values().LastOrDefault(r => r.Service == service.Label && r.Chosen is not null);
        var (state, candidates) = choice is not null ? (ReadingState.Chosen, []) : Understand(registers, service);
        var unit = choice is not null ? (choice.Unit is { } chosen && registers.Tree[chosen.Key] is { } still ? Read(registers, still, service) : choice.Unit)
            : state == ReadingState.Sure ? Read(registers, candidates[0].Unit, service)
            : null;
        return new ServiceReading(
            service.Label, state, unit,
            state == ReadingState.Unsure ? [.. candidates.Select(c => (Unit: Read(registers, c.Unit, service), c.Score)).Select(c => new UnitCandidate(c.Unit, c.Score, Tied(registers, file, service, c.Unit)))] : [],
            Tied(registers, file, service, unit),
            exposures?.Invoke(Known(registers, service, unit)) ?? []);
    }

    /// <summary>The unit with its name and what stood above it at the time of the service.</summary>
    public static ReadUnit Read(RegistersInForce registers, UnitEntry unit, ServicePeriod service)
    {
        var when = UnitOverlapRule.DaysOf(service);
        return new ReadUnit(unit.Key, unit.Number, UnitTree.NameAt(unit, when), [.. registers.Tree.Above(unit, when).Select(u => new UnitAbove(u.Key, u.Number, UnitTree.NameAt(u, when)))], registers.UnitVersion ?? string.Empty)
        {
            Garrison = unit.Garrison,
            Latitude = unit.Latitude,
            Longitude = unit.Longitude,
        };
    }

    private static (ReadingState State, IReadOnlyList<(UnitEntry Unit, int Score)> Candidates) Understand(RegistersInForce registers, ServicePeriod service)
    {
        if (registers.UnitVersion is null)
        {
            return (ReadingState.NoRegister, []);
        }

        var byNumber = service.Unit.Length == 0 ? [] : registers.Names.Find(service.Unit).Where(m => m.Score == 100).ToList();
        var byName = string.IsNullOrWhiteSpace(service.UnitName) ? [] : registers.Names.Find(service.UnitName).Where(m => m.Score >= LeastScore).ToList();
        var strongNames = byName.Where(m => m.Score >= UnitRegister.Threshold).ToList();
        var candidates = byNumber.Concat(byName).GroupBy(m => m.Unit.Key, StringComparer.Ordinal).Select(g => (Unit: registers.Tree[g.Key]!, Score: g.Max(m => m.Score)))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Unit.Key, StringComparer.Ordinal).Take(MostCandidates).ToList();
        var when = UnitOverlapRule.DaysOf(service);

        // A number decides, unless the name says another unit; a name alone decides where just one unit fits and its number is not another one than was said.
        var sure = byNumber.Count > 0
            ? byNumber.Count == 1 && (strongNames.Count == 0 || strongNames.Exists(m => m.Unit.Key == byNumber[0].Unit.Key)) ? byNumber[0].Unit.Key : null
            : strongNames.Count == 1 && (service.Unit.Length == 0 || strongNames[0].Unit.Number is null) ? strongNames[0].Unit.Key : null;
        return sure is not null && UnitTree.ExistsAt(registers.Tree[sure]!, when) ? (ReadingState.Sure, [.. candidates.Where(c => c.Unit.Key == sure)])
            : candidates.Count > 0 ? (ReadingState.Unsure, candidates)
            : (ReadingState.NotFound, []);
    }

    private static ImmutableList<TiedIncident> Tied(RegistersInForce registers, CaseFile file, ServicePeriod service, ReadUnit? unit)
    {
        var days = UnitOverlapRule.DaysOf(service);
        var said = unit is null ? Known(registers, service, null) : null;
        var byHand = file.Vetting.Incidents.Values().Where(i => i.Register is null).GroupBy(i => i.Id, StringComparer.Ordinal).Select(g => g.Last()).ToList();
        var found = new List<TiedIncident>();
        foreach (var incident in registers.Incidents.Where(i => DayRange.Of(i.Entry.From, i.Entry.To).Meets(days)))
        {
            // An incident that was reported by hand keeps its mark; the register's gets another.
            var id = byHand.Exists(i => i.Id == incident.Entry.Key) ? incident.Entry.Key + "/R" : incident.Entry.Key;
            var reported = incident.Entry.Reported(id, registers.IncidentVersion ?? string.Empty);
            if (Tie(registers, service, unit, said, reported, incident.Units, incident.AboveThem) is var (tie, through))
            {
                found.Add(new TiedIncident(reported, tie, through));
            }
        }

        foreach (var incident in byHand.Where(i => i.Days().Meets(days)))
        {
            var (units, above) = registers.Attribute(incident.Units, incident.Days());
            if (Tie(registers, service, unit, said, incident, units, above) is var (tie, through))
            {
                found.Add(new TiedIncident(incident, tie, through));
            }
        }

        return [.. found.OrderBy(t => t.Incident.From.Earliest).ThenBy(t => t.Incident.Id, StringComparer.Ordinal)];
    }

    private static (UnitTie Tie, string Through)? Tie(RegistersInForce registers, ServicePeriod service, ReadUnit? unit, UnitRegister? said, ReportedIncident incident, IReadOnlySet<string> attributed, IReadOnlySet<string> aboveThem)
    {
        if (UnitOverlapRule.TieOf(service, incident) is { } same)
        {
            return (same, service.Unit);
        }

        if (unit is null)
        {
            return said is not null && incident.Units.Find(u => said.Find(u).Any(m => m.Score >= UnitRegister.Threshold)) is { } named ? (UnitTie.SameName, named) : null;
        }

        if (attributed.Contains(unit.Key) || (unit.Number is { } number && incident.Units.Contains(number)))
        {
            return (UnitTie.SameUnit, unit.Name);
        }

        if (Above(registers, unit, UnitOverlapRule.DaysOf(service).With(incident.Days())!).FirstOrDefault(a => attributed.Contains(a.Key)) is { } above)
        {
            return (UnitTie.UnitAbove, above.Name);
        }

        return aboveThem.Contains(unit.Key) ? (UnitTie.PartOfUnit, string.Join(", ", incident.Units)) : null;
    }

    /// <summary>A unit that left the register keeps what stood above it when it was chosen.</summary>
    private static IEnumerable<UnitAbove> Above(RegistersInForce registers, ReadUnit unit, DayRange when) =>
        registers.Tree[unit.Key] is { } entry ? registers.Tree.Above(entry, when).Select(u => new UnitAbove(u.Key, u.Number, UnitTree.NameAt(u, when))) : unit.Above;

    /// <summary>All names and numbers by which the unit and those above it up to brigade are known, to be found in other texts; without a registered unit, what the person said.</summary>
    private static UnitRegister Known(RegistersInForce registers, ServicePeriod service, ReadUnit? unit)
    {
        if (unit is null)
        {
            return new UnitRegister([new RegisteredUnit("said", [service.UnitName ?? string.Empty], service.Unit.Length > 0 ? service.Unit : null)]);
        }

        var keys = unit.Above.Select(a => (a.Key, a.Name, a.Number)).Prepend((unit.Key, unit.Name, unit.Number));
        return new UnitRegister([.. keys.Select(k => registers.Tree[k.Key] is { } entry
            ? new RegisteredUnit(k.Key, [.. entry.NamesRu.Concat(entry.NamesEn).Select(n => n.Text)], entry.Number)
            : new RegisteredUnit(k.Key, [k.Name], k.Number))]);
    }
}
