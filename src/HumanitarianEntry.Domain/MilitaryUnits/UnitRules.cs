using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.People;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.MilitaryUnits;

/// <summary>What is open about units and incidents, and what stands against acts on them.</summary>
public static class UnitRules
{
    /// <summary>What must be looked at before vetting ends well: pairs that nobody has held against each other, and units that nobody has chosen although an incident hangs on it.</summary>
    /// <param name="readings">What the registers in force say; null where they were not asked.</param>
    public static IEnumerable<Blocker> AgainstVetting(CaseFile file, ImmutableList<ServiceReading>? readings)
    {
        var open = VettingGate.OpenOverlaps(file).Concat(Unheld(file, readings ?? []).Select(u => (u.Service, Incident: u.Tied.Incident.Id))).Distinct();
        foreach (var (service, incident) in open)
        {
            yield return new Blocker("unit-overlap-not-assessed", $"Service {service} has not been held against incident {incident}.");
        }

        foreach (var reading in (readings ?? []).Where(NeedsChoice))
        {
            yield return new Blocker("unit-not-chosen", $"Which unit is meant in service {reading.Service} is not clear, and incidents hang on it. Choose it, or say that it is none of them.");
        }
    }

    /// <summary>Several units may be meant, and for one of them there is an incident.</summary>
    public static bool NeedsChoice(ServiceReading reading) => reading.State == ReadingState.Unsure && reading.Candidates.Exists(c => c.Incidents.Count > 0);

    /// <summary>Incidents of the registers that have not been held against the service, as they are now.</summary>
    public static IEnumerable<(string Service, TiedIncident Tied)> Unheld(CaseFile file, IEnumerable<ServiceReading> readings) =>
        from reading in readings
        from tied in reading.Incidents
        where !IsHeld(file, reading.Service, tied.Incident)
        select (reading.Service, tied);

    /// <summary>Exposures of a service whose questions were not opened yet.</summary>
    public static IEnumerable<UnitExposure> Unasked(CaseFile file, ServiceReading reading) =>
        reading.Exposures.Where(e => !file.Vetting.Exposures.Exists(x => x.Value.Service == reading.Service && x.Value.Exposure.EntryHash == e.EntryHash));

    /// <summary>The incident on file that counts for an id: the latest.</summary>
    public static Recorded<ReportedIncident>? OnFile(CaseFile file, string id) => file.Vetting.Incidents.LastOrDefault(i => i.Value.Id == id);

    private static bool IsHeld(CaseFile file, string service, ReportedIncident incident) =>
        OnFile(file, incident.Id) is { } known && known.Value.SaysTheSameAs(incident)
        && file.Vetting.Overlaps.Exists(o => o.Value.ServiceLabel == service && o.Value.IncidentId == incident.Id && (o.Value.Tie is not null || o.Value.Result != OverlapResult.NoOverlap) && o.Provenance.At >= known.Provenance.At);

    internal static IEnumerable<Blocker> CheckIncident(ReportedIncident incident)
    {
        if (incident.Sources.Count == 0)
        {
            yield return new Blocker("source-missing", "An incident needs at least one named source.");
        }

        if (incident.Units.Count == 0 || incident.Units.Exists(u => !IsNumber(u) && !IsName(u)))
        {
            yield return new Blocker("unit-number-wrong", "Name the units by their numbers of five digits, or by their names.");
        }

        if (incident.To.Latest < incident.From.Earliest)
        {
            yield return new Blocker("incident-ends-before-it-begins", "The incident would end before it begins.");
        }
    }

    /// <summary>A name has a word in it; digits alone are a number, right or wrong.</summary>
    public static bool IsName(string unit) => unit.Length <= 200 && unit.Count(char.IsLetter) >= 3;

    public static bool IsNumber(string unit) => unit.Length == 5 && unit.All(char.IsAsciiDigit);

    /// <summary>Proof of absence: the grade must carry it, and what it covers must be the whole incident.</summary>
    /// <param name="from">What the vetter says it covers; null: the date of the evidence, where that is known.</param>
    internal static IEnumerable<Blocker> CheckAbsence(CaseFile file, string item, ReportedIncident incident, PartialDate? from, PartialDate? to)
    {
        var grade = file.Evidence.GradeOf(item);
        if (grade is not { Reliability: <= Reliability.B, Credibility: <= 2, Corroboration: Corroboration.K2 or Corroboration.K3 })
        {
            yield return new Blocker("absence-not-proven", $"Evidence {item} is not graded B2 and K2 or better; it does not prove absence.");
        }

        if (from is null != to is null)
        {
            yield return new Blocker("absence-half-dated", "Say from when to when the proof covers, or leave both empty.");
        }

        // What was said counts only as far as it is certain: absent "from March" is absent from 31 March on.
        var covered = from is { } first && to is { } last ? new DayRange(first.Latest, last.Earliest)
            : (grade?.VerifiedOn ?? file.Evidence.Find(item)?.ClaimedOn) is { } dated ? DayRange.Of(dated, dated)
            : null;
        if (covered is not null && !covered.Covers(incident.Days()))
        {
            yield return new Blocker("absence-does-not-cover", $"The incident can have lasted from {incident.From.Earliest} to {incident.To.Latest}; evidence {item} covers {covered.First} to {covered.Last}. It does not prove absence for the whole time.");
        }
    }

    /// <summary>A presence that was not found before for this service and incident.</summary>
    internal static bool IsNewPresence(VettingFacts before, UnitOverlap overlap) =>
        overlap.IsPresence() && !before.Overlaps.Values().Any(o => o.ServiceLabel == overlap.ServiceLabel && o.IncidentId == overlap.IncidentId && o.IsPresence());

    /// <summary>A presence, or a unit that a list names, opens questions for those who interview: what to ask, not what raised it.</summary>
    internal static ActOutcome WithQuestions(CaseFile file, ActContext context, IEnumerable<string> services)
    {
        var asked = services.Distinct(StringComparer.Ordinal).Where(s => !FollowUps.IsAsked(file, s)).ToList();
        if (asked.Count == 0)
        {
            return new(file);
        }

        var added = asked.Select(s => context.Record(new FollowUp(s), "vetting"));
        return new(file with { Interview = file.Interview with { FollowUps = (file.Interview.FollowUps ?? []).AddRange(added) } })
        {
            Told = [new Told(Role.Coordinator, FollowUps.Topic) { At = Gate.Interview }, new Told(Role.Screener, FollowUps.Topic) { At = Gate.Interview }],
        };
    }
}
