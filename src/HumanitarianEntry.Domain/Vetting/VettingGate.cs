using HumanitarianEntry.Domain.Cases;
using HumanitarianEntry.Domain.Contradictions;
using HumanitarianEntry.Domain.Exclusion;
using HumanitarianEntry.Domain.Findings;
using HumanitarianEntry.Domain.MilitaryUnits;

namespace HumanitarianEntry.Domain.Vetting;

/// <summary>G4: never passes on a missing, failed or stale check, and nobody vets whom he interviewed (handbook G4, 4a-4g).</summary>
public static class VettingGate
{
    /// <summary>Outcomes with which the case goes on as it is.</summary>
    public static bool IsPassing(string outcome) => outcome is "clear" or "clear-with-remarks";

    /// <summary>What stands against an outcome of this person: common facts, and his own findings only (<see cref="BlindReview.BasisOf"/>).</summary>
    public static IEnumerable<Blocker> Check(CaseFile file, ActContext context, string outcome)
    {
        foreach (var blocker in VetterRules.AgainstInterviewer(file, context))
        {
            yield return blocker;
        }

        if (outcome == "unresolved")
        {
            yield break;
        }

        foreach (var blocker in ScreeningCheck.Check(file, context, context.Programme.MaxScreeningAgeDays))
        {
            yield return blocker;
        }

        if (!IsPassing(outcome))
        {
            yield break;
        }

        var basis = BlindReview.BasisOf(context.Actor.Id, file);
        foreach (var blocker in OfHits(basis))
        {
            yield return blocker;
        }

        foreach (var question in OpenExclusionQuestions(basis))
        {
            yield return new Blocker("exclusion-not-assessed", $"{question} raised an exclusion question that you have not cleared yet.");
        }

        foreach (var blocker in UnitRules.AgainstVetting(file, context.Units))
        {
            yield return blocker;
        }

        foreach (var blocker in VoluntarinessRules.AgainstClearing(basis, outcome).Concat(outcome == "clear" ? MismatchRules.AgainstClear(basis, context.Actor.Id) : []))
        {
            yield return blocker;
        }

        if (outcome == "clear" && FindingRules.OpenConcerns(basis.Vetting).Any())
        {
            yield return new Blocker("finding-of-concern", "A finding of concern is on file: choose 'clear-with-remarks' or 'integrity-concern'.");
        }
    }

    // A hit that can only speak for him never holds him up (handbook section 5, statement 13); it is adjudicated for the journey and the dossier.
    private static IEnumerable<Blocker> OfHits(CaseFile basis)
    {
        foreach (var hit in basis.Vetting.LatestRun?.Value.Hits.Where(h => h.Class != HitClass.PersecutionEvidence) ?? [])
        {
            if (basis.Vetting.AnswerTo(hit) is not { } answer)
            {
                yield return new Blocker("hit-not-adjudicated", $"Hit {hit.Label} waits for your answer.");
            }
            else if (answer.Outcome != HitOutcome.NotSame && PersecutorRule.MayWeighAgainst(hit.Class) && !IsAssessed(basis, hit))
            {
                yield return new Blocker("hit-not-assessed", $"Hit {hit.Label} may weigh against him and needs an exclusion assessment or the outcome 'exclusion-concern'.");
            }
        }
    }

    /// <summary>Questions that wait for an assessment which clears them. Asked on one person's basis: what another person cleared does not answer it.</summary>
    public static IEnumerable<string> OpenExclusionQuestions(CaseFile basis) => ExclusionQuestions(basis).Where(subject => !IsAssessed(basis, subject));

    /// <summary>
    /// Answers ever marked as triggers and overlaps with a presence. A corrected answer does not take its earlier trigger back; an assessment does.
    /// </summary>
    public static IEnumerable<string> ExclusionQuestions(CaseFile file) =>
        file.Interview.Answers.Values().Where(a => a.Trigger).Select(a => a.Code)
            .Concat(CurrentOverlaps(file).Where(o => o.Result is OverlapResult.PresentRemoteRole or OverlapResult.PresentProximateRole).Select(o => o.IncidentId))
            .Distinct(StringComparer.Ordinal);

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

    internal static bool IsCleared(ExclusionAssessment? assessment) => assessment is { Conclusion: ExclusionConclusion.NoTrigger or ExclusionConclusion.TriggerCleared };
}
