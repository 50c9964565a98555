using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.MilitaryUnits;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>G4: never passes on a missing, failed or stale check, and nobody vets whom he interviewed (handbook G4, 4a-4g).</summary>
public static class VettingGate
{
    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, string outcome)
    {
        if (file.Interview.Interviewers.Contains(context.Actor.Id))
        {
            yield return new Blocker("vetter-must-not-be-interviewer", "You interviewed this person; somebody else must vet him.");
        }

        if (outcome == "unresolved")
        {
            yield break;
        }

        foreach (var blocker in ScreeningCheck.Check(file, context, context.Programme.MaxScreeningAgeDays))
        {
            yield return blocker;
        }

        if (outcome is "exclusion-concern" or "integrity-concern")
        {
            yield break;
        }

        // A hit that can only speak for him never holds him up (handbook section 5, statement 13); it is adjudicated for the journey and the dossier.
        foreach (var hit in file.Vetting.LatestRun?.Value.Hits.Where(h => h.Class != HitClass.PersecutionEvidence) ?? [])
        {
            var standing = file.Vetting.StandingOf(hit);
            if (standing is HitStanding.Pending or HitStanding.SameNeedsSecond)
            {
                yield return standing == HitStanding.Pending
                    ? new Blocker("hit-not-adjudicated", $"Hit {hit.Label} waits for an answer.")
                    : new Blocker("hit-not-adjudicated", $"Hit {hit.Label} waits for a second person.");
            }
            else if (standing is HitStanding.Same or HitStanding.CannotTell && PersecutorRule.MayWeighAgainst(hit.Class) && !IsAssessed(file, hit))
            {
                yield return new Blocker("hit-not-assessed", $"Hit {hit.Label} may weigh against him and needs an exclusion assessment or the outcome 'exclusion-concern'.");
            }
        }

        foreach (var question in OpenExclusionQuestions(file))
        {
            yield return new Blocker("exclusion-not-assessed", $"{question} raised an exclusion question that is not cleared yet.");
        }

        foreach (var blocker in UnitRules.AgainstVetting(file, context.Units))
        {
            yield return blocker;
        }

        foreach (var blocker in VoluntarinessRules.AgainstClearing(file, outcome).Concat(outcome == "clear" ? MismatchRules.AgainstClear(file) : []))
        {
            yield return blocker;
        }

        if (outcome == "clear" && FindingRules.OpenConcerns(file.Vetting).Any())
        {
            yield return new Blocker("finding-of-concern", "A finding of concern is on file: choose 'clear-with-remarks' or 'integrity-concern'.");
        }
    }

    /// <summary>
    /// Answers ever marked as triggers and overlaps with a presence, each needing an assessment that clears it.
    /// A corrected answer does not take its earlier trigger back; an assessment does.
    /// </summary>
    public static IEnumerable<string> OpenExclusionQuestions(CaseFile file) =>
        file.Interview.Answers.Values().Where(a => a.Trigger).Select(a => a.Code)
            .Concat(CurrentOverlaps(file).Where(o => o.Result is OverlapResult.PresentRemoteRole or OverlapResult.PresentProximateRole).Select(o => o.IncidentId))
            .Distinct(StringComparer.Ordinal)
            .Where(subject => !IsAssessed(file, subject));

    public static IEnumerable<(string Service, string Incident)> OpenOverlaps(CaseFile file) =>
        from service in file.Interview.Service.Values()
        from incident in file.Vetting.Incidents
        where UnitOverlapRule.TieOf(service, incident.Value) is not null
            && !file.Vetting.Overlaps.Exists(o => o.Value.ServiceLabel == service.Label && o.Value.IncidentId == incident.Value.Id && o.Provenance.At >= incident.Provenance.At)
        select (service.Label, incident.Value.Id);

    /// <summary>The overlap that counts for a service period and an incident: the latest.</summary>
    public static IEnumerable<UnitOverlap> CurrentOverlaps(CaseFile file) =>
        file.Vetting.Overlaps.Values().GroupBy(o => (o.ServiceLabel, o.IncidentId)).Select(g => g.Last());

    private static bool IsAssessed(CaseFile file, string subject) => IsCleared(Exclusions.Latest(file.Vetting.Exclusions, subject)?.Value);

    // Labels of hits are given anew by each run; what was assessed is the entry.
    private static bool IsAssessed(CaseFile file, ScreeningHit hit) => IsCleared(file.Vetting.Exclusions.Values().LastOrDefault(e => e.EntryHash == hit.EntryHash));

    private static bool IsCleared(ExclusionAssessment? assessment) => assessment is { Conclusion: ExclusionConclusion.NoTrigger or ExclusionConclusion.TriggerCleared };
}
